//! Years by the words of a field, as numbers or as shares of each year.

use crate::chart::figures::LEVEL;
use crate::chart::figures::groups::{Group, GroupFigure, Row};
use crate::chart::figures::incidents::PeriodFigure;
use crate::chart::figures::scope::Scope;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::season::{bands, year_month};
use crate::chart::gallery::time::by_group::{self, within};
use crate::chart::gallery::time::parts;
use crate::chart::gallery::{Ask, Drawn, fields};
use crate::chart::kinds;
use crate::chart::model::{
    ChartKey, ChartModel, ColourRole, DataTable, FootLine, FootPart, HeatCell, Legend, Marks, Series,
};
use crate::chart::records::RecordsKey;
use crate::chart::words;
use crate::stats::share::share;
use crate::text::{self, Lang, tr, tr_args};

/// Fewest incidents of a year of which shares are told.
const FEWEST: u64 = 5;

/// What the cells say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    Count,
    Share,
}

struct Parts<'a> {
    ask: &'a Ask<'a>,
    lang: Lang,
    figure: GroupFigure,
    show: Show,
}

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let scope = Scope { scheme: ask.scope.year, ..ask.scope.clone() };
    let ask = &Ask { scope: &scope, ..*ask };
    let show = if ask.options.get("show") == Some("share") { Show::Share } else { Show::Count };
    let Some(field) = fields::chosen(ask) else {
        let subtitle = parts::subtitle(ask, "chart-subtitle-incidents", &[]);
        let texts = (tr(lang, "time-group-none-title"), subtitle, tr(lang, "time-group-none"));
        return parts::empty(ChartKey::YearGroup, texts, vec![parts::basis_line(ask)], Vec::new(), Vec::new());
    };
    let figure = GroupFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope, (&field, fields::top(ask)));
    let parts = Parts { ask, lang, figure, show };
    let (choices, definition, foot) = (parts.choices(), parts.definition(), parts.foot());
    let (title, subtitle) = (by_group::title(lang, &parts.figure), parts.subtitle());
    if let Some(sentence) = parts::nothing(ask, &parts.figure.incidents) {
        return parts::empty(ChartKey::YearGroup, (title, subtitle, sentence), foot, definition, choices);
    }
    let years = parts.figure.incidents.periods.iter().map(|found| words::period(lang, found.period));
    let groups = parts.figure.each.iter().rev().map(|row| parts.name(row));
    let (cells, legend) = parts.cells();
    let model = ChartModel {
        alt: words::alt(lang, "season-alt-table", &title, &subtitle, ""),
        foot,
        x: bands(years),
        y: bands(groups),
        series: vec![Series {
            key: "groups".to_owned(),
            name: tr(lang, "chart-incidents-series"),
            role: ColourRole::Data(1),
            marks: Marks::Cells { cells },
            label: None,
        }],
        legend,
        table: parts.table(),
        empty: None,
        ..kinds::blank(ChartKey::YearGroup, title, subtitle, String::new())
    };
    Drawn { model, panels: Vec::new(), definition, choices }
}

