//! The list of breaches that Have I Been Pwned publishes.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("hibp", &[recipe!("hibp")]);
