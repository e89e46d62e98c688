//! Vigie explains cyber incidents to management: how many incidents, how many people, how long until it was told.
//!
//! Data flows one way, in the order of the modules below; each may use only those above it and [`text`].
//! See `ARCHITECTURE.md`.

pub mod model;
pub mod frame;
pub mod import;
pub mod workspace;
pub mod query;
pub mod stats;
pub mod text;
pub mod chart;
pub mod cli;
pub mod app;
pub mod draw;
pub mod briefing;
