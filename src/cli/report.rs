//! `vigie report`: a briefing as slides, a document, a page or a workbook.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::briefing::compose::compose;
use crate::briefing::compose::ground::Ground;
use crate::briefing::deck::Deck;
use crate::briefing::document::{Briefing, STATE};
use crate::briefing::format::{self, Format, Options, Paper};
use crate::briefing::renew::{self, Renewal};
use crate::briefing::signs::not_drawable;
use crate::briefing::template::{self, Template};
use crate::cli::answer::AnswerArgs;
use crate::cli::import::into_new;
use crate::cli::scratch::Scratch;
use crate::cli::source::{self, DatasetArgs, ReadingArgs};
use crate::cli::{Failure, output};
use crate::frame::RecordId;
use crate::frame::fold::fold;
use crate::model::event::{EventKind, When};
use crate::model::incident::Incident;
use crate::query::question::Question;
use crate::text::{Lang, tr_args};
use crate::workspace::data_file::write_whole;
use crate::workspace::{Workspace, WorkspaceError};

/// Which briefing of which records.
#[derive(Clone, Debug, clap::Args)]
pub struct DeckArgs {
    #[command(flatten)]
    answer: AnswerArgs,
    /// The briefing of the workspace with this name
    #[arg(long, value_name = "NAME", conflicts_with = "template")]
    briefing: Option<String>,
    /// A template that fills itself
    #[arg(long, value_name = "monthly|quarterly|annual|incident", value_parser = parse_template)]
    template: Option<Template>,
    /// For the template of one incident: its title, an organisation's name or its identity
    #[arg(long, value_name = "NAME")]
    incident: Option<String>,
    /// The marking at the foot of every page, such as TLP:AMBER
    #[arg(long, value_name = "TEXT")]
    marking: Option<String>,
}

/// Write a briefing of a workspace or file
#[derive(Clone, Debug, clap::Args)]
pub struct ReportArgs {
    #[command(flatten)]
    deck: DeckArgs,
    /// Size of the pages of a PDF; slide unless said otherwise
    #[arg(long, value_name = "slide|a4|letter", value_parser = parse_paper)]
    paper: Option<Paper>,
    /// A company's own .pptx or .potx, whose masters, fonts and colours the slides take
    #[arg(long, value_name = "FILE")]
    company: Option<PathBuf>,
    /// The file, by its ending: .pptx, .pdf, .html or .xlsx
    #[arg(short, long, value_name = "OUT.pptx|pdf|html|xlsx", value_parser = parse_out)]
    output: PathBuf,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be read, names no such briefing, or the report cannot be written.
pub fn run(args: &ReportArgs) -> Result<(), Failure> {
    if args.deck.answer.question.json {
        return Err(Failure::wrong_use("--json is for stats; a report is a file."));
    }
    let ending = args.output.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    let format = Format::of_ending(&ending).ok_or_else(|| Failure::wrong_use("This ending is not a format."))?;
    args.refuse_what_is_not_heeded(format)?;
    let made = args.deck.make(&args.output)?;
    for line in &made.said {
        output::line(line)?;
    }
    let company = args.company.as_deref().map(read).transpose()?;
    let options = Options { paper: args.paper.unwrap_or_default(), company };
    let (bytes, remarks) = format::write_and_tell(&made.deck, format, &options).map_err(Failure::could_not)?;
    for remark in remarks {
        output::line(&remark.words(args.deck.answer.lang))?;
    }
    write_whole(&args.output, &bytes).map_err(|error| {
        Failure::could_not(format!(
            "The file could not be written ({error}); nothing else was changed. Choose another place than {}.",
            args.output.display()
        ))
    })?;
    say(&made, args.deck.answer.lang)
}

impl ReportArgs {
    /// Refuses flags that this report would not heed, and places where nothing can be written, before anything is read.
    fn refuse_what_is_not_heeded(&self, format: Format) -> Result<(), Failure> {
        let wrong = |words: &str| Err(Failure::wrong_use(words));
        if self.paper.is_some() && format != Format::Pdf {
            return wrong("--paper is for a PDF; write a file name that ends in .pdf, or leave it out.");
        }
        if self.company.is_some() && format != Format::Pptx {
            return wrong("--company is for slides; write a file name that ends in .pptx, or leave it out.");
        }
        if self.deck.incident.is_some() && self.deck.template != Some(Template::Incident) {
            return wrong("--incident is for the template of one incident; add --template incident, or leave it out.");
        }
        let asked = &self.deck.answer.question;
        if asked.period.is_some() || asked.by.is_some() {
            return wrong("--period and --by are not for a report: each of its pages has its own. Leave them out.");
        }
        let selection = &self.deck.answer.selection;
        if self.deck.briefing.is_some() && (asked.chooses() || selection.chooses()) {
            return wrong(
                "--briefing NAME is drawn as it is kept: each of its pages has its own records, delay and measure. Leave \
                 out --filter, --field, --view, --dataset, --date-of, --delay, --measure and --fiscal-start, or take \
                 --template in its place.",
            );
        }
        if selection.from.is_some() || selection.to.is_some() {
            return wrong(
                "--from and --to are not for a report: its pages choose their own days. Select records with --filter, \
                 for example 'aware:2023..2024'.",
            );
        }
        let folder = self.output.parent().filter(|folder| !folder.as_os_str().is_empty());
        match folder.filter(|folder| !folder.is_dir()) {
            Some(folder) => Err(Failure::could_not(format!(
                "There is no folder {}; nothing was read or written. Make it, or choose another place.",
                folder.display()
            ))),
            None => Ok(()),
        }
    }
}

/// A deck, and what must be said of how it was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The deck.
    pub deck: Deck,
    /// What was taken for granted in reading the file, and which pages a template left out.
    pub said: Vec<String>,
    /// What was written by hand for findings that say something else by now.
    pub renewals: Vec<Renewal>,
}

