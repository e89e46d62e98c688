//! Figures on real data, findings in both languages and pictures, each against what it must be.

#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, clippy::too_many_lines, reason = "a test crate")]

mod cases;
mod checks;
mod conformance;
mod completeness;
mod data;
mod families;
mod figures;
mod gallery;
mod findings;
mod golden;
mod marks;
mod nowcast;
mod pictures;
mod time;
