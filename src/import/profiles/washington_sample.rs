//! Two years of the Washington notices among the sample files.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("washington_sample", &[recipe!("washington_sample")]);