impl DeckArgs {
    /// Works the briefing out. A file that is no workspace is read into one among the system's temporary files first,
    /// or beside `output` where there is no room for it; it is removed afterwards.
    ///
    /// # Errors
    /// When the file cannot be read, or names no such briefing or incident.
    pub fn make(&self, output: &Path) -> Result<Made, Failure> {
        self.worked_out(output, |workspace, asked, ground| self.chosen(workspace, asked, ground))
    }

    /// Works a briefing out that the file does not hold: made from what is asked of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn make_of(&self, output: &Path, briefing: impl FnOnce(&Question) -> Briefing) -> Result<Made, Failure> {
        self.worked_out(output, |_, asked, _| Ok((briefing(asked), Vec::new())))
    }

    fn worked_out(
        &self,
        output: &Path,
        choose: impl FnOnce(&Workspace, &Question, &Ground<'_>) -> Result<(Briefing, Vec<String>), Failure>,
    ) -> Result<Made, Failure> {
        let (source, mut said) = Source::of(self, output)?;
        let path = source.path().to_owned();
        let mut answer_args = AnswerArgs { file: path.clone(), reading: ReadingArgs::default(), ..self.answer.clone() };
        answer_args.question.delay = answer_args.question.delay.or(source.delay());
        let mut answer = answer_args.answer()?;
        if matches!(source, Source::Made { .. }) {
            // Read for this report: naming the day would make two reports of one file differ.
            answer.loaded.datasets.iter_mut().for_each(|dataset| dataset.read_on = None);
        }
        let workspace =
            Workspace::open_read_only(&path).map_err(|error| Failure::could_not(error.sentence(Lang::En)))?;
        let document = |id: RecordId| workspace.page(&[id]).ok()?.into_iter().next().map(|(_, incident)| incident);
        let find = |id: Uuid| workspace.find(id).ok().flatten();
        let data = (&answer.loaded.snapshot, answer.loaded.datasets.as_slice());
        let ground = Ground::new(data, self.answer.lang, source::today(), &document, &find);
        let ground = ground.with_imports(workspace.imports().unwrap_or_default());
        let (mut briefing, left_out) = choose(&workspace, &answer.question, &ground)?;
        said.extend(left_out);
        if let Some(marking) = &self.marking {
            briefing.marking.clone_from(marking);
        }
        let renewals = renew::of_briefing(&briefing, &ground);
        Ok(Made { deck: compose(&briefing, &ground), said, renewals })
    }

    /// The briefing that is asked for, and what its template left out.
    fn chosen(
        &self,
        workspace: &Workspace,
        asked: &Question,
        ground: &Ground<'_>,
    ) -> Result<(Briefing, Vec<String>), Failure> {
        if let Some(name) = &self.briefing {
            return Ok((named(workspace, name)?, Vec::new()));
        }
        let template = self.template.unwrap_or(Template::Quarterly);
        let filled = if template == Template::Incident {
            template::of_incident(&incident(self, asked, ground)?, asked, Uuid::nil(), ground)
        } else {
            template::fill(template, asked, Uuid::nil(), ground)
        };
        let lang = self.answer.lang;
        let told = |line: &String| tr_args(lang, "briefing-template-without", &[("page", line.into())]);
        let left_out = filled.left_out.iter().map(told).collect();
        Ok((filled.briefing, left_out))
    }
}

