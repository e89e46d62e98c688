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

use std::path::PathBuf;

/// The methods that exist. A method added to the library is added here with its vectors.
const IMPLEMENTED: &[&str] = &[
    "affected_bounds",
    "date_intervals",
    "deadline_share",
    "describe_affected",
    "dispersion",
    "ecdf",
    "fixed_window",
    "kaplan_meier",
    "log10_histogram",
    "mann_kendall",
    "periods",
    "poisson_ci",
    "poisson_rate_ratio",
    "quantile_ci",
    "quantiles",
    "right_truncation",
    "rolling",
    "theil_sen",
    "turnbull",
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
    oracle_date_intervals => methods "date_intervals",
    oracle_deadline_share => methods "deadline_share",
    oracle_describe_affected => methods "describe_affected",
    oracle_dispersion => methods "dispersion",
    oracle_ecdf => methods "ecdf",
    oracle_fixed_window => methods "fixed_window",
    oracle_kaplan_meier => methods "kaplan_meier",
    oracle_log10_histogram => methods "log10_histogram",
    oracle_mann_kendall => methods "mann_kendall",
    oracle_periods => methods "periods",
    oracle_poisson_ci => methods "poisson_ci",
    oracle_poisson_rate_ratio => methods "poisson_rate_ratio",
    oracle_quantile_ci => methods "quantile_ci",
    oracle_quantiles => methods "quantiles",
    oracle_right_truncation => comparing "right_truncation",
    oracle_rolling => methods "rolling",
    oracle_theil_sen => methods "theil_sen",
    oracle_turnbull => comparing "turnbull",
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
