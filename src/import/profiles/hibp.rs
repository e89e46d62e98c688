//! The list of breaches that Have I Been Pwned publishes, as its interface gives it (of today and of 2018), and with the
//! fields renamed.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("hibp", &[recipe!("hibp"), recipe!("hibp_renamed")]);
