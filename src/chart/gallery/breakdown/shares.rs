//! Records by the words of a field: shares with their intervals, numbers, or the typical number affected.

use crate::chart::figures::breakdown::{Breakdown, Group};
use crate::chart::findings;
use crate::chart::gallery::affected::parts::{log_ticks, numbers, segments, short};
use crate::chart::gallery::breakdown::naming;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Grid, Marks, Range,
    RangeStyle, Scale, Series, Tick,
};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, Rounding};
use crate::frame::batch::Field;
use crate::query::Expr;
use crate::query::expr::Sure;
use crate::text::{self, Lang, tr, tr_args};

/// Words named in a headline that are equally frequent.
const MOST_TIED: usize = 3;

/// Fewest numbers of a group for its middle to be drawn.
const LEAST: u64 = 5;

/// What is shown of each group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    Share,
    Number,
    Median,
}

/// What is drawn.
struct Shares<'a> {
    ask: &'a Ask<'a>,
    lang: Lang,
    field: Field,
    found: Breakdown,
    show: Show,
    /// Whether shares are of all records, or of those that have a word.
    of_all: bool,
}

/// One row from top to bottom.
enum Row<'a> {
    Group(&'a Group),
    Others,
    Without,
}

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let definition = ["breakdown-define", "breakdown-define-how", "breakdown-define-care"].map(|key| tr(lang, key));
    let blank = |sentence: String, choices: Vec<Choice>| Drawn {
        model: ChartModel {
            foot: vec![
                FootLine { parts: words::scope_notes(ask.scope, ask.context) },
                words::basis(ask.scope, ask.context),
            ],
            ..kinds::blank(ChartKey::Breakdown, tr(lang, "breakdown-title-none"), String::new(), sentence)
        },
        panels: Vec::new(),
        definition: definition.to_vec(),
        choices,
    };
    if ask.selection.is_empty() {
        return blank(findings::incidents::nothing_in(ask.scope, lang), Vec::new());
    }
    let Some((of_field, field)) = naming::choice(ask, &naming::offered(ask.snapshot)) else {
        return blank(tr(lang, "breakdown-empty-no-field"), Vec::new());
    };
    let shown =
        [("share", "people-choice-share"), ("number", "people-choice-number"), ("median", "breakdown-choice-median")];
    let has_numbers = ask.snapshot.measures().contains(&ask.question.measure);
    let (show, chosen) = segments(ask, "show", "people-choice-show", if has_numbers { &shown } else { &shown[..2] });
    let (top, most) = numbers(ask, "top", "breakdown-choice-top", &[10, 5, 20]);
    let show_as = match chosen.as_str() {
        "median" => Show::Median,
        "number" => Show::Number,
        _ => Show::Share,
    };
    let mut choices = vec![of_field, show, top];
    let bases = [("all", "breakdown-choice-all"), ("stated", "breakdown-choice-stated")];
    let (of, base) = segments(ask, "of", "breakdown-choice-of", &bases);
    if show_as == Show::Share {
        choices.push(of);
    }
    if show_as == Show::Median {
        choices.push(Choice::Measure);
    }
    let measure = (show_as == Show::Median).then_some(ask.question.measure);
    let found = Breakdown::compute(ask.snapshot, ask.selection, &field, most, measure);
    if found.groups.is_empty() {
        let sentence = tr_args(lang, "breakdown-empty-no-word", &[("field", naming::name(lang, &field).into())]);
        return blank(sentence, choices);
    }
    let shares = Shares { ask, lang, field, found, show: show_as, of_all: base == "all" };
    let few = shares.show == Show::Median && shares.found.groups.iter().all(|group| middle(group).is_none());
    if few {
        return blank(tr(lang, "chart-few-numbers"), choices);
    }
    Drawn { model: shares.model(), panels: Vec::new(), definition: definition.to_vec(), choices }
}

/// The middle of a group with enough numbers to be drawn.
fn middle(group: &Group) -> Option<crate::chart::figures::pool::Middle> {
    group.middle.filter(|middle| middle.n >= LEAST && middle.lo >= 1.0)
}

