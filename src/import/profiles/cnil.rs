//! Notifications to the French authority (CNIL), as data.gouv.fr has them: Windows-1252, a line above the headers.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("cnil", &[recipe!("cnil")]);
