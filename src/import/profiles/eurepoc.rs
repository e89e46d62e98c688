//! The European Repository of Cyber Incidents, as CSV or the first sheet of its workbook.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("eurepoc", &[recipe!("eurepoc")]);
