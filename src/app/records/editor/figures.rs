//! In the figures: whether the record is counted in each of the three answers, and if not, why.

use eframe::egui::{self, Label, RichText};
use lucide_icons::Icon;

use crate::app::charts_page::shelf;
use crate::app::command::{ChartsCommand, Command};
use crate::app::icons;
use crate::app::records::draft::Target;
use crate::app::records::editor::{Form, fields};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::button;
use crate::chart::figures::scope::Scope;
use crate::chart::figures::why::{Figure, Standing, standings};
use crate::chart::findings::why;
use crate::chart::model::ChartKey;
use crate::frame::{RecordId, Revision};
use crate::query::question::Question;

/// What became of the record, kept by what it rests on.
#[derive(Default)]
pub struct InFigures {
    key: Option<(RecordId, Revision, Question, Scope)>,
    found: Option<[(Figure, Standing); 3]>,
}

impl InFigures {
    fn of(&mut self, form: &FormParts<'_, '_>) -> Option<&[(Figure, Standing); 3]> {
        let shown = form.view.answers.shown()?;
        let snapshot = &form.view.state.opened.as_ref()?.snapshot;
        let key = (form.id, snapshot.revision(), &shown.key.question, &shown.scope);
        let known = self.key.as_ref().map(|(id, revision, question, scope)| (*id, *revision, question, scope));
        if known != Some(key) {
            self.found = standings(snapshot, &shown.key.question, &shown.scope, form.id);
            self.key = Some((form.id, snapshot.revision(), shown.key.question.clone(), shown.scope.clone()));
        }
        self.found.as_ref()
    }
}

/// What finding out needs.
struct FormParts<'a, 'v> {
    view: &'a View<'v>,
    id: RecordId,
}

/// Draws the section for a record that is saved.
pub fn show(ui: &mut egui::Ui, form: &mut Form<'_>) {
    let Target::Record(id) = form.draft.target else { return };
    let view = form.view;
    let Some(found) = form.figures.of(&FormParts { view, id }) else { return };
    let counted = found.iter().filter(|(_, standing)| matches!(standing, Standing::Counted(_))).count();
    let summary = view.tr_args("why-summary", &[("counted", counted.into()), ("all", found.len().into())]);
    let Some(shown) = view.answers.shown() else { return };
    let question = &shown.key.question;
    fields::folded(ui, &view.tr("why-section"), &summary, true, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (figure, standing) in found {
            line_ui(ui, view, *figure, standing, question);
        }
    });
}

fn line_ui(ui: &mut egui::Ui, view: &View<'_>, figure: Figure, standing: &Standing, question: &Question) {
    let (icon, colour) = match standing {
        Standing::Counted(_) => (Icon::Check, view.tokens.accent),
        Standing::LeftOut(_) => (Icon::Minus, view.tokens.muted),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.label(RichText::new(icons::glyph(icon).to_string()).font(theme::plain(size::TEXT)).color(colour));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.spacing_mut().interact_size.y = 0.0;
            let name = why::name(view.lang(), figure);
            if button::link(ui, &name, size::TABLE).on_hover_text(view.tr("why-open")).clicked() {
                view.send(Command::Charts(ChartsCommand::Open(chart_of(view, figure))));
            }
            let words = why::words(view.lang(), question, standing);
            ui.add(Label::new(RichText::new(words).size(size::TABLE)).wrap());
        });
    });
}

/// The figure of the page of charts where it is of this kind, else the one of the overview.
fn chart_of(view: &View<'_>, figure: Figure) -> ChartKey {
    let open = view.state.opened.as_ref().and_then(|opened| opened.charts.shown());
    let first = match figure {
        Figure::Incidents => ChartKey::Incidents,
        Figure::Affected => ChartKey::AffectedSizes,
        Figure::Delay => ChartKey::Disclosure,
    };
    let known = open.filter(|chart| Figure::of(*chart) == Some(figure));
    known.filter(|chart| shelf::family(*chart).is_some()).unwrap_or(first)
}
