//! A French feed of leaks that joins three lists, among them announcements of vulnerabilities.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("fr_leaks_feed", &[recipe!("fr_leaks_feed")]);
