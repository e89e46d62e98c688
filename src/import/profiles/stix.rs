//! Bundles of STIX 2.1 with incidents in them, and with the extension that describes incidents.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile = Profile::new("stix", &[recipe!("stix")]);
