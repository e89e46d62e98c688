//! Everything that can be asked of the program: the interface sends a [`Command`], `App::logic` runs it.
//!
//! No view changes anything but its own passing state (which popup is open, what is half typed).

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui;
use uuid::Uuid;

use crate::app::answers::{Answer, Card};
use crate::app::briefings::command::BriefingsCommand;
use crate::app::charts_page::answers::FigureAnswer;
use crate::app::derived::{Selected, Words};
use crate::app::dialogs::AskKind;
use crate::app::import_page::command::{ImportCommand, ImportPath};
use crate::app::import_page::state::Done;
use crate::app::jobs::JobKind;
use crate::app::listing::Listing;
use crate::app::objections::Checked;
use crate::app::opened::AffectedView;
use crate::app::reading::Source;
use crate::app::records::RecordsCommand;
use crate::app::shortcuts::Action;
use crate::app::state::Notes;
use crate::app::theme::ThemeChoice;
use crate::app::top_bar::proposals::{ProposalsWork, Proposed};
use crate::app::top_bar::query::{Lost, LostWork};
use crate::briefing::document::PageView;
use crate::chart::gallery::choice::Options;
use crate::chart::model::ChartKey;
use crate::chart::records::RecordsKey;
use crate::frame::Revision;
use crate::frame::batch::Field;
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::model::event::EventKind;
use crate::query::expr::Expr;
use crate::query::question::PeriodKind;
use crate::text::Lang;
use crate::workspace::Workspace;
use crate::workspace::edit::EditBatch;
use crate::workspace::unnamed::Unnamed;

/// A place of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The three findings and charts.
    #[default]
    Overview,
    /// The gallery of figures, and one of them large.
    Charts,
    /// The table of records and the editor.
    Records,
    /// Pages for a meeting.
    Briefings,
    /// Opening files and reviewing them.
    Import,
    /// Theme, language, facts about the data.
    Settings,
}

impl Page {
    /// All pages, in the order of the rail and of Ctrl+1 to Ctrl+6.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Charts, Self::Records, Self::Briefings, Self::Import, Self::Settings];

    /// Key of its name.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Overview => "app-page-overview",
            Self::Charts => "charts-page",
            Self::Records => "app-page-records",
            Self::Briefings => "briefings-page",
            Self::Import => "app-page-import",
            Self::Settings => "app-page-settings",
        }
    }
}

