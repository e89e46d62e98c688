//! The page of charts: which figure is shown, what is chosen for it, and its drawing on a thread.

use std::sync::Arc;

use eframe::egui;

use crate::app::App;
use crate::app::briefings::decks::GroundOf;
use crate::app::charts_page::answers::{FigureAnswer, FigureKey};
use crate::app::clock;
use crate::app::command::{ChartsCommand, Command, ObjectionsCommand, Page};
use crate::app::jobs::JobKind;
use crate::app::objections::{self, Checked};
use crate::briefing::document::PageView;
use crate::frame::Snapshot;
use crate::query::question::Question;
use crate::query::view::SavedView;
use crate::query::{Selection, select};

impl App {
    pub(super) fn run_charts_command(&mut self, ctx: &egui::Context, command: ChartsCommand) {
        if matches!(command, ChartsCommand::Open(_) | ChartsCommand::Take { .. }) {
            self.go(ctx, Page::Charts);
        }
        let Some(opened) = &mut self.state.opened else { return };
        match command {
            ChartsCommand::Open(chart) => opened.charts.show(Some(chart)),
            ChartsCommand::Take { chart, asked, options } => {
                opened.charts.show(Some(chart));
                opened.charts.set(chart, options);
                self.look_at(&asked);
            }
            ChartsCommand::Gallery => opened.charts.show(None),
            ChartsCommand::Choose { chart, key, value } => opened.charts.choose(chart, key, value),
            ChartsCommand::Reset(chart) => opened.charts.reset(chart),
        }
        self.view_changed();
    }

    /// Asks what a page of a briefing asks.
    fn look_at(&mut self, asked: &PageView) {
        let Some(opened) = &mut self.state.opened else { return };
        let ground = GroundOf::without_documents(opened, self.state.lang);
        let question = ground.with(|ground| ground.question(asked));
        SavedView::of("", &question).apply(&mut opened.question);
        opened.brushes.clear();
        opened.settle_basis(clock::today());
        self.state.listing = None;
    }

    /// Brings the figure of the page up to date, where that page is shown.
    pub(in crate::app) fn draw_figure(&mut self) {
        let lang = self.state.lang;
        let on_page = self.state.opened.as_ref().filter(|_| self.state.page == Page::Charts);
        let wanted = on_page.and_then(|opened| FigureKey::of(opened, lang));
        let Some(key) = self.figures.refresh(wanted, self.derived.is_waiting()) else { return };
        let Some(opened) = on_page else { return };
        let snapshot = opened.snapshot.clone();
        // What is chosen in a figure does not narrow it: its own selection is worked out beside.
        let known = self.derived.current(opened, &key.question).map(Arc::clone);
        // Without a reader a figure does without the names it would write beside its marks.
        let reader = opened.workspace.reader().ok();
        let started = self.jobs.start(JobKind::Figure, String::new(), move |_| {
            let selection = known.unwrap_or_else(|| chosen_by(&key.question, &snapshot));
            let answer = FigureAnswer::compute(key, snapshot, &selection, reader.as_ref());
            Ok(Command::FigureDrawn(Box::new(answer)))
        });
        if let Err(why) = started {
            self.not_started(JobKind::Figure, why);
        }
    }

    /// Looks for objections to what is shown, where that was asked for.
    pub(in crate::app) fn look_for_objections(&mut self) {
        let Some(opened) = &self.state.opened else { return };
        if !self.objections.is_open(self.state.page) {
            return self.objections.rest();
        }
        let figures = match self.state.page {
            _ if self.derived.is_waiting() => None,
            Page::Overview if !self.answers.is_waiting() => {
                self.answers.shown().map(|shown| objections::of_overview(opened, shown))
            }
            Page::Charts if !self.figures.is_waiting() => self.figures.shown().and_then(|shown| {
                let drawn = shown.drawn.as_deref()?;
                Some(objections::of_figure(opened, &shown.key, &drawn.model))
            }),
            _ => None,
        };
        let Some(key) = self.objections.wanted(&self.state, figures) else { return };
        let snapshot = opened.snapshot.clone();
        let datasets = opened.datasets.clone();
        let known = self.derived.current(opened, key.question()).map(Arc::clone);
        let started = self.jobs.start(JobKind::Objections, String::new(), move |_| {
            let selection = known.unwrap_or_else(|| chosen_by(key.question(), &snapshot));
            let checked = Checked::compute(key, &snapshot, &selection, &datasets);
            Ok(Command::Objections(ObjectionsCommand::Found(Box::new(checked))))
        });
        if let Err(why) = started {
            self.not_started(JobKind::Objections, why);
        }
    }
}

fn chosen_by(question: &Question, snapshot: &Snapshot) -> Arc<Selection> {
    Arc::new(select(snapshot, &question.filter, question.date_of, question.measure))
}
