//! The facts about one dataset: changed as an edit, so that it can be undone and stands in the history.

use eframe::egui;

use crate::app::command::Command;
use crate::app::opened::Opened;
use crate::app::settings_page::annotations::AnnotationsDraft;
use crate::app::settings_page::conventions::ConventionsDraft;
use crate::app::settings_page::denominator::DenominatorDraft;
use crate::app::settings_page::{RowName, row};
use crate::app::theme::space;
use crate::app::top_bar::period::{iso, parts};
use crate::app::view::View;
use crate::app::widgets::{choice, field, label};
use crate::model::calendar::Day;
use crate::model::dataset::{Dataset, Denominator, Mechanism};
use crate::model::date::PartialDate;
use crate::model::event::EventKind;
use crate::model::period::FiscalStart;
use crate::text;

/// Width of a field for a day or a number.
const WIDTH: f32 = 160.0;

/// Width of a field for words.
const WIDE: f32 = 440.0;

/// What is typed about a dataset and not yet taken over.
#[derive(Default)]
pub struct DatasetDraft {
    /// The dataset that the texts were taken from.
    of: Option<Dataset>,
    name: String,
    publisher: String,
    as_of: String,
    coverage: String,
    fiscal: String,
    floor: String,
    note: String,
    zone: String,
    annotations: AnnotationsDraft,
    denominator: DenominatorDraft,
    words: ConventionsDraft,
}

impl DatasetDraft {
    fn of(dataset: &Dataset) -> Self {
        Self {
            of: Some(dataset.clone()),
            name: dataset.name.clone(),
            publisher: dataset.publisher.clone(),
            as_of: iso(dataset.as_of),
            coverage: dataset.coverage_start.map(iso).unwrap_or_default(),
            fiscal: dataset.fiscal_start.map(|(month, day)| format!("{month:02}-{day:02}")).unwrap_or_default(),
            floor: dataset.floor.map(|floor| floor.to_string()).unwrap_or_default(),
            note: dataset.note.clone(),
            zone: dataset.offset_minutes.map(zone_text).unwrap_or_default(),
            annotations: AnnotationsDraft::of(&dataset.annotations),
            denominator: DenominatorDraft::of(dataset.denominator.as_ref()),
            words: ConventionsDraft::of(&dataset.words),
        }
    }

