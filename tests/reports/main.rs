//! Reports as files: PDF and HTML of the sample data and of names that mean harm.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

mod decks;
mod html;
mod pdf;
#[path = "../support/pdf.rs"]
mod reader;
