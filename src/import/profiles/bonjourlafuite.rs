//! Leaks of French organisations collected by Bonjour la fuite: the whole table, and the one of volumes alone.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile =
    Profile::new("bonjourlafuite", &[recipe!("bonjourlafuite"), recipe!("bonjourlafuite_volumes")]);
