//! About the dataset: its name, how records got into it, to which day it is complete, and where its records go.

use eframe::egui::{self, RichText};

use crate::app::clock;
use crate::app::command::Command;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::drafts::DraftField;
use crate::app::import_page::state::{Destination, Review};
use crate::app::import_page::{ImportPage, about, words};
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, label};
use crate::import::recipe::{DatasetRule, DateOrder};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::date::PartialDate;

/// Width of the names at the left.
pub const NAME: f32 = 150.0;

/// Offsets from UTC that are offered, in minutes.
const OFFSETS: [i16; 13] = [-480, -420, -360, -300, -240, 0, 60, 120, 180, 240, 330, 480, 540];

impl ImportPage {
    /// What is known of the dataset, to be changed.
    pub(super) fn dataset_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        egui::ScrollArea::vertical().id_salt("dataset").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            // Room for the scroll bar.
            ui.set_width(ui.available_width() - 10.0);
            if review.correction_of.is_some() {
                label::subtitle(ui, &view.tr("importing-dataset-correction"));
            } else {
                self.names_ui(ui, view, review);
                mechanism_ui(ui, view, review);
                about::clocks_ui(ui, view, review);
                self.days_ui(ui, view, review);
                zone_ui(ui, view, review);
                self.numbers_ui(ui, view, review);
            }
            destination_ui(ui, view, review);
        });
    }

    fn names_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let name = view.tr("importing-dataset-name");
        let current = &review.recipe.name;
        let field = DraftField { id: "name", name: &name, current, hint: "", width: 300.0 };
        if let Some(typed) = row(ui, &name, |ui| self.drafts.show(ui, &field)).filter(|typed| !typed.is_empty()) {
            view.send(Command::Import(ImportCommand::Name(typed)));
        }
        let name = view.tr("importing-publisher");
        let rule = &review.recipe.dataset;
        let field = DraftField { id: "publisher", name: &name, current: &rule.publisher, hint: "", width: 300.0 };
        if let Some(publisher) = row(ui, &name, |ui| self.drafts.show(ui, &field)) {
            send(view, DatasetRule { publisher, ..rule.clone() });
        }
        let name = view.tr("importing-licence");
        let field = DraftField { id: "licence", name: &name, current: &rule.licence, hint: "", width: 300.0 };
        if let Some(licence) = row(ui, &name, |ui| self.drafts.show(ui, &field)) {
            send(view, DatasetRule { licence, ..rule.clone() });
        }
        let name = view.tr("importing-note");
        let hint = view.tr("importing-note-hint");
        let field = DraftField { id: "note", name: &name, current: &rule.note, hint: &hint, width: 380.0 };
        if let Some(note) = row(ui, &name, |ui| self.drafts.show_lines(ui, &field)) {
            send(view, DatasetRule { note, ..rule.clone() });
        }
    }

    /// As-of date, start of coverage, start of the reporting year.
    fn days_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let rule = &review.recipe.dataset;
        let hint = view.tr("importing-day-hint");
        let name = view.tr("importing-as-of");
        let current = iso(review.as_of(clock::today()));
        let field = DraftField { id: "as-of", name: &name, current: &current, hint: &hint, width: 110.0 };
        let typed = row(ui, &name, |ui| {
            let typed = self.drafts.show(ui, &field);
            label::foot(ui, &as_of_words(view, review));
            typed
        });
        if let Some(day) = typed.and_then(|typed| parse_day(&typed)) {
            send(view, DatasetRule { as_of: Some(day), ..rule.clone() });
        }
        let name = view.tr("importing-coverage");
        let current = rule.coverage_start.map(iso).unwrap_or_default();
        let field = DraftField { id: "coverage", name: &name, current: &current, hint: &hint, width: 110.0 };
        let typed = row(ui, &name, |ui| {
            let typed = self.drafts.show(ui, &field);
            label::foot(ui, &view.tr("importing-coverage-why"));
            typed
        });
        if let Some(typed) = typed {
            let coverage_start = parse_day(&typed);
            if coverage_start.is_some() || typed.is_empty() {
                send(view, DatasetRule { coverage_start, ..rule.clone() });
            }
        }
        let name = view.tr("importing-fiscal");
        let current = rule.fiscal_start.map(|(month, day)| format!("{month:02}-{day:02}")).unwrap_or_default();
        let hint = view.tr("importing-fiscal-hint");
        let field = DraftField { id: "fiscal", name: &name, current: &current, hint: &hint, width: 110.0 };
        let typed = row(ui, &name, |ui| {
            let typed = self.drafts.show(ui, &field);
            label::foot(ui, &view.tr("importing-fiscal-why"));
            typed
        });
        if let Some(typed) = typed {
            let fiscal_start = parse_month_day(&typed);
            if fiscal_start.is_some() || typed.is_empty() {
                send(view, DatasetRule { fiscal_start, ..rule.clone() });
            }
        }
    }
}

pub(super) fn send(view: &View<'_>, rule: DatasetRule) {
    view.send(Command::Import(ImportCommand::Dataset(Box::new(rule))));
}

pub(super) fn row<R>(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(NAME, 32.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(NAME);
            ui.add(egui::Label::new(RichText::new(name).size(size::FOOT).color(ui.visuals().weak_text_color())).wrap());
        });
        add(ui)
    })
    .inner
}

