//! The parts of a slide around a company's headline.

use crate::briefing::place::Placed;
use crate::briefing::pptx::stage::Layout;

/// Places the parts of a slide.
pub fn place(_layout: &Layout, _headline: &str, _subtitle: &str, _foot: &[String], placed: Placed) -> Placed {
    placed
}
