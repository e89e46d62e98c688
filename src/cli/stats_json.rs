//! The JSON of `vigie stats --json`. Keys are held stable; new ones may come. Sums are whole numbers of any size,
//! what is not known or not defined is null.

use serde::Serialize;
use serde_json::Value;

use crate::chart::figures::affected::AffectedFigure;
use crate::chart::figures::by_year::{self, YearDelay};
use crate::chart::figures::compare::{Comparison, Span};
use crate::chart::figures::curve::DelayQuantile;
use crate::chart::figures::delay::DelayFigure;
use crate::chart::figures::delay_corrected::Corrected;
use crate::chart::figures::delay_pairs::Pairs;
use crate::chart::figures::incidents::IncidentsFigure;
use crate::chart::gallery::choice::Options;
use crate::chart::kinds;
use crate::chart::model::{ChartKey, Finding};
use crate::chart::records::SizeBin;
use crate::chart::words::Context;
use crate::cli::answer::Answer;
use crate::cli::cautions;
use crate::frame::batch::Field;
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::query;

/// Days for which the share told is stated.
const SHARE_DAYS: [u32; 8] = [0, 3, 7, 30, 60, 90, 180, 365];
/// Most words of a breakdown.
const MOST_GROUPS: usize = 500;

/// The whole answer.
#[derive(Debug, Serialize)]
pub struct Stats {
    question: Asked,
    incidents: Incidents,
    affected: Affected,
    delay: Delay,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group>,
    left_out: Vec<LeftOut>,
    findings: Vec<Found>,
    cautions: Vec<Objection>,
    assumptions: Vec<Value>,
}

#[derive(Debug, Serialize)]
struct Objection {
    figure: &'static str,
    rule: &'static str,
    why: String,
    repair: Option<String>,
}

