//! Every method agrees with its reference vectors.
//!
//! `tests/oracles/<method>.json` holds cases `{name, input, expected, tolerance: {rel, abs}, source}`:
//! a float agrees when `|got − want| <= abs + rel × |want|`; whole numbers, strings, booleans, `null`
//! (undefined, not reached), `"inf"` and `"-inf"` must be equal. When the variable `VIGIE_ORACLES`
//! names a folder, its files run too; methods not implemented here are printed as skipped.

#![allow(clippy::expect_used, reason = "a vector that cannot be read fails its test")]

#[path = "oracle/cases.rs"]
mod cases;
#[path = "oracle/comparing.rs"]
mod comparing;
#[path = "oracle/methods.rs"]
mod methods;
#[path = "oracle/over_time.rs"]
mod over_time;

use std::path::PathBuf;

/// The methods that exist. A method added to the library is added here with its vectors.
const IMPLEMENTED: &[&str] = &[
    "affected_bounds",
    "bootstrap_median_diff",
    "date_intervals",
    "deadline_share",
    "describe_affected",
    "dispersion",
    "ecdf",
    "fixed_window",
    "gini_lorenz",
    "hamed_rao_mann_kendall",
    "kaplan_meier",
    "log10_histogram",
    "lognormal_fit",
    "lognormal_interval",
    "logrank",
    "mann_kendall",
    "mann_whitney",
    "multiple_comparisons",
    "negbin_trend",
    "nowcast_chain_ladder",
    "nowcast_interval",
    "pelt_anscombe_l2",
    "pelt_poisson",
    "periods",
    "pettitt",
    "poisson_ci",
    "poisson_rate_ratio",
    "powerlaw_fixed_xmin",
    "powerlaw_scan_xmin",
    "quantile_ci",
    "quantiles",
    "quasi_poisson_trend",
    "right_truncation",
    "rolling",
    "seasonal_mann_kendall",
    "seasonality",
    "splitmix64",
    "theil_sen",
    "turnbull",
    "two_proportions",
    "wilson",
];

macro_rules! oracle_tests {
    ($($test:ident => $module:ident $method:literal),* $(,)?) => {
        $(
            #[test]
            fn $test() {
                cases::run($method, $module::$test);
            }
        )*

        /// Each method has a test, and each test a method.
        const TESTED: &[&str] = &[$($method),*];
    };
}

oracle_tests! {
    oracle_affected_bounds => methods "affected_bounds",
    oracle_bootstrap_median_diff => comparing "bootstrap_median_diff",
    oracle_date_intervals => methods "date_intervals",
    oracle_deadline_share => methods "deadline_share",
    oracle_describe_affected => methods "describe_affected",
    oracle_dispersion => methods "dispersion",
    oracle_ecdf => methods "ecdf",
    oracle_fixed_window => methods "fixed_window",
    oracle_gini_lorenz => comparing "gini_lorenz",
    oracle_hamed_rao_mann_kendall => over_time "hamed_rao_mann_kendall",
    oracle_kaplan_meier => methods "kaplan_meier",
    oracle_log10_histogram => methods "log10_histogram",
    oracle_lognormal_fit => comparing "lognormal_fit",
    oracle_lognormal_interval => comparing "lognormal_interval",
    oracle_logrank => comparing "logrank",
    oracle_mann_kendall => methods "mann_kendall",
    oracle_mann_whitney => comparing "mann_whitney",
    oracle_multiple_comparisons => comparing "multiple_comparisons",
    oracle_negbin_trend => over_time "negbin_trend",
    oracle_nowcast_chain_ladder => over_time "nowcast_chain_ladder",
    oracle_nowcast_interval => over_time "nowcast_interval",
    oracle_pelt_anscombe_l2 => over_time "pelt_anscombe_l2",
    oracle_pelt_poisson => over_time "pelt_poisson",
    oracle_periods => methods "periods",
    oracle_pettitt => over_time "pettitt",
    oracle_poisson_ci => methods "poisson_ci",
    oracle_poisson_rate_ratio => methods "poisson_rate_ratio",
    oracle_powerlaw_fixed_xmin => over_time "powerlaw_fixed_xmin",
    oracle_powerlaw_scan_xmin => over_time "powerlaw_scan_xmin",
    oracle_quantile_ci => methods "quantile_ci",
    oracle_quantiles => methods "quantiles",
    oracle_quasi_poisson_trend => over_time "quasi_poisson_trend",
    oracle_right_truncation => comparing "right_truncation",
    oracle_rolling => methods "rolling",
    oracle_seasonal_mann_kendall => over_time "seasonal_mann_kendall",
    oracle_seasonality => over_time "seasonality",
    oracle_splitmix64 => comparing "splitmix64",
    oracle_theil_sen => methods "theil_sen",
    oracle_turnbull => comparing "turnbull",
    oracle_two_proportions => comparing "two_proportions",
    oracle_wilson => methods "wilson",
}

#[test]
fn oracle_list_is_complete() {
    assert_eq!(TESTED, IMPLEMENTED, "the tests and the list of methods differ");
    let here = cases::methods_in(&cases::own_folder());
    assert_eq!(here, IMPLEMENTED, "the files in tests/oracles and the list of methods differ");
}

#[test]
fn oracle_folder_named_by_the_variable() {
    let Some(folder) = std::env::var_os("VIGIE_ORACLES").map(PathBuf::from) else {
        println!("skipped: VIGIE_ORACLES names no folder");
        return;
    };
    let there = cases::methods_in(&folder);
    for method in there.iter().filter(|method| !IMPLEMENTED.contains(&method.as_str())) {
        println!("skipped: {method} is not implemented");
    }
    for method in IMPLEMENTED {
        assert!(there.iter().any(|name| name == method), "{method} has no file in {}", folder.display());
    }
}