    /// Shows the facts and sends what was changed.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, dataset: &Dataset) {
        if self.of.as_ref() != Some(dataset) {
            *self = Self::of(dataset);
        }
        ui.spacing_mut().item_spacing.y = space::S;
        let title = view.tr_args("app-dataset-title", &[("name", (&dataset.name).into())]);
        label::section(ui, &title);
        ui.add_enabled_ui(!opened.is_read_only(), |ui| {
            if let Some(changed) = self.rows_ui(ui, view, dataset) {
                view.send(Command::ChangeDataset(Box::new(changed)));
            }
        });
    }

    fn rows_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, dataset: &Dataset) -> Option<Dataset> {
        let mut changed = None;
        let change = |with: &dyn Fn(&mut Dataset)| {
            let mut next = dataset.clone();
            with(&mut next);
            (next != *dataset).then_some(next)
        };
        row(ui, &view.tr("app-dataset-name"), |ui, name| {
            if committed(ui, &mut self.name, name, WIDE) && !self.name.trim().is_empty() {
                changed = change(&|next| self.name.trim().clone_into(&mut next.name));
            }
        });
        row(ui, &view.tr("app-dataset-publisher"), |ui, name| {
            if committed(ui, &mut self.publisher, name, WIDE) {
                changed = change(&|next| self.publisher.trim().clone_into(&mut next.publisher));
            }
        });
        row(ui, &view.tr("app-dataset-mechanism"), |ui, name| {
            let options = Mechanism::ALL.map(|one| (one, view.tr(&format!("mechanism-{}", one.key()))));
            if let Some(chosen) = choice::segments(ui, &name.words, dataset.mechanism, &options) {
                changed = change(&|next| next.mechanism = chosen);
            }
        });
        label::foot(ui, &view.tr(mechanism_why(dataset.mechanism)));
        changed.or_else(|| self.days_ui(ui, view, dataset))
    }

    fn days_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, dataset: &Dataset) -> Option<Dataset> {
        let mut next = dataset.clone();
        let unclear = view.tr("app-period-not-understood");
        row(ui, &view.tr("app-dataset-as-of"), |ui, name| {
            let typed = day_of(&self.as_of, Edge::Last);
            if committed(ui, &mut self.as_of, name, WIDTH)
                && let Some(day) = typed
            {
                next.complete_to(day);
            }
            answer(ui, view, typed.ok_or(unclear.as_str()));
        });
        row(ui, &view.tr("app-dataset-coverage"), |ui, name| {
            let blank = self.coverage.trim().is_empty();
            let typed = day_of(&self.coverage, Edge::First);
            if committed(ui, &mut self.coverage, name, WIDTH) && (blank || typed.is_some()) {
                next.coverage_start = typed;
            }
            if blank {
                label::foot(ui, &view.tr("app-dataset-coverage-unknown"));
            } else {
                answer(ui, view, typed.ok_or(unclear.as_str()));
            }
        });
        row(ui, &view.tr("app-dataset-fiscal"), |ui, name| {
            let blank = self.fiscal.trim().is_empty();
            let typed = fiscal_of(&self.fiscal);
            if committed(ui, &mut self.fiscal, name, WIDTH) && (blank || typed.is_some()) {
                next.fiscal_start = typed;
            }
            if !blank && typed.is_none() {
                label::foot(ui, &view.tr("app-dataset-fiscal-unclear"));
            }
        });
        row(ui, &view.tr("app-dataset-floor"), |ui, name| {
            let typed: Option<u64> = self.floor.trim().parse().ok();
            let fits = typed.is_some() || self.floor.trim().is_empty();
            if committed(ui, &mut self.floor, name, WIDTH) && fits {
                next.floor = typed.filter(|floor| *floor > 0);
            }
            label::foot(ui, &view.tr("app-dataset-floor-why"));
        });
        self.rest_ui(ui, view, dataset, &mut next);
        self.history_ui(ui, view, dataset, &mut next);
        (next != *dataset).then_some(next)
    }

    /// What changed over time around the data, and how its words and times are read.
    fn history_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, dataset: &Dataset, next: &mut Dataset) {
        if let Some(annotations) = self.annotations.show(ui, view, &dataset.annotations) {
            next.annotations = annotations;
        }
        if let Some(denominator) = self.denominator.show(ui, view) {
            next.denominator = (denominator != Denominator::default()).then_some(denominator);
        }
        row(ui, &view.tr("facts-zone"), |ui, name| {
            let blank = self.zone.trim().is_empty();
            let typed = zone_of(&self.zone);
            if committed(ui, &mut self.zone, name, WIDTH) && (blank || typed.is_some()) {
                next.offset_minutes = typed;
            }
            let key = if blank {
                "facts-zone-unknown"
            } else if typed.is_none() {
                "facts-zone-unclear"
            } else {
                "facts-zone-why"
            };
            label::foot(ui, &view.tr(key));
        });
        if let Some(words) = self.words.show(ui, view, &dataset.words) {
            next.words = words;
        }
        if !dataset.file_name.is_empty() {
            let read = dataset.read_on.map(|day| text::day(view.lang(), parts(day))).unwrap_or_default();
            let words = [("file", (&dataset.file_name).into()), ("day", read.into())];
            label::foot(ui, &view.tr_args("app-dataset-file", &words));
        }
    }

    fn rest_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, dataset: &Dataset, next: &mut Dataset) {
        row(ui, &view.tr("app-dataset-listing"), |ui, name| {
            let none = (None, view.tr("app-dataset-listing-none"));
            let events = EventKind::ALL.map(|kind| (Some(kind), view.tr(&format!("event-{}", kind.key()))));
            let options: Vec<(Option<EventKind>, String)> = std::iter::once(none).chain(events).collect();
            if let Some(chosen) = choice::drop_down(ui, "listing", &name.words, dataset.listing_event, &options) {
                next.listing_event = chosen;
            }
        });
        row(ui, &view.tr("app-dataset-note"), |ui, name| {
            let note = egui::TextEdit::multiline(&mut self.note).desired_rows(2).desired_width(WIDE);
            if ui.add(note).labelled_by(name.id).lost_focus() {
                self.note.trim().clone_into(&mut next.note);
            }
        });
    }
}

