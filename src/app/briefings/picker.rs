//! Choosing one incident by a part of its name.

use eframe::egui;
use uuid::Uuid;

use crate::app::opened::Opened;
use crate::app::theme::size;
use crate::app::view::View;
use crate::app::widgets::{choice, field, label};
use crate::chart::figures::affected::name_of;
use crate::frame::fold::fold;
use crate::frame::{RecordId, Revision};

/// Most records that are looked through: names are found while typing.
const MOST: usize = 20_000;

/// Most that are offered.
const OFFERED: usize = 7;

/// A field with the incidents that it finds.
#[derive(Default)]
pub struct Picker {
    text: String,
    found: Option<Found>,
}

struct Found {
    of: (u64, Revision, String),
    records: Vec<(RecordId, String)>,
}

impl Picker {
    /// Draws the field and what it finds; returns the incident that was chosen.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) -> Option<Uuid> {
        let name = view.tr("briefings-find-incident");
        let width = ui.available_width() - 16.0;
        ui.add(field::line(&mut self.text, width).hint_text(&name)).accessible_name(&name);
        self.look(view, opened);
        let found = self.found.as_ref()?;
        if found.records.is_empty() {
            label::foot(ui, &view.tr("briefings-no-incident"));
        }
        let mut chosen = None;
        for (id, name) in &found.records {
            let entry = |ui: &mut egui::Ui| choice::entry(ui, false, name, "").clicked();
            if ui.push_id(id.0, entry).inner {
                chosen = Some(*id);
            }
        }
        ui.add_space(size::ROW * 0.1);
        // A record that cannot be read cannot be chosen; the table of records says why.
        chosen.and_then(|id| opened.workspace.incident(id).ok()).map(|incident| incident.id).filter(|id| !id.is_nil())
    }

    fn look(&mut self, view: &View<'_>, opened: &Opened) {
        let of = (opened.number, opened.snapshot.revision(), self.text.clone());
        if self.found.as_ref().is_some_and(|found| found.of == of) {
            return;
        }
        let Some(selected) = view.derived.selected() else { return };
        let wanted = fold(&self.text);
        let ids = selected.selection.ids(&selected.snapshot).take(MOST);
        let named = ids.map(|id| (id, name_of(&selected.snapshot, id)));
        let found = named.filter(|(_, name)| !name.trim().is_empty() && fold(name).contains(&wanted));
        let records = found.take(OFFERED).collect();
        self.found = Some(Found { of, records });
    }
}
