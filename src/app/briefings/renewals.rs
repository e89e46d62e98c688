//! What was written by hand for findings that say something else by now, beside its page and in the check.

use eframe::egui::{self, Label, RichText};
use lucide_icons::Icon;

use crate::app::briefings::command::Edit;
use crate::app::briefings::send_edit;
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, label};
use crate::briefing::document::{Briefing, Page};
use crate::briefing::renew::Renewal;

/// What is to be looked at again on the page that is shown, beside it.
pub fn of_page_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing, page: &Page) {
    let renewals = view.decks.renewals(briefing, page);
    if renewals.is_empty() {
        return;
    }
    ui.add_space(space::XS);
    label::muted(ui, &icons::with(Icon::History, &view.tr("renew-title")), size::FOOT);
    list_ui(ui, view, opened, briefing, page);
}

/// The same without a title.
pub fn list_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing, page: &Page) {
    for (number, renewal) in view.decks.renewals(briefing, page).iter().enumerate() {
        ui.push_id(("renewal", page.id, number), |ui| one_ui(ui, view, opened, (briefing, page), renewal));
    }
}

fn one_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    (briefing, page): (&Briefing, &Page),
    renewal: &Renewal,
) {
    card::caution(ui, view.tokens, |ui| {
        let words = renewal.words(view.lang());
        ui.add(Label::new(RichText::new(words).size(size::TABLE)).wrap().selectable(true));
        if opened.is_read_only() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (key, edit) = match renewal {
                Renewal::Headline { page, .. } => ("renew-use-finding", Edit::Headline(*page, String::new())),
                Renewal::Objection { page, rule, .. } => {
                    ("renew-forget", Edit::Object { page: *page, rule: rule.key().to_owned() })
                }
            };
            if button::secondary(ui, &view.tr(key)).clicked() {
                send_edit(view, briefing.id, edit);
            }
            let holds = view.decks.holds(briefing, page, renewal);
            if let Some(holds) = holds
                && button::quiet(ui, &view.tr("renew-holds")).clicked()
            {
                send_edit(view, briefing.id, holds);
            }
        });
    });
}
