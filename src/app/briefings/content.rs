//! Kinds of pages: what a new one looks at, and which are offered.

use eframe::egui;
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::briefings::command::Edit;
use crate::app::briefings::send_edit;
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::view::View;
use crate::app::widgets::choice;
use crate::briefing::document::{Briefing, Content, FigureSpec, Page, PageView, Rank};
use crate::chart::gallery::choice::Options;
use crate::chart::model::ChartKey;
use crate::query::question::Question;
use crate::query::view::SavedView;

/// Rows of a new table of records.
const ROWS: u8 = 10;

/// What is looked at now, as what a page looks at.
pub fn view_of(question: &Question) -> PageView {
    PageView { view: SavedView::of("", question), last: None }
}

/// A figure as it is shown now.
pub fn figure_of(opened: &Opened, chart: ChartKey, options: Options) -> FigureSpec {
    FigureSpec { chart: chart.key().to_owned(), options, view: view_of(&opened.question_for(chart)) }
}

/// The pages that can be added, each with what it shows at first.
fn offered(view: &View<'_>, opened: &Opened, briefing: &Briefing) -> Vec<(Icon, Content)> {
    let incident = first_incident(view, opened);
    let now = view_of(&opened.question);
    let figure = |chart| figure_of(opened, chart, opened.charts.options(chart));
    let mut kinds = vec![
        (Icon::Heading, Content::Title { subtitle: String::new() }),
        (Icon::Hash, Content::Numbers { view: now.clone(), answers: Vec::new(), delay_over: None }),
        (Icon::ChartColumn, Content::Figure(figure(ChartKey::Incidents))),
        (Icon::Columns2, Content::Two(Box::new([figure(ChartKey::Breakdown), figure(ChartKey::AffectedSizes)]))),
        (Icon::Table, Content::Table(figure(ChartKey::Incidents))),
        (Icon::TableProperties, Content::Records { view: now, rank: Rank::Largest, top: ROWS }),
    ];
    kinds.extend(incident.map(|id| (Icon::FileText, Content::Incident(id))));
    kinds.extend(incident.map(|id| (Icon::ListOrdered, Content::Timeline(id))));
    kinds.push((Icon::Text, Content::Text { body: String::new() }));
    if !briefing.pages.iter().any(|page| page.content == Content::Method) {
        kinds.push((Icon::BookOpenText, Content::Method));
    }
    if opened.snapshot.is_empty() {
        kinds.retain(|(_, content)| matches!(content, Content::Title { .. } | Content::Text { .. } | Content::Method));
    }
    kinds
}

/// The first incident of what is looked at; another one is chosen beside the page.
fn first_incident(view: &View<'_>, opened: &Opened) -> Option<Uuid> {
    let selected = view.derived.selected()?;
    let id = selected.selection.ids(&selected.snapshot).next()?;
    let incident = opened.workspace.incident(id).ok()?;
    Some(incident.id).filter(|id| !id.is_nil())
}

/// Offers every kind of page; the chosen one is added after the page that is shown.
pub fn offer_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let after = opened.briefings.page().map(|(_, page)| page.id);
    for (icon, content) in offered(view, opened, briefing) {
        let name = view.tr(&format!("briefings-kind-{}", content.key()));
        if choice::entry(ui, false, &icons::with(icon, &name), "").clicked() {
            let after = if content == Content::Method { briefing.pages.last().map(|page| page.id) } else { after };
            let page = Page::new(Uuid::new_v4(), content);
            send_edit(view, briefing.id, Edit::Add { page, after });
            ui.close();
        }
    }
}