/// The pages, what could be objected to in them, and what is to be looked at again.
fn say(Made { deck, renewals, .. }: &Made, lang: Lang) -> Result<(), Failure> {
    for (at, sheet) in deck.sheets.iter().enumerate() {
        output::line(&format!("{}. {}", at + 1, sheet.headline))?;
        for caution in &sheet.cautions {
            output::line(&format!("   {}", tr_args(lang, "honesty-line", &[("why", (&caution.why).into())])))?;
        }
        for renewal in renewals.iter().filter(|renewal| renewal.page() == sheet.page) {
            let why = ("why", renewal.words(lang).into());
            output::line(&format!("   {}", tr_args(lang, "renew-line", &[why])))?;
        }
    }
    let missing = not_drawable(deck);
    if missing.is_empty() {
        return Ok(());
    }
    output::line(&format!("The font has no signs for: {}", missing.into_iter().collect::<String>()))
}

fn named(workspace: &Workspace, name: &str) -> Result<Briefing, Failure> {
    let failed = |error: WorkspaceError| Failure::could_not(error.sentence(Lang::En));
    let kept: Option<Vec<Briefing>> = workspace.state(STATE).map_err(failed)?;
    if kept.is_none() && workspace.has_state(STATE).map_err(failed)? {
        return Err(Failure::could_not(
            "The briefings of this workspace cannot be read by this version; they were left as they are. Open it with \
             the version that wrote them.",
        ));
    }
    let kept = kept.unwrap_or_default();
    if let Some(found) = kept.iter().find(|briefing| fold(&briefing.name) == fold(name)) {
        return Ok(found.clone());
    }
    let names: Vec<&str> = kept.iter().map(|briefing| briefing.name.as_str()).collect();
    Err(Failure::wrong_use(format!(
        "There is no briefing \"{name}\" in the workspace. Its briefings: {}.",
        if names.is_empty() { "none yet; --template makes one".to_owned() } else { names.join(", ") }
    )))
}

/// Most incidents that are named where several have the name that was asked for.
const NAMED: usize = 5;

/// The incident of the template of one incident. A title or a name that is just what was asked for comes before those
/// that only contain it; a filter leaves the others out; which of several is never guessed.
fn incident(args: &DeckArgs, asked: &Question, ground: &Ground<'_>) -> Result<Incident, Failure> {
    let Some(name) = &args.incident else {
        return Err(Failure::wrong_use("Name the incident with --incident: its title or an organisation's name."));
    };
    if let Some(id) = Uuid::parse_str(name.trim()).ok().and_then(|id| (ground.find)(id)) {
        let gone = || Failure::could_not("The record of this incident cannot be read; nothing was written.");
        return (ground.document)(id).ok_or_else(gone);
    }
    let wanted = fold(name.trim());
    let names = |incident: &Incident| -> Vec<String> {
        let parties = incident.organisations.iter().map(|party| fold(&party.name));
        std::iter::once(fold(&incident.title)).chain(parties).collect()
    };
    let (mut just, mut within) = (Vec::new(), Vec::new());
    let chosen = ground.prepare_question(asked.clone());
    for incident in chosen.selection.ids(ground.snapshot).filter_map(|id| (ground.document)(id)) {
        let names = names(&incident);
        if names.contains(&wanted) {
            just.push(incident);
        } else if names.iter().any(|name| name.contains(&wanted)) {
            within.push(incident);
        }
    }
    let mut found = if just.is_empty() { within } else { just };
    match found.len() {
        0 => Err(Failure::wrong_use(format!("No incident is called \"{name}\"."))),
        1 => Ok(found.remove(0)),
        count => Err(Failure::wrong_use(several(name, count, &found))),
    }
}

