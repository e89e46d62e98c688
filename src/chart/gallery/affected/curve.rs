//! Which share of incidents affected at most, or at least, so many; from coarse counts an envelope.

use crate::chart::figures::pool::Pool;
use crate::chart::figures::size_curve::{FIT_LEAST, Fitted, SizeCurve, SizeStep};
use crate::chart::gallery::affected::parts::{Base, counting, segments, switch, whole};
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, BandPoint, ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, FootPart, Grid, Legend, Marks, Point,
    Scale, Series, Side, Tick,
};
use crate::chart::ticks;
use crate::chart::words::{self, Rounding};
use crate::query::expr::Sure;
use crate::text::{self, tr, tr_args};

/// Fewest numbers for a curve: below, the records themselves say more.
const LEAST: u64 = 5;

/// Which way the curve is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Share with at most so many, rising.
    AtMost,
    /// Share with at least so many, falling, both axes logarithmic.
    AtLeast,
}

/// What is drawn.
struct Curve<'a> {
    base: Base<'a>,
    found: SizeCurve,
    fitted: Option<Fitted>,
    way: Way,
}

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let base = Base::new(ask);
    let ways = [("at-most", "people-choice-at-most"), ("at-least", "people-choice-at-least")];
    let (show, chosen) = segments(ask, "curve", "people-choice-curve", &ways);
    let way = if chosen == "at-least" { Way::AtLeast } else { Way::AtMost };
    let mut choices = vec![Choice::Measure, show];
    if base.figure.unknown > 0 {
        choices.push(switch(ask, "unknown", "people-choice-unknown"));
    }
    if way == Way::AtLeast && base.figure.n >= FIT_LEAST && ask.context.floor.is_none() {
        choices.push(switch(ask, "fit", "people-choice-fit"));
    }
    choices.push(base.mean_choice());
    let keys = ["people-define-curve", "people-define-curve-how", "people-define-curve-care"];
    let extra = Drawn {
        model: kinds::blank(ChartKey::AffectedCurve, String::new(), String::new(), String::new()),
        panels: Vec::new(),
        definition: base.definition(&keys),
        choices,
    };
    let few = || (base.figure.n < LEAST).then(|| base.tr("chart-few-numbers"));
    if let Some(sentence) = base.nothing().or_else(few) {
        return base.instead(ChartKey::AffectedCurve, sentence, extra);
    }
    let pool = Pool::compute(ask.snapshot, ask.selection, ask.question.measure);
    let with_fit = way == Way::AtLeast && ask.options.is_on("fit") && ask.context.floor.is_none();
    let with_unknown = ask.options.is_on("unknown");
    let on_curve = pool.n() + if with_unknown { pool.unknown } else { 0 };
    let fitted = if with_fit { Fitted::of(&pool, on_curve) } else { None };
    let found = SizeCurve::of(pool, with_unknown);
    let Some(ends) = found.ends else {
        let sentence = base.tr("people-empty-zeros");
        return base.instead(ChartKey::AffectedCurve, sentence, extra);
    };
    let model = Curve { base, found, fitted, way }.model(ends);
    Drawn { model, ..extra }
}

