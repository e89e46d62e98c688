//! The timelines of Hackmageddon in one table, read by the author's own columns.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("hackmageddon", &[recipe!("hackmageddon")]);
