//! What the window shows: read by the views, changed only by commands.

use std::sync::Arc;

use crate::app::briefings::BriefingState;
use crate::app::command::{Page, PathFor};
use crate::app::dialogs::AskKind;
use crate::app::import_page::state::ImportState;
use crate::app::listing::Listing;
use crate::app::notices::Notices;
use crate::app::opened::Opened;
use crate::app::settings::{Folders, Settings, system_language};
use crate::frame::{RecordId, Revision};
use crate::text::Lang;
use crate::workspace::unnamed::Unnamed;

/// Records that need a look: dates in an impossible order, keys that stand twice, documents that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// The opening and the revision that were looked through.
    pub key: (u64, Revision),
    /// The records, ascending.
    pub records: Arc<Vec<RecordId>>,
}

/// The state of the program.
pub struct State {
    /// Where settings and unnamed workspaces are kept.
    pub folders: Folders,
    /// What is remembered between two starts.
    pub settings: Settings,
    /// The language in use.
    pub lang: Lang,
    /// The place shown.
    pub page: Page,
    /// The open workspace.
    pub opened: Option<Opened>,
    /// Records that need a look.
    pub notes: Option<Notes>,
    /// The records that a figure led to.
    pub listing: Option<Listing>,
    /// Unnamed workspaces of earlier runs that hold something.
    pub left_behind: Vec<Unnamed>,
    /// What the import page shows.
    pub import: ImportState,
    /// What of the briefings lies over the page.
    pub briefing: BriefingState,
    /// A path to be typed, where there is no file dialog.
    pub path_wanted: Option<(PathFor, AskKind)>,
    /// What was said.
    pub notices: Notices,
    /// Whether everything that was said is shown.
    pub notices_open: bool,
    /// Whether the list of shortcuts is shown.
    pub help_open: bool,
    /// Counts up each time the search field is asked for, so that it takes the keyboard once.
    pub find_asked: u64,
}

impl State {
    /// The state at the start, with the settings of last time.
    pub fn new(folders: Folders) -> Self {
        let settings = folders.load_settings();
        let lang = settings.language.unwrap_or_else(system_language);
        Self {
            folders,
            settings,
            lang,
            page: Page::Overview,
            opened: None,
            notes: None,
            listing: None,
            left_behind: Vec::new(),
            import: ImportState::default(),
            briefing: BriefingState::default(),
            path_wanted: None,
            notices: Notices::default(),
            notices_open: false,
            help_open: false,
            find_asked: 0,
        }
    }
}
