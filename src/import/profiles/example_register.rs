//! The invented register among the sample files.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("example_register", &[recipe!("example_register")]);
