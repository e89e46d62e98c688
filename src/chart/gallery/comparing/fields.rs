//! How many words of a field are compared; which field is [`crate::chart::gallery::fields`]'s.

use crate::chart::gallery::Ask;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::text::tr;

pub use crate::chart::gallery::fields::{choice, chosen, name};

/// Most words that are compared.
pub const MOST: u64 = 20;

/// How many words are compared: 8 unless chosen.
pub fn top(ask: &Ask<'_>) -> usize {
    usize::try_from(ask.options.number("top").unwrap_or(8).clamp(2, MOST)).unwrap_or(8)
}

/// The choice of how many.
pub fn top_choice(ask: &Ask<'_>) -> Choice {
    Choice::Own(OwnChoice {
        key: "top",
        name: tr(ask.context.lang, "comparing-choice-top"),
        control: Control::Number { from: 2, to: MOST },
        current: top(ask).to_string(),
    })
}