#[derive(Debug, Serialize)]
struct Asked {
    date_of: &'static str,
    period: String,
    delay: [&'static str; 2],
    unit: &'static str,
    effect: &'static str,
    mechanism: &'static str,
    as_of: Option<String>,
    from: Option<String>,
    to: Option<String>,
    covered: Option<[String; 2]>,
    datasets: u64,
}

#[derive(Debug, Serialize)]
struct Incidents {
    total: u64,
    of: u64,
    undated: u64,
    outside: u64,
    coarse: u64,
    by_period: Vec<Period>,
    comparison: Option<Compared>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_sector_and_kind: Vec<(String, String, u64)>,
}

#[derive(Debug, Serialize)]
struct Period {
    #[serde(rename = "period")]
    key: String,
    from: String,
    to: String,
    certain: u64,
    possible: u64,
    fractional: f64,
    partial: bool,
    /// Share expected to be known by now, where more is still to become known.
    expected_known: Option<f64>,
    average: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Compared {
    period: String,
    count: u64,
    before: String,
    count_before: u64,
    ratio: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    dispersion: Option<f64>,
    verdict: &'static str,
}

#[derive(Debug, Serialize)]
struct Affected {
    unit: &'static str,
    effect: &'static str,
    n: u64,
    unknown: u64,
    unbounded: u64,
    ranges: u64,
    sum_lo: u128,
    sum_hi: Option<u128>,
    median: Option<f64>,
    median_hi: Option<f64>,
    median_interval: Option<(u64, u64)>,
    one_in_ten_above: Option<u64>,
    largest: Option<Largest>,
    top: Option<Top>,
    sizes: Vec<Size>,
    by_period: Vec<AffectedPeriod>,
    others: Vec<Other>,
}

#[derive(Debug, Serialize)]
struct Largest {
    id: u64,
    name: String,
    at_least: u64,
}

#[derive(Debug, Serialize)]
struct Top {
    k: u64,
    share: f64,
}

#[derive(Debug, Serialize)]
struct Size {
    size: String,
    count: u64,
}

#[derive(Debug, Serialize)]
struct AffectedPeriod {
    period: String,
    n: u64,
    sum_lo: u128,
    median: Option<f64>,
    largest: Option<u64>,
}

#[derive(Debug, Serialize)]
struct Other {
    unit: &'static str,
    effect: &'static str,
    n: u64,
    sum_lo: u128,
    sum_hi: Option<u128>,
}

#[derive(Debug, Serialize)]
struct Delay {
    from: &'static str,
    to: &'static str,
    method: &'static str,
    window_days: Option<u32>,
    n: u64,
    open: u64,
    coarse: u64,
    median_days: Option<f64>,
    median_days_latest: Option<f64>,
    median_low: Option<u32>,
    median_high: Option<u32>,
    quartiles: [Option<f64>; 3],
    told_by: Vec<ToldBy>,
    naive: Naive,
    corrected: Option<CorrectedDelay>,
    by_year: Vec<YearDelay>,
}

#[derive(Debug, Serialize)]
struct ToldBy {
    days: u32,
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Naive {
    n: u64,
    median_days: Option<f64>,
    median_days_latest: Option<f64>,
}

/// A list of disclosures, corrected for what is not on it yet (reverse time).
#[derive(Debug, Serialize)]
struct CorrectedDelay {
    n: u64,
    within_days: Option<u32>,
    median_days: Option<f64>,
    median_days_latest: Option<f64>,
    median_low: Option<u32>,
    median_high: Option<u32>,
    hole: bool,
}

#[derive(Debug, Serialize)]
struct LeftOut {
    figure: &'static str,
    reason: &'static str,
    count: u64,
}

#[derive(Debug, Serialize)]
struct Found {
    question: String,
    headline: String,
    sentence: String,
    small_print: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aside: Option<String>,
}

/// One word of a breakdown.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The word.
    pub word: String,
    /// Records with it.
    pub incidents: u64,
    sum_lo: u128,
    sum_hi: Option<u128>,
    median: Option<f64>,
    delay_n: u64,
    median_days: Option<f64>,
}

/// Puts an answer into its JSON shape.
pub fn of(answer: &Answer, findings: &[Finding], context: &Context) -> Stats {
    let (overview, lang) = (&answer.overview, context.lang);
    Stats {
        question: asked(answer),
        incidents: incidents(&overview.incidents, answer),
        affected: affected(&overview.affected),
        delay: delay(&overview.delay, answer),
        groups: groups(answer),
        left_out: left_out(answer),
        findings: findings.iter().map(found).collect(),
        cautions: cautions(answer, context),
        assumptions: answer.loaded.assumptions.iter().map(|assumption| assumption.json(lang)).collect(),
    }
}

/// What could be objected to in the three charts of the overview, by the rules of the honesty check.
fn cautions(answer: &Answer, context: &Context) -> Vec<Objection> {
    let charts = [ChartKey::Incidents, ChartKey::AffectedSizes, ChartKey::Disclosure];
    let of = |key: ChartKey| {
        let model = kinds::build(key, &answer.overview, context);
        let found = cautions::of(answer, &model, &Options::default(), context.lang);
        found.into_iter().map(move |caution| Objection {
            figure: key.key(),
            rule: caution.rule.key(),
            why: caution.why,
            repair: caution.repair.map(|(words, _)| words),
        })
    };
    charts.into_iter().flat_map(of).collect()
}

/// A day as ISO 8601 has it.
fn iso(day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    format!("{year:04}-{month:02}-{of_month:02}")
}

fn asked(answer: &Answer) -> Asked {
    let (question, scope) = (&answer.question, &answer.overview.scope);
    Asked {
        date_of: question.date_of.key(),
        period: serde_json::to_value(question.period)
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default(),
        delay: [question.delay.0.key(), question.delay.1.key()],
        unit: question.measure.0.key(),
        effect: question.measure.1.key(),
        mechanism: question.mechanism.key(),
        as_of: (!answer.as_of_unknown).then(|| iso(question.as_of)),
        from: question.filter.from.map(iso),
        to: question.filter.to.map(iso),
        covered: scope.covered.map(|(first, last)| [iso(first), iso(last)]),
        datasets: scope.datasets,
    }
}

fn incidents(figure: &IncidentsFigure, answer: &Answer) -> Incidents {
    let by_period = figure.periods.iter().zip(&figure.average).map(|(found, average)| Period {
        key: found.period.to_string(),
        from: iso(found.period.first_day()),
        to: iso(found.period.last_day()),
        certain: found.count.certain,
        possible: found.count.possible,
        fractional: found.count.fractional,
        partial: found.is_partial(),
        expected_known: found.expected,
        average: *average,
    });
    let selection = answer.selection();
    Incidents {
        total: figure.total,
        of: answer.overview.scope.all,
        undated: figure.undated,
        outside: figure.outside,
        coarse: figure.coarse,
        by_period: by_period.collect(),
        comparison: figure.comparison.as_ref().map(compared),
        by_sector_and_kind: query::cross(&answer.loaded.snapshot, &selection, &Field::Sector, &Field::Kind),
    }
}

fn compared(found: &Comparison) -> Compared {
    use crate::chart::figures::compare::Verdict;
    let finite = |value: f64| value.is_finite().then_some(value);
    Compared {
        period: span_key(found.current.span),
        count: found.current.count,
        before: span_key(found.before.span),
        count_before: found.before.count,
        ratio: found.ratio.and_then(finite),
        low: found.interval.and_then(|(low, _)| finite(low)),
        high: found.interval.and_then(|(_, high)| finite(high)),
        dispersion: found.dispersion,
        verdict: match found.verdict {
            Verdict::More => "more",
            Verdict::Fewer => "fewer",
            Verdict::NoClearChange => "no_clear_change",
            Verdict::Few => "too_few",
        },
    }
}

/// A period's key, or its days.
fn span_key(span: Span) -> String {
    span.period.map_or_else(|| format!("{}/{}", iso(span.first), iso(span.last)), |period| period.to_string())
}

fn affected(figure: &AffectedFigure) -> Affected {
    let size = |bin: SizeBin, count: u64| Size { size: size_key(bin), count };
    let mut sizes = vec![
        size(SizeBin::Unknown, figure.sizes.unknown),
        size(SizeBin::Imprecise, figure.sizes.imprecise),
        size(SizeBin::Zero, figure.sizes.zero),
    ];
    sizes.extend(figure.sizes.powers_in_use().map(|(power, count)| size(SizeBin::PowerOfTen(power), count)));
    Affected {
        unit: figure.measure.0.key(),
        effect: figure.measure.1.key(),
        n: figure.n,
        unknown: figure.unknown,
        unbounded: figure.unbounded,
        ranges: figure.ranges,
        sum_lo: figure.sum_lo,
        sum_hi: figure.sum_hi,
        median: figure.median.map(|median| median.lo),
        median_hi: figure.median.and_then(|median| median.hi),
        median_interval: figure.median.and_then(|median| median.interval),
        one_in_ten_above: figure.one_in_ten,
        largest: figure.largest.as_ref().map(|largest| Largest {
            id: largest.id.0,
            name: largest.name.clone(),
            at_least: largest.lo,
        }),
        top: figure.top.map(|top| Top { k: top.k, share: top.share }),
        sizes,
        by_period: figure
            .periods
            .iter()
            .map(|found| AffectedPeriod {
                period: found.period.to_string(),
                n: found.n,
                sum_lo: found.sum_lo,
                median: found.median,
                largest: found.largest,
            })
            .collect(),
        others: figure
            .others
            .iter()
            .map(|other| Other {
                unit: other.measure.0.key(),
                effect: other.measure.1.key(),
                n: other.n,
                sum_lo: other.sum_lo,
                sum_hi: other.sum_hi,
            })
            .collect(),
    }
}

fn size_key(bin: SizeBin) -> String {
    match bin {
        SizeBin::Unknown => "unknown".to_owned(),
        SizeBin::Imprecise => "imprecise".to_owned(),
        SizeBin::Zero => "0".to_owned(),
        SizeBin::PowerOfTen(power) => format!("1e{power}"),
    }
}

fn delay(figure: &DelayFigure, answer: &Answer) -> Delay {
    let median: DelayQuantile = figure.early.median();
    let told_by = SHARE_DAYS.into_iter().map(|days| {
        let step = figure.early.share_by(days);
        ToldBy {
            days,
            share: step.map(|step| step.share),
            low: step.and_then(|step| step.band).map(|(low, _)| low),
            high: step.and_then(|step| step.band).map(|(_, high)| high),
        }
    });
    let [first, second, third, _] = figure.early.quantiles;
    Delay {
        from: figure.ends.0.key(),
        to: figure.ends.1.key(),
        method: match figure.mechanism {
            Mechanism::Register => "kaplan_meier",
            Mechanism::DisclosureList => "fixed_window",
            Mechanism::Mixed => "plain",
        },
        window_days: figure.window,
        n: figure.n,
        open: figure.open,
        coarse: figure.coarse,
        median_days: median.days,
        median_days_latest: figure.median_range().1,
        median_low: median.low,
        median_high: median.high,
        quartiles: [first.days, second.days, third.days],
        told_by: told_by.collect(),
        naive: Naive {
            n: figure.naive.n,
            median_days: figure.naive.median_lo,
            median_days_latest: figure.naive.median_hi,
        },
        corrected: corrected(answer),
        by_year: by_year::delays(&answer.loaded.snapshot, &answer.selection(), &answer.question),
    }
}

/// The corrected delay; null for data that are no list of disclosures, and for several datasets together.
fn corrected(answer: &Answer) -> Option<CorrectedDelay> {
    let (snapshot, question, scope) = (&answer.loaded.snapshot, &answer.question, &answer.overview.scope);
    if question.mechanism != Mechanism::DisclosureList || scope.datasets > 1 {
        return None;
    }
    let pairs = Pairs::collect(snapshot, &answer.selection(), question);
    let found = Corrected::of(&pairs.pairs, question.as_of, None);
    let (median, range) = (found.early.median(), found.median_range());
    Some(CorrectedDelay {
        n: found.n,
        within_days: found.within,
        median_days: range.map(|(low, _)| low),
        median_days_latest: range.map(|(_, high)| high),
        median_low: range.and(median.low),
        median_high: range.and(median.high),
        hole: found.hole,
    })
}

fn left_out(answer: &Answer) -> Vec<LeftOut> {
    let (incidents, affected) = (&answer.overview.incidents, &answer.overview.affected);
    let fixed = [
        ("incidents", "undated", incidents.undated),
        ("incidents", "outside", incidents.outside),
        ("affected", "unknown", affected.unknown),
        ("affected", "none", affected.none),
    ];
    let fixed = fixed.into_iter().filter(|(_, _, count)| *count > 0);
    let delays = answer.overview.delay.left_out.iter().map(|(gap, count)| ("delay", gap.key(), *count));
    fixed.chain(delays).map(|(figure, reason, count)| LeftOut { figure, reason, count }).collect()
}

fn found(finding: &Finding) -> Found {
    Found {
        question: finding.question.clone(),
        headline: finding.headline.clone(),
        sentence: finding.sentence.clone(),
        small_print: finding.small_print.iter().map(|part| part.text.clone()).collect(),
        aside: finding.aside.clone(),
    }
}

/// The breakdown that `--by` asks for: the most frequent words first.
pub fn groups(answer: &Answer) -> Vec<Group> {
    let Some(field) = &answer.question.group_by else { return Vec::new() };
    let (snapshot, question, scope) = (&answer.loaded.snapshot, &answer.question, &answer.overview.scope);
    let selection = answer.selection();
    let facets = query::facets(snapshot, &selection, field);
    let group = |(word, incidents): (String, u64)| {
        let of_word = query::with_word(snapshot, &selection, field, &word);
        let affected = AffectedFigure::compute(snapshot, &of_word, question, scope);
        let delay = DelayFigure::compute(snapshot, &of_word, question, scope);
        Group {
            word,
            incidents,
            sum_lo: affected.sum_lo,
            sum_hi: affected.sum_hi,
            median: affected.median.map(|median| median.lo),
            delay_n: delay.n,
            median_days: delay.early.median().days,
        }
    };
    facets.words.into_iter().take(MOST_GROUPS).map(group).collect()
}