/// A field; says whether what is in it was just confirmed by Enter or by leaving it.
fn committed(ui: &mut egui::Ui, text: &mut String, name: &RowName, width: f32) -> bool {
    ui.add(field::line(text, width)).labelled_by(name.id).lost_focus()
}

/// Says beside a field which day was understood.
fn answer(ui: &mut egui::Ui, view: &View<'_>, day: Result<Day, &str>) {
    match day {
        Ok(day) => label::foot(ui, &text::day(view.lang(), parts(day))),
        Err(words) => label::foot(ui, words),
    };
}

#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

fn day_of(text: &str, edge: Edge) -> Option<Day> {
    let days = PartialDate::parse(text.trim()).ok()?.days();
    match edge {
        Edge::First => days.lo,
        Edge::Last => days.hi,
    }
}

/// `07-24` as month and day.
fn fiscal_of(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.trim().split_once(['-', '/', '.'])?;
    let start = FiscalStart::new(month.trim().parse().ok()?, day.trim().parse().ok()?).ok()?;
    Some((u8::try_from(start.month()).ok()?, u8::try_from(start.day()).ok()?))
}

/// Key of the sentence that says what a mechanism means for the figures.
const fn mechanism_why(mechanism: Mechanism) -> &'static str {
    match mechanism {
        Mechanism::Register => "app-mechanism-register-why",
        Mechanism::DisclosureList => "app-mechanism-list-why",
        Mechanism::Mixed => "app-mechanism-mixed-why",
    }
}

/// `+02:00` for an offset of 120 minutes.
fn zone_text(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The minutes of `+02:00`, `-5`, `+0530` or `UTC`.
fn zone_of(text: &str) -> Option<i16> {
    let text = text.trim().trim_start_matches("UTC").trim();
    if text.is_empty() || text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix(['-', '−'])?),
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "0"),
    };
    let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=14).contains(&hours) && (0..60).contains(&minutes)).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_as_people_write_it() {
        let table = [("+02:00", Some(120)), ("-5", Some(-300)), ("+0530", Some(330)), ("UTC", Some(0)), ("z", Some(0))];
        for (text, expected) in table.into_iter().chain([("+25", None), ("Paris", None), ("2", None)]) {
            assert_eq!(zone_of(text), expected, "{text}");
        }
        for minutes in [-720, -150, 0, 60, 345] {
            assert_eq!(zone_of(&zone_text(minutes)), Some(minutes));
        }
    }

    #[test]
    fn a_fiscal_start_is_a_month_and_a_day_of_every_year() {
        let table = [("07-24", Some((7, 24))), ("1-1", Some((1, 1))), ("02-30", None), ("13-01", None), ("July", None)];
        for (text, expected) in table {
            assert_eq!(fiscal_of(text), expected, "{text}");
        }
    }

    #[test]
    fn the_as_of_day_of_a_month_is_its_last() {
        assert_eq!(day_of("2024-02", Edge::Last), Day::from_ymd(2024, 2, 29));
        assert_eq!(day_of("2024-02", Edge::First), Day::from_ymd(2024, 2, 1));
        assert_eq!(day_of("one day", Edge::Last), None);
    }
}
