//! How a briefing leaves the window: format, language, paper, the company's template, the marking.

use std::path::PathBuf;

use eframe::egui;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::briefings::command::{BriefingsCommand, ExportCommand};
use crate::app::command::Command;
use crate::app::opened::Opened;
use crate::app::overlays;
use crate::app::settings::Settings;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, field, label};
use crate::briefing::document::Briefing;
use crate::briefing::format::{Format, Paper};
use crate::text::Lang;

/// The markings that are offered; any other text can be typed.
const MARKINGS: [&str; 5] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

/// Width of the names of the choices.
const NAMES: f32 = 150.0;

/// What is chosen for an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportChoices {
    /// Which briefing.
    pub briefing: Uuid,
    /// In which format.
    pub format: Format,
    /// In which language, whatever that of the window is.
    pub lang: Lang,
    /// Size of the pages of a PDF.
    pub paper: Paper,
    /// The company's own presentation or template.
    pub company: Option<PathBuf>,
    /// Who may see it.
    pub marking: String,
}

/// What is remembered of the last export.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// Ending of the format.
    format: String,
    /// Size of the pages of a PDF.
    paper: Paper,
}

impl ExportChoices {
    /// What is proposed: the format of last time, the language of the window; `None` while there is no format.
    pub fn first(briefing: &Briefing, settings: &Settings, lang: Lang) -> Option<Self> {
        let last = settings.export.clone().unwrap_or_default();
        let format = Format::of_ending(&last.format).or_else(|| Format::ALL.first().copied())?;
        Some(Self {
            briefing: briefing.id,
            format,
            lang,
            paper: last.paper,
            company: settings.company.clone(),
            marking: briefing.marking.clone(),
        })
    }

    /// What is remembered of it.
    pub fn remembered(&self) -> Remembered {
        Remembered { format: self.format.ending().to_owned(), paper: self.paper }
    }

    /// Whether the format takes a company's template.
    pub fn takes_company(&self) -> bool {
        self.format == Format::Pptx
    }
}

/// Draws the dialog.
pub fn show(ctx: &egui::Context, view: &View<'_>, opened: &Opened, choices: &ExportChoices) {
    let Some(briefing) = opened.briefings.get(choices.briefing) else { return };
    let title = view.tr_args("briefings-export-title", &[("name", briefing.name.as_str().into())]);
    let send = |command| view.send(Command::Briefings(BriefingsCommand::Export(command)));
    let mut next = choices.clone();
    let shown = overlays::modal(ctx, "briefing export", &title).show(ctx, |ui| {
        ui.set_width(520.0_f32.min(ctx.content_rect().width() - 80.0));
        overlays::heading(ui, &title);
        ui.spacing_mut().item_spacing.y = space::S;
        rows_ui(ui, view, &mut next);
        ui.add_space(space::M);
        ui.horizontal(|ui| {
            if button::primary(ui, &view.tr("briefings-write")).clicked() {
                send(ExportCommand::Write);
            }
            if button::secondary(ui, &view.tr("app-cancel")).clicked() {
                send(ExportCommand::Close);
            }
        });
    });
    overlays::settle(ctx, "briefing export", &shown);
    if next != *choices {
        send(ExportCommand::Choose(next));
    }
    // While a path is asked for, Escape is that dialog's.
    if shown.should_close() && view.state.path_wanted.is_none() {
        send(ExportCommand::Close);
    }
}

fn rows_ui(ui: &mut egui::Ui, view: &View<'_>, next: &mut ExportChoices) {
    let name = view.tr("briefings-format");
    row(ui, &name, |ui| {
        let key = |format: Format| format!("briefings-format-{}", format.ending());
        let formats: Vec<(Format, String)> =
            Format::ALL.iter().map(|format| (*format, view.tr(&key(*format)))).collect();
        if let Some(chosen) = choice::drop_down(ui, "format", &name, next.format, &formats) {
            next.format = chosen;
        }
    });
    label::foot(ui, &view.tr(&format!("briefings-format-why-{}", next.format.ending())));
    let name = view.tr("briefings-export-language");
    row(ui, &name, |ui| {
        let langs = Lang::ALL.map(|lang| (lang, lang.own_name().to_owned()));
        if let Some(chosen) = choice::segments(ui, &name, next.lang, &langs) {
            next.lang = chosen;
        }
    });
    if next.format == Format::Pdf {
        let name = view.tr("briefings-paper");
        row(ui, &name, |ui| {
            let papers = [
                (Paper::Slide, view.tr("briefings-paper-slide")),
                (Paper::A4, view.tr("briefings-paper-a4")),
                (Paper::Letter, view.tr("briefings-paper-letter")),
            ];
            if let Some(chosen) = choice::segments(ui, &name, next.paper, &papers) {
                next.paper = chosen;
            }
        });
    }
    if next.takes_company() {
        company_ui(ui, view, next);
    }
    marking_ui(ui, view, next);
}

/// The company's template.
fn company_ui(ui: &mut egui::Ui, view: &View<'_>, next: &ExportChoices) {
    let send = |command| view.send(Command::Briefings(BriefingsCommand::Export(command)));
    row(ui, &view.tr("briefings-company"), |ui| {
        let file = next.company.as_ref().and_then(|path| path.file_name());
        let words = file.map_or_else(|| view.tr("briefings-company-none"), |name| name.to_string_lossy().into_owned());
        ui.add(egui::Label::new(egui::RichText::new(words).size(size::TABLE)).truncate());
        if button::secondary(ui, &view.tr("briefings-company-choose")).clicked() {
            send(ExportCommand::AskCompany);
        }
        if next.company.is_some() && button::quiet(ui, &view.tr("briefings-company-drop")).clicked() {
            send(ExportCommand::Company(None));
        }
    });
}

fn marking_ui(ui: &mut egui::Ui, view: &View<'_>, next: &mut ExportChoices) {
    let name = view.tr("briefings-marking");
    row(ui, &name, |ui| {
        let typed = field::line(&mut next.marking, 150.0).hint_text(view.tr("briefings-marking-none")).char_limit(60);
        ui.add(typed).accessible_name(&name);
        let offered: Vec<(usize, String)> = MARKINGS.iter().map(|marking| (*marking).to_owned()).enumerate().collect();
        let at = MARKINGS.iter().position(|marking| *marking == next.marking).unwrap_or(usize::MAX);
        let chosen = choice::drop_down(ui, "marking", &view.tr("briefings-marking-offered"), at, &offered);
        if let Some(marking) = chosen.and_then(|at| MARKINGS.get(at)) {
            (*marking).clone_into(&mut next.marking);
        }
    });
    label::foot(ui, &view.tr("briefings-marking-why"));
}

/// A choice with its name at the left.
fn row(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.allocate_ui_with_layout(
            egui::vec2(NAMES, size::CONTROL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_width(NAMES);
                label::muted(ui, name, size::TABLE);
            },
        );
        add(ui);
    });
}
