//! The filter by period: ready choices, and first and last day as text.

use eframe::egui;
use lucide_icons::Icon;

use crate::app::command::{Command, FilterCommand};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::space;
use crate::app::view::View;
use crate::app::widgets::{button, chip, choice, field, label, popup};
use crate::model::calendar::Day;
use crate::model::date::PartialDate;
use crate::model::period::{FiscalStart, Period, PeriodScheme};
use crate::query::question::Question;
use crate::text::{self, Lang};

/// Passing state of the editor.
#[derive(Default)]
pub struct PeriodEditor {
    from: String,
    to: String,
}

/// A ready choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Key of its words; they may take `period`.
    pub key: &'static str,
    /// First and last day; `None` is no limit.
    pub days: Option<(Day, Day)>,
}

/// The ready choices, as of the data's own date.
pub fn presets(question: &Question) -> Vec<Preset> {
    let as_of = question.as_of;
    let mut presets = vec![Preset { key: "app-period-all", days: None }];
    presets.push(Preset { key: "app-period-last-year", days: Some(last_full(PeriodScheme::Year, as_of)) });
    let (month, day) = question.fiscal_start;
    if let Ok(start) = FiscalStart::new(u32::from(month), u32::from(day))
        && start != FiscalStart::NEW_YEAR
    {
        let days = last_full(PeriodScheme::FiscalYear(start), as_of);
        presets.push(Preset { key: "app-period-last-fiscal-year", days: Some(days) });
    }
    presets.push(Preset { key: "app-period-last-quarter", days: Some(last_full(PeriodScheme::Quarter, as_of)) });
    let year_ago = as_of.add_months(-12).plus_days(1);
    presets.push(Preset { key: "app-period-twelve-months", days: Some((year_ago, as_of)) });
    presets
}

/// The latest period of this kind that is over.
fn last_full(scheme: PeriodScheme, as_of: Day) -> (Day, Day) {
    let current: Period = scheme.containing(as_of);
    let full = if current.last_day() <= as_of { current } else { current.offset(-1) };
    (full.first_day(), full.last_day())
}

impl PeriodEditor {
    /// The chip of the period, with its editor.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
        let filter = &opened.question.filter;
        let event = view.tr(&format!("event-{}", opened.question.date_of.key()));
        let words = words(view, opened);
        let response = if filter.from.is_none() && filter.to.is_none() {
            button::quiet(ui, &words)
        } else {
            let remove = view.tr_args("app-filter-remove", &[("filter", words.clone().into())]);
            let chip = chip::removable(ui, &words, &remove);
            if chip.removed {
                view.send(Command::Filter(FilterCommand::Period(None, None)));
            }
            chip.body
        };
        if response.clicked() {
            self.from = filter.from.map(iso).unwrap_or_default();
            self.to = filter.to.map(iso).unwrap_or_default();
        }
        popup::panel(&response, 400.0, |ui| self.editor_ui(ui, view, opened, &event));
    }

    fn editor_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, event: &str) {
        let question = &opened.question;
        label::foot(ui, &view.tr_args("app-period-by", &[("event", event.into())]));
        let current = question.filter.from.zip(question.filter.to);
        ui.spacing_mut().item_spacing.y = 2.0;
        for preset in presets(question) {
            let days = preset.days.map(|(from, to)| days_words(view.lang(), Some(from), Some(to), view));
            let words = view.tr(preset.key);
            let selected = preset.days == current && (preset.days.is_some() || question.filter.from.is_none());
            if choice::entry(ui, selected, &words, &days.unwrap_or_default()).clicked() {
                let (from, to) = preset.days.unzip();
                view.send(Command::Filter(FilterCommand::Period(from, to)));
                ui.close();
            }
        }
        ui.spacing_mut().item_spacing.y = space::S;
        ui.separator();
        self.days_ui(ui, view);
    }

    fn days_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        let (from, to) = (bound(&self.from, Bound::First), bound(&self.to, Bound::Last));
        ui.horizontal(|ui| {
            for (key, text) in [("app-period-from", &mut self.from), ("app-period-to", &mut self.to)] {
                ui.vertical(|ui| {
                    let name = label::foot(ui, &view.tr(key));
                    let field = field::line(text, 130.0).hint_text(view.tr("app-period-hint"));
                    ui.add(field).labelled_by(name.id);
                });
            }
        });
        let understood = match (from, to) {
            (Err(()), _) | (_, Err(())) => view.tr("app-period-not-understood"),
            (Ok(None), Ok(None)) => view.tr("app-period-all"),
            (Ok(Some(from)), Ok(Some(to))) if from > to => view.tr("app-period-reversed"),
            (Ok(from), Ok(to)) => days_words(view.lang(), from, to, view),
        };
        label::foot(ui, &understood);
        let entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
        if (button::secondary(ui, &view.tr("app-period-apply")).clicked() || entered)
            && let (Ok(from), Ok(to)) = (from, to)
            && from.zip(to).is_none_or(|(from, to)| from <= to)
        {
            view.send(Command::Filter(FilterCommand::Period(from, to)));
            ui.close();
        }
    }
}