fn mechanism_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let rule = &review.recipe.dataset;
    let name = view.tr("importing-mechanism");
    let current = rule.mechanism.unwrap_or_default();
    row(ui, &name, |ui| {
        let options = Mechanism::ALL
            .map(|mechanism| (mechanism, words::capitalised(&view.tr(&format!("mechanism-{}", mechanism.key())))));
        if let Some(mechanism) = choice::segments(ui, &name, current, &options) {
            send(view, DatasetRule { mechanism: Some(mechanism), ..rule.clone() });
        }
    });
    ui.horizontal(|ui| {
        ui.add_space(NAME + space::S);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            label::foot(
                ui,
                &view.tr(match current {
                    Mechanism::Register => "importing-mechanism-register",
                    Mechanism::DisclosureList => "importing-mechanism-list",
                    Mechanism::Mixed => "importing-mechanism-mixed",
                }),
            );
            if review.dataset_given && review.origin == super::look::Origin::Proposed {
                if button::link(ui, &view.tr("importing-as-proposed"), size::FOOT).clicked() {
                    view.send(Command::Import(ImportCommand::Propose));
                }
            } else {
                label::foot(ui, &words::capitalised(&review.mechanism_reason.words(view.lang())));
            }
        });
    });
}

fn as_of_words(view: &View<'_>, review: &Review) -> String {
    match (review.as_of_event, review.recipe.dataset.as_of) {
        _ if review.dataset_given && review.origin == super::look::Origin::Proposed => {
            view.tr("importing-as-of-chosen")
        }
        (Some(event), Some(_)) => {
            view.tr_args("importing-as-of-event", &[("event", words::event(view.lang(), event).into())])
        }
        (None, Some(_)) => view.tr("importing-as-of-latest"),
        (_, None) => view.tr("importing-as-of-today"),
    }
}

fn zone_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let rule = &review.recipe.dataset;
    let name = view.tr("importing-zone");
    row(ui, &name, |ui| {
        let mut options: Vec<(Option<i16>, String)> = vec![(None, view.tr("importing-zone-none"))];
        let mut offsets = OFFSETS.to_vec();
        if let Some(own) = rule.offset_minutes.filter(|own| !OFFSETS.contains(own)) {
            offsets.push(own);
        }
        options.extend(offsets.into_iter().map(|minutes| (Some(minutes), offset_words(minutes))));
        if let Some(offset_minutes) = choice::drop_down(ui, "zone", &name, rule.offset_minutes, &options) {
            send(view, DatasetRule { offset_minutes, ..rule.clone() });
        }
        label::foot(ui, &view.tr("importing-zone-why"));
    });
}

fn offset_words(minutes: i16) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    let minutes = minutes.unsigned_abs();
    if minutes == 0 { "UTC".to_owned() } else { format!("UTC{sign}{}:{:02}", minutes / 60, minutes % 60) }
}

fn destination_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let Some(opened) = view.state.opened.as_ref().filter(|opened| !opened.is_read_only()) else { return };
    if review.replaces || review.correction_of.is_some() {
        return;
    }
    let name = view.tr("importing-into");
    row(ui, &name, |ui| {
        let this = view.tr_args("importing-into-open", &[("name", opened.title().into())]);
        let edition = review.edition_of(&opened.datasets, clock::today());
        let mut options = vec![(Destination::Open, this), (Destination::New, view.tr("importing-into-new"))];
        if let Some(dataset) = edition {
            options.insert(0, (Destination::Edition(dataset.id), view.tr("renew-into-edition")));
        } else if matches!(review.destination, Destination::Edition(_)) {
            view.send(Command::Import(ImportCommand::Into(Destination::Open)));
        }
        if let Some(destination) = choice::segments(ui, &name, review.destination, &options) {
            view.send(Command::Import(ImportCommand::Into(destination)));
        }
        if let Some(dataset) = edition.filter(|dataset| review.destination == Destination::Edition(dataset.id)) {
            let args = [
                ("name", (&dataset.name).into()),
                ("day", crate::chart::words::day(view.lang(), dataset.as_of).into()),
            ];
            label::foot(ui, &view.tr_args("renew-into-edition-why", &args));
        }
    });
}

fn iso(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

/// A day as it is typed: ISO or in words; a month or year is no day.
fn parse_day(text: &str) -> Option<Day> {
    let date = PartialDate::parse_with(text, DateOrder::DayMonthYear).ok()?;
    date.days().exact()
}

fn parse_month_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.trim().split_once('-')?;
    let (month, day): (u8, u8) = (month.trim().parse().ok()?, day.trim().parse().ok()?);
    // In a leap year, so that 29 February is a day.
    Day::from_ymd(2024, u32::from(month), u32::from(day)).map(|_| (month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_understood_as_typed() {
        for (text, day) in [
            ("2026-03-31", Day::from_ymd(2026, 3, 31)),
            ("31/03/2026", Day::from_ymd(2026, 3, 31)),
            ("31 mars 2026", Day::from_ymd(2026, 3, 31)),
            ("2026-03", None),
            ("soon", None),
        ] {
            assert_eq!(parse_day(text), day, "{text}");
        }
        assert_eq!(parse_month_day("07-24"), Some((7, 24)));
        assert_eq!(parse_month_day("13-01"), None);
        assert_eq!(offset_words(-300), "UTC−5:00");
        assert_eq!(offset_words(330), "UTC+5:30");
    }
}
