//! Rules for rows as a whole: whether rows of one key are one record, and which rows are left out. Each can be switched
//! off, and what nobody but the analyst can decide is asked here.

use eframe::egui::{self, CornerRadius, RichText, Stroke};

use crate::app::command::Command;
use crate::app::import_page::cards::strong;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::Review;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::button;
use crate::import::propose::proposal::Why;
use crate::import::propose::say::one_record_words;
use crate::import::row_rules::Collapse;

/// A choice about rows as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowChoice {
    /// Rows of one key are one record, or each a record of its own.
    OneRecord(bool),
    /// The rule at this place leaves its rows out, or does not.
    LeaveOut(usize, bool),
}

impl Review {
    /// Takes a choice about rows as a whole.
    pub fn choose_rows(&mut self, choice: RowChoice) {
        match choice {
            RowChoice::OneRecord(is_one) => {
                let before = self.recipe.columns.clone();
                match self.row_offer.take() {
                    Some(offer) if is_one => offer.accept(&mut self.recipe),
                    // The rule stays, switched off, so that the answer can be changed.
                    Some(offer) => self.recipe.rows.collapse_by = Some(Collapse { column: offer.column, off: true }),
                    None => {}
                }
                if let Some(rule) = &mut self.recipe.rows.collapse_by {
                    rule.off = !is_one;
                }
                for ((was, is), reason) in before.iter().zip(&self.recipe.columns).zip(&mut self.reasons) {
                    if was != is {
                        reason.why = Why::Chosen;
                    }
                }
            }
            RowChoice::LeaveOut(at, leaves) => {
                if let Some(rule) = self.recipe.rows.leave_out.get_mut(at) {
                    rule.off = !leaves;
                }
            }
        }
        self.changed();
    }
}

/// Draws the question, if there is one, and the rules, if there are any.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    question_ui(ui, view, review);
    let rules = &review.recipe.rows;
    if rules.is_empty() {
        return;
    }
    let send = |choice| view.send(Command::Import(ImportCommand::Rows(choice)));
    ui.label(strong(&view.tr("importing-rows-title")));
    if let Some(rule) = &rules.collapse_by {
        let mut is_on = !rule.off;
        let words = view.tr_args("importing-rows-one-record", &[("column", rule.column.as_str().into())]);
        if ui.checkbox(&mut is_on, RichText::new(words).size(size::TABLE)).changed() {
            send(RowChoice::OneRecord(is_on));
        }
    }
    for (at, rule) in rules.leave_out.iter().enumerate() {
        let mut is_on = !rule.off;
        let lang = view.lang();
        let args = [("reason", rule.reason_words(lang).into()), ("test", rule.test_words(lang).into())];
        let words = view.tr_args("importing-rows-leave-out", &args);
        if ui.checkbox(&mut is_on, RichText::new(words).size(size::TABLE)).changed() {
            send(RowChoice::LeaveOut(at, is_on));
        }
    }
    ui.add_space(space::S);
}

