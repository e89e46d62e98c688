//! "Add to briefing": the entries of menus that put what is shown at the end of a briefing, without going there.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::briefings::command::BriefingsCommand;
use crate::app::briefings::content;
use crate::app::command::{Command, FigureOf};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::button;
use crate::briefing::document::Content;
use crate::chart::gallery::choice::Options;
use crate::chart::model::ChartKey;
use crate::frame::RecordId;

/// Briefings that are seen at once; the rest scroll.
const SEEN: f32 = 4.0;

/// Width and height of an entry.
const ENTRY: egui::Vec2 = egui::vec2(238.0, 28.0);

/// The figure that a menu is about, as a page.
pub fn figure(view: &View<'_>, opened: &Opened, chart: ChartKey, which: FigureOf) -> Option<Content> {
    let (chart, options) = match which {
        FigureOf::Card(_) => {
            let mut options = Options::default();
            if chart == ChartKey::Disclosure && opened.choices.naive {
                options.0.insert("naive".to_owned(), "on".to_owned());
            }
            (chart, options)
        }
        // A panel is a part of its figure and says nothing without it.
        FigureOf::Shown | FigureOf::Panel(_) => {
            let shown = view.figures.shown()?.key.chart;
            (shown, opened.charts.options(shown))
        }
    };
    Some(Content::Figure(content::figure_of(opened, chart, options)))
}

/// The entries: every briefing, and a new one.
pub fn entries_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, contents: &[(&str, Content)]) {
    if opened.is_read_only() || opened.briefings.is_unreadable() {
        return;
    }
    for (key, content) in contents {
        ui.add_space(space::XS);
        ui.separator();
        ui.label(RichText::new(view.tr(key)).size(size::FOOT).color(view.tokens.muted));
        let scroll = egui::ScrollArea::vertical().id_salt(key).max_height(SEEN * ENTRY.y).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let offer = |ui: &mut egui::Ui, icon: Icon, words: &str, to: Option<Uuid>| {
                let name = view.tr_args("briefings-add-to", &[("what", view.tr(key).into()), ("name", words.into())]);
                let entry = egui::Button::selectable(false, icons::with(icon, words)).min_size(ENTRY).truncate();
                if ui.add(entry).accessible_name(name).clicked() {
                    let content = Box::new(content.clone());
                    view.send(Command::Briefings(BriefingsCommand::Add(to, content)));
                    ui.close();
                }
            };
            for briefing in opened.briefings.all() {
                offer(ui, Icon::Presentation, &briefing.name, Some(briefing.id));
            }
            offer(ui, Icon::Plus, &view.tr("briefings-new"), None);
        });
    }
}

/// A button whose menu adds a page about a record, or its timeline.
pub fn record_button(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, record: RecordId) {
    if opened.is_read_only() {
        return;
    }
    let response = button::icon(ui, Icon::Presentation, &view.tr("briefings-add-record"));
    egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(ENTRY.x + 12.0);
        record_entries(ui, view, opened, record);
    });
}

/// The entries that add a page about a record, or its timeline.
pub fn record_entries(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, record: RecordId) {
    // Read while the menu is open; a record that cannot be read is told of in the table.
    let Some(id) = opened.workspace.incident(record).ok().map(|incident| incident.id).filter(|id| !id.is_nil()) else {
        return;
    };
    let contents =
        [("briefings-add-incident", Content::Incident(id)), ("briefings-add-timeline", Content::Timeline(id))];
    entries_ui(ui, view, opened, &contents);
}
