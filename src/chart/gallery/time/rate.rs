//! Incidents in relation to what there was of something, over time.

use crate::chart::figures::LEVEL;
use crate::chart::figures::compare::CLUSTERED;
use crate::chart::figures::incidents::IncidentsFigure;
use crate::chart::figures::rate::{PeriodRate, RateComparison, RateFigure};
use crate::chart::figures::scope::Scope;
use crate::chart::figures::series;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::time::by_group::within;
use crate::chart::gallery::time::parts;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    Axis, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Grid, Marks, Point, Range,
    RangeStyle, Scale, Series, Tick,
};
use crate::chart::records::RecordsKey;
use crate::chart::{ticks, words};
use crate::model::dataset::Denominator;
use crate::model::period::{Period, PeriodScheme};
use crate::query::question::PeriodKind;
use crate::text::{self, Lang, tr, tr_args};

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    // Weeks and months of a number that is known by year say nothing that the count does not say.
    let scheme = match ask.scope.scheme {
        PeriodScheme::Week | PeriodScheme::Month => ask.scope.year,
        longer => longer,
    };
    let scope = Scope { scheme, ..ask.scope.clone() };
    let ask = &Ask { scope: &scope, ..*ask };
    let choices = choices(ask);
    let definition: Vec<String> =
        ["time-define-rate", "time-define-rate-interval", "time-define-rate-misled"].map(|key| tr(lang, key)).into();
    let counts = IncidentsFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope);
    let foot = vec![parts::counted_line(ask, &counts), parts::basis_line(ask)];
    let given = ask.context.denominator.as_ref().filter(|given| !given.by_year.is_empty());
    let Some(denominator) = given else {
        let sentence = tr(lang, if ask.scope.datasets > 1 { "time-rate-several" } else { "time-rate-none" });
        let subtitle = parts::subtitle(ask, "chart-subtitle-incidents", &[]);
        let texts = (tr(lang, "time-rate-none-title"), subtitle, sentence);
        return parts::empty(ChartKey::IncidentRate, texts, foot, definition, choices);
    };
    let found = series::count(ask.snapshot, ask.selection, ask.question, ask.scope, &[scheme]);
    let figure = found.first().map(|series| RateFigure::of(series, denominator));
    let sentence = parts::nothing(ask, &counts).or_else(|| {
        let any = figure.as_ref().is_some_and(|figure| figure.periods.iter().any(|found| found.rate.is_some()));
        (!any).then(|| tr_args(lang, "time-rate-no-year", &[("what", denominator.what.as_str().into())]))
    });
    let (Some(figure), None) = (&figure, &sentence) else {
        let texts = (tr(lang, "time-rate-none-title"), String::new(), sentence.unwrap_or_default());
        return parts::empty(ChartKey::IncidentRate, texts, foot, definition, choices);
    };
    let model = Parts { ask, lang, figure, denominator }.model(foot);
    Drawn { model, panels: Vec::new(), definition, choices }
}

fn choices(ask: &Ask<'_>) -> Vec<Choice> {
    let fiscal = ask.question.fiscal_start != (1, 1);
    let mut kinds = vec![PeriodKind::Quarter, PeriodKind::Year];
    kinds.extend(fiscal.then_some(PeriodKind::FiscalYear));
    vec![Choice::Period(kinds), Choice::DateOf]
}

struct Parts<'a> {
    ask: &'a Ask<'a>,
    lang: Lang,
    figure: &'a RateFigure,
    denominator: &'a Denominator,
}

