//! Incidents over time: counts with what is certain and what is coarse, the yearly average, the interval of each
//! period's level on demand, the trend as the finding, a change of level on demand.

use crate::chart::figures::LEVEL;
use crate::chart::figures::compare::CLUSTERED;
use crate::chart::figures::course::{self, Change, TooLittle, Trend};
use crate::chart::figures::incidents::{IncidentsFigure, PeriodFigure};
use crate::chart::figures::scatter::scatter;
use crate::chart::figures::series;
use crate::chart::findings;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::time::{course as said, parts};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    Annotation, Bar, Cell, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Marks, Range,
    RangeStyle, Series,
};
use crate::chart::{ticks, words};
use crate::model::period::{Period, PeriodScheme};
use crate::stats::rates::poisson_interval;
use crate::text::{self, Lang, tr, tr_args};

/// Fewest incidents of which an interval is told.
const FEWEST_FOR_INTERVAL: u64 = 5;

/// The figure with everything its parts need.
struct Parts<'a> {
    ask: &'a Ask<'a>,
    lang: Lang,
    figure: IncidentsFigure,
    trend: Result<Trend, TooLittle>,
    change: Option<Result<Option<Change>, TooLittle>>,
    unit: Option<PeriodScheme>,
}

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let figure = IncidentsFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope);
    let unit = unit(ask);
    let schemes =
        unit.map_or_else(|| vec![ask.scope.year, PeriodScheme::Quarter, PeriodScheme::Month], |unit| vec![unit]);
    let series = series::count(ask.snapshot, ask.selection, ask.question, ask.scope, &schemes);
    let change = ask.options.is_on("change").then(|| course::change(&series));
    let parts = Parts { ask, lang, trend: course::trend(&series), change, unit, figure };
    let title = parts.title();
    let subtitle = parts::subtitle(ask, "chart-subtitle-incidents", &parts.notes());
    let (foot, definition, choices) = (parts.foot(), parts.definition(), parts.choices());
    if let Some(sentence) = parts::nothing(ask, &parts.figure) {
        return parts::empty(ChartKey::Incidents, (title, subtitle, sentence), foot, definition, choices);
    }
    let periods: Vec<Period> = parts.figure.periods.iter().map(|found| found.period).collect();
    let (series, highest) = parts.series();
    let model = ChartModel {
        alt: words::alt(lang, "chart-alt-bars", &title, &subtitle, &parts.spoken()),
        foot,
        x: time_axis(lang, &periods),
        y: ticks::count_axis(lang, tr(lang, "chart-column-incidents"), highest),
        series,
        annotations: parts.mark().into_iter().collect(),
        table: parts.table(),
        empty: None,
        ..kinds::blank(ChartKey::Incidents, title, subtitle, String::new())
    };
    Drawn { model, panels: Vec::new(), definition, choices }
}

/// The length of the periods that trends are told in, where one was chosen.
fn unit(ask: &Ask<'_>) -> Option<PeriodScheme> {
    match ask.options.get("unit") {
        Some("month") => Some(PeriodScheme::Month),
        Some("quarter") => Some(PeriodScheme::Quarter),
        Some("year") => Some(ask.scope.year),
        _ => None,
    }
}

/// The interval of the level of a period, where one may be told.
fn interval(found: &PeriodFigure) -> Option<(f64, f64)> {
    let count = found.count.certain;
    let told = count >= FEWEST_FOR_INTERVAL && !found.is_partial();
    told.then(|| poisson_interval(count, 1.0, LEVEL)).map(|found| (found.count_low, found.count_high))
}

