//! The French list among the sample files.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("french_sample", &[recipe!("french_sample")]);
