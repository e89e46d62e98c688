//! The breach portal of the US Department of Health and Human Services, as it exports its two tables.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("hhs_ocr", &[recipe!("hhs_ocr")]);