fn question_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let Some(offer) = &review.row_offer else { return };
    let frame = egui::Frame::new()
        .fill(view.tokens.caution_ground)
        .stroke(Stroke::new(1.0, view.tokens.caution))
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(egui::Margin::symmetric(10, 8));
    let send = |is_one| view.send(Command::Import(ImportCommand::Rows(RowChoice::OneRecord(is_one))));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let words = view.tr_args("importing-rows-question", &[("column", offer.column.as_str().into())]);
        let words = RichText::new(words).font(theme::bold(size::TABLE)).color(view.tokens.caution);
        ui.add(egui::Label::new(words).wrap());
        let evidence = RichText::new(format!("{}.", one_record_words(offer, view.lang()))).size(size::TABLE);
        ui.add(egui::Label::new(evidence).wrap());
        ui.horizontal(|ui| {
            if button::secondary(ui, &view.tr("importing-rows-accept")).clicked() {
                send(true);
            }
            if button::secondary(ui, &view.tr("importing-rows-refuse")).clicked() {
                send(false);
            }
        });
    });
    ui.add_space(space::S);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::import_page::look::{By, Choices, Looked, Origin};
    use crate::app::import_page::state::{Destination, FileFacts, Obstacle};
    use crate::app::import_page::trial::trial;
    use crate::app::reading::Source;
    use crate::import::bytes::encoding;
    use crate::import::progress::Progress;
    use crate::import::propose::proposal::MechanismReason;
    use crate::import::propose::survey::survey;
    use crate::import::propose::{propose, repeats};
    use crate::import::recipe::Format;
    use crate::import::row_rules::{LeaveOut, RowTest};
    use crate::model::calendar::Day;

    const FILE: &str = "Case ID,Organisation,Discovered,People affected,Data type\n\
        C1,Acme,2024-01-02,10,Names\nC2,Bern,2024-01-03,20,Names\nC1,Acme,2024-01-02,10,Addresses\n\
        C2,Bern,2024-01-03,20,Numbers\nC3,Ceres,2024-01-04,30,Names\nC3,Ceres,2024-01-04,30,Numbers\n";

    fn read(review: &Review) -> (u64, u64, u64) {
        let mut reader = || -> std::io::Result<Box<dyn std::io::Read + Send>> { Ok(Box::new(FILE.as_bytes())) };
        let tried = trial(&mut reader, &review.headers, &review.tried(), &Progress::default()).unwrap();
        (tried.report.imported, tried.report.joined, tried.report.left_out_rows())
    }

    fn review() -> Review {
        let format = Format::Csv { delimiter: ',', encoding: "utf-8".to_owned(), skip_lines: 0, headerless: false };
        let progress = Progress::default();
        let survey = survey(&mut FILE.as_bytes(), &format, Day(20_000), &progress).unwrap();
        let row_offer = repeats::offer(&mut FILE.as_bytes(), &format, &survey, &progress).unwrap();
        assert!(row_offer.is_some(), "rows of one key are asked about");
        let proposal = propose(&survey, &format, "cases", &[]);
        let headers = survey.columns.iter().map(|column| column.header.clone()).collect();
        let choices = Choices {
            recipe: proposal.recipe,
            reasons: proposal.columns,
            mechanism: MechanismReason::NothingTells,
            as_of_event: None,
            is_dataset_given: false,
            open: std::collections::BTreeSet::new(),
            row_offer,
            origin: Origin::Proposed,
            differences: Vec::new(),
        };
        let mut watch = encoding::Watch::default();
        watch.feed(FILE.as_bytes());
        let encoding = watch.finish();
        let (name, hash, sample) = ("cases.csv".to_owned(), String::new(), String::new());
        let file = FileFacts { name, size: FILE.len() as u64, hash, encoding, sample };
        let source = Source::File("cases.csv".into());
        let mut reader = || -> std::io::Result<Box<dyn std::io::Read + Send>> { Ok(Box::new(FILE.as_bytes())) };
        let tried = trial(&mut reader, &[], &choices.recipe, &progress);
        let (raws, places, kept, by) = (Vec::new(), Vec::new(), Vec::new(), By::Proposal);
        let looked = Looked { source, file, headers, survey, raws, places, kept, by, choices, trial: tried };
        Review::new(looked, 1, Destination::New)
    }

    #[test]
    fn rows_of_one_key_stand_in_the_way_until_decided_and_can_be_decided_otherwise() {
        let mut accepted = review();
        assert_eq!(accepted.obstacle(), Some(Obstacle::Rows("Case ID".to_owned())));
        accepted.choose_rows(RowChoice::OneRecord(true));
        assert_eq!((accepted.obstacle(), read(&accepted)), (Some(Obstacle::Trying), (3, 3, 0)));
        assert_eq!(accepted.reasons[0].why, Why::Chosen, "the column became the key");
        accepted.choose_rows(RowChoice::OneRecord(false));
        assert_eq!(read(&accepted), (6, 0, 0));
        let mut refused = review();
        refused.choose_rows(RowChoice::OneRecord(false));
        assert_eq!((refused.row_offer.is_none(), read(&refused)), (true, (6, 0, 0)));
        refused.choose_rows(RowChoice::OneRecord(true));
        assert_eq!(read(&refused), (3, 3, 0));
    }

    #[test]
    fn rows_that_are_left_out_can_be_let_in() {
        let mut review = review();
        review.choose_rows(RowChoice::OneRecord(false));
        review.recipe.rows.leave_out.push(LeaveOut {
            column: "Organisation".to_owned(),
            when: RowTest::Equals("bern".to_owned()),
            reason: "not_incidents".to_owned(),
            off: false,
        });
        assert_eq!(read(&review), (4, 0, 2));
        review.choose_rows(RowChoice::LeaveOut(0, false));
        assert_eq!(read(&review), (6, 0, 0));
    }
}
