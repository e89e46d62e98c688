//! What words for numbers stand for in a dataset: the house table, each entry of which can be changed.

use eframe::egui::{self, RichText};

use crate::app::import_page::ImportPage;
use crate::app::import_page::dataset::{row, send};
use crate::app::import_page::drafts::DraftField;
use crate::app::import_page::state::Review;
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widgets::{button, label};
use crate::import::recipe::{Conventions, DatasetRule};
use crate::model::count::{Count, LARGEST};
use crate::text;

impl ImportPage {
    /// The table of words, folded while no cell needs it.
    pub(super) fn numbers_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let rule = &review.recipe.dataset;
        let worded: u64 = review.survey.columns.iter().map(|column| column.numbers.worded).sum();
        let is_house = rule.words == Conventions::default();
        let title = RichText::new(view.tr("importing-numbers")).size(size::FOOT);
        egui::CollapsingHeader::new(title).id_salt("numbers").default_open(worded > 0 || !is_house).show(ui, |ui| {
            label::foot(ui, &view.tr("importing-numbers-why"));
            for (key, entry) in Conventions::ENTRIES {
                let mut table = rule.words.clone();
                let (lo, hi) = *entry(&mut table);
                let name = view.tr(&format!("importing-number-{}", key.replace('_', "-")));
                let current = format!("{}–{}", text::number(view.lang(), lo), text::number(view.lang(), hi));
                let hint = view.tr("importing-numbers-hint");
                let field = DraftField { id: key, name: &name, current: &current, hint: &hint, width: 160.0 };
                let typed = row(ui, &name, |ui| self.drafts.show(ui, &field));
                if let Some(bounds) = typed.and_then(|typed| parse_bounds(&typed)) {
                    *entry(&mut table) = bounds;
                    send(view, DatasetRule { words: table, ..rule.clone() });
                }
            }
            if !is_house && button::link(ui, &view.tr("importing-numbers-house"), size::FOOT).clicked() {
                send(view, DatasetRule { words: Conventions::default(), ..rule.clone() });
            }
        });
    }
}

/// Two numbers as they are typed: "200–900", "200 - 900", "200 à 900"; one number is itself.
fn parse_bounds(typed: &str) -> Option<(u64, u64)> {
    let count = Count::parse(typed).ok()?;
    let hi = count.hi.filter(|hi| *hi <= LARGEST)?;
    (count.lo <= hi).then_some((count.lo, hi))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn bounds_are_understood_as_typed() {
        for (typed, bounds) in [
            ("200–900", Some((200, 900))),
            ("2 000 - 9 000", Some((2_000, 9_000))),
            ("between 300 and 500", Some((300, 500))),
            ("1,000 to 5,000", Some((1_000, 5_000))),
            ("12", Some((12, 12))),
            ("900–200", None),
            ("at least 5", None),
            ("", None),
        ] {
            assert_eq!(parse_bounds(typed), bounds, "{typed}");
        }
    }

    #[test]
    fn every_entry_has_a_name_and_is_read_back_as_shown() {
        let mut table = Conventions::default();
        for (key, entry) in Conventions::ENTRIES {
            let (lo, hi) = *entry(&mut table);
            for lang in Lang::ALL {
                let name = text::tr(lang, &format!("importing-number-{}", key.replace('_', "-")));
                assert!(!name.is_empty() && !name.starts_with("importing-"), "{name}");
                let shown = format!("{}–{}", text::number(lang, lo), text::number(lang, hi));
                assert_eq!(parse_bounds(&shown), Some((lo, hi)), "{shown}");
            }
        }
    }
}
