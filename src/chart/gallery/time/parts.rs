//! What the figures over time have in common: choices, subtitles, feet, empty figures.

use crate::chart::figures::incidents::{IncidentsFigure, PeriodFigure};
use crate::chart::findings;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{Cell, ChartKey, ChartModel, FootLine, FootPart};
use crate::chart::records::RecordsKey;
use crate::chart::words;
use crate::query::question::PeriodKind;
use crate::text::{self, Lang, tr, tr_args};

/// Lengths of periods, shortest first.
pub const PERIODS: [PeriodKind; 5] =
    [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::FiscalYear];

/// The lengths of periods that make sense here: a fiscal year only where it is not the calendar's.
pub fn period_choice(ask: &Ask<'_>) -> Choice {
    let fiscal = ask.question.fiscal_start != (1, 1) || ask.question.period == PeriodKind::FiscalYear;
    Choice::Period(PERIODS.into_iter().filter(|kind| fiscal || *kind != PeriodKind::FiscalYear).collect())
}

/// `Incidents per quarter, by date of: Regulator notified`, and what light and hatched parts mean.
pub fn subtitle(ask: &Ask<'_>, key: &str, notes: &[&str]) -> String {
    let lang = ask.context.lang;
    let event = tr(lang, &format!("event-{}", ask.scope.date_of.key()));
    let args = [("period", words::per(lang, ask.scope.scheme).into()), ("event", event.into())];
    let mut subtitle = tr_args(lang, key, &args);
    for note in notes {
        subtitle.push_str(" · ");
        subtitle.push_str(&tr(lang, note));
    }
    subtitle
}

/// The notes that hold for these periods.
pub fn notes(periods: &[PeriodFigure]) -> Vec<&'static str> {
    let all = [
        (periods.iter().any(|found| found.coarse() > 0.0), "chart-note-coarse"),
        (periods.iter().any(PeriodFigure::is_partial), "chart-note-partial"),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect()
}

/// The first line of the foot: n, and what is left out of it.
pub fn counted_line(ask: &Ask<'_>, figure: &IncidentsFigure) -> FootLine {
    let n = figure.total.saturating_sub(figure.undated + figure.outside);
    let text = tr_args(ask.context.lang, "chart-n", &[("n", n.into())]);
    let mut parts = vec![FootPart::records(text, RecordsKey::All)];
    parts.extend(findings::incidents::left_out_of(figure, ask.scope, ask.context));
    FootLine { parts }
}

/// The last line of the foot.
pub fn basis_line(ask: &Ask<'_>) -> FootLine {
    words::basis(ask.scope, ask.context)
}

/// Why nothing is drawn over time: no record, none with a date, nothing covered. `None` where there is something.
pub fn nothing(ask: &Ask<'_>, figure: &IncidentsFigure) -> Option<String> {
    let lang = ask.context.lang;
    if figure.total == 0 {
        let all = ask.scope.all;
        return Some(if all == 0 {
            tr(lang, "chart-none-yet")
        } else {
            words::counted(lang, "chart-none-filtered", all)
        });
    }
    let dated = figure.total.saturating_sub(figure.undated + figure.outside);
    if figure.periods.is_empty() || dated == 0 {
        let event = tr(lang, &format!("event-{}", ask.scope.date_of.key()));
        return Some(tr_args(lang, "chart-empty-dates", &[("event", event.into())]));
    }
    None
}

/// A figure of which only its words are there, with the sentence that says why.
pub fn empty(
    key: ChartKey,
    (title, subtitle, sentence): (String, String, String),
    foot: Vec<FootLine>,
    definition: Vec<String>,
    choices: Vec<Choice>,
) -> Drawn {
    let model = ChartModel { foot, ..kinds::blank(key, title, subtitle, sentence) };
    Drawn { model, panels: Vec::new(), definition, choices }
}

/// The remarks on a bar of a period: `June 2021`, and whether it is whole.
pub fn hover(lang: Lang, found: &PeriodFigure, lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut hover = vec![words::capital(&words::period(lang, found.period))];
    hover.extend(lines);
    let count = &found.count;
    if count.is_partial() {
        let args = [("days", count.exposure_days.into()), ("all", count.period_days.into())];
        hover.push(tr_args(lang, "chart-hover-partial", &args));
    } else if let Some(share) = found.expected {
        hover.push(tr_args(lang, "trend-hover-expected", &[("share", text::share(lang, share, 0).into())]));
    }
    hover
}

/// The cells with which every row of a period begins: its name, its first and its last day.
pub fn period_cells(lang: Lang, found: &PeriodFigure) -> Vec<Cell> {
    vec![
        kinds::words(words::period(lang, found.period)),
        kinds::day(lang, found.period.first_day()),
        kinds::day(lang, found.period.last_day()),
    ]
}

/// `yes` or `no`.
pub fn yes_no(lang: Lang, yes: bool) -> Cell {
    kinds::words(tr(lang, if yes { "chart-yes" } else { "chart-no" }))
}
