//! What incidents are put in relation to, year by year: "organisations under supervision".

use std::collections::BTreeMap;

use eframe::egui;

use crate::app::settings_page::row;
use crate::app::view::View;
use crate::app::widgets::{field, label};
use crate::model::count::Count;
use crate::model::dataset::Denominator;

/// The denominator as it is typed.
#[derive(Default)]
pub struct DenominatorDraft {
    what: String,
    years: String,
}

impl DenominatorDraft {
    /// The denominator as it stands.
    pub fn of(denominator: Option<&Denominator>) -> Self {
        let Some(denominator) = denominator else { return Self::default() };
        let lines: Vec<String> = denominator.by_year.iter().map(|(year, number)| format!("{year} {number}")).collect();
        Self { what: denominator.what.clone(), years: lines.join("\n") }
    }

    /// Shows it; gives what it has become when a field was left and what is typed can be read. One without words and
    /// numbers is none.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) -> Option<Denominator> {
        let mut left = false;
        row(ui, &view.tr("facts-denominator"), |ui, name| {
            let hint = view.tr("facts-denominator-hint");
            left |= ui.add(field::line(&mut self.what, 300.0).hint_text(hint)).labelled_by(name.id).lost_focus();
        });
        row(ui, &view.tr("facts-denominator-years"), |ui, name| {
            ui.vertical(|ui| {
                let years = egui::TextEdit::multiline(&mut self.years)
                    .desired_rows(3)
                    .desired_width(300.0)
                    .char_limit(4_000)
                    .hint_text("2023 12500\n2024 12840");
                left |= ui.add(years).labelled_by(name.id).lost_focus();
                let words = match read_years(&self.years) {
                    Err(line) => view.tr_args("facts-denominator-unclear", &[("line", line.into())]),
                    Ok(_) => view.tr("facts-denominator-why"),
                };
                label::foot(ui, &words);
            });
        });
        left.then(|| self.read()).flatten()
    }

    /// What is typed; `None` cannot be read.
    fn read(&self) -> Option<Denominator> {
        let by_year = read_years(&self.years).ok()?;
        Some(Denominator { what: self.what.trim().to_owned(), by_year })
    }
}

/// One year and its number a line.
///
/// # Errors
/// The first line that is not one.
fn read_years(text: &str) -> Result<BTreeMap<i32, u64>, String> {
    let mut years = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let read = || {
            let (year, number) = line.split_once(|c: char| c.is_whitespace() || c == ':' || c == ';')?;
            let year: i32 = year.trim().parse().ok().filter(|year| (1900..=2200).contains(year))?;
            let number = Count::parse(number.trim_matches([' ', ':', ';', '\t'])).ok()?.exact_number();
            let number = number.filter(|number| *number > 0)?;
            Some((year, number))
        };
        let (year, number) = read().ok_or_else(|| line.to_owned())?;
        if years.insert(year, number).is_some() {
            return Err(line.to_owned());
        }
    }
    Ok(years)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_numbers_are_read_as_people_write_them() {
        let read = read_years("2023 12500\n\n2024: 12,840\n2025\t13 001").unwrap();
        assert_eq!(read.into_iter().collect::<Vec<_>>(), [(2023, 12_500), (2024, 12_840), (2025, 13_001)]);
        for wrong in ["2023", "2023 0", "year 5", "2023 many", "2023 5\n2023 6"] {
            assert!(read_years(wrong).is_err(), "{wrong}");
        }
    }
}