impl Shares<'_> {
    fn model(&self) -> ChartModel {
        let (lang, rows) = (self.lang, self.rows());
        let (title, subtitle) = (self.title(), self.subtitle());
        let last = rows.len().saturating_sub(1);
        let mut names: Vec<Tick> = rows
            .iter()
            .enumerate()
            .map(|(index, row)| Tick { at: (last - index) as f64, label: short(&self.row_name(row)) })
            .collect();
        names.reverse();
        let (series, x) = if self.show == Show::Median { self.medians(&rows) } else { self.bars(&rows) };
        ChartModel {
            foot: vec![FootLine { parts: self.notes() }, words::basis(self.ask.scope, self.ask.context)],
            alt: words::alt(lang, "chart-alt-bars", &title, &subtitle, ""),
            x,
            y: Axis {
                title: String::new(),
                scale: Scale::Band,
                lo: -0.5,
                hi: last as f64 + 0.5,
                ticks: names,
                grid: Grid::Off,
            },
            series,
            table: self.table(&rows),
            empty: None,
            ..kinds::blank(ChartKey::Breakdown, title, subtitle, String::new())
        }
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = self.found.groups.iter().map(Row::Group).collect();
        if self.show != Show::Median && self.found.others > 0 {
            rows.push(Row::Others);
        }
        let in_whole = self.show == Show::Number || (self.show == Show::Share && self.of_all);
        if in_whole && self.found.without > 0 {
            rows.push(Row::Without);
        }
        rows
    }

    fn count(&self, row: &Row<'_>) -> u64 {
        match row {
            Row::Group(group) => group.count,
            Row::Others => self.found.others,
            Row::Without => self.found.without,
        }
    }

    fn word(&self, word: &str) -> String {
        naming::word(self.lang, &self.field, word)
    }

    fn row_name(&self, row: &Row<'_>) -> String {
        match row {
            Row::Group(group) => self.word(&group.word),
            Row::Others => words::counted(self.lang, "breakdown-others", self.found.other_words.len() as u64),
            Row::Without => tr(self.lang, "breakdown-without"),
        }
    }

    fn role(row: &Row<'_>) -> Option<ColourRole> {
        match row {
            Row::Group(_) => None,
            Row::Others => Some(ColourRole::Other),
            Row::Without => Some(ColourRole::Unknown),
        }
    }

    fn behind(&self, row: &Row<'_>) -> RecordsKey {
        let words = |words: Vec<String>| Expr::Words { field: self.field.clone(), words };
        RecordsKey::Where(match row {
            Row::Group(group) => words(vec![group.word.clone()]),
            Row::Without => words(vec![String::new()]),
            // Where a record has one word at most, leaving out the others is shorter than naming them all.
            Row::Others if self.found.several == 0 => {
                let named = self.found.groups.iter().map(|group| group.word.clone());
                Expr::Not(Box::new(words(named.chain(std::iter::once(String::new())).collect())))
            }
            Row::Others => words(self.found.other_words.clone()),
        })
    }

    /// Share of what is counted in, and its interval.
    fn share(&self, row: &Row<'_>) -> Option<crate::stats::share::Share> {
        self.found.share(self.count(row), self.of_all)
    }

    fn share_words(&self, row: &Row<'_>) -> Option<String> {
        let share = self.share(row)?;
        let said = |share: f64| text::share(self.lang, share, 0);
        let whole = if self.of_all { self.found.total } else { self.found.stated() };
        let args = [
            ("share", said(share.share).into()),
            ("n", whole.into()),
            ("low", said(share.wilson.0).into()),
            ("high", said(share.wilson.1).into()),
        ];
        Some(tr_args(self.lang, "breakdown-hover-share", &args))
    }

    fn hover(&self, row: &Row<'_>) -> Vec<String> {
        let mut lines = vec![self.row_name(row), words::incidents(self.lang, self.count(row))];
        // Fewer than five are records, not a rate.
        lines.extend(self.share_words(row).filter(|_| self.count(row) >= 5));
        lines
    }

    fn bars(&self, rows: &[Row<'_>]) -> (Vec<Series>, Axis) {
        let (lang, as_share) = (self.lang, self.show == Show::Share);
        let last = rows.len().saturating_sub(1);
        let length = |row: &Row<'_>| {
            if as_share { self.share(row).map_or(0.0, |share| share.share) } else { self.count(row) as f64 }
        };
        let has_whisker = |row: &Row<'_>| as_share && self.count(row) >= 5 && !matches!(row, Row::Without);
        let label = |row: &Row<'_>| {
            if as_share && self.count(row) >= 5 {
                text::share(lang, length(row), usize::from(length(row) < 0.01))
            } else {
                text::number(lang, self.count(row))
            }
        };
        let bar = |(index, row): (usize, &Row<'_>)| Bar {
            at: (last - index) as f64,
            width: 1.0,
            base: 0.0,
            certain: length(row),
            coarse: 0.0,
            partial: false,
            role: Self::role(row),
            label: if has_whisker(row) { String::new() } else { label(row) },
            hover: self.hover(row),
            records: self.behind(row),
        };
        let mut series = vec![Series {
            key: "groups".to_owned(),
            name: tr(lang, "chart-incidents-series"),
            role: ColourRole::Data(1),
            marks: Marks::Bars { direction: Direction::Right, bars: rows.iter().enumerate().map(bar).collect() },
            label: None,
        }];
        let mut most = rows.iter().map(length).fold(0.0, f64::max);
        if as_share {
            let whisker = |(index, row): (usize, &Row<'_>)| {
                let share = self.share(row)?;
                has_whisker(row).then(|| Range {
                    at: (last - index) as f64,
                    lo: Some(share.wilson.0),
                    hi: Some(share.wilson.1),
                    middle: None,
                    style: RangeStyle::Whisker,
                    role: None,
                    label: label(row),
                    hover: self.hover(row),
                    records: self.behind(row),
                })
            };
            let ranges: Vec<Range> = rows.iter().enumerate().filter_map(whisker).collect();
            most = ranges.iter().filter_map(|range| range.hi).fold(most, f64::max);
            series.push(Series {
                key: "interval".to_owned(),
                name: tr(lang, "chart-interval-note"),
                role: ColourRole::Muted,
                marks: Marks::Ranges { direction: Direction::Right, ranges },
                label: None,
            });
        }
        let hi = if most > 0.0 { most * 1.02 } else { 1.0 };
        let axis = Axis {
            title: tr(lang, if as_share { "chart-axis-share" } else { "chart-column-incidents" }),
            scale: Scale::Linear,
            lo: 0.0,
            hi,
            ticks: if as_share { share_ticks(lang, hi) } else { Vec::new() },
            grid: if as_share { Grid::Lines } else { Grid::Off },
        };
        (series, axis)
    }

    /// The typical number of each group with its interval, on a logarithmic axis.
    fn medians(&self, rows: &[Row<'_>]) -> (Vec<Series>, Axis) {
        let (lang, unit) = (self.lang, self.ask.question.measure.0);
        let last = rows.len().saturating_sub(1);
        let log = |value: f64| libm::log10(value.max(1.0));
        let mut ends: Option<(f64, f64)> = None;
        let mut ranges = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let Row::Group(group) = row else { continue };
            let Some(found) = middle(group) else { continue };
            let exact = found.exact();
            let (lo, hi) = match found.interval {
                Some((low, high)) => (log(low as f64), high.map(|high| log(high as f64))),
                None => (log(found.lo), found.hi.map(log)),
            };
            let reach = (lo.min(log(found.lo)), hi.unwrap_or(lo).max(log(found.lo)));
            ends = Some(ends.map_or(reach, |(low, high)| (low.min(reach.0), high.max(reach.1))));
            let amount = words::amount(lang, found.lo.max(0.0).round() as u128, unit, Rounding::Nearest);
            let mut hover = self.hover(row);
            hover.push(tr_args(lang, "chart-hover-median", &[("number", (&amount).into())]));
            hover.push(words::counted(lang, "breakdown-with-number", found.n));
            let measured = Expr::Count { measure: self.ask.question.measure, from: 0, to: None, how: Sure::Possible };
            ranges.push(Range {
                at: (last - index) as f64,
                lo: Some(lo),
                hi,
                middle: exact.map(log),
                style: RangeStyle::Whisker,
                role: None,
                label: tr_args(lang, "breakdown-label-median", &[("amount", amount.into()), ("n", found.n.into())]),
                hover,
                records: RecordsKey::Where(Expr::word(self.field.clone(), group.word.clone()).and(measured)),
            });
        }
        let (lo, hi) = ends.map_or((0.0, 1.0), |(lo, hi)| (libm::floor(lo), (hi + 0.05).max(libm::floor(lo) + 1.0)));
        let series = Series {
            key: "median".to_owned(),
            name: tr(lang, "chart-median"),
            role: ColourRole::Data(1),
            marks: Marks::Ranges { direction: Direction::Right, ranges },
            label: None,
        };
        let ticks = log_ticks(lang, lo, hi);
        let axis = Axis { title: tr(lang, "chart-column-size"), scale: Scale::Log10, lo, hi, ticks, grid: Grid::Lines };
        (vec![series], axis)
    }

    /// The most frequent word with its share; a share of very few is their number.
    fn title(&self) -> String {
        let (lang, found) = (self.lang, &self.found);
        let field = naming::name(lang, &self.field);
        let Some(first) = found.groups.first() else { return tr(lang, "breakdown-title-none") };
        if self.show == Show::Median {
            return self.median_title();
        }
        let tied: Vec<String> = found
            .groups
            .iter()
            .take_while(|group| group.count == first.count)
            .map(|group| short(&self.word(&group.word)))
            .collect();
        if tied.len() > 1 {
            // None of them is "the most frequent".
            let shown = tied.iter().take(MOST_TIED).cloned().collect::<Vec<_>>().join(", ");
            let more = tied.len().saturating_sub(MOST_TIED);
            let args = [
                ("field", field.into()),
                ("words", shown.into()),
                ("more", more.into()),
                ("count", first.count.into()),
                ("n", found.total.into()),
            ];
            let key = if more > 0 { "breakdown-title-tied-more" } else { "breakdown-title-tied" };
            return tr_args(lang, key, &args);
        }
        let row = Row::Group(first);
        let word = short(&self.word(&first.word));
        let Some(share) = self.share(&row).filter(|_| first.count >= 5) else {
            let args = [("field", field.into()), ("word", word.into()), ("count", first.count.into())];
            return tr_args(lang, "breakdown-title-few", &args);
        };
        let said = |share: f64| text::share(lang, share, 0);
        let whole = if self.of_all { found.total } else { found.stated() };
        let args = [
            ("field", (&field).into()),
            ("word", word.into()),
            ("share", said(share.share).into()),
            ("n", whole.into()),
            ("low", said(share.wilson.0).into()),
            ("high", said(share.wilson.1).into()),
        ];
        let key = if self.of_all { "breakdown-title" } else { "breakdown-title-stated" };
        let title = tr_args(lang, key, &args);
        let silent = found.without as f64 / found.total.max(1) as f64;
        if self.of_all && silent >= 0.1 {
            let args = [("title", title.into()), ("share", said(silent).into())];
            return tr_args(lang, "breakdown-title-silent", &args);
        }
        title
    }

    /// The typical number of the most frequent group that has one: the one that is not picked for its number.
    fn median_title(&self) -> String {
        let (lang, unit) = (self.lang, self.ask.question.measure.0);
        let first = self.found.groups.iter().find_map(|group| Some((group, middle(group)?)));
        let Some((group, found)) = first else { return tr(lang, "breakdown-title-none") };
        let said = |value: f64| words::amount(lang, value.max(0.0).round() as u128, unit, Rounding::Nearest);
        let bare = |number: u64| text::people(lang, number.into());
        let mut amount = said(found.lo);
        if found.exact().is_none() {
            amount = tr_args(lang, "chart-at-least-in", &[("amount", amount.into())]);
        }
        let likely = match found.interval {
            Some((low, Some(high))) => {
                tr_args(lang, "people-likely", &[("low", bare(low).into()), ("high", bare(high).into())])
            }
            _ => tr(lang, "people-likely-few"),
        };
        let args = [
            ("field", naming::name(lang, &self.field).into()),
            ("word", short(&self.word(&group.word)).into()),
            ("amount", amount.into()),
            ("n", found.n.into()),
            ("likely", likely.into()),
        ];
        tr_args(lang, "breakdown-title-median", &args)
    }

    fn subtitle(&self) -> String {
        let lang = self.lang;
        let field = naming::name(lang, &self.field);
        let mut subtitle = match self.show {
            Show::Share if self.of_all => tr_args(lang, "breakdown-subtitle-share", &[("field", field.into())]),
            Show::Share => tr_args(lang, "breakdown-subtitle-stated", &[("field", field.into())]),
            Show::Number => tr_args(lang, "breakdown-subtitle-number", &[("field", field.into())]),
            Show::Median => {
                let (unit, effect) = self.ask.question.measure;
                let unit = tr(lang, &format!("unit-{}", unit.key()));
                let effect = tr(lang, &format!("effect-{}", effect.key()));
                let args = [("field", field.into()), ("unit", unit.into()), ("effect", effect.into())];
                tr_args(lang, "breakdown-subtitle-median", &args)
            }
        };
        if self.found.several > 0 {
            subtitle.push_str(" · ");
            subtitle.push_str(&tr(lang, "breakdown-note-list"));
        }
        subtitle
    }

    fn notes(&self) -> Vec<FootPart> {
        let (lang, found) = (self.lang, &self.found);
        let args = [("n", found.stated().into()), ("total", found.total.into())];
        let mut parts = vec![FootPart::text(tr_args(lang, "breakdown-stated-of", &args))];
        if found.without > 0 {
            let text = words::counted(lang, "breakdown-silent", found.without);
            parts.push(FootPart::records(text, self.behind(&Row::Without)));
        }
        if found.others > 0 {
            let args = [("count", found.others.into()), ("words", found.other_words.len().into())];
            parts.push(FootPart::records(tr_args(lang, "breakdown-in-others", &args), self.behind(&Row::Others)));
        }
        if found.several > 0 {
            parts.push(FootPart::text(words::counted(lang, "breakdown-several", found.several)));
        }
        if self.show == Show::Median {
            let few = found.groups.iter().filter(|group| middle(group).is_none()).count() as u64;
            if few > 0 {
                parts.push(FootPart::text(words::counted(lang, "breakdown-few-groups", few)));
            }
        }
        if self.show != Show::Number {
            parts.push(FootPart::text(tr(lang, "chart-interval-note")));
        }
        parts.push(FootPart::text(tr(lang, "chart-reported")));
        parts.extend(words::scope_notes(self.ask.scope, self.ask.context));
        parts
    }

    fn table(&self, rows: &[Row<'_>]) -> DataTable {
        let lang = self.lang;
        let mut headers = vec![words::capital(&naming::name(lang, &self.field))];
        let keys: &[&str] = match self.show {
            Show::Median => &["chart-column-incidents", "chart-column-with-number", "chart-column-median"],
            Show::Share | Show::Number => &["chart-column-incidents", "chart-column-share"],
        };
        let ends = ["chart-column-low", "chart-column-high"];
        headers.extend(keys.iter().chain(&ends).map(|key| tr(lang, key)));
        let number = |value: Option<u64>| value.map_or_else(kinds::missing, |value| kinds::count(lang, value));
        let cells = rows.iter().map(|row| {
            let mut cells = vec![kinds::words(self.row_name(row)), kinds::count(lang, self.count(row))];
            if let (Show::Median, Row::Group(group)) = (self.show, row) {
                let interval = group.middle.and_then(|middle| middle.interval);
                cells.push(kinds::count(lang, group.middle.map_or(0, |middle| middle.n)));
                cells.push(kinds::real(lang, group.middle.map(|middle| middle.lo), 1));
                cells.push(number(interval.map(|(low, _)| low)));
                cells.push(number(interval.and_then(|(_, high)| high)));
            } else {
                let share = self.share(row);
                cells.push(kinds::share(lang, share.map(|share| share.share)));
                cells.push(kinds::share(lang, share.map(|share| share.wilson.0)));
                cells.push(kinds::share(lang, share.map(|share| share.wilson.1)));
            }
            cells
        });
        DataTable { headers, rows: cells.collect() }
    }
}

/// Round shares from 0 up to the longest bar, three to six of them.
fn share_ticks(lang: Lang, hi: f64) -> Vec<Tick> {
    let step = [0.01, 0.02, 0.05, 0.1, 0.2].into_iter().find(|step| hi / step <= 6.0).unwrap_or(0.25);
    let last = (hi / step + 1e-9).floor() as u32;
    let at = |index: u32| f64::from(index) * step;
    (0..=last).map(|index| Tick { at: at(index), label: text::share(lang, at(index), 0) }).collect()
}
