//! Methods of survival, size and comparison: the input of a case to the shape of its expected answer.

use serde_json::{Value, json};
use vigie::stats::right_truncation::TruncatedTally;
use vigie::stats::turnbull::IntervalTally;

pub fn oracle_right_truncation(input: &Value) -> Value {
    let delays = list(&input["delay"]).iter().map(days);
    let tally: TruncatedTally = delays.zip(list(&input["limit"]).iter().map(days)).collect();
    let found = tally.distribution(0.95);
    let step = |step: &vigie::stats::right_truncation::TruncatedStep| json!({"x": step.days, "n": step.at_risk, "d": step.events, "cdf": step.share});
    json!({
        "table": found.steps.iter().map(step).collect::<Vec<_>>(),
        "conditional_median": found.quantile(0.5).days,
        "naive_median": found.naive_median.map(f64::from),
        "max_identifiable": found.longest(),
        "risk_set_hole": found.hole,
    })
}

pub fn oracle_turnbull(input: &Value) -> Value {
    let upper = list(&input["upper"]).iter().map(|end| (end != "inf").then(|| days(end)));
    let tally: IntervalTally = list(&input["lower"]).iter().map(days).zip(upper).collect();
    let found = tally.distribution();
    let ends = |from: u32, to: Option<u32>| json!([from, to.map_or(json!("inf"), |to| json!(to))]);
    json!({
        "intervals": found.intervals.iter().map(|interval| ends(interval.from, interval.to)).collect::<Vec<_>>(),
        "mass": found.intervals.iter().map(|interval| interval.mass).collect::<Vec<_>>(),
        "mass_unique": found.unique,
        "median_interval": found.quantile(0.5).map(|interval| ends(interval.from, interval.to)),
        "loglik": found.log_likelihood,
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn days(value: &Value) -> u32 {
    u32::try_from(value.as_u64().expect("a whole number")).expect("a number of days")
}