impl Parts<'_> {
    fn name(&self, row: &Row) -> String {
        by_group::group_name(self.lang, &self.figure, row.group)
    }

    fn subtitle(&self) -> String {
        let mut notes = vec!["season-note-shade"];
        notes.extend(
            parts::notes(&self.figure.incidents.periods).into_iter().filter(|note| *note == "chart-note-partial"),
        );
        let key = if self.show == Show::Share { "season-subtitle-share" } else { "chart-subtitle-incidents" };
        let subtitle = parts::subtitle(self.ask, key, &notes);
        let args = [("subtitle", subtitle.into()), ("field", fields::name(self.lang, &self.figure.field).into())];
        tr_args(self.lang, "time-subtitle-by", &args)
    }

    fn foot(&self) -> Vec<FootLine> {
        let figure = &self.figure;
        let mut own = Vec::new();
        let other = figure.other_records();
        if other > 0 {
            let args = [("count", other.into()), ("groups", figure.other_words.into())];
            let records = RecordsKey::Where(figure.condition_each(Group::Other));
            own.push(FootPart::records(tr_args(self.lang, "time-foot-other", &args), records));
        }
        if figure.several > 0 {
            let records = RecordsKey::Where(figure.condition_once(Group::Several));
            own.push(FootPart::records(words::counted(self.lang, "time-foot-each", figure.several), records));
        }
        own.push(FootPart::text(tr(self.lang, "chart-interval-note")));
        own.push(FootPart::text(tr(self.lang, "chart-reported")));
        vec![parts::counted_line(self.ask, &figure.incidents), FootLine { parts: own }, parts::basis_line(self.ask)]
    }

    /// Share of a year's incidents, where there are enough.
    fn share_of(found: &PeriodFigure, count: u64) -> Option<f64> {
        let of = found.count.certain;
        (of >= FEWEST).then(|| count as f64 / of as f64)
    }

    fn cells(&self) -> (Vec<HeatCell>, Legend) {
        let figures = &self.figure.incidents.periods;
        let value = |row: &Row, at: usize, found: &PeriodFigure| {
            let count = row.counts.get(at).copied().unwrap_or(0);
            match self.show {
                Show::Count => Some(count as f64),
                Show::Share => Self::share_of(found, count),
            }
        };
        let all = self
            .figure
            .each
            .iter()
            .flat_map(|row| figures.iter().enumerate().filter_map(move |(at, found)| value(row, at, found)));
        let most = all.fold(0.0, f64::max);
        let mut cells = Vec::new();
        for (y, row) in self.figure.each.iter().rev().enumerate() {
            for (x, found) in figures.iter().enumerate() {
                cells.push(self.cell((x, y), row, found, value(row, x, found).map(|value| value / most.max(1e-9))));
            }
        }
        let legend = match self.show {
            Show::Count => year_month::shades(self.lang, most as u64),
            Show::Share => {
                let step = |part: f64| (part, text::share(self.lang, most * part, 0));
                Legend::Shades(vec![step(0.0), step(0.5), step(1.0)])
            }
        };
        (cells, legend)
    }

    fn cell(&self, (x, y): (usize, usize), row: &Row, found: &PeriodFigure, shade: Option<f64>) -> HeatCell {
        let lang = self.lang;
        let (count, of) = (row.counts.get(x).copied().unwrap_or(0), found.count.certain);
        let args = [("group", self.name(row).into()), ("incidents", words::incidents(lang, count).into())];
        let mut lines = vec![tr_args(lang, "time-hover-group", &args), words::counted(lang, "time-hover-of", of)];
        let told = share(count, of, LEVEL).filter(|_| of >= FEWEST);
        if let Some(found) = told {
            let args = [
                ("share", text::share(lang, found.share, 0).into()),
                ("low", text::share(lang, found.wilson.0, 0).into()),
                ("high", text::share(lang, found.wilson.1, 0).into()),
            ];
            lines.push(tr_args(lang, "season-hover-share", &args));
        }
        let label = match (self.show, told) {
            (Show::Count, _) => text::number(lang, count),
            (Show::Share, Some(found)) => text::share(lang, found.share, 0),
            // Too few for a share: the number itself, beside what it is out of.
            (Show::Share, None) => format!("{count}/{of}"),
        };
        HeatCell {
            x: u32::try_from(x).unwrap_or(u32::MAX),
            y: u32::try_from(y).unwrap_or(u32::MAX),
            shade,
            partial: found.is_partial(),
            label,
            hover: parts::hover(lang, found, lines),
            records: RecordsKey::Where(within(self.ask, found.period).and(self.figure.condition_each(row.group))),
        }
    }

    fn table(&self) -> DataTable {
        let lang = self.lang;
        let column = |name: &str| tr(lang, &format!("chart-column-{name}"));
        let mut headers = vec![column("period"), column("from"), column("to")];
        headers.extend(self.figure.each.iter().map(|row| self.name(row)));
        if self.show == Show::Share {
            headers.extend(self.figure.each.iter().map(|row| format!("{}: {}", self.name(row), column("share"))));
        }
        headers.extend([column("incidents"), column("partial")]);
        let rows = self.figure.incidents.periods.iter().enumerate().map(|(at, found)| {
            let counts = || self.figure.each.iter().map(move |row| row.counts.get(at).copied().unwrap_or(0));
            let mut cells = parts::period_cells(lang, found);
            cells.extend(counts().map(|count| kinds::count(lang, count)));
            if self.show == Show::Share {
                cells.extend(counts().map(|count| kinds::share(lang, Self::share_of(found, count))));
            }
            cells.push(kinds::count(lang, found.count.certain));
            cells.push(parts::yes_no(lang, found.is_partial()));
            cells
        });
        DataTable { headers, rows: rows.collect() }
    }

    fn choices(&self) -> Vec<Choice> {
        let shows = [("count", "season-show-count"), ("share", "season-show-share")];
        let shows = shows.into_iter().map(|(value, key)| (value.to_owned(), tr(self.lang, key))).collect();
        vec![
            fields::choice(self.ask, &self.figure.field),
            fields::top_choice(self.ask),
            Choice::Own(OwnChoice {
                key: "show",
                name: tr(self.lang, "season-choice-show"),
                control: Control::Segments(shows),
                current: if self.show == Show::Share { "share" } else { "count" }.to_owned(),
            }),
            Choice::DateOf,
        ]
    }

    fn definition(&self) -> Vec<String> {
        let last = if self.show == Show::Share { "season-define-share" } else { "season-define-table-misled" };
        ["time-define-groups", "season-define-groups", last].iter().map(|key| tr(self.lang, key)).collect()
    }
}
