//! The answers of the overview, and charts that leave the window: to the clipboard, to a file.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::app::App;
use crate::app::answers::{Answer, AnswerKey};
use crate::app::command::{Command, FigureFormat, FigureOf, PathFor};
use crate::app::dialogs::{Ask, AskKind};
use crate::app::handle::workspace::file_safe;
use crate::app::jobs::{JobError, JobKind};
use crate::app::notices::Gravity;
use crate::chart::model::{ChartModel, csv};
use crate::draw::layout::{Size, scene_with_panels};
use crate::draw::style::Style;
use crate::draw::{pdf, png, svg};
use crate::text::{Arg, tr, tr_args};
use crate::workspace::data_file::write_whole;

/// Pixels a point in saved pictures: 1920 × 1080.
const SCALE: f64 = 2.0;

impl App {
    /// Starts computing an answer; what was being computed before is given up.
    pub(in crate::app) fn start_answer(&mut self, key: AnswerKey) {
        let Some(opened) = &self.state.opened else { return };
        let snapshot = opened.snapshot.clone();
        let known = self.derived.current(opened, &key.question).map(Arc::clone);
        let job = move |_: &_| {
            let answer = Answer::compute(key, snapshot, known.as_deref());
            Ok(Command::Answered(Box::new(answer)))
        };
        if let Err(why) = self.jobs.start(JobKind::Answer, String::new(), job) {
            self.not_started(JobKind::Answer, why);
        }
    }

    /// A figure with the small ones that belong to it.
    fn figure(&self, which: FigureOf) -> Option<(ChartModel, Vec<ChartModel>)> {
        let alone = |model: ChartModel| (model, Vec::new());
        let drawn = || self.figures.shown().and_then(|shown| shown.drawn.as_deref());
        match which {
            FigureOf::Card(card) => self.answers.shown().map(|shown| alone(shown.chart(card).clone())),
            FigureOf::Shown => drawn().map(|drawn| (drawn.model.clone(), drawn.panels.clone())),
            FigureOf::Panel(at) => drawn().and_then(|drawn| drawn.panels.get(at).cloned()).map(alone),
        }
    }

    pub(super) fn copy_figure(&mut self, which: FigureOf) {
        let Some((model, panels)) = self.figure(which) else { return };
        let words = tr(self.state.lang, "app-job-drawing");
        let started = self.jobs.start(JobKind::Export, words, move |_| {
            let picture = png::rgba(&scene_with_panels(&model, &panels, Size::SLIDE, &Style::print()), SCALE)
                .map_err(|error| JobError::Failed(error.to_string()))?;
            let size = [picture.width as usize, picture.height as usize];
            Ok(Command::CopyImage(Arc::new(egui::ColorImage::from_rgba_unmultiplied(size, &picture.bytes))))
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }

    pub(super) fn copy_numbers(&mut self, ctx: &egui::Context, which: FigureOf) {
        let Some((model, _)) = self.figure(which) else { return };
        ctx.copy_text(csv::tabbed(&model.table));
        let words = tr(self.state.lang, "app-chart-numbers-copied");
        self.state.notices.say(Gravity::Information, words);
    }

    pub(super) fn copy_image(&mut self, ctx: &egui::Context, image: &Arc<egui::ColorImage>) {
        ctx.copy_image(egui::ColorImage::clone(image));
        let words = tr(self.state.lang, "app-chart-copied");
        self.state.notices.say(Gravity::Information, words);
    }

    pub(super) fn save_figure_dialog(&mut self, which: FigureOf, format: FigureFormat) {
        let (Some((model, _)), Some(opened)) = (self.figure(which), &self.state.opened) else { return };
        let name = format!("{} - {}.{}", file_safe(&opened.title()), model.key.key(), format.ending());
        let filters = vec![(format.ending().to_uppercase(), vec![format.ending().to_owned()])];
        self.ask_path(Ask { then: PathFor::Figure(which, format), kind: AskKind::Save(name), filters });
    }

    pub(super) fn save_figure(&mut self, which: FigureOf, format: FigureFormat, path: PathBuf) {
        let Some((model, panels)) = self.figure(which) else { return };
        let lang = self.state.lang;
        let words = tr(lang, "app-job-drawing");
        let started = self.jobs.start(JobKind::Export, words, move |_| {
            let page = || scene_with_panels(&model, &panels, Size::SLIDE, &Style::print());
            let bytes = match format {
                FigureFormat::Svg => svg::svg(&page()).into_bytes(),
                FigureFormat::Png => png::png(&page(), SCALE).map_err(|error| JobError::Failed(error.to_string()))?,
                FigureFormat::Pdf => {
                    pdf::figure(&page(), lang.code()).map_err(|error| JobError::Failed(error.to_string()))?
                }
                FigureFormat::Csv => csv::csv(&model.table).into_bytes(),
            };
            let shown = path.display().to_string();
            write_whole(&path, &bytes).map_err(|error| {
                let arguments = [("reason", Arg::Text(error.to_string())), ("path", Arg::Text(shown.clone()))];
                JobError::Failed(tr_args(lang, "app-not-written", &arguments))
            })?;
            Ok(Command::Written(path, tr_args(lang, "app-written", &[("path", Arg::Text(shown))])))
        });
        if let Err(why) = started {
            self.say_not_started(why);
        }
    }
}
