//! One function a method: the input of a case to the shape of its expected answer.

use serde_json::{Map, Value, json};
use vigie::model::calendar::{Day, DayInterval};
use vigie::model::count::{Count, How};
use vigie::model::delay::Delay;
use vigie::model::period::PeriodScheme;
use vigie::stats::affected::{AffectedBounds, CountRange, DecadeHistogram, describe};
use vigie::stats::deadline::{Deadline, DeadlineTally};
use vigie::stats::ecdf::ecdf;
use vigie::stats::fixed_window::FixedWindow;
use vigie::stats::periods::PeriodCounter;
use vigie::stats::quantile::{QuantileType, quantile_interval, quantiles};
use vigie::stats::rates::{dispersion, poisson_interval, rate_ratio};
use vigie::stats::rolling::{centred_mean, trailing_mean, trailing_median};
use vigie::stats::share::share;
use vigie::stats::survival::{Outcome, SurvivalTally};
use vigie::stats::trend::{mann_kendall, theil_sen};

pub fn oracle_affected_bounds(input: &Value) -> Value {
    let records = list(&input["records"]);
    let ranges: Vec<CountRange> = records.iter().map(range).collect();
    let mut bounds = AffectedBounds::of(ranges.iter().copied());
    let (median, q90) = (bounds.quantile(0.5), bounds.quantile(0.9));
    let sum = |value: u128| json!(u64::try_from(value).expect("a sum within 64 bits"));
    json!({
        "intervals": ranges.iter().map(|range| json!([range.lo, or_inf(range.hi)])).collect::<Vec<_>>(),
        "n": bounds.n,
        "n_exact": bounds.n_exact,
        "n_unbounded": bounds.n_unbounded,
        "sum_lo": sum(bounds.sum_lo),
        "sum_hi": bounds.sum_hi.map_or(json!("inf"), sum),
        "sum_hi_bounded_only": sum(bounds.sum_hi_bounded),
        "median_lo": median.map(|median| median.lo),
        "median_hi": median.map(|median| or_inf(median.hi)),
        "q90_lo": q90.map(|q90| q90.lo),
        "q90_hi": q90.map(|q90| or_inf(q90.hi)),
    })
}

pub fn oracle_date_intervals(input: &Value) -> Value {
    let as_of = day(&input["as_of"]);
    let start = date(&input["start"]).unwrap_or(DayInterval::UNKNOWN);
    let delay = Delay::between(start, date(&input["end"]), as_of);
    let (min, max, status) = match delay {
        Delay::Known { min_days, max_days, clipped: true } => (Some(min_days), json!(max_days), "clipped"),
        Delay::Known { min_days, max_days, clipped: false } => (Some(min_days), json!(max_days), "ok"),
        Delay::Open { min_days, .. } => (Some(min_days), json!("inf"), "open"),
        Delay::Inconsistent => (None, Value::Null, "inconsistent"),
        Delay::NoStart => (None, Value::Null, "no_start"),
    };
    json!({"min_days": min, "max_days": max, "exact": delay.exact_days().is_some(), "status": status})
}

pub fn oracle_deadline_share(input: &Value) -> Value {
    let limit = waiting(&input["deadline"]);
    let deadline = if text(&input["unit"]) == "hours" { Deadline::Hours(limit) } else { Deadline::Days(limit) };
    let mut tally = DeadlineTally::default();
    for pair in list(&input["min_max_days"]) {
        let max = (!pair[1].is_null()).then(|| waiting(&pair[1]));
        tally.add(deadline.verdict(waiting(&pair[0]), max));
    }
    let found = tally.share(0.95);
    let determined = found.and_then(|found| found.determined);
    json!({
        "within": tally.within,
        "late": tally.late,
        "undetermined": tally.undetermined,
        "n_determined": tally.n_determined(),
        "n_total": tally.n(),
        "share": determined.map(|share| share.share),
        "wilson_lo": determined.map(|share| share.wilson.0),
        "wilson_hi": determined.map(|share| share.wilson.1),
        "share_min": found.map(|found| found.bounds.0),
        "share_max": found.map(|found| found.bounds.1),
    })
}