impl Parts<'_> {
    fn model(&self, mut foot: Vec<FootLine>) -> ChartModel {
        let lang = self.lang;
        let periods: Vec<Period> = self.figure.periods.iter().map(|found| found.found.period).collect();
        let (title, subtitle) = (self.title(), self.subtitle());
        foot.insert(1, self.own_line());
        let rates = self.figure.periods.iter().filter_map(|found| found.rate);
        let highest = rates.map(|(rate, ends)| ends.map_or(rate, |ends| ends.1)).fold(0.0, f64::max);
        let highest = highest * self.figure.unit as f64 * 1.08;
        ChartModel {
            alt: words::alt(lang, "chart-alt-points", &title, &subtitle, ""),
            foot,
            x: time_axis(lang, &periods),
            y: Axis {
                title: self.per(),
                scale: Scale::Linear,
                lo: 0.0,
                hi: if highest > 0.0 { highest } else { 1.0 },
                ticks: fine_ticks(lang, highest),
                grid: Grid::Lines,
            },
            series: self.series(),
            table: self.table(),
            empty: None,
            ..kinds::blank(ChartKey::IncidentRate, title, subtitle, String::new())
        }
    }

    /// `per 1,000 organisations under supervision`.
    fn per(&self) -> String {
        let args = [("unit", self.figure.unit.into()), ("what", self.denominator.what.as_str().into())];
        tr_args(self.lang, "time-rate-per", &args)
    }

    fn number(&self, rate: f64) -> String {
        let told = rate * self.figure.unit as f64;
        text::decimal(self.lang, told, usize::from(told < 100.0))
    }

    fn subtitle(&self) -> String {
        let event = tr(self.lang, &format!("event-{}", self.ask.scope.date_of.key()));
        let args = [
            ("per", self.per().into()),
            ("period", words::per(self.lang, self.ask.scope.scheme).into()),
            ("event", event.into()),
        ];
        tr_args(self.lang, "time-rate-subtitle", &args)
    }

    fn title(&self) -> String {
        let Some(comparison) = &self.figure.comparison else {
            let last =
                self.figure.periods.iter().rev().find(|found| found.rate.is_some_and(|(_, ends)| ends.is_some()));
            return last.map_or_else(
                || tr_args(self.lang, "time-rate-plain", &[("per", self.per().into())]),
                |last| self.one(last),
            );
        };
        let RateComparison { before, ratio, .. } = comparison;
        let key = match (ratio.low, ratio.high) {
            (low, _) if low > 1.0 => "time-rate-more",
            (_, high) if high < 1.0 => "time-rate-fewer",
            _ => "time-rate-no-change",
        };
        let args = [
            ("now", self.one(&comparison.current).into()),
            ("before", self.number(before.rate.map_or(0.0, |rate| rate.0)).into()),
            ("in", words::in_period(self.lang, before.found.period).into()),
        ];
        tr_args(self.lang, key, &args)
    }

    /// `12.3 incidents per 1,000 organisations in 2025 (likely between 10.9 and 13.8)`.
    fn one(&self, found: &PeriodRate) -> String {
        let (rate, ends) = found.rate.unwrap_or((0.0, None));
        let args = |low: String, high: String| {
            [
                ("rate", self.number(rate).into()),
                ("per", self.per().into()),
                ("in", words::in_period(self.lang, found.found.period).into()),
                ("low", low.into()),
                ("high", high.into()),
            ]
        };
        match ends {
            Some((low, high)) => tr_args(self.lang, "time-rate-one", &args(self.number(low), self.number(high))),
            None => tr_args(self.lang, "time-rate-one-plain", &args(String::new(), String::new())[..3]),
        }
    }

    fn own_line(&self) -> FootLine {
        let lang = self.lang;
        let mut parts = Vec::new();
        let (periods, incidents) = self.figure.without;
        if periods > 0 {
            let lacking = self.figure.periods.iter().filter(|found| found.of.is_none());
            let dates = lacking.map(|found| within(self.ask, found.found.period)).collect();
            let args = [("periods", periods.into()), ("count", incidents.into())];
            let text = tr_args(lang, "time-rate-gaps", &args);
            parts.push(FootPart::records(text, RecordsKey::Where(crate::query::Expr::Any(dates))));
        }
        if self.figure.scatter.is_some_and(|index| index > CLUSTERED) {
            parts.push(FootPart::text(tr(lang, "time-clusters")));
        }
        let level = text::share(lang, LEVEL, 0);
        parts.push(FootPart::text(tr_args(lang, "time-rate-interval", &[("level", level.into())])));
        FootLine { parts }
    }

    fn series(&self) -> Vec<Series> {
        let unit = self.figure.unit as f64;
        let (mut ranges, mut points) = (Vec::new(), Vec::new());
        for found in &self.figure.periods {
            let Some((rate, ends)) = found.rate else { continue };
            let (at, hover) = (ticks::middle(found.found.period), self.hover(found));
            let records = RecordsKey::Where(within(self.ask, found.found.period));
            match ends {
                Some((low, high)) => ranges.push(Range {
                    at,
                    lo: Some(low * unit),
                    hi: Some(high * unit),
                    middle: Some(rate * unit),
                    style: RangeStyle::Whisker,
                    role: None,
                    label: String::new(),
                    hover,
                    records,
                }),
                None => points.push(Point {
                    at: [at, rate * unit],
                    label: String::new(),
                    hover,
                    records,
                    partial: found.found.is_partial(),
                }),
            }
        }
        let series = |key: &str, name: &str, marks: Marks| Series {
            key: key.to_owned(),
            name: tr(self.lang, name),
            role: ColourRole::Data(1),
            marks,
            label: None,
        };
        let mut all = vec![series("rates", "time-rate-series", Marks::Ranges { direction: Direction::Up, ranges })];
        if !points.is_empty() {
            all.push(series("few", "time-rate-series-few", Marks::Points { points }));
        }
        all
    }

    fn hover(&self, found: &PeriodRate) -> Vec<String> {
        let lang = self.lang;
        let of = found.of.map(|of| text::number(lang, (of + 0.5) as u64)).unwrap_or_default();
        let args = [("of", of.into()), ("what", self.denominator.what.as_str().into())];
        let lines = [
            words::capital(&self.one(found)),
            words::incidents(lang, found.found.count.certain),
            tr_args(lang, "time-rate-of", &args),
        ];
        parts::hover(lang, &found.found, lines)
    }

    fn table(&self) -> DataTable {
        let lang = self.lang;
        let unit = self.figure.unit as f64;
        let column = |name: &str| tr(lang, &format!("chart-column-{name}"));
        let mut headers: Vec<String> = ["period", "from", "to", "certain"].map(column).into();
        headers.push(words::capital(&self.denominator.what));
        headers.push(words::capital(&self.per()));
        headers.extend(["low", "high", "partial"].map(column));
        let rows = self.figure.periods.iter().map(|found| {
            let rate = found.rate.map(|(rate, _)| rate * unit);
            let ends = found.rate.and_then(|(_, ends)| ends);
            let mut cells = parts::period_cells(lang, &found.found);
            cells.push(kinds::count(lang, found.found.count.certain));
            cells.push(kinds::real(lang, found.of, 0));
            cells.push(kinds::real(lang, rate, 2));
            cells.push(kinds::real(lang, ends.map(|ends| ends.0 * unit), 2));
            cells.push(kinds::real(lang, ends.map(|ends| ends.1 * unit), 2));
            cells.push(parts::yes_no(lang, found.found.is_partial()));
            cells
        });
        DataTable { headers, rows: rows.collect() }
    }
}

/// Ticks of an axis on which numbers below one matter.
fn fine_ticks(lang: Lang, highest: f64) -> Vec<Tick> {
    if highest >= 4.0 {
        return ticks::linear(lang, highest);
    }
    let step = if highest >= 2.0 {
        1.0
    } else if highest >= 1.0 {
        0.5
    } else {
        0.2
    };
    let last = (highest / step + 1e-9).floor().clamp(0.0, 10.0) as u32;
    let at = (0..=last).map(|index| f64::from(index) * step);
    at.map(|at| Tick { at, label: text::decimal(lang, at, 1) }).collect()
}