#[derive(Clone, Copy)]
enum Bound {
    First,
    Last,
}

/// The first or last day of what was typed; nothing typed is no limit.
fn bound(text: &str, which: Bound) -> Result<Option<Day>, ()> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let days = PartialDate::parse(text.trim()).map_err(|_| ())?.days();
    match which {
        Bound::First => days.lo.map(Some).ok_or(()),
        Bound::Last => days.hi.map(Some).ok_or(()),
    }
}

/// A day as ISO writes it.
pub fn iso(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

/// A day as year, month and day of the month, as the words for dates want it.
pub fn parts(day: Day) -> (i32, u8, u8) {
    let (year, month, day) = day.ymd();
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}

/// "2025", "2015 – 2026", "5 – 8 September 2022", "from 1 March 2020", "until …".
/// First and last day in words.
pub fn days_words(lang: Lang, from: Option<Day>, to: Option<Day>, view: &View<'_>) -> String {
    match (from.map(parts), to.map(parts)) {
        (None, None) => view.tr("app-period-all"),
        (Some(from), None) => view.tr_args("app-period-since", &[("day", text::day(lang, from).into())]),
        (None, Some(to)) => view.tr_args("app-period-until", &[("day", text::day(lang, to).into())]),
        (Some((first, 1, 1)), Some((last, 12, 31))) => {
            if first == last {
                first.to_string()
            } else {
                format!("{first} – {last}")
            }
        }
        (Some(from), Some(to)) => text::day_range(lang, from, to),
    }
}

/// What the button or the chip of the period says.
fn words(view: &View<'_>, opened: &Opened) -> String {
    let filter = &opened.question.filter;
    if filter.from.is_none() && filter.to.is_none() {
        return icons::with(Icon::CalendarRange, &view.tr("app-period-all"));
    }
    let event = view.tr(&format!("event-{}", opened.question.date_of.key()));
    let days = days_words(view.lang(), filter.from, filter.to, view);
    view.tr_args("app-filter-chip", &[("name", event.into()), ("chosen", days.into())])
}

/// The width of the button or the chip.
pub fn width(ui: &egui::Ui, view: &View<'_>, opened: &Opened) -> f32 {
    let (filter, words) = (&opened.question.filter, words(view, opened));
    if filter.from.is_none() && filter.to.is_none() { button::quiet_width(ui, &words) } else { chip::width(ui, &words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn the_last_full_year_is_over() {
        let table = [
            (PeriodScheme::Year, day(2026, 8, 13), (day(2025, 1, 1), day(2025, 12, 31))),
            (PeriodScheme::Year, day(2025, 12, 31), (day(2025, 1, 1), day(2025, 12, 31))),
            (PeriodScheme::Quarter, day(2026, 8, 13), (day(2026, 4, 1), day(2026, 6, 30))),
            (
                PeriodScheme::FiscalYear(FiscalStart::new(7, 24).unwrap()),
                day(2026, 8, 13),
                (day(2025, 7, 24), day(2026, 7, 23)),
            ),
        ];
        for (scheme, as_of, expected) in table {
            assert_eq!(last_full(scheme, as_of), expected);
        }
    }

    #[test]
    fn a_coarse_date_bounds_by_its_first_and_last_day() {
        assert_eq!(bound("2024-02", Bound::First), Ok(Some(day(2024, 2, 1))));
        assert_eq!(bound("2024-02", Bound::Last), Ok(Some(day(2024, 2, 29))));
        assert_eq!(bound("2024-Q3", Bound::Last), Ok(Some(day(2024, 9, 30))));
        assert_eq!(bound(" ", Bound::Last), Ok(None));
        assert_eq!(bound("soon", Bound::First), Err(()));
    }
}
