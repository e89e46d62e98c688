//! The columns of the file: samples of its own values, where each goes, how sure that is and why.

use eframe::egui::{self, CornerRadius, RichText, Stroke, StrokeKind};
use lucide_icons::Icon;

use crate::app::command::Command;
use crate::app::icons;
use crate::app::import_page::cards::strong;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::{Aside, Review};
use crate::app::import_page::{ImportPage, differences, options, row_rules, words};
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::button;
use crate::frame::batch::Field;
use crate::import::propose::asks_what_numbers_count;
use crate::import::propose::proposal::{Certainty, ColumnReason, Why};
use crate::import::propose::survey::ColumnSurvey;
use crate::import::recipe::{ColumnRule, Target};
use crate::text::Arg;

/// Height of a row before it was drawn.
const GUESS: f32 = 74.0;

/// Width of the header and its samples, as a share of the row.
const HEAD: f32 = 0.36;

/// One column of the file with all that is known of it.
#[derive(Clone, Copy)]
pub struct ColumnRow<'a> {
    /// How it is read.
    pub rule: &'a ColumnRule,
    /// Why.
    pub reason: &'a ColumnReason,
    /// What its cells look like.
    pub survey: &'a ColumnSurvey,
    /// Whether its order of dates is open.
    pub is_open: bool,
}

impl ImportPage {
    pub(super) fn columns_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
        let rows = review.recipe.columns.iter().zip(&review.reasons).zip(&review.survey.columns);
        egui::ScrollArea::vertical().id_salt("columns").auto_shrink([false, false]).show_viewport(ui, |ui, seen| {
            ui.spacing_mut().item_spacing.y = 0.0;
            differences::show(ui, view, review);
            row_rules::show(ui, view, review);
            aside_ui(ui, view, review);
            // Rows somewhat outside the view are drawn too, so that the keyboard can reach them.
            let seen = seen.expand(300.0);
            let top = ui.cursor().top();
            for ((rule, reason), survey) in rows {
                let at = ui.cursor().top() - top;
                let known = self.heights.get(&rule.header).copied();
                let is_wanted = self.wanted.as_ref() == Some(&rule.header);
                let height = known.unwrap_or(GUESS);
                if !is_wanted
                    && known.is_some()
                    && !(seen.top()..=seen.bottom()).contains(&at)
                    && (at + height < seen.top() || at > seen.bottom())
                {
                    ui.add_space(height);
                    continue;
                }
                let row = ColumnRow { rule, reason, survey, is_open: review.open.contains(&rule.header) };
                let shown = ui.push_id(&rule.header, |ui| self.column_ui(ui, view, review, row)).response;
                self.heights.insert(rule.header.clone(), shown.rect.height());
                if is_wanted {
                    ui.scroll_to_rect(shown.rect, Some(egui::Align::Center));
                    self.wanted = None;
                }
            }
        });
    }

    fn column_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review, row: ColumnRow<'_>) {
        let tokens = view.tokens;
        let is_unfolded = self.unfolded.as_ref() == Some(&row.rule.header);
        let ground = if row.is_open { tokens.caution_ground } else { tokens.surface };
        let frame = egui::Frame::new()
            .fill(ground)
            .corner_radius(CornerRadius::same(size::CORNER))
            .inner_margin(egui::Margin { left: 8, right: 10, top: 8, bottom: 8 });
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                let width = ui.available_width();
                ui.spacing_mut().item_spacing = egui::vec2(space::M, 3.0);
                ui.vertical(|ui| {
                    ui.set_width(width * HEAD);
                    head_ui(ui, view, row);
                });
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    self.place_ui(ui, view, review, row, is_unfolded);
                });
            });
            if is_unfolded {
                ui.add_space(space::XS);
                options::show(ui, view, row);
            }
        });
        let rect = shown.response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.grid));
        if row.is_open {
            let edge = Stroke::new(1.0, tokens.caution);
            ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(size::CORNER), edge, StrokeKind::Inside);
        }
    }

    /// Where the column goes, how sure that is, and why.
    fn place_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review, row: ColumnRow<'_>, is_unfolded: bool) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            self.target_ui(ui, view, review, row);
            let is_given = matches!(row.reason.why, Why::Chosen | Why::Recipe);
            if !is_given && !is_aside(&row.rule.target) {
                certainty_ui(ui, view, if row.is_open { Certainty::Low } else { row.reason.confidence });
            }
            if is_aside(&row.rule.target) {
                // One line is enough for a column that is kept as it stands.
                let why = RichText::new(words::why(view.lang(), row.rule, row.reason, row.survey))
                    .size(size::FOOT)
                    .color(view.tokens.muted);
                ui.add(egui::Label::new(why).truncate());
            }
            if has_options(&row.rule.target) {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let icon = if is_unfolded { Icon::ChevronUp } else { Icon::Settings2 };
                    let name = view.tr_args("importing-options-of", &[("column", row.rule.header.clone().into())]);
                    if button::icon(ui, icon, &name).clicked() {
                        self.unfolded = (!is_unfolded).then(|| row.rule.header.clone());
                    }
                });
            }
        });
        if is_aside(&row.rule.target) {
            return;
        }
        let why = words::why(view.lang(), row.rule, row.reason, row.survey);
        ui.add(egui::Label::new(RichText::new(why).size(size::FOOT).color(view.tokens.muted)).wrap());
        if row.is_open && !is_unfolded {
            let asks_numbers = asks_what_numbers_count(row.survey);
            let words = view.tr(if asks_numbers { "importing-date-numbers-open" } else { "importing-order-open" });
            if button::link(ui, &words, size::FOOT).clicked() {
                self.unfolded = Some(row.rule.header.clone());
            }
        } else if !is_unfolded && let Some(summary) = summary(view, row) {
            ui.add(egui::Label::new(RichText::new(summary).size(size::FOOT).color(view.tokens.muted)).wrap());
        }
    }
}

