//! The notices of the Attorney General of Washington State, as the open data portal exports them: a row each, or a row
//! for each type of information, which the recipe puts together by the notice's number.

use super::{Profile, recipe};

pub(super) const PROFILE: Profile =
    Profile::new("washington", &[recipe!("washington"), recipe!("washington_exploded")]);