pub fn oracle_describe_affected(input: &Value) -> Value {
    let found = describe(&mut numbers(&input["values"]));
    let sum = |value: u128| json!(u64::try_from(value).expect("a sum within 64 bits"));
    json!({
        "n": found.n,
        "n_zero": found.n_zero,
        "sum": sum(found.sum),
        "mean": found.mean,
        "median": found.median,
        "min": found.min,
        "max": found.max,
        "geometric_mean": found.geometric_mean,
        "geometric_sd": found.geometric_sd,
        "sum_without_largest": sum(found.sum_without_largest),
        "share_top1": found.share_top_1,
        "share_top10pct": found.share_top_tenth,
        "share_top3": found.share_top_3,
    })
}

pub fn oracle_dispersion(input: &Value) -> Value {
    let found = dispersion(&numbers(&input["counts"]));
    json!({
        "mean": found.map(|d| d.mean),
        "variance": found.map(|d| d.variance),
        "index": found.map(|d| d.index),
        "chi2": found.map(|d| d.chi_squared),
        "df": found.map(|d| d.degrees),
        "p_over": found.map(|d| d.p_over),
    })
}

pub fn oracle_ecdf(input: &Value) -> Value {
    let steps = ecdf(&mut numbers(&input["values"]));
    json!({
        "x": steps.iter().map(|step| step.value).collect::<Vec<_>>(),
        "cdf": steps.iter().map(|step| step.at_most).collect::<Vec<_>>(),
        "ccdf_ge": steps.iter().map(|step| step.at_least).collect::<Vec<_>>(),
    })
}

pub fn oracle_fixed_window(input: &Value) -> Value {
    let level = float(&input["conf"]);
    let mut cohort = FixedWindow::new(days(&input["window"]));
    for record in list(&input["records"]) {
        let delay = (!record["delay"].is_null()).then(|| days(&record["delay"]));
        cohort.add(delay, days(&record["follow_up"]));
    }
    let [short, no_date, inconsistent, beyond] = cohort.left_out().map(|(_, count)| count);
    let shares: Vec<Value> = list(&input["share_at"])
        .iter()
        .map(|at| {
            let found = cohort.share_by(days(at), level);
            let (low, high) = (found.interval.map(|i| i.0), found.interval.map(|i| i.1));
            json!({"t": found.days, "share": found.share, "lo": low, "hi": high})
        })
        .collect();
    let mut quantiles = Map::new();
    for p in ["0.25", "0.5", "0.75", "0.9"] {
        let found = cohort.quantile(p.parse().expect("a number"), level);
        quantiles.insert(p.to_owned(), json!({"t": found.days, "lo": found.low, "hi": found.high}));
    }
    json!({
        "n": cohort.n(),
        "excluded": {
            "short_follow_up": short,
            "no_date": no_date,
            "inconsistent": inconsistent,
            "beyond_window": beyond,
        },
        "share_by": shares,
        "quantiles": quantiles,
    })
}

pub fn oracle_kaplan_meier(input: &Value) -> Value {
    let mut tally = SurvivalTally::default();
    for (time, event) in list(&input["time"]).iter().zip(list(&input["event"])) {
        let outcome = if event.as_u64() == Some(1) { Outcome::Event } else { Outcome::Censored };
        tally.add(waiting(time), outcome);
    }
    let curve = tally.curve(float(&input["conf"]));
    let table: Vec<Value> = curve
        .steps
        .iter()
        .map(|step| {
            json!({
                "t": step.days,
                "at_risk": step.at_risk,
                "events": step.events,
                "censored": step.censored,
                "s": step.survival,
                "se": step.standard_error,
                "lo": step.band.map(|band| band.0),
                "hi": step.band.map(|band| band.1),
            })
        })
        .collect();
    let mut quantiles = Map::new();
    for p in ["0.25", "0.5", "0.75", "0.9"] {
        let found = curve.quantile(p.parse().expect("a number"));
        quantiles.insert(p.to_owned(), json!({"t": found.days, "lo": found.low, "hi": found.high}));
    }
    let shares: Vec<Value> = list(&input["share_at"])
        .iter()
        .map(|at| {
            let found = curve.share_by(waiting(at));
            json!({"t": found.days, "share": found.share, "lo": found.low, "hi": found.high})
        })
        .collect();
    let tau = waiting(&input["tau"]);
    json!({
        "n": curve.n,
        "events": curve.events,
        "censored": curve.censored,
        "table": table,
        "quantiles": quantiles,
        "share_by": shares,
        "rmst": {"tau": tau, "value": curve.restricted_mean(tau)},
    })
}