/// Something to do.
#[derive(Debug)]
pub enum Command {
    /// Close the window, after asking where something is typed.
    Quit,
    /// Show a page.
    Go(Page),
    /// Use a theme.
    Theme(ThemeChoice),
    /// Speak a language.
    Language(Lang),
    /// Scale everything; 1 is as designed.
    Zoom(f32),
    /// Show or hide the list of shortcuts.
    ToggleHelp,
    /// Change which records are looked at.
    Filter(FilterCommand),
    /// Change how they are counted.
    Ask(AskCommand),
    /// Something for the named views.
    Views(ViewsCommand),
    /// Something for the field of the query.
    Query(QueryCommand),
    /// Run an action that has a key.
    Act(Action),
    /// Ask for a file and open it.
    OpenDialog,
    /// Open a file: a workspace, or data.
    Open(PathBuf),
    /// Open one of the sample files that come with the program.
    OpenSample(Sample),
    /// A data file fits no recipe: review it.
    Review(Source),
    /// A workspace was opened.
    Opened(Box<OpenedFile>),
    /// Ask for a name and save the workspace under it.
    SaveAsDialog,
    /// Ask for a name and save a copy without history.
    SaveCopyDialog,
    /// A copy under the new name was made of the opening with this number, as of this revision.
    SavedAs {
        /// Where it lies.
        path: PathBuf,
        /// Which opening it is a copy of.
        number: u64,
        /// What it was a copy of.
        revision: Revision,
    },
    /// The records were looked through.
    Noted(Notes),
    /// List the records that need a look.
    ListNotes,
    /// Unnamed workspaces of earlier runs were found.
    LeftBehind(Vec<Unnamed>),
    /// A path was chosen.
    PathChosen(PathFor, PathBuf),
    /// There is no file dialog: offer a field for the path.
    TypePath(PathFor, AskKind),
    /// The field for the path is no longer wanted.
    DropPath,
    /// Start a new record.
    NewRecord,
    /// Change records or datasets.
    Edit(EditBatch),
    /// Change the facts about a dataset.
    ChangeDataset(Box<Dataset>),
    /// The records that the filter leaves were chosen.
    Selected(Box<Selected>),
    /// Count the words of a field that have some letters, for a filter's list.
    CountWords(Field, String),
    /// They were counted.
    WordsCounted(Box<Words>),
    /// An answer was computed.
    Answered(Box<Answer>),
    /// Something for marks of a chart.
    Mark(MarkCommand),
    /// List the records behind a mark or a count of what is shown, under these words.
    ListBehind(RecordsKey, String),
    /// A figure of the gallery was drawn.
    FigureDrawn(Box<FigureAnswer>),
    /// Something for the page of charts.
    Charts(ChartsCommand),
    /// Something for the check before showing.
    Objections(ObjectionsCommand),
    /// Copy a chart to the clipboard as a picture.
    CopyFigure(FigureOf),
    /// Copy the numbers behind a chart to the clipboard.
    CopyNumbers(FigureOf),
    /// Put a picture into the clipboard.
    CopyImage(Arc<egui::ColorImage>),
    /// Ask for a name and save a chart under it.
    SaveFigureDialog(FigureOf, FigureFormat),
    /// Say that something was done.
    Say(String),
    /// Say in these words that a file was written, and offer to open it.
    Written(PathBuf, String),
    /// Open a file that was written, or its folder, with another program.
    OpenOutside(PathBuf),
    /// Show these records in the table.
    List(Listing),
    /// Leave the list for where it came from.
    LeaveList,
    /// Something for the briefings.
    Briefings(BriefingsCommand),
    /// Something for the page of records.
    Records(RecordsCommand),
    /// Something for the import page.
    Import(ImportCommand),
    /// Undo the last change to the records.
    Undo,
    /// Redo it.
    Redo,
    /// Close a notice.
    CloseNotice(u64),
    /// Show or hide everything that was said.
    ToggleNotices,
    /// Stop a job.
    Cancel(JobKind),
}

/// A change to the filter.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterCommand {
    /// Words to look for.
    Text(String),
    /// First and last day, by the date of the time axis.
    Period(Option<Day>, Option<Day>),
    /// The words one field may have; empty takes the field out of the filter.
    Words(Field, Vec<String>),
    /// Only these datasets; empty is all.
    Datasets(Vec<Uuid>),
    /// With or without the record that has the largest count.
    WithoutLargest(bool),
    /// In the place of every condition beside the words, the period and the datasets.
    Expr(Expr),
    /// This must hold as well: what was chosen in a chart.
    Narrow(Expr),
    /// No filter at all.
    Clear,
}

/// What can be done with marks of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkCommand {
    /// Everything else shows these alone; what was chosen in the chart before no longer holds.
    Only {
        /// The chart.
        chart: ChartKey,
        /// The marks.
        keys: Vec<RecordsKey>,
        /// What they are, in words.
        words: String,
    },
    /// Everything leaves these out.
    Without {
        /// The chart.
        chart: ChartKey,
        /// The marks.
        keys: Vec<RecordsKey>,
    },
    /// List the records behind a mark.
    List {
        /// The chart.
        chart: ChartKey,
        /// The mark.
        key: RecordsKey,
        /// What it is, in words.
        words: String,
    },
    /// The filter is to say this of marks, or, without words, the opposite of it; `None` where their records would have
    /// to be named one by one and are too many.
    Condition {
        /// The chart.
        chart: ChartKey,
        /// The marks.
        keys: Vec<RecordsKey>,
        /// What a record meets that is behind one of them.
        condition: Option<Expr>,
        /// What they are, where everything else is to show these alone.
        words: Option<String>,
    },
    /// Take back what was chosen in a chart.
    Clear(ChartKey),
}

/// What is worked out for the field of the query while it is typed.
#[derive(Debug)]
pub enum QueryCommand {
    /// Work out what could be written.
    Propose(Box<ProposalsWork>),
    /// It was worked out.
    Proposed(Box<Proposed>),
    /// Look for its words in the data.
    LookUp(Box<LostWork>),
    /// They were looked for.
    LookedUp(Box<Lost>),
}

/// A change to the named views, or the use of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewsCommand {
    /// Ask what the view at this place asks.
    Use(usize),
    /// Keep what is asked under a name, over a view that has it.
    Save(String),
    /// Give the view at this place another name.
    Rename(usize, String),
    /// Forget the view at this place.
    Delete(usize),
}

