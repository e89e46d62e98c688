//! Questions to a snapshot of the frame, and their small answers.

pub mod question;
