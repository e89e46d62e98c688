//! A briefing leaves the window: the choices of the export, and its writing on a thread.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::app::briefings::command::{Change, Edit, ExportCommand};
use crate::app::briefings::decks::GroundOf;
use crate::app::briefings::export::ExportChoices;
use crate::app::command::{Command, PathFor};
use crate::app::dialogs::{Ask, AskKind};
use crate::app::handle::workspace::file_safe;
use crate::app::jobs::{JobError, JobHandle, JobKind, JobResult};
use crate::app::outside;
use crate::briefing::compose::ground::Ground;
use crate::briefing::compose::{self, method};
use crate::briefing::deck::Deck;
use crate::briefing::document::Briefing;
use crate::briefing::format::{self, ExportError, Options};
use crate::text::{Arg, Lang, tr_args};
use crate::workspace::data_file::write_whole;

impl App {
    pub(super) fn run_export_command(&mut self, command: ExportCommand) {
        match command {
            ExportCommand::Choose(choices) => self.state.briefing.export = Some(choices),
            ExportCommand::Close => self.state.briefing.export = None,
            ExportCommand::AskCompany => {
                let filters = vec![("PPTX, POTX".to_owned(), vec!["pptx".to_owned(), "potx".to_owned()])];
                self.ask_path(Ask { then: PathFor::Company, kind: AskKind::Open, filters });
            }
            ExportCommand::Company(path) => {
                if let Some(choices) = &mut self.state.briefing.export {
                    choices.company.clone_from(&path);
                }
                self.state.settings.company = path;
                self.save_settings();
            }
            ExportCommand::Write => self.ask_report_path(),
        }
    }

    fn ask_report_path(&mut self) {
        let Some((choices, opened)) = self.state.briefing.export.clone().zip(self.state.opened.as_ref()) else {
            return;
        };
        let Some(briefing) = opened.briefings.get(choices.briefing) else { return };
        let ending = choices.format.ending();
        let name = format!("{}.{ending}", file_safe(&briefing.name));
        self.keep_marking(&choices);
        let filters = vec![(ending.to_uppercase(), vec![ending.to_owned()])];
        self.ask_path(Ask { then: PathFor::Report, kind: AskKind::Save(name), filters });
    }

    /// The marking belongs to the briefing: it stands on its pages on screen too.
    fn keep_marking(&mut self, choices: &ExportChoices) {
        let edit = Edit::Marking(choices.marking.clone());
        self.change_briefings(&Change::Edit(choices.briefing, Box::new(edit)));
    }

    pub(super) fn open_outside(&mut self, path: PathBuf) {
        let words =
            tr_args(self.state.lang, "app-written-not-opened", &[("path", Arg::Text(path.display().to_string()))]);
        let open =
            move |_: &_| if outside::open(&path) { Err(JobError::Cancelled) } else { Err(JobError::Failed(words)) };
        if let Err(why) = self.jobs.start(JobKind::Outside, String::new(), open) {
            self.say_not_started(why);
        }
    }

    pub(super) fn write_report(&mut self, path: PathBuf) {
        let lang = self.state.lang;
        let Some((choices, opened)) = self.state.briefing.export.take().zip(self.state.opened.as_ref()) else {
            return;
        };
        let Some(briefing) = opened.briefings.get(choices.briefing).cloned() else { return };
        self.state.settings.export = Some(choices.remembered());
        let ground = GroundOf::new(opened, choices.lang);
        let words = tr_args(lang, "briefings-job-writing", &[("name", briefing.name.as_str().into())]);
        let started = self.jobs.start(JobKind::Report, words, move |handle| {
            let deck = ground.with(|ground| deck_of(&briefing, ground, handle))?;
            write(&deck, &choices, &path, lang, handle)
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
        self.save_settings();
    }
}

/// As [`compose::compose`], page by page, so that its progress is seen and it can be cancelled.
fn deck_of(briefing: &Briefing, ground: &Ground<'_>, handle: &JobHandle) -> Result<Deck, JobError> {
    let mut sheets = Vec::with_capacity(briefing.pages.len());
    for (at, page) in briefing.pages.iter().enumerate() {
        handle.progress(at as f32 / (briefing.pages.len() + 2) as f32);
        if handle.is_cancelled() {
            return Err(JobError::Cancelled);
        }
        sheets.push(compose::sheet(briefing, page, ground));
    }
    Ok(Deck {
        lang: ground.lang,
        title: compose::title_of(briefing, ground),
        marking: briefing.marking.trim().to_owned(),
        as_of: ground.as_of(),
        as_of_unknown: ground.as_of_unknown(),
        sheets: method::fill(sheets, briefing, ground),
    })
}

fn write(deck: &Deck, choices: &ExportChoices, path: &Path, lang: Lang, handle: &JobHandle) -> JobResult {
    let company = choices.company.as_deref().filter(|_| choices.takes_company()).map(|path| {
        std::fs::read(path).map_err(|error| {
            let why = format!("{} ({error})", path.display());
            JobError::Failed(tr_args(lang, "briefings-company-unread", &[("why", why.into())]))
        })
    });
    let options = Options { paper: choices.paper, company: company.transpose()? };
    let (bytes, remarks) = format::write_and_tell(deck, choices.format, &options).map_err(|error| {
        JobError::Failed(match error {
            ExportError::Template(why) => tr_args(lang, "briefings-company-unusable", &[("why", why.into())]),
            ExportError::Writing(why) => tr_args(lang, "briefings-not-made", &[("why", why.into())]),
        })
    })?;
    if handle.is_cancelled() {
        return Err(JobError::Cancelled);
    }
    let shown = path.display().to_string();
    write_whole(path, &bytes).map_err(|error| {
        let arguments = [("reason", Arg::Text(error.to_string())), ("path", Arg::Text(shown.clone()))];
        JobError::Failed(tr_args(lang, "app-not-written", &arguments))
    })?;
    let mut said = vec![tr_args(lang, "app-written", &[("path", Arg::Text(shown))])];
    said.extend(remarks.iter().map(|remark| remark.words(lang)));
    Ok(Command::Written(path.to_path_buf(), said.join(" ")))
}