pub fn oracle_log10_histogram(input: &Value) -> Value {
    let found: DecadeHistogram = numbers(&input["values"]).into_iter().collect();
    json!({"zeros": found.zeros, "bins": found.bins().map(|(decade, count)| json!([decade, count])).collect::<Vec<_>>()})
}

pub fn oracle_mann_kendall(input: &Value) -> Value {
    let values: Vec<f64> = list(&input["values"]).iter().map(float).collect();
    let found = mann_kendall(&values);
    json!({
        "s": found.map_or(0, |found| found.s),
        "var_s": found.map(|found| found.variance),
        "z": found.map(|found| found.z),
        "p": found.map(|found| found.p),
        "tau_b": found.and_then(|found| found.tau_b),
        "p_exact": found.and_then(|found| found.p_exact),
    })
}

pub fn oracle_periods(input: &Value) -> Value {
    let scheme = match text(&input["unit"]) {
        "isoweek" => PeriodScheme::Week,
        "month" => PeriodScheme::Month,
        "quarter" => PeriodScheme::Quarter,
        "year" => PeriodScheme::Year,
        other => panic!("no such unit: {other}"),
    };
    let (from, to) = (day(&input["coverage_start"]), day(&input["as_of"]));
    let mut counter = PeriodCounter::new(&scheme.borders(from, to), from.0, to.0).expect("a coverage");
    for record in list(&input["dates"]) {
        let interval = date(record).unwrap_or(DayInterval::UNKNOWN);
        counter.add(interval.lo.map_or(i32::MIN, |lo| lo.0), interval.hi.map_or(i32::MAX, |hi| hi.0));
    }
    let found = counter.finish();
    let periods: Vec<Value> = scheme
        .span(from, to)
        .zip(&found.periods)
        .map(|(period, count)| {
            json!({
                "period": period.to_string(),
                "certain": count.certain,
                "possible": count.possible,
                "fractional": count.fractional,
                "exposure_days": count.exposure_days,
                "period_days": count.period_days,
                "partial": count.is_partial(),
            })
        })
        .collect();
    json!({
        "periods": periods,
        "unknown": found.unknown,
        "before_window": found.before_window,
        "after_window": found.after_window,
    })
}

pub fn oracle_poisson_ci(input: &Value) -> Value {
    let found = poisson_interval(whole(&input["count"]), float(&input["exposure"]), float(&input["conf"]));
    json!({
        "count_lo": found.count_low,
        "count_hi": found.count_high,
        "rate": found.rate.map(|rate| rate.0),
        "rate_lo": found.rate.map(|rate| rate.1),
        "rate_hi": found.rate.map(|rate| rate.2),
    })
}

pub fn oracle_poisson_rate_ratio(input: &Value) -> Value {
    let side = |k: &str, t: &str| (whole(&input[k]), float(&input[t]));
    let found = rate_ratio(side("k1", "t1"), side("k2", "t2"), float(&input["conf"]));
    json!({
        "ratio": found.map(|ratio| finite(ratio.ratio)),
        "lo": found.map(|ratio| finite(ratio.low)),
        "hi": found.map(|ratio| finite(ratio.high)),
        "p_central": found.map(|ratio| ratio.p_central),
        "p_minlike": found.map(|ratio| ratio.p_minlike),
    })
}

pub fn oracle_quantile_ci(input: &Value) -> Value {
    let mut values = numbers(&input["values"]);
    let found = quantile_interval(&mut values, float(&input["p"]), float(&input["conf"]));
    let (low, high) = (found.and_then(|found| found.low), found.and_then(|found| found.high));
    json!({
        "lo_rank": low.map(|low| low.0),
        "hi_rank": high.map(|high| high.0),
        "lo": low.map(|low| low.1),
        "hi": high.map(|high| high.1),
        "coverage": found.map(|found| found.coverage),
    })
}

