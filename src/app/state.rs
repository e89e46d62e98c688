//! What the window shows: read by the views, changed only by commands.

use crate::app::command::Page;
use crate::app::notices::Notices;
use crate::app::settings::{Folders, Settings, system_language};
use crate::text::Lang;

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
    /// What was said.
    pub notices: Notices,
    /// Whether everything that was said is shown.
    pub notices_open: bool,
    /// Whether the list of shortcuts is shown.
    pub help_open: bool,
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
            notices: Notices::default(),
            notices_open: false,
            help_open: false,
        }
    }
}
