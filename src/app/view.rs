//! What a view has in hand: the state to read, and a way to ask for changes.

use crate::app::answers::Answers;
use crate::app::briefings::decks::Decks;
use crate::app::briefings::pictures::Pictures;
use crate::app::charts_page::answers::Figures;
use crate::app::command::{Command, CommandSender};
use crate::app::derived::Derived;
use crate::app::jobs::Jobs;
use crate::app::objections::Objections;
use crate::app::state::State;
use crate::app::theme::Tokens;
use crate::text::{self, Arg, Lang};

/// Handed to every function that draws.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The state, to read.
    pub state: &'a State,
    /// What was worked out from it.
    pub derived: &'a Derived,
    /// The answers of the overview.
    pub answers: &'a Answers,
    /// The figure that the page of charts shows.
    pub figures: &'a Figures,
    /// What could be objected to in what is shown.
    pub objections: &'a Objections,
    /// The pages of the briefing that is shown.
    pub decks: &'a Decks,
    /// Their pictures.
    pub pictures: &'a Pictures,
    /// Running work, to show.
    pub jobs: &'a Jobs,
    /// Where commands go.
    pub commands: &'a CommandSender,
    /// Colours of the theme in use.
    pub tokens: &'static Tokens,
}

impl View<'_> {
    /// The language in use.
    pub const fn lang(&self) -> Lang {
        self.state.lang
    }

    /// The words for a key.
    pub fn tr(&self, key: &str) -> String {
        text::tr(self.state.lang, key)
    }

    /// The words for a key, with values put in.
    pub fn tr_args(&self, key: &str, args: &[(&str, Arg)]) -> String {
        text::tr_args(self.state.lang, key, args)
    }

    /// Whether the figures of the overview answer what was asked before, or are about to.
    pub const fn is_behind(&self) -> bool {
        self.derived.is_waiting() || self.answers.is_waiting()
    }

    /// Asks for something.
    pub fn send(&self, command: Command) {
        self.commands.send(command);
    }
}