impl Curve<'_> {
    fn model(&self, ends: (u64, u64)) -> ChartModel {
        let base = &self.base;
        let lang = base.lang;
        let title = self.title();
        let key = if self.way == Way::AtMost { "people-subtitle-at-most" } else { "people-subtitle-at-least" };
        let mut subtitle = tr_args(lang, key, &[("measure", base.measure().into())]);
        if !self.found.is_exact {
            subtitle.push_str(" · ");
            subtitle.push_str(&tr(lang, "people-note-envelope"));
        }
        let lo = libm::floor(libm::log10(ends.0 as f64));
        let hi = (libm::log10(ends.1 as f64) + 0.05).max(lo + 1.0);
        let x = Axis {
            title: base.measure(),
            scale: Scale::Log10,
            lo,
            hi,
            ticks: ticks::log10(lang, lo, hi),
            grid: Grid::Off,
        };
        ChartModel {
            foot: base.foot(self.notes()),
            alt: words::alt(lang, "chart-alt-curve", &title, &subtitle, ""),
            y: self.share_axis(),
            series: self.series(&x),
            x,
            table: self.table(),
            empty: None,
            legend: Legend::Off,
            ..kinds::blank(ChartKey::AffectedCurve, title, subtitle, String::new())
        }
    }

    /// Where the logarithmic axis of shares begins: under one record of all.
    fn floor(&self) -> f64 {
        libm::floor(libm::log10(1.0 / self.found.n.max(1) as f64))
    }

    fn share_axis(&self) -> Axis {
        let lang = self.base.lang;
        let title = tr(lang, "chart-axis-share");
        if self.way == Way::AtMost {
            let ticks = ticks::shares(lang);
            return Axis { title, scale: Scale::Linear, lo: 0.0, hi: 1.0, ticks, grid: Grid::Lines };
        }
        let floor = self.floor().min(-1.0);
        let powers = (0..=(-floor) as i32).rev().map(|power| {
            let share = libm::pow(10.0, -f64::from(power));
            let places = usize::try_from((power - 2).max(0)).unwrap_or(0);
            Tick { at: -f64::from(power), label: text::share(lang, share, places) }
        });
        Axis { title, scale: Scale::Log10, lo: floor, hi: 0.06, ticks: powers.collect(), grid: Grid::Lines }
    }

    /// The height of a share on the axis.
    fn height(&self, share: f64) -> f64 {
        match self.way {
            Way::AtMost => share,
            Way::AtLeast => libm::log10(share).max(self.floor().min(-1.0)),
        }
    }

    /// What is certain and what is possible from a step on, until the next.
    fn after(&self, step: &SizeStep) -> (f64, f64) {
        match self.way {
            Way::AtMost => step.at_most,
            Way::AtLeast => step.more,
        }
    }

    fn before_all(&self) -> (f64, f64) {
        let first = self.found.steps.first();
        match self.way {
            Way::AtMost => first.filter(|step| step.number == 0).map_or((0.0, 0.0), |step| step.at_most),
            Way::AtLeast => first.filter(|step| step.number == 0).map_or((1.0, 1.0), |step| step.more),
        }
    }

    /// The steps at their places, from the left edge on.
    fn points(&self, x: &Axis) -> Vec<(f64, (f64, f64))> {
        let mut points = vec![(x.lo, self.before_all())];
        let placed = self.found.steps.iter().filter(|step| step.number > 0);
        points.extend(placed.map(|step| (libm::log10(step.number as f64).max(x.lo), self.after(step))));
        points
    }

    fn series(&self, x: &Axis) -> Vec<Series> {
        let lang = self.base.lang;
        let points = self.points(x);
        // On a logarithmic axis the curve ends where nothing is left.
        let end = |side: fn(&(f64, f64)) -> f64| {
            let gone = points.iter().find(|(_, shares)| side(shares) <= 0.0).map(|(at, _)| *at);
            gone.filter(|_| self.way == Way::AtLeast).unwrap_or(x.hi)
        };
        let steps = |key: &str, side: fn(&(f64, f64)) -> f64| Series {
            key: key.to_owned(),
            name: tr(lang, if key == "sure" { "people-series-sure" } else { "people-series-possible" }),
            role: ColourRole::Data(1),
            marks: Marks::Steps {
                points: points
                    .iter()
                    .filter(|(_, shares)| self.way == Way::AtMost || side(shares) > 0.0)
                    .map(|(at, shares)| [*at, self.height(side(shares))])
                    .collect(),
                until: end(side),
            },
            label: None,
        };
        let mut series = Vec::new();
        if !self.found.is_exact {
            let band = points.iter().filter(|(_, (_, possible))| self.way == Way::AtMost || *possible > 0.0);
            let band = band.map(|(at, (sure, possible))| BandPoint {
                x: *at,
                lo: self.height(*sure),
                hi: self.height(*possible),
            });
            series.push(Series {
                key: "band".to_owned(),
                name: tr(lang, "people-note-envelope"),
                role: ColourRole::Data(1),
                marks: Marks::Band { points: band.collect(), until: end(|shares| shares.1) },
                label: None,
            });
            series.push(steps("possible", |shares| shares.1));
        }
        series.push(steps("sure", |shares| shares.0));
        series.extend(self.fit(x));
        series.push(self.marks(x));
        series.extend(self.guides());
        series
    }

    /// The fitted curve, as far as one record of all.
    fn fit(&self, x: &Axis) -> Option<Series> {
        let fitted = self.fitted.as_ref()?;
        let least = libm::pow(10.0, self.floor().min(-1.0));
        let place = |step: u32| x.lo + (x.hi - x.lo) * f64::from(step) / 120.0;
        let point = |at: f64| (at, fitted.at_least(libm::pow(10.0, at)));
        let shown = (0..=120).map(|step| point(place(step))).take_while(|(_, share)| *share >= least);
        let run: Vec<[f64; 2]> = shown.map(|(at, share)| [at, self.height(share)]).collect();
        let at = run.get(run.len() * 3 / 4).copied()?;
        let text = self.base.tr("people-series-fit");
        Some(Series {
            key: "fit".to_owned(),
            name: text.clone(),
            role: ColourRole::Data(4),
            marks: Marks::Line { runs: vec![run] },
            label: Some(DirectLabel { text, at, side: Side::Right }),
        })
    }

    /// What the fit says of a typical incident, beside what the numbers say.
    fn fit_words(&self) -> Option<String> {
        let fit = &self.fitted.as_ref()?.fit;
        let amount = |value: f64| words::amount(self.base.lang, whole(value), self.base.unit, Rounding::Nearest);
        let bare = |value: f64| text::people(self.base.lang, whole(value));
        let (low, high) = fit.median_interval;
        // One in ten lies above the 90 % point of the normal distribution of logarithms.
        let tenth = libm::exp(fit.mu + 1.281_551_565_544_6 * fit.sigma);
        let args = [
            ("n", fit.n.into()),
            ("median", amount(fit.median).into()),
            ("low", bare(low).into()),
            ("high", bare(high).into()),
            ("tenth", amount(tenth).into()),
        ];
        Some(tr_args(self.base.lang, "people-fit", &args))
    }

    /// Points at powers of ten, each leading to the records beyond it.
    fn marks(&self, x: &Axis) -> Series {
        let lang = self.base.lang;
        let is_power = |number: u64| number.checked_ilog10().is_some_and(|power| 10_u64.pow(power) == number);
        let marks = self.found.marks.iter().filter(|mark| is_power(mark.number));
        let points = marks.filter_map(|mark| {
            let at = libm::log10(mark.number as f64);
            let (sure, possible) = if self.way == Way::AtMost { mark.at_most } else { mark.at_least };
            let height = self.height(sure);
            let is_seen = at >= x.lo && at <= x.hi && (self.way == Way::AtMost || sure > 0.0);
            is_seen.then(|| Point {
                at: [at, height],
                label: String::new(),
                hover: vec![self.share_words(mark.number, (sure, possible))],
                records: match self.way {
                    Way::AtMost => counting(self.base.ask, 0, Some(mark.number), Sure::Certain),
                    Way::AtLeast => counting(self.base.ask, mark.number, None, Sure::Certain),
                },
                partial: false,
            })
        });
        Series {
            key: "marks".to_owned(),
            name: tr(lang, "chart-column-share"),
            role: ColourRole::Data(1),
            marks: Marks::Points { points: points.collect() },
            label: None,
        }
    }

    /// `62% affected at most 10,000 people`.
    fn share_words(&self, number: u64, (sure, possible): (f64, f64)) -> String {
        let lang = self.base.lang;
        let share = shares(lang, sure, possible);
        let args = [("share", share.into()), ("amount", self.base.exactly(number.into()).into())];
        tr_args(lang, if self.way == Way::AtMost { "people-hover-at-most" } else { "people-hover-at-least" }, &args)
    }

    /// The typical incident and one in ten, where they are single points.
    fn guides(&self) -> Vec<Series> {
        let wanted = [
            ("median", self.found.median, 0.5, "people-guide-median"),
            ("one-in-ten", self.found.one_in_ten.filter(|_| self.found.n >= 20), 0.9, "people-guide-one-in-ten"),
        ];
        let guide = |(key, middle, share, words): (&str, Option<crate::chart::figures::pool::Middle>, f64, &str)| {
            let exact = middle?.exact().filter(|exact| *exact >= 1.0)?;
            let height = self.height(if self.way == Way::AtMost { share } else { 1.0 - share });
            let at = [libm::log10(exact), height];
            // What one in ten exceeds is rounded down, as in the title: they do not exceed a number rounded up.
            let rounding = if key == "one-in-ten" { Rounding::Down } else { Rounding::Nearest };
            let number = words::amount(self.base.lang, whole(exact), self.base.unit, rounding);
            let text = tr_args(self.base.lang, words, &[("amount", number.into())]);
            Some(Series {
                key: key.to_owned(),
                name: text.clone(),
                role: ColourRole::Data(2),
                marks: Marks::Guide { at },
                label: Some(DirectLabel { text, at, side: Side::BelowRight }),
            })
        };
        wanted.into_iter().filter_map(guide).collect()
    }

    /// The typical incident, and what one in ten exceeds.
    fn title(&self) -> String {
        let base = &self.base;
        let Some(median) = self.found.median else { return base.tr("people-title-curve") };
        let incidents = words::incidents(base.lang, self.found.n);
        let args = [
            ("amount", base.middle(&median).into()),
            ("likely", base.likely(&median).into()),
            ("incidents", incidents.into()),
        ];
        let mut title = tr_args(base.lang, "people-title-typical", &args);
        if let Some(tenth) = self.found.one_in_ten.filter(|tenth| self.found.n >= 20 && tenth.lo > median.lo) {
            let more = words::amount(base.lang, whole(tenth.lo), base.unit, Rounding::Down);
            title =
                tr_args(base.lang, "people-title-one-in-ten", &[("typical", title.into()), ("amount", more.into())]);
        }
        title
    }

    fn notes(&self) -> Vec<FootPart> {
        let (lang, found) = (self.base.lang, &self.found);
        let mut parts = Vec::new();
        if found.zeros > 0 {
            let text = words::counted(lang, "people-zeros", found.zeros);
            parts.push(FootPart::records(text, counting(self.base.ask, 0, Some(0), Sure::Certain)));
        }
        if found.open > 0 {
            parts.push(FootPart::text(words::counted(lang, "people-unknown-anywhere", found.open)));
        }
        if let Some(tenth) = found.one_in_ten.filter(|_| found.n >= 20) {
            let likely = self.base.likely(&tenth);
            parts.push(FootPart::text(tr_args(lang, "people-one-in-ten-likely", &[("likely", likely.into())])));
        }
        parts.push(FootPart::text(tr(lang, "chart-interval-note")));
        parts.extend(self.fit_words().map(FootPart::text));
        parts.extend(self.base.means());
        parts
    }

    fn table(&self) -> DataTable {
        let lang = self.base.lang;
        let headers = [
            "chart-column-size",
            "people-column-at-most",
            "people-column-at-most-possible",
            "people-column-at-least",
            "people-column-at-least-possible",
        ];
        let rows = self.found.marks.iter().map(|mark| {
            vec![
                kinds::count(lang, mark.number),
                kinds::share(lang, Some(mark.at_most.0)),
                kinds::share(lang, Some(mark.at_most.1)),
                kinds::share(lang, Some(mark.at_least.0)),
                kinds::share(lang, Some(mark.at_least.1)),
            ]
        });
        DataTable { headers: headers.iter().map(|key| tr(lang, key)).collect(), rows: rows.collect() }
    }
}

/// A share, or the range of one.
fn shares(lang: text::Lang, sure: f64, possible: f64) -> String {
    let (low, high) = (text::share(lang, sure, 0), text::share(lang, possible, 0));
    if low == high { low } else { tr_args(lang, "people-shares", &[("low", low.into()), ("high", high.into())]) }
}
