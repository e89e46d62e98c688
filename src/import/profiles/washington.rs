//! The notices of the Attorney General of Washington State, as the open data portal exports them.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("washington", &[recipe!("washington")]);
