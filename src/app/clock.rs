//! The one place of the window that reads the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::calendar::Day;
use crate::workspace::edit::Moment;

/// This moment.
pub fn now() -> Moment {
    #[expect(clippy::disallowed_methods, reason = "the one place of the window that reads the clock")]
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Moment(i64::try_from(seconds).unwrap_or(i64::MAX))
}

/// Today, by the calendar of UTC.
pub fn today() -> Day {
    Day(i32::try_from(now().0.div_euclid(86_400)).unwrap_or(i32::MAX))
}
