//! Methods for series over time: trend, growth, change, season, what is still to come, and tails.

use serde_json::{Value, json};
use vigie::stats::change_point::{SegmentCost, Segments, pettitt, segments};
use vigie::stats::growth::negative_binomial::negative_binomial_growth;
use vigie::stats::growth::{ExposedCount, growth};
use vigie::stats::nowcast::{chain_ladder, expected_in_the_end};
use vigie::stats::power_law::{power_law, power_law_with_threshold};
use vigie::stats::season::seasonality;
use vigie::stats::trend_adjusted::{hamed_rao_mann_kendall, seasonal_mann_kendall};

pub fn oracle_hamed_rao_mann_kendall(input: &Value) -> Value {
    let found = hamed_rao_mann_kendall(&floats(&input["values"]));
    let z_and_p = found.and_then(|found| found.z_and_p);
    json!({
        "s": found.map(|found| found.s as f64),
        "var_s": found.map(|found| found.variance),
        "z": z_and_p.map(|(z, _)| z),
        "p": z_and_p.map(|(_, p)| p),
    })
}

pub fn oracle_negbin_trend(input: &Value) -> Value {
    let found = negative_binomial_growth(&periods(input));
    json!({
        "intercept": found.map(|found| found.intercept),
        "slope_per_year": found.map(|found| found.slope),
        "alpha": found.map(|found| found.alpha),
        "loglik": found.map(|found| found.log_likelihood),
        "se_slope": found.map(|found| found.se_slope),
        "annual_change_pct": found.map(|found| found.annual_change_pct),
    })
}

pub fn oracle_nowcast_chain_ladder(input: &Value) -> Value {
    let rows: Vec<Vec<Option<u64>>> = input["increments"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| row.as_array().expect("a list").iter().map(Value::as_u64).collect())
        .collect();
    let found = chain_ladder(&rows);
    let fitted = found.fitted.as_ref();
    json!({
        "factors": found.factors,
        "completeness": fitted.map(|fitted| &fitted.completeness),
        "ultimate": fitted.map(|fitted| fitted.periods.iter().map(|period| period.ultimate).collect::<Vec<_>>()),
        "mack_se": fitted.map(|fitted| fitted.periods.iter().map(|period| period.standard_error).collect::<Vec<_>>()),
    })
}

pub fn oracle_nowcast_interval(input: &Value) -> Value {
    let known = input["reported"].as_u64().expect("a whole number");
    let found = expected_in_the_end(known, float(&input["completeness"]), float(&input["conf"]));
    json!({
        "mean": found.map(|found| found.mean),
        "lo": found.map(|found| found.low),
        "hi": found.map(|found| found.high),
    })
}

pub fn oracle_pelt_anscombe_l2(input: &Value) -> Value {
    let found = cut(input, SegmentCost::AnscombeSquares);
    json!({"changepoints": found.starts, "total_cost": found.cost})
}

pub fn oracle_pelt_poisson(input: &Value) -> Value {
    let found = cut(input, SegmentCost::Poisson);
    json!({"changepoints": found.starts, "total_cost": found.cost, "segment_means": found.means})
}

pub fn oracle_pettitt(input: &Value) -> Value {
    let found = pettitt(&floats(&input["values"]));
    json!({
        "k": found.map(|found| found.k),
        "changepoint": found.and_then(|found| found.first_of_new),
        "p": found.map(|found| found.p),
    })
}

pub fn oracle_powerlaw_fixed_xmin(input: &Value) -> Value {
    let found = power_law(&counts(&input["values"]), input["xmin"].as_u64().expect("a whole number"));
    json!({
        "alpha": found.map(|found| found.alpha),
        "tail_exponent": found.map(|found| found.tail_exponent),
        "sigma": found.map(|found| found.standard_error),
        "n_tail": found.map(|found| found.n),
        "ks_plfit": found.map(|found| found.distance),
        "ks_two_sided": found.map(|found| found.distance_both_sides),
    })
}

pub fn oracle_powerlaw_scan_xmin(input: &Value) -> Value {
    let found = power_law_with_threshold(&counts(&input["values"]));
    json!({
        "xmin": found.map(|found| found.from),
        "alpha": found.map(|found| found.alpha),
        "tail_exponent": found.map(|found| found.tail_exponent),
        "sigma": found.map(|found| found.standard_error),
        "n_tail": found.map(|found| found.n),
        "ks_plfit": found.map(|found| found.distance),
    })
}

pub fn oracle_quasi_poisson_trend(input: &Value) -> Value {
    let found = growth(&periods(input), float(&input["conf"]));
    json!({
        "intercept": found.map(|found| found.intercept),
        "slope_per_year": found.map(|found| found.slope),
        "se_poisson": found.map(|found| found.se_poisson),
        "phi": found.map(|found| found.phi),
        "se_quasi": found.map(|found| found.se_quasi),
        "annual_change_pct": found.map(|found| found.annual_change_pct),
        "ci_pct_quasi_t": found.map(|found| [found.interval_pct.0, found.interval_pct.1]),
        "deviance": found.map(|found| found.deviance),
        "p_quasi_t": found.map(|found| found.p),
        "pearson_dispersion_p": found.map(|found| found.p_over),
    })
}

pub fn oracle_seasonal_mann_kendall(input: &Value) -> Value {
    let values: Vec<Option<f64>> = floats(&input["values"]).into_iter().map(Some).collect();
    let found = seasonal_mann_kendall(&values, size(&input["period"]));
    json!({
        "s": found.map(|found| found.s as f64),
        "var_s": found.map(|found| found.variance),
        "z": found.map(|found| found.z),
        "p": found.map(|found| found.p),
        "slope_per_period": found.map(|found| found.slope_per_cycle),
    })
}

pub fn oracle_seasonality(input: &Value) -> Value {
    let found = seasonality(&floats(&input["values"]), size(&input["period"]));
    json!({
        "kruskal_h": found.as_ref().and_then(|found| found.h),
        "df": found.as_ref().map(|found| found.degrees),
        "p": found.as_ref().and_then(|found| found.p),
        "additive_index": found.as_ref().map(|found| &found.index),
    })
}

fn cut(input: &Value, cost: SegmentCost) -> Segments {
    let shortest = size(&input["min_size"]);
    segments(&counts(&input["counts"]), cost, float(&input["penalty"]), shortest).expect("long enough")
}

fn periods(input: &Value) -> Vec<ExposedCount> {
    let exposures = floats(&input["exposure_days"]).into_iter();
    let times = floats(&input["t_years"]).into_iter().zip(exposures);
    let period = |(count, (years, exposure))| ExposedCount { years, count, exposure };
    counts(&input["counts"]).into_iter().zip(times).map(period).collect()
}

fn floats(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(float).collect()
}

fn counts(value: &Value) -> Vec<u64> {
    value.as_array().expect("a list").iter().map(|count| count.as_u64().expect("a whole number")).collect()
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn size(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a whole number")).expect("a small number")
}
