//! Notices: what happened, said once at the lower right and kept to be read again.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::app::briefings::command::BriefingsCommand;
use crate::app::command::Command;

/// How long a notice stays on screen.
const SHOWN_FOR: Duration = Duration::from_secs(9);

/// The same of a file that was written, which is looked for by hand otherwise.
const WRITTEN_SHOWN_FOR: Duration = Duration::from_secs(30);

/// How many are kept.
const KEPT: usize = 50;

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// Done, or good to know.
    Information,
    /// Done, but not all of it, or not as asked.
    Caution,
    /// Not done. Stays until it is closed.
    Failure,
}

/// What a notice offers besides reading it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Words on the button.
    pub words: String,
    /// What the button sends.
    pub what: OfferKind,
}

/// What the button of a notice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// Shows the review of the file just read.
    Review,
    /// Undoes the last change.
    Undo,
    /// Shows the records.
    Records,
    /// Shows a page of a briefing.
    Briefing(uuid::Uuid, uuid::Uuid),
    /// Takes the last change of a briefing back.
    UndoBriefings,
}

/// One notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Number, growing.
    pub number: u64,
    /// How grave it is.
    pub gravity: Gravity,
    /// What it says.
    pub words: String,
    /// A button.
    pub offer: Option<Offer>,
    /// The file that was written: it can be opened, and its folder.
    pub written: Option<PathBuf>,
    said_at: Instant,
    closed: bool,
}

/// All notices of this run.
#[derive(Debug, Default)]
pub struct Notices {
    all: Vec<Notice>,
    next: u64,
}

impl Notices {
    /// Says something.
    pub fn say(&mut self, gravity: Gravity, words: impl Into<String>) {
        self.say_with(gravity, words, None);
    }

    /// Says something and offers something.
    pub fn say_with(&mut self, gravity: Gravity, words: impl Into<String>, offer: Option<Offer>) {
        self.next += 1;
        self.all.push(Notice {
            number: self.next,
            gravity,
            words: words.into(),
            offer,
            written: None,
            said_at: Instant::now(),
            closed: false,
        });
        if self.all.len() > KEPT {
            self.all.remove(0);
        }
    }

    /// Says that a file was written, and offers to open it.
    pub fn say_written(&mut self, words: String, path: PathBuf) {
        self.say(Gravity::Information, words);
        if let Some(notice) = self.all.last_mut() {
            notice.written = Some(path);
        }
    }

    /// Closes one.
    pub fn close(&mut self, number: u64) {
        for notice in &mut self.all {
            if notice.number == number {
                notice.closed = true;
            }
        }
    }

    /// All that were said, the latest last.
    pub fn all(&self) -> &[Notice] {
        &self.all
    }

    /// Those to be shown now, the latest last, at most three.
    pub fn shown(&self) -> Vec<&Notice> {
        let mut shown: Vec<&Notice> = self.all.iter().rev().filter(|notice| notice.is_shown()).take(3).collect();
        shown.reverse();
        shown
    }

    /// When the next one disappears by itself.
    pub fn next_change(&self) -> Option<Duration> {
        self.all
            .iter()
            .filter(|notice| notice.is_shown() && notice.gravity != Gravity::Failure)
            .map(|notice| notice.shown_for().saturating_sub(notice.said_at.elapsed()))
            .min()
    }
}

impl Notice {
    const fn shown_for(&self) -> Duration {
        if self.written.is_some() { WRITTEN_SHOWN_FOR } else { SHOWN_FOR }
    }

    fn is_shown(&self) -> bool {
        !self.closed && (self.gravity == Gravity::Failure || self.said_at.elapsed() < self.shown_for())
    }
}

impl OfferKind {
    /// The command behind the button.
    pub fn command(self) -> Command {
        match self {
            Self::Briefing(briefing, page) => Command::Briefings(BriefingsCommand::Open(briefing, page)),
            Self::UndoBriefings => Command::Briefings(BriefingsCommand::Undo),
            Self::Review => Command::Import(crate::app::import_page::ImportCommand::Again),
            Self::Undo => Command::Undo,
            Self::Records => Command::Go(crate::app::command::Page::Records),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_notice_can_still_be_read() {
        let mut notices = Notices::default();
        notices.say(Gravity::Information, "read");
        notices.say(Gravity::Failure, "disk full");
        assert_eq!(notices.shown().len(), 2);
        let number = notices.all()[0].number;
        notices.close(number);
        assert_eq!(notices.shown().len(), 1);
        assert_eq!(notices.all().len(), 2);
        assert!(notices.next_change().is_none(), "a failure stays until it is closed");
    }
}
