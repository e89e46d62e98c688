//! Values that are typed as text: what stands in the field, and what it was read from.
//!
//! A field that was not touched gives back the very value it was opened with, even where its text alone would now be
//! read otherwise (a numeric date whose order only its recipe knows).

use crate::model::count::{Conventions, Count, CountError};
use crate::model::date::{DateError, PartialDate};

/// A date as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateText {
    /// What stands in the field.
    pub text: String,
    opened: Option<PartialDate>,
}

impl DateText {
    /// The field for a date.
    pub fn of(date: Option<&PartialDate>) -> Self {
        Self { text: date.map(|date| date.as_written().to_owned()).unwrap_or_default(), opened: date.cloned() }
    }

    /// Whether nothing is written.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether it still says what it was opened with.
    pub fn is_untouched(&self) -> bool {
        self.opened.as_ref().is_some_and(|date| date.as_written() == self.text)
    }

    /// The date; `None` where nothing is written.
    pub fn read(&self) -> Option<Result<PartialDate, DateError>> {
        if self.is_blank() {
            return None;
        }
        match &self.opened {
            Some(date) if date.as_written() == self.text => Some(Ok(date.clone())),
            _ => Some(PartialDate::parse(self.text.trim())),
        }
    }
}

/// A count as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountText {
    /// What stands in the field.
    pub text: String,
    opened: Option<Count>,
}

impl CountText {
    /// The field for a count.
    pub fn of(count: Option<&Count>) -> Self {
        Self { text: count.map(|count| count.as_written().to_owned()).unwrap_or_default(), opened: count.cloned() }
    }

    /// The count; `None` where nothing is written.
    pub fn read(&self) -> Option<Result<Count, CountError>> {
        if self.text.trim().is_empty() {
            return None;
        }
        match &self.opened {
            Some(count) if count.as_written() == self.text => Some(Ok(count.clone())),
            _ => Some(Count::parse(self.text.trim())),
        }
    }

    /// What was counted, where the text says so.
    pub fn unit(&self) -> Option<crate::model::affected::Unit> {
        Count::parse_with_unit(self.text.trim(), &Conventions::default()).ok()?.1
    }
}

/// Several texts, one a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinesText {
    /// What stands in the field.
    pub text: String,
    opened: Vec<String>,
}

impl LinesText {
    /// The field for these texts.
    pub fn of(lines: &[String]) -> Self {
        Self { text: lines.join("\n"), opened: lines.to_vec() }
    }

    /// The texts; blank lines are passed over.
    pub fn read(&self) -> Vec<String> {
        if self.text == self.opened.join("\n") {
            return self.opened.clone();
        }
        self.text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::DateOrder;

    #[test]
    fn an_untouched_date_is_the_one_that_was_opened() {
        let date = PartialDate::parse_with("03/04/2024", DateOrder::DayMonthYear).unwrap();
        let mut field = DateText::of(Some(&date));
        assert_eq!(field.read(), Some(Ok(date.clone())));
        field.text.push(' ');
        assert_eq!(field.read(), Some(Err(DateError::OrderUnknown)));
        assert_eq!(DateText::of(None).read(), None);
    }

    #[test]
    fn untouched_lines_keep_their_own_breaks() {
        let lines = vec!["one\nof two lines".to_owned(), "two".to_owned()];
        let mut field = LinesText::of(&lines);
        assert_eq!(field.read(), lines);
        field.text.push_str("\n\nthree");
        assert_eq!(field.read(), ["one", "of two lines", "two", "three"]);
    }
}