/// How many columns have no field of their own, and what becomes of all of them.
fn aside_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let (kept, left_out) = review.aside();
    if kept + left_out == 0 {
        return;
    }
    let args = [("kept", Arg::from(kept)), ("left", Arg::from(left_out))];
    let send = |aside| view.send(Command::Import(ImportCommand::Aside(aside)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let words = RichText::new(view.tr_args("importing-aside", &args)).size(size::FOOT).color(view.tokens.muted);
        ui.label(words);
        if kept > 0 && button::link(ui, &view.tr("importing-aside-leave"), size::FOOT).clicked() {
            send(Aside::LeaveOut);
        }
        if left_out > 0 && button::link(ui, &view.tr("importing-aside-keep"), size::FOOT).clicked() {
            send(Aside::Keep);
        }
    });
    ui.add_space(space::XS);
}

/// Whether a column has no field of its own.
const fn is_aside(target: &Target) -> bool {
    matches!(target, Target::Ignore | Target::Text(Field::Custom(_)) | Target::Html(Field::Custom(_)))
}

/// Whether there is anything to choose beyond where the column goes.
const fn has_options(target: &Target) -> bool {
    !is_aside(target)
}

/// The header and samples of its values.
fn head_ui(ui: &mut egui::Ui, view: &View<'_>, row: ColumnRow<'_>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.add(egui::Label::new(strong(&row.rule.header)).truncate());
    let samples =
        if row.survey.samples.is_empty() { view.tr("importing-no-values") } else { row.survey.samples.join(" · ") };
    let words = RichText::new(samples.replace(['\n', '\r'], " ")).size(size::FOOT).color(view.tokens.muted);
    let mut job = words_job(ui, &words);
    job.wrap.max_rows = if is_aside(&row.rule.target) { 1 } else { 2 };
    job.wrap.max_width = ui.available_width();
    ui.add(egui::Label::new(job)).on_hover_ui(|ui| {
        for sample in &row.survey.samples {
            ui.label(RichText::new(sample).size(size::TABLE));
        }
    });
}

fn words_job(ui: &egui::Ui, words: &RichText) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::default();
    words.clone().append_to(&mut job, ui.style(), egui::FontSelection::Default, egui::Align::Center);
    job.wrap.overflow_character = Some('…');
    job
}

/// How sure a proposal is: a dot and a word, never a colour alone.
fn certainty_ui(ui: &mut egui::Ui, view: &View<'_>, certainty: Certainty) {
    let (icon, colour) = match certainty {
        Certainty::High => (Icon::CircleCheck, view.tokens.accent),
        Certainty::Medium => (Icon::CircleDot, view.tokens.muted),
        Certainty::Low => (Icon::CircleAlert, view.tokens.caution),
    };
    let words = words::certainty(view.lang(), certainty);
    ui.label(RichText::new(icons::with(icon, &words)).size(size::FOOT).color(colour));
}

/// The choices behind the fold, in one line.
fn summary(view: &View<'_>, row: ColumnRow<'_>) -> Option<String> {
    let lang = view.lang();
    let bad = || words::on_bad(lang, row.rule.on_bad);
    match &row.rule.target {
        Target::Date { order, .. } => {
            let order = match &row.reason.dates {
                Some(dates) if dates.numeric() > 0 => words::order(lang, *order),
                _ => view.tr("importing-order-any-short"),
            };
            Some(format!("{order} · {}", bad()))
        }
        Target::Count { thousands, .. } => Some(format!("{} · {}", words::thousands(lang, *thousands), bad())),
        Target::List { separator, .. } => {
            let separator = options::separator_words(view, separator);
            let named = options::has_names(&row.rule.target).then(|| options::names_words(view, row.rule.names));
            Some(named.map_or_else(|| separator.clone(), |names| format!("{separator} · {names}")))
        }
        target if options::has_names(target) => Some(options::names_words(view, row.rule.names)),
        Target::Ignore | Target::Text(_) | Target::Html(_) => None,
    }
}
