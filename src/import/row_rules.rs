//! Rules for rows as a whole: which rows are no incidents, and which rows are one.

use serde::{Deserialize, Serialize};

use crate::text::{Lang, tr, tr_args};

/// What becomes of rows before they become records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RowRules {
    /// Rows with the same value in a column are one record. `None`: every row is a record of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collapse_by: Option<Collapse>,
    /// Rows that are no incidents, or not of this list. The first rule that a row meets counts it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<LeaveOut>,
}

/// Rows with the same key are one record: lists are put together, single values must agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collapse {
    /// Header of the column with the key. Rows without a key stay on their own.
    pub column: String,
    /// Switched off by the analyst.
    #[serde(default, skip_serializing_if = "is_false")]
    pub off: bool,
}

/// Rows that are left out, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveOut {
    /// Header of the column that tells.
    pub column: String,
    /// What its cell must say; case does not matter.
    pub when: RowTest,
    /// Why such a row is left out: one of [`LeaveOut::REASONS`], or words of the analyst's own.
    pub reason: String,
    /// Switched off by the analyst.
    #[serde(default, skip_serializing_if = "is_false")]
    pub off: bool,
}

/// A test of a cell's text, without the space around it. Case does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowTest {
    /// It begins with this.
    BeginsWith(String),
    /// It is this.
    Equals(String),
    /// It contains this.
    Contains(String),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl RowRules {
    /// Whether every row becomes a record of its own, and no rule says otherwise.
    pub fn is_empty(&self) -> bool {
        self.collapse_by.is_none() && self.leave_out.is_empty()
    }

    /// The column whose equal values make rows one record, unless that is switched off.
    pub fn collapse_column(&self) -> Option<&str> {
        self.collapse_by.as_ref().filter(|rule| !rule.off).map(|rule| rule.column.as_str())
    }

    /// The rules for rows that are left out and that are not switched off.
    pub fn leaving_out(&self) -> impl Iterator<Item = &LeaveOut> {
        self.leave_out.iter().filter(|rule| !rule.off)
    }

    /// Switches every rule off: each row becomes a record.
    pub fn switch_off(&mut self) {
        if let Some(rule) = &mut self.collapse_by {
            rule.off = true;
        }
        self.leave_out.iter_mut().for_each(|rule| rule.off = true);
    }
}

impl LeaveOut {
    /// Reasons that have words in both languages.
    pub const REASONS: [&'static str; 3] = ["vulnerabilities", "not_incidents", "totals"];

    /// The test in words: "“Name” begins with “cve-”".
    pub fn test_words(&self, lang: Lang) -> String {
        let args = [("column", self.column.as_str().into()), ("text", self.when.text().into())];
        tr_args(lang, &format!("import-rows-{}", self.when.key()), &args)
    }

    /// The reason in words.
    pub fn reason_words(&self, lang: Lang) -> String {
        if Self::REASONS.contains(&self.reason.as_str()) {
            tr(lang, &format!("import-left-out-{}", self.reason))
        } else {
            self.reason.clone()
        }
    }
}

impl RowTest {
    /// Whether a cell's text meets the test. An empty test is met by nothing.
    pub fn is_met(&self, cell: &str) -> bool {
        let cell = cell.trim();
        let wanted = self.text();
        if wanted.is_empty() {
            return false;
        }
        if cell.is_ascii() && wanted.is_ascii() {
            let same = |part: Option<&[u8]>| part.is_some_and(|part| part.eq_ignore_ascii_case(wanted.as_bytes()));
            return match self {
                Self::BeginsWith(_) => same(cell.as_bytes().get(..wanted.len())),
                Self::Equals(_) => cell.eq_ignore_ascii_case(wanted),
                Self::Contains(_) => cell.as_bytes().windows(wanted.len()).any(|part| same(Some(part))),
            };
        }
        let (cell, wanted) = (cell.to_lowercase(), wanted.to_lowercase());
        match self {
            Self::BeginsWith(_) => cell.starts_with(&wanted),
            Self::Equals(_) => cell == wanted,
            Self::Contains(_) => cell.contains(&wanted),
        }
    }

    /// What is looked for.
    pub fn text(&self) -> &str {
        let (Self::BeginsWith(text) | Self::Equals(text) | Self::Contains(text)) = self;
        text.trim()
    }

    /// The stable key.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::BeginsWith(_) => "begins_with",
            Self::Equals(_) => "equals",
            Self::Contains(_) => "contains",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_of_cells() {
        let begins = |text: &str| RowTest::BeginsWith(text.to_owned());
        let equals = |text: &str| RowTest::Equals(text.to_owned());
        let contains = |text: &str| RowTest::Contains(text.to_owned());
        for (test, cell, met) in [
            (begins("cve-"), " CVE-2025-1 ", true),
            (begins("cve-"), "a cve-2025", false),
            (begins("cve-"), "cv", false),
            (begins("Été"), "ÉTÉ 2024", true),
            (equals("total"), "Total", true),
            (equals("total"), "Totals", false),
            (contains("test"), "A TEST row", true),
            (contains("été"), "L’Été", true),
            (contains(""), "anything", false),
            (begins("caf"), "cafés", true),
        ] {
            assert_eq!(test.is_met(cell), met, "{test:?} {cell}");
        }
    }

    #[test]
    fn rules_are_read_and_switched_off() {
        let text = r#"{"collapse_by": {"column": "Id"}, "leave_out": [
            {"column": "Name", "when": {"begins_with": "cve-"}, "reason": "vulnerabilities"}]}"#;
        let mut rules: RowRules = serde_json::from_str(text).unwrap();
        assert_eq!((rules.collapse_column(), rules.leaving_out().count()), (Some("Id"), 1));
        assert!(!rules.leave_out[0].reason_words(Lang::Fr).contains("vulnerabilities"));
        rules.switch_off();
        assert_eq!((rules.collapse_column(), rules.leaving_out().count()), (None, 0));
        assert!(!rules.is_empty());
        let again: RowRules = serde_json::from_str(&serde_json::to_string(&rules).unwrap()).unwrap();
        assert_eq!(again, rules);
        assert!(serde_json::from_str::<RowRules>("{}").unwrap().is_empty());
    }
}