pub fn oracle_quantiles(input: &Value) -> Value {
    let definitions = [
        ("type1", QuantileType::Type1),
        ("type2", QuantileType::Type2),
        ("type6", QuantileType::Type6),
        ("type7", QuantileType::Type7),
        ("type8", QuantileType::Type8),
    ];
    let keys = ["0.1", "0.25", "0.5", "0.75", "0.9", "0.99"];
    let probabilities = keys.map(|key| key.parse().expect("a number"));
    let mut answer = Map::new();
    for (name, definition) in definitions {
        let found = quantiles(&mut numbers(&input["values"]), &probabilities, definition);
        let entries = keys.iter().zip(found).map(|(key, value)| ((*key).to_owned(), json!(value)));
        answer.insert(name.to_owned(), Value::Object(entries.collect()));
    }
    Value::Object(answer)
}

pub fn oracle_rolling(input: &Value) -> Value {
    let values: Vec<Option<u64>> = list(&input["values"]).iter().map(Value::as_u64).collect();
    let window = usize::try_from(whole(&input["window"])).expect("a window");
    json!({
        "trailing_mean": trailing_mean(&values, window),
        "trailing_median": trailing_median(&values, window),
        "centered_mean": centred_mean(&values, window),
    })
}

pub fn oracle_theil_sen(input: &Value) -> Value {
    let xs = list(&input["x"]).iter().map(float);
    let points: Vec<(f64, f64)> = xs.zip(list(&input["y"]).iter().map(float)).collect();
    let found = theil_sen(&points, float(&input["conf"]));
    json!({
        "slope": found.map(|line| line.slope),
        "intercept": found.map(|line| line.intercept),
        "lo": found.map(|line| line.interval.0),
        "hi": found.map(|line| line.interval.1),
    })
}

pub fn oracle_wilson(input: &Value) -> Value {
    let found = share(whole(&input["x"]), whole(&input["n"]), float(&input["conf"]));
    json!({
        "p": found.map(|share| share.share),
        "wilson_lo": found.map(|share| share.wilson.0),
        "wilson_hi": found.map(|share| share.wilson.1),
        "cp_lo": found.map(|share| share.clopper_pearson.0),
        "cp_hi": found.map(|share| share.clopper_pearson.1),
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn numbers(value: &Value) -> Vec<u64> {
    list(value).iter().map(whole).collect()
}

fn whole(value: &Value) -> u64 {
    value.as_u64().expect("a whole number")
}

fn waiting(value: &Value) -> u32 {
    u32::try_from(whole(value)).expect("a number of days")
}

fn days(value: &Value) -> i32 {
    i32::try_from(value.as_i64().expect("a whole number")).expect("a number of days")
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn finite(value: f64) -> Value {
    if value == f64::INFINITY { json!("inf") } else { json!(value) }
}

fn or_inf(value: Option<u64>) -> Value {
    value.map_or(json!("inf"), |value| json!(value))
}

/// A statement of the vectors, read as a record's count is: from its words.
fn range(record: &Value) -> CountRange {
    let number = |key: &str| whole(&record[key]);
    let words = match text(&record["kind"]) {
        "unknown" => return CountRange::UNKNOWN,
        "exact" => number("n").to_string(),
        "about" => format!("about {}", number("n")),
        "up_to" => format!("up to {}", number("n")),
        "at_least" => format!("at least {}", number("n")),
        "more_than" => format!("more than {}", number("n")),
        "fewer_than" => format!("fewer than {}", number("n")),
        "range" => format!("{}-{}", number("lo"), number("hi")),
        other => panic!("no such statement: {other}"),
    };
    let count = Count::parse(&words).unwrap_or_else(|error| panic!("{words}: {error:?}"));
    CountRange { lo: count.lo, hi: count.hi, stated_exactly: count.how == How::Exact }
}

fn day(value: &Value) -> Day {
    date(value).and_then(DayInterval::exact).expect("a day")
}

/// The dates of the vectors: a day, a month, a quarter, a year or nothing.
fn date(value: &Value) -> Option<DayInterval> {
    let text = value.as_str()?;
    let number = |part: &str| part.parse::<u32>().expect("a number");
    let parts: Vec<&str> = text.split('-').collect();
    let year = parts[0].parse::<i32>().expect("a year");
    let interval = match parts[1..] {
        [] => DayInterval::year(year),
        [quarter] if quarter.starts_with('Q') => DayInterval::quarter(year, number(&quarter[1..])),
        [month] => DayInterval::month(year, number(month)),
        [month, day] => Day::from_ymd(year, number(month), number(day)).map(DayInterval::day),
        _ => None,
    };
    Some(interval.unwrap_or_else(|| panic!("not a date of the vectors: {text}")))
}