impl Parts<'_> {
    fn title(&self) -> String {
        match &self.trend {
            Ok(trend) => said::sentence(self.lang, trend),
            Err(_) => findings::incidents::title_of(&self.figure, self.ask.scope, self.lang),
        }
    }

    fn notes(&self) -> Vec<&'static str> {
        let mut notes = parts::notes(&self.figure.periods);
        if self.shows_intervals() {
            notes.push("time-note-intervals");
        }
        notes
    }

    fn shows_intervals(&self) -> bool {
        self.ask.options.is_on("interval")
    }

    fn clear_change(&self) -> Option<&Change> {
        let found = self.change.as_ref()?.as_ref().ok()?.as_ref()?;
        found.is_clear().then_some(found)
    }

    /// What stands beside the trend: the last full year against the one before, and the change of level.
    fn spoken(&self) -> String {
        let mut said: Vec<String> = self.comparison().into_iter().collect();
        said.extend(self.change_said());
        said.join(" ")
    }

    /// The last full year, or the last period, against the one before.
    fn comparison(&self) -> Option<String> {
        let found = self.figure.comparison.as_ref().filter(|_| self.figure.total >= 5)?;
        let headline = findings::incidents::headline(found, self.lang);
        let args =
            [("headline", headline.into()), ("sentence", findings::incidents::sentence(found, self.lang).into())];
        Some(tr_args(self.lang, "time-comparison", &args))
    }

    fn change_said(&self) -> Option<String> {
        Some(match self.change.as_ref()? {
            Ok(Some(change)) => said::change_sentence(self.ask.context, change),
            Ok(None) => tr(self.lang, "time-change-nothing"),
            Err(why) => said::too_little(self.lang, "time-what-change", *why),
        })
    }

    fn foot(&self) -> Vec<FootLine> {
        let lang = self.lang;
        let mut foot = vec![parts::counted_line(self.ask, &self.figure)];
        match &self.trend {
            Ok(trend) => foot.push(said::basis(self.ask.context, trend)),
            Err(why) if self.figure.total > 0 => {
                let text = said::too_little(lang, "time-what-trend", *why);
                foot.push(FootLine { parts: vec![FootPart::text(text)] });
            }
            Err(_) => {}
        }
        for text in [self.comparison().filter(|_| self.trend.is_ok()), self.change_said()].into_iter().flatten() {
            foot.push(FootLine { parts: vec![FootPart::text(text)] });
        }
        let mut basis = parts::basis_line(self.ask);
        basis.parts.insert(0, FootPart::text(tr(lang, "chart-reported")));
        foot.push(basis);
        foot
    }

    fn bars(&self) -> Vec<Bar> {
        let whole: Vec<PeriodFigure> =
            self.figure.periods.iter().filter(|found| !found.is_partial()).copied().collect();
        let clustered = scatter(&whole).is_some_and(|index| index > CLUSTERED);
        let mut bars = kinds::incidents::bars(self.lang, &self.figure);
        for (bar, found) in bars.iter_mut().zip(&self.figure.periods) {
            if let Some((low, high)) = interval(found) {
                let args = [
                    ("low", said::amount(self.lang, low.round()).into()),
                    ("high", said::amount(self.lang, high.round()).into()),
                ];
                bar.hover.push(tr_args(self.lang, "time-hover-interval", &args));
                if clustered {
                    bar.hover.push(tr(self.lang, "time-clusters"));
                }
            }
        }
        bars
    }

    /// What is drawn, and the highest of it.
    fn series(&self) -> (Vec<Series>, f64) {
        let lang = self.lang;
        let bars = self.bars();
        let mut highest = bars.iter().map(|bar| bar.certain + bar.coarse).fold(1.0, f64::max);
        let mut series = vec![Series {
            key: "incidents".to_owned(),
            name: tr(lang, "chart-incidents-series"),
            role: ColourRole::Data(1),
            marks: Marks::Bars { direction: Direction::Up, bars },
            label: None,
        }];
        if self.shows_intervals() {
            let ranges: Vec<Range> = self.figure.periods.iter().filter_map(Self::whisker).collect();
            highest = ranges.iter().filter_map(|range| range.hi).fold(highest, f64::max);
            series.push(Series {
                key: "intervals".to_owned(),
                name: tr(lang, "time-intervals"),
                role: ColourRole::Muted,
                marks: Marks::Ranges { direction: Direction::Up, ranges },
                label: None,
            });
        }
        series.extend(kinds::incidents::average(&self.figure, lang));
        series.extend(self.levels());
        (series, highest)
    }

    fn whisker(found: &PeriodFigure) -> Option<Range> {
        let (low, high) = interval(found)?;
        let (first, last) = (found.period.first_day(), found.period.last_day());
        Some(Range {
            at: ticks::middle(found.period),
            lo: Some(low),
            hi: Some(high),
            middle: None,
            style: RangeStyle::Whisker,
            role: None,
            label: String::new(),
            hover: Vec::new(),
            records: crate::chart::records::RecordsKey::Period { first, last },
        })
    }

    /// The two levels, where they were found in periods of the length that is drawn.
    fn levels(&self) -> Option<Series> {
        let change = self.clear_change().filter(|found| found.first_of_new.kind() == self.ask.scope.scheme)?;
        let place = |period: Period| f64::from(period.first_day().0);
        let at = place(change.first_of_new);
        let (before, after) = change.levels;
        let runs = vec![
            vec![[place(change.span.0), before], [at, before]],
            vec![[at, after], [place(change.span.1.following()), after]],
        ];
        Some(Series {
            key: "levels".to_owned(),
            name: tr(self.lang, "time-levels"),
            role: ColourRole::Muted,
            marks: Marks::Line { runs },
            label: None,
        })
    }

    /// The dashed line where the level changed.
    fn mark(&self) -> Option<Annotation> {
        let change = self.clear_change()?;
        let at = f64::from(change.first_of_new.first_day().0);
        Some(Annotation { at, text: tr(self.lang, "time-change-mark") })
    }

    /// The counts, with the intervals of their levels.
    fn table(&self) -> DataTable {
        let lang = self.lang;
        let mut table = kinds::incidents::table(&self.figure, lang);
        table.headers.extend(["low", "high"].map(|name| tr(lang, &format!("chart-column-{name}"))));
        for (row, found) in table.rows.iter_mut().zip(&self.figure.periods) {
            let ends = interval(found);
            let cell = |end: Option<f64>| -> Cell { kinds::real(lang, end, 1) };
            row.extend([cell(ends.map(|ends| ends.0)), cell(ends.map(|ends| ends.1))]);
        }
        table
    }

    fn choices(&self) -> Vec<Choice> {
        let lang = self.lang;
        let switch = |key: &'static str, name: &str| {
            let current = if self.ask.options.is_on(key) { "on" } else { "" };
            let (name, current) = (tr(lang, name), current.to_owned());
            Choice::Own(OwnChoice { key, name, control: Control::Switch, current })
        };
        let units = ["auto", "month", "quarter", "year"];
        let names = ["time-unit-auto", "time-unit-month", "time-unit-quarter", "time-unit-year"];
        let units: Vec<(String, String)> =
            units.iter().zip(names).map(|(value, name)| ((*value).to_owned(), tr(lang, name))).collect();
        let current = self.unit.map_or("auto", |_| self.ask.options.get("unit").unwrap_or("auto"));
        vec![
            parts::period_choice(self.ask),
            Choice::DateOf,
            switch("interval", "time-choice-interval"),
            switch("change", "time-choice-change"),
            Choice::Own(OwnChoice {
                key: "unit",
                name: tr(lang, "time-choice-unit"),
                control: Control::Segments(units),
                current: current.to_owned(),
            }),
        ]
    }

    fn definition(&self) -> Vec<String> {
        let mut keys = vec!["time-define-counts", "time-define-trend", "time-define-trend-misled"];
        if self.change.is_some() {
            keys.push("time-define-change");
        }
        if self.shows_intervals() {
            keys.push("time-define-interval");
        }
        let mut said: Vec<String> = keys.into_iter().map(|key| tr(self.lang, key)).collect();
        if let Ok(trend) = &self.trend {
            let unit = words::per(self.lang, trend.span.0.kind());
            let p = text::decimal(self.lang, trend.p, 3);
            said.push(tr_args(self.lang, "time-define-test", &[("unit", unit.into()), ("p", p.into())]));
        }
        said
    }
}
