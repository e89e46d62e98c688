//! What is chosen for a page: its figure, what it looks at, its answers or rows, its incident.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::briefings::check;
use crate::app::briefings::choices;
use crate::app::briefings::command::Edit;
use crate::app::briefings::picker::Picker;
use crate::app::briefings::selection::Conditions;
use crate::app::briefings::send_edit;
use crate::app::briefings::typed::{Field, Line, Typed};
use crate::app::charts_page::choices::Typed as TypedChoices;
use crate::app::command::{ChartsCommand, Command};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, choice, label};
use crate::briefing::compose::records::MOST;
use crate::briefing::deck::Body;
use crate::briefing::document::{Answer, Briefing, Content, FigureSpec, LastPeriods, Page, PageView, Rank};
use crate::chart::gallery::choice::Choice;
use crate::chart::model::ChartKey;
use crate::model::incident::Incident;

/// The passing state of what is chosen for a page.
#[derive(Default)]
pub struct Inspector {
    /// The page it is about.
    page: Option<Uuid>,
    conditions: [Conditions; 2],
    typed: [TypedChoices; 2],
    picker: Picker,
    /// The incident of the page, read once.
    incident: Option<(Uuid, Option<Box<Incident>>)>,
}

impl Inspector {
    /// Draws what is chosen for the page that is shown.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        briefing: &Briefing,
        typed: &mut Typed,
    ) {
        let Some((_, page)) = opened.briefings.page() else { return };
        if self.page != Some(page.id) {
            *self = Self { page: Some(page.id), ..Self::default() };
        }
        ui.spacing_mut().item_spacing.y = space::S;
        let can_change = !opened.is_read_only();
        let kind = view.tr(&format!("briefings-kind-{}", page.content.key()));
        ui.label(RichText::new(kind).font(theme::bold(size::TEXT)));
        let changed = self.content_ui(ui, view, opened, page, can_change);
        if let Some(content) = changed.filter(|_| can_change) {
            send_edit(view, briefing.id, Edit::Content(page.id, content));
        }
        if let Content::Text { body } = &page.content {
            let name = view.tr("briefings-body");
            let line = Line { name: &name, hint: &view.tr("briefings-body-hint"), rows: 12 };
            ui.add_enabled_ui(can_change, |ui| {
                typed.show(ui, view, (briefing.id, page.id, Field::Body), body, &line);
            });
            label::foot(ui, &view.tr("briefings-body-how"));
        }
        if let Content::Title { subtitle } = &page.content {
            let name = view.tr("briefings-subtitle");
            label::muted(ui, &name, size::FOOT);
            let line = Line { name: &name, hint: "", rows: 3 };
            ui.add_enabled_ui(can_change, |ui| {
                typed.show(ui, view, (briefing.id, page.id, Field::Subtitle), subtitle, &line);
            });
        }
        check::of_page_ui(ui, view, opened, briefing, page);
    }

    fn content_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        page: &Page,
        can_change: bool,
    ) -> Option<Content> {
        match &page.content {
            Content::Figure(spec) => self.spec_ui(ui, view, opened, (0, spec), can_change).map(Content::Figure),
            Content::Table(spec) => self.spec_ui(ui, view, opened, (0, spec), can_change).map(Content::Table),
            Content::Two(both) => {
                let [left, right] = &**both;
                let mut changed = None;
                for (at, spec) in [left, right].into_iter().enumerate() {
                    let key = if at == 0 { "briefings-left" } else { "briefings-right" };
                    ui.label(RichText::new(view.tr(key)).font(theme::bold(size::TABLE)));
                    if let Some(spec) = self.spec_ui(ui, view, opened, (at, spec), can_change) {
                        let mut next = both.clone();
                        next.iter_mut().skip(at).take(1).for_each(|slot| slot.clone_from(&spec));
                        changed = Some(Content::Two(next));
                    }
                    if at == 0 {
                        ui.separator();
                    }
                }
                changed
            }
            Content::Numbers { view: asked, answers, delay_over } => {
                self.numbers_ui(ui, view, opened, asked, (answers, *delay_over))
            }
            Content::Records { view: asked, rank, top } => {
                self.records_ui(ui, view, opened, (asked, *rank, *top), can_change)
            }
            Content::Incident(id) => self.incident_ui(ui, view, opened, *id).map(Content::Incident),
            Content::Timeline(id) => self.incident_ui(ui, view, opened, *id).map(Content::Timeline),
            Content::Method => {
                label::muted(ui, &view.tr("briefings-method-why"), size::TABLE);
                None
            }
            Content::Title { .. } | Content::Text { .. } | Content::Other(_) => None,
        }
    }

    /// A figure: which, its choices, what it looks at.
    fn spec_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        (at, spec): (usize, &FigureSpec),
        can_change: bool,
    ) -> Option<FigureSpec> {
        let name = view.tr(if at == 0 { "briefings-figure" } else { "briefings-figure-second" });
        let choices = choices_of(view, opened, at);
        let mut changed = None;
        ui.push_id(("figure", at), |ui| {
            ui.add_enabled_ui(can_change, |ui| {
                changed = choices::figure_ui(ui, view, spec, &name);
                if let Some(typed) = self.typed.get_mut(at) {
                    let by_choice = choices::show(ui, view, opened, spec, &choices, typed);
                    changed = changed.take().or(by_choice);
                }
            });
            ui.add_space(space::XS);
            let conditions = self.conditions.get_mut(at);
            let looked = conditions.and_then(|conditions| conditions.show(ui, view, opened, &spec.view, can_change));
            if let Some(looked) = looked {
                changed = Some(FigureSpec { view: looked, ..spec.clone() });
            }
            if let Some(chart) = ChartKey::from_key(&spec.chart) {
                let words = icons::with(Icon::ChartSpline, &view.tr("briefings-open-chart"));
                let response = button::quiet(ui, &words).accessible_name(view.tr("briefings-open-chart"));
                if response.on_hover_text(view.tr("briefings-open-chart-why")).clicked() {
                    let (asked, options) = (Box::new(spec.view.clone()), spec.options.clone());
                    view.send(Command::Charts(ChartsCommand::Take { chart, asked, options }));
                }
            }
        });
        changed
    }

    fn numbers_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        asked: &PageView,
        (answers, delay_over): (&[Answer], Option<LastPeriods>),
    ) -> Option<Content> {
        let mut next = answers.to_vec();
        let all = [Answer::Incidents, Answer::Affected, Answer::Disclosure];
        let can_change = !opened.is_read_only();
        ui.add_enabled_ui(can_change, |ui| {
            for answer in all {
                let mut is_on = answers.is_empty() || answers.contains(&answer);
                let key = match answer {
                    Answer::Incidents => "briefings-answer-incidents",
                    Answer::Affected => "briefings-answer-affected",
                    Answer::Disclosure => "briefings-answer-disclosure",
                };
                if ui.checkbox(&mut is_on, RichText::new(view.tr(key)).size(size::TABLE)).changed() {
                    let was_on = |one: &Answer| answers.is_empty() || answers.contains(one);
                    let kept: Vec<Answer> =
                        all.into_iter().filter(|one| if *one == answer { is_on } else { was_on(one) }).collect();
                    // One answer stays at least; all three are the same as none named.
                    if !kept.is_empty() {
                        next = if kept.len() == all.len() { Vec::new() } else { kept };
                    }
                }
            }
        });
        let mut looked = self.view_ui(ui, view, opened, asked, can_change);
        for choice in [Choice::DateOf, Choice::Measure, Choice::Delay] {
            question_ui(ui, view, opened, &choice, asked, &mut looked);
        }
        let changed = looked.is_some() || next != answers;
        let shown = looked.unwrap_or_else(|| asked.clone());
        changed.then_some(Content::Numbers { view: shown, answers: next, delay_over })
    }

    fn records_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        (asked, rank, top): (&PageView, Rank, u8),
        can_change: bool,
    ) -> Option<Content> {
        let (mut next_rank, mut next_top) = (rank, top);
        ui.add_enabled_ui(can_change, |ui| {
            let ranks =
                [(Rank::Largest, view.tr("briefings-rank-largest")), (Rank::Latest, view.tr("briefings-rank-latest"))];
            if let Some(chosen) = choice::segments(ui, &view.tr("briefings-rank"), rank, &ranks) {
                next_rank = chosen;
            }
            ui.horizontal(|ui| {
                label::muted(ui, &view.tr("briefings-rows"), size::TABLE);
                let rows = egui::DragValue::new(&mut next_top).range(1..=MOST).speed(0.1);
                ui.add(rows).accessible_name(view.tr("briefings-rows"));
            });
        });
        let mut looked = self.view_ui(ui, view, opened, asked, can_change);
        for choice in [Choice::DateOf, Choice::Measure, Choice::Delay] {
            question_ui(ui, view, opened, &choice, asked, &mut looked);
        }
        let changed = looked.is_some() || (next_rank, next_top) != (rank, top);
        let asked = looked.unwrap_or_else(|| asked.clone());
        changed.then_some(Content::Records { view: asked, rank: next_rank, top: next_top })
    }

    fn view_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        asked: &PageView,
        can_change: bool,
    ) -> Option<PageView> {
        let [conditions, _] = &mut self.conditions;
        conditions.show(ui, view, opened, asked, can_change)
    }

    /// The incident of a page, and another one in its place.
    fn incident_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, id: Uuid) -> Option<Uuid> {
        if self.incident.as_ref().is_none_or(|(known, _)| *known != id) {
            // One that cannot be read has no name here; the page says what became of it.
            let record = opened.workspace.find(id).ok().flatten();
            let read = record.and_then(|record| opened.workspace.incident(record).ok());
            self.incident = Some((id, read.map(Box::new)));
        }
        if let Some((_, Some(incident))) = &self.incident {
            ui.add(egui::Label::new(crate::app::records::draft::name_of(incident)).wrap());
        }
        if opened.is_read_only() {
            return None;
        }
        label::muted(ui, &view.tr("briefings-another-incident"), size::FOOT);
        self.picker.show(ui, view, opened).filter(|chosen| *chosen != id)
    }
}

/// A choice of what a page asks.
fn question_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    choice: &Choice,
    asked: &PageView,
    looked: &mut Option<PageView>,
) {
    let mut next = looked.clone().unwrap_or_else(|| asked.clone());
    ui.add_enabled_ui(!opened.is_read_only(), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            choices::asked_ui(ui, view, opened, choice, &mut next.view);
        });
    });
    if next != *asked {
        *looked = Some(next);
    }
}

/// What can be chosen for a figure of the page, as it was last drawn.
fn choices_of(view: &View<'_>, opened: &Opened, at: usize) -> Vec<Choice> {
    let known = opened.briefings.shown().zip(opened.briefings.page()).and_then(|(briefing, (_, page))| {
        let (sheet, _) = view.decks.sheet(briefing, page)?;
        match &sheet.body {
            Body::Figure(drawn) => Some(drawn.choices.clone()),
            Body::Two(both) => both.get(at).map(|drawn| drawn.choices.clone()),
            _ => None,
        }
    });
    known.unwrap_or_default()
}
