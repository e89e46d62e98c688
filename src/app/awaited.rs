//! What was asked for and is not there yet: asked for once, dimmed when it takes a moment, given up when it failed.
//!
//! What was there before stays on screen meanwhile, so that nothing flickers; see `derived`, `answers` and
//! `charts_page::answers`.

use std::time::{Duration, Instant};

/// What is waited for longer than this dims what was there before.
pub const PATIENCE: Duration = Duration::from_millis(150);

/// Something that a job works out, by what it rests on.
#[derive(Debug)]
pub struct Awaited<K> {
    asked: Option<(K, Instant)>,
    /// What could not be worked out: it is not asked for again.
    failed: Option<K>,
}

impl<K> Default for Awaited<K> {
    fn default() -> Self {
        Self { asked: None, failed: None }
    }
}

impl<K: PartialEq> Awaited<K> {
    /// Asks for this. True where it has to be begun: once, and not where it failed. What is asked for in the place of
    /// something else has been waited for since that was asked for.
    pub fn ask(&mut self, key: &K) -> bool
    where
        K: Clone,
    {
        if self.is_for(key) || self.has_failed(key) {
            return false;
        }
        let since = self.asked.as_ref().map_or_else(Instant::now, |(_, since)| *since);
        self.asked = Some((key.clone(), since));
        true
    }

    /// Whether this is what is waited for.
    pub fn is_for(&self, key: &K) -> bool {
        self.asked.as_ref().is_some_and(|(asked, _)| asked == key)
    }

    /// Whether this could not be worked out.
    pub fn has_failed(&self, key: &K) -> bool {
        self.failed.as_ref() == Some(key)
    }

    /// This came. Says whether it is what was waited for; something else is waited for still.
    pub fn came(&mut self, key: &K) -> bool {
        let is_it = self.is_for(key);
        if is_it {
            self.rest();
        }
        is_it
    }

    /// Nothing is waited for any more.
    pub fn rest(&mut self) {
        self.asked = None;
    }

    /// What was waited for could not be worked out.
    pub fn fail(&mut self) {
        if let Some((key, _)) = self.asked.take() {
            self.failed = Some(key);
        }
    }

    /// Whether something is waited for.
    pub const fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// Whether it has been waited for a moment: what was there before is dimmed.
    pub fn is_late(&self) -> bool {
        self.asked.as_ref().is_some_and(|(_, since)| since.elapsed() >= PATIENCE)
    }

    /// How long until it is late.
    pub fn late_in(&self) -> Option<Duration> {
        let (_, since) = self.asked.as_ref()?;
        PATIENCE.checked_sub(since.elapsed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_asked_for_once() {
        let mut awaited = Awaited::default();
        assert!(awaited.ask(&"a"));
        assert!(!awaited.ask(&"a"), "it is being worked out");
        assert!(awaited.ask(&"b"), "something else in its place");
        assert!(!awaited.came(&"a"), "what came is no longer wanted");
        assert!(awaited.is_waiting());
        assert!(awaited.came(&"b"));
        assert!(!awaited.is_waiting() && awaited.late_in().is_none());
        assert!(awaited.ask(&"b"), "it may be wanted again");
    }

    #[test]
    fn what_failed_is_not_asked_for_again_until_something_else_was() {
        let mut awaited = Awaited::default();
        awaited.ask(&1);
        awaited.fail();
        assert!(!awaited.is_waiting() && !awaited.is_late());
        assert!(!awaited.ask(&1));
        assert!(awaited.ask(&2));
        assert!(awaited.came(&2));
        assert!(!awaited.ask(&1), "it would fail again");
    }

    #[test]
    fn waiting_goes_on_from_what_was_asked_for_first() {
        let mut awaited = Awaited::default();
        awaited.ask(&1);
        assert!(!awaited.is_late());
        if let Some((_, since)) = &mut awaited.asked {
            *since = since.checked_sub(PATIENCE).unwrap();
        }
        awaited.ask(&2);
        assert!(awaited.is_late() && awaited.late_in().is_none(), "who types on has waited since the first letter");
    }
}
