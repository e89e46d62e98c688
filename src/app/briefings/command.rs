//! What can be asked of the page of briefings.

use std::sync::Arc;

use eframe::egui;
use uuid::Uuid;

use crate::app::briefings::check::Then;
use crate::app::briefings::decks::Worked;
use crate::app::briefings::export::ExportChoices;
use crate::app::briefings::pictures::Painted;
use crate::app::briefings::present::Drill;
use crate::briefing::document::{Briefing, Content, KeptObjection, Page, Said};
use crate::briefing::template::{Filled, Template};
use crate::chart::records::RecordsKey;

/// Something for the briefings.
#[derive(Debug)]
pub enum BriefingsCommand {
    /// Show a briefing.
    Show(Uuid),
    /// Go to a page of a briefing.
    Open(Uuid, Uuid),
    /// Show a page of the briefing that is shown.
    TurnTo(Uuid),
    /// Fill a template from the records.
    Fill(Template),
    /// The template of one incident, filled from this one.
    FillOf(Uuid),
    /// A template was filled for the opening of this number.
    Filled(u64, Box<Filled>),
    /// A briefing with a title page and the method page.
    Blank,
    /// Change the briefings.
    Change(Box<Change>),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Put a page at the end of a briefing, or into a new one, without showing it.
    Add(Option<Uuid>, Box<Content>),
    /// Pages were worked out.
    Worked(Box<Worked>),
    /// Pages were painted.
    Painted(Vec<Painted>),
    /// Look for objections before something is shown.
    Check(Then),
    /// The check is closed.
    CloseCheck,
    /// What waited for the check goes on.
    GoOn(Then),
    /// List records behind something of a page.
    List {
        /// The page.
        page: Uuid,
        /// Which of its figures.
        figure: usize,
        /// Which records.
        key: RecordsKey,
        /// What they are, in words.
        words: String,
    },
    /// Something for the presentation.
    Present(Present),
    /// Ask how a briefing is exported.
    Export(ExportCommand),
}

/// A change to the briefings; all of them can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new one.
    New(Briefing),
    /// A copy of one, under another identity and name.
    Copy {
        /// Of which.
        of: Uuid,
        /// Its identity.
        id: Uuid,
        /// Its name.
        name: String,
    },
    /// One of them goes.
    Delete(Uuid),
    /// Something about one of them.
    Edit(Uuid, Box<Edit>),
}

/// A change to one briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Its name.
    Name(String),
    /// Who may see it.
    Marking(String),
    /// The headline of a page; empty is the finding.
    Headline(Uuid, String),
    /// The same with what the finding says, which is kept beside it.
    HeadlineFor(Uuid, String, Option<Said>),
    /// The notes of a page.
    Notes(Uuid, String),
    /// What a page shows.
    Content(Uuid, Content),
    /// A page more, after another one or at the end.
    Add {
        /// The page.
        page: Page,
        /// After which.
        after: Option<Uuid>,
    },
    /// A page twice.
    Copy {
        /// Which.
        of: Uuid,
        /// The identity of the copy.
        id: Uuid,
    },
    /// A page less.
    Remove(Uuid),
    /// A page at another place.
    Move {
        /// Which.
        page: Uuid,
        /// Its place, counted from 0.
        to: usize,
    },
    /// An objection was read and is kept, with its reason.
    Keep(KeptObjection),
    /// It is an objection again.
    Object {
        /// Of which page.
        page: Uuid,
        /// Which rule.
        rule: String,
    },
}

impl Change {
    /// Key of its words.
    pub fn text_key(&self) -> &'static str {
        match self {
            Self::New(_) => "briefings-change-new",
            Self::Copy { .. } => "briefings-change-copy",
            Self::Delete(_) => "briefings-change-delete",
            Self::Edit(_, edit) => match &**edit {
                Edit::Name(_) => "briefings-change-name",
                Edit::Marking(_) => "briefings-change-marking",
                Edit::Headline(..) | Edit::HeadlineFor(..) => "briefings-change-headline",
                Edit::Notes(..) => "briefings-change-notes",
                Edit::Content(..) => "briefings-change-content",
                Edit::Add { .. } => "briefings-change-add",
                Edit::Copy { .. } => "briefings-change-copy-page",
                Edit::Remove(_) => "briefings-change-remove",
                Edit::Move { .. } => "briefings-change-move",
                Edit::Keep(_) => "briefings-change-keep",
                Edit::Object { .. } => "briefings-change-object",
            },
        }
    }
}

/// Something for the presentation.
#[derive(Clone, Debug)]
pub enum Present {
    /// To the page at this place, counted from 0; beyond the end is the last.
    Go(usize),
    /// To the slide of this number, as it stands in its corner; beyond the end is the last.
    ToSlide(usize),
    /// To the next slide.
    On,
    /// To the slide before.
    Back,
    /// Darken the screen, or light it again.
    Blank,
    /// What was chosen in a figure.
    Drill {
        /// Which figure of the page.
        figure: usize,
        /// Which plot or answer of the slide.
        plot: usize,
        /// The marks.
        keys: Vec<RecordsKey>,
        /// What they are, in words.
        words: String,
    },
    /// The records behind it were found.
    Drilled(Drill),
    /// Nothing is chosen any more.
    Reset,
    /// Leave it, and show the records that were chosen.
    Records,
    /// Leave it.
    Leave,
}

/// Something for the export of a briefing.
#[derive(Clone, Debug)]
pub enum ExportCommand {
    /// Other choices.
    Choose(ExportChoices),
    /// Ask for the company's template.
    AskCompany,
    /// The company's template is this; `None` is ours.
    Company(Option<std::path::PathBuf>),
    /// Ask for a file and write.
    Write,
    /// Close the dialog.
    Close,
}

/// A painted page, ready for the screen.
pub type PagePicture = Arc<egui::ColorImage>;
