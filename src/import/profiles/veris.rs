//! Incidents in the schema of VERIS, such as those of the VERIS Community Database: one a file, an array, or one after
//! the other; whole, or reduced to actor, action, victim and year.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("veris", &[recipe!("veris")]);