/// A change to the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskCommand {
    /// Which event's date is the time axis.
    DateOf(EventKind),
    /// Length of a period.
    Period(PeriodKind),
    /// Delay from the first to the second event.
    Delay(EventKind, EventKind),
    /// What is counted as affected.
    Measure(Unit, Effect),
    /// Which chart of people affected.
    Affected(AffectedView),
    /// With or without the figure that ignores how records got in.
    Naive(bool),
}

/// Something for the page of charts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartsCommand {
    /// Show a figure large.
    Open(ChartKey),
    /// Show a figure as a page of a briefing has it: what it looks at and what was chosen for it.
    Take {
        /// The figure.
        chart: ChartKey,
        /// What it looks at.
        asked: Box<PageView>,
        /// What was chosen for it.
        options: Options,
    },
    /// Back to the gallery.
    Gallery,
    /// Choose something for a figure; `None` is as at first.
    Choose {
        /// The figure.
        chart: ChartKey,
        /// The key of the choice.
        key: &'static str,
        /// What is chosen.
        value: Option<String>,
    },
    /// Everything about a figure as at first.
    Reset(ChartKey),
}

/// Something for the check before showing.
#[derive(Clone, Debug)]
pub enum ObjectionsCommand {
    /// Open or close the panel.
    Toggle,
    /// Close it.
    Close,
    /// The figures were looked at.
    Found(Box<Checked>),
}

/// Which of the charts on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureOf {
    /// One of the overview.
    Card(Card),
    /// The figure that the page of charts shows.
    Shown,
    /// One of its panels, counted from 0.
    Panel(usize),
}

/// A sample file that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sample {
    /// Notices to the Attorney General of Washington.
    Washington,
    /// The five coded cases.
    Seeds,
    /// An invented register.
    Register,
    /// French incidents.
    French,
}

/// What a chosen path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathFor {
    /// To be opened.
    Open,
    /// The workspace goes on there.
    SaveAs,
    /// A copy without history goes there.
    SaveCopy,
    /// For the import page.
    Import(ImportPath),
    /// A chart goes there.
    Figure(FigureOf, FigureFormat),
    /// A briefing goes there.
    Report,
    /// The company's own presentation.
    Company,
}

/// Format of a saved chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureFormat {
    /// A picture.
    Png,
    /// A drawing that stays sharp.
    Svg,
    /// A page that stays sharp, with its font.
    Pdf,
    /// The numbers behind it.
    Csv,
}

impl FigureFormat {
    /// Ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
        }
    }
}

impl PathFor {
    /// Key of the words that ask for it.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Open => "app-path-open",
            Self::SaveAs => "app-path-save-as",
            Self::SaveCopy => "app-path-save-copy",
            Self::Import(purpose) => purpose.text_key(),
            Self::Figure(..) => "app-path-figure",
            Self::Report => "briefings-path-report",
            Self::Company => "briefings-path-company",
        }
    }
}

/// A file that a job opened.
#[derive(Debug)]
pub struct OpenedFile {
    /// The workspace.
    pub workspace: Workspace,
    /// Whether it lies where the analyst put it.
    pub is_named: bool,
    /// The file that was opened, for the list of recent ones.
    pub source: Option<PathBuf>,
    /// The data it was made from without any question, which reading it again would give again.
    pub read_from: Option<Source>,
    /// What is said about it.
    pub notice: Option<String>,
    /// What became of its rows, where it was imported.
    pub done: Option<Box<Done>>,
}

/// Sends commands. Cheap to clone.
#[derive(Clone)]
pub struct CommandSender {
    // Unbounded on purpose: sender and receiver are the same thread, a bounded channel could block itself.
    sender: Sender<Command>,
    ctx: egui::Context,
}

impl CommandSender {
    /// A sender and where its commands arrive.
    pub fn new(ctx: egui::Context) -> (Self, Receiver<Command>) {
        let (sender, receiver) = channel();
        (Self { sender, ctx }, receiver)
    }

    /// Sends a command. It is run before the next frame, which is asked for here: otherwise a click might wait
    /// for the next movement of the mouse.
    pub fn send(&self, command: Command) {
        if self.sender.send(command).is_ok() {
            self.ctx.request_repaint();
        }
    }
}