fn several(name: &str, count: usize, found: &[Incident]) -> String {
    let each: Vec<String> = found
        .iter()
        .take(NAMED)
        .map(|incident| {
            let first = incident.events.iter().find_map(|event| match &event.when {
                When::Date(date) => Some(format!(" ({} {})", event.kind.key(), date.canonical())),
                When::NotYet | When::Missing(_) => None,
            });
            format!("{}{}", title_of(incident), first.unwrap_or_default())
        })
        .collect();
    let more = if count > NAMED { format!("; and {} more", count - NAMED) } else { String::new() };
    format!(
        "{count} incidents are called \"{name}\": {}{more}. Nothing was written. Give more of the name, leave the \
         others out with --filter, or, in a workspace, give the record's identity.",
        each.join("; ")
    )
}

/// What an incident is called: its title, or the first organisation.
fn title_of(incident: &Incident) -> &str {
    let party = || incident.organisations.first().map(|party| party.name.as_str()).unwrap_or_default();
    if incident.title.is_empty() { party() } else { &incident.title }
}

/// Where the records are: a workspace, or one made for this run from a file and removed after it.
enum Source {
    Workspace(PathBuf),
    Made { path: PathBuf, delay: Option<(EventKind, EventKind)>, _scratch: Scratch },
}

impl Source {
    fn of(args: &DeckArgs, output: &Path) -> Result<(Self, Vec<String>), Failure> {
        let file = &args.answer.file;
        if Workspace::open_read_only(file).is_ok() {
            return Ok((Self::Workspace(file.clone()), Vec::new()));
        }
        let beside = output.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let scratch = Scratch::new(beside).map_err(|error| {
            Failure::could_not(format!(
                "No folder for temporary files could be made ({error}); nothing was written. Make room on the disk, or \
                 name another folder in TMPDIR."
            ))
        })?;
        let path = scratch.file("table.vigie");
        let mut made = Self::Made { path: path.clone(), delay: None, _scratch: scratch };
        let facts = DatasetArgs { mechanism: args.answer.question.mechanism, as_of: args.answer.question.as_of };
        let (assumptions, recipe) = into_new(file, &args.answer.reading, facts, &path)?;
        let said = assumptions.iter().map(|assumption| assumption.words(args.answer.lang)).collect();
        if let Self::Made { delay, .. } = &mut made {
            *delay = recipe.and_then(|recipe| recipe.dataset.delay);
        }
        Ok((made, said))
    }

    fn path(&self) -> &Path {
        match self {
            Self::Workspace(path) | Self::Made { path, .. } => path,
        }
    }

    fn delay(&self) -> Option<(EventKind, EventKind)> {
        match self {
            Self::Workspace(_) => None,
            Self::Made { delay, .. } => *delay,
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| {
        Failure::could_not(format!("{} could not be read ({error}); nothing was written.", path.display()))
    })
}

fn parse_template(text: &str) -> Result<Template, String> {
    Template::from_key(&text.trim().to_ascii_lowercase()).ok_or_else(|| {
        let keys: Vec<&str> = Template::ALL.into_iter().map(Template::key).collect();
        format!("write one of {}", keys.join(", "))
    })
}

fn parse_paper(text: &str) -> Result<Paper, String> {
    match text.trim().to_ascii_lowercase().as_str() {
        "slide" | "16:9" => Ok(Paper::Slide),
        "a4" => Ok(Paper::A4),
        "letter" => Ok(Paper::Letter),
        _ => Err("write slide, a4 or letter".to_owned()),
    }
}

fn parse_out(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    if Format::of_ending(&ending).is_some() {
        return Ok(path);
    }
    let endings: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
    Err(format!("write a file name that ends in {}", endings.join(", ")))
}
