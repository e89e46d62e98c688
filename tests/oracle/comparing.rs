//! Methods of survival, size and comparison: the input of a case to the shape of its expected answer.

use serde_json::{Value, json};
use vigie::stats::bootstrap::{Draws, median_difference};
use vigie::stats::concentration::concentration;
use vigie::stats::lognormal::{lognormal_fit, lognormal_interval_fit};
use vigie::stats::logrank::logrank;
use vigie::stats::multiple::{benjamini_hochberg, holm};
use vigie::stats::random::SplitMix64;
use vigie::stats::right_truncation::TruncatedTally;
use vigie::stats::share::share_difference;
use vigie::stats::survival::{Outcome, SurvivalCurve, SurvivalTally};
use vigie::stats::turnbull::IntervalTally;
use vigie::stats::two_groups::{hodges_lehmann, mann_whitney};

pub fn oracle_bootstrap_median_diff(input: &Value) -> Value {
    let replicates = usize::try_from(whole(&input["resamples"])).expect("a number");
    let draws = Draws { seed: seed(input), replicates, level: float(&input["conf"]) };
    let found = median_difference(&numbers(&input["x"]), &numbers(&input["y"]), draws).expect("values");
    json!({"diff": found.difference, "lo": found.low, "hi": found.high, "first5": &found.drawn[..5]})
}

pub fn oracle_gini_lorenz(input: &Value) -> Value {
    let found = concentration(&mut numbers(&input["values"]));
    json!({
        "gini": found.as_ref().map(|found| found.gini),
        "gini_unbiased": found.as_ref().and_then(|found| found.gini_unbiased),
        "lorenz": found.map(|found| found.lorenz),
    })
}

pub fn oracle_lognormal_fit(input: &Value) -> Value {
    let Some(fit) = lognormal_fit(&mut numbers(&input["values"]), 0.95) else {
        return Value::Null;
    };
    json!({
        "mu": fit.mu,
        "sigma_mle": fit.sigma,
        "sigma_unbiased": fit.sigma_unbiased,
        "median": fit.median,
        "median_lo": fit.median_interval.0,
        "median_hi": fit.median_interval.1,
        "mean": fit.mean,
        "loglik": fit.log_likelihood,
        "ks": fit.distance,
    })
}

pub fn oracle_lognormal_interval(input: &Value) -> Value {
    let upper = list(&input["upper"]).iter().map(Value::as_f64);
    let ends: Vec<(f64, Option<f64>)> = list(&input["lower"]).iter().map(float).zip(upper).collect();
    let fit = lognormal_interval_fit(&ends).expect("a fit");
    json!({"mu": fit.mu, "sigma": fit.sigma, "median": fit.median, "loglik": fit.log_likelihood})
}

pub fn oracle_logrank(input: &Value) -> Value {
    let curve = |group: &Value| -> SurvivalCurve {
        let outcome = |event: &Value| if event.as_u64() == Some(1) { Outcome::Event } else { Outcome::Censored };
        let events = list(&group["event"]).iter().map(outcome);
        list(&group["time"]).iter().map(days).zip(events).collect::<SurvivalTally>().curve(0.95)
    };
    let curves: Vec<SurvivalCurve> = list(&input["groups"]).iter().map(curve).collect();
    let found = logrank(&curves.iter().collect::<Vec<_>>());
    let mut answer = json!({
        "chi2": found.test.map(|test| test.chi_squared),
        "df": found.test.map(|test| test.degrees),
        "p": found.test.map(|test| test.p),
    });
    // The vectors of more than two groups hold the test alone.
    if curves.len() == 2 {
        answer["observed"] = json!(found.observed.iter().map(|events| *events as f64).collect::<Vec<_>>());
        answer["expected_events"] = json!(found.expected);
    }
    answer
}

pub fn oracle_mann_whitney(input: &Value) -> Value {
    let (mut x, mut y) = (numbers(&input["x"]), numbers(&input["y"]));
    let test = mann_whitney(&mut x, &mut y).expect("values");
    let shift = hodges_lehmann(&mut x, &mut y, 0.95).expect("values");
    json!({"u": test.u, "p": test.p, "hodges_lehmann": shift.shift, "prob_superiority": test.superiority})
}

pub fn oracle_multiple_comparisons(input: &Value) -> Value {
    let probabilities: Vec<f64> = list(&input["p"]).iter().map(float).collect();
    let holm = holm(&probabilities);
    // Where the vectors give whole numbers, Holm's are whole numbers too.
    let whole = !probabilities.is_empty() && list(&input["p"]).iter().all(Value::is_u64);
    let holm = if whole { json!(holm.iter().map(|p| *p as u64).collect::<Vec<_>>()) } else { json!(holm) };
    json!({"holm": holm, "bh": benjamini_hochberg(&probabilities)})
}

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

pub fn oracle_splitmix64(input: &Value) -> Value {
    let mut random = SplitMix64::new(seed(input));
    let draws: Vec<String> = (0..5).map(|_| random.draw().to_string()).collect();
    let len = usize::try_from(whole(&input["n"])).expect("a length");
    json!({"u64": draws, "index_after": (0..12).map(|_| random.index(len)).collect::<Vec<_>>()})
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

pub fn oracle_two_proportions(input: &Value) -> Value {
    let side = |part: &str, of: &str| (whole(&input[part]), whole(&input[of]));
    let found = share_difference(side("x1", "n1"), side("x2", "n2"), float(&input["conf"])).expect("a difference");
    json!({"diff": found.difference, "lo": found.interval.0, "hi": found.interval.1})
}

fn seed(input: &Value) -> u64 {
    input["seed"].as_str().and_then(|seed| seed.parse().ok()).expect("a seed")
}

fn numbers(value: &Value) -> Vec<u64> {
    list(value).iter().map(whole).collect()
}

fn whole(value: &Value) -> u64 {
    value.as_u64().expect("a whole number")
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn days(value: &Value) -> u32 {
    u32::try_from(whole(value)).expect("a number of days")
}
