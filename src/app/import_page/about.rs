//! What the dataset's columns say of it as a whole: its clocks, and what is counted in which unit.

use eframe::egui;

use crate::app::import_page::cards::line;
use crate::app::import_page::dataset::NAME;
use crate::app::import_page::state::Review;
use crate::app::import_page::words;
use crate::app::view::View;
use crate::frame::batch::Field;
use crate::import::recipe::Target;
use crate::text::{Arg, number};

/// The events that columns are dates of, the delay that is shown, and the units that are counted.
pub fn clocks_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let lang = view.lang();
    let (mut clocks, mut counts) = (Vec::new(), Vec::new());
    for rule in &review.recipe.columns {
        let from = |what: String| {
            let args = [("what", Arg::Text(what)), ("column", Arg::Text(rule.header.clone()))];
            view.tr_args("importing-from-column", &args)
        };
        match &rule.target {
            Target::Date { event, .. } => clocks.push(from(words::capitalised(&words::event(lang, *event)))),
            Target::Count { field: field @ Field::Affected(..), .. } => counts.push(from(words::field(lang, field))),
            _ => {}
        }
    }
    let rule = &review.recipe.dataset;
    if let Some(event) = rule.listing_event {
        clocks.push(view.tr_args("importing-listed", &[("event", words::event(lang, event).into())]));
    }
    if let Some((first, second)) = rule.delay {
        let args = [("from", words::event(lang, first).into()), ("to", words::event(lang, second).into())];
        clocks.push(view.tr_args("import-assumed-delay", &args));
    } else if !clocks.is_empty() {
        clocks.push(view.tr("importing-no-delay"));
    }
    if let Some(floor) = rule.floor {
        counts.push(view.tr_args("importing-floor", &[("count", Arg::Text(number(lang, floor)))]));
    }
    let none = || view.tr("importing-none-of-these");
    let joined = |parts: Vec<String>| if parts.is_empty() { none() } else { parts.join("\n") };
    line(ui, &view.tr("importing-clocks"), NAME, &joined(clocks));
    line(ui, &view.tr("importing-counted"), NAME, &joined(counts));
}
