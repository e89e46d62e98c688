//! What words for numbers stand for in a dataset: "a few hundred" is 200 to 900 unless the analyst knows better.

use eframe::egui;

use crate::app::settings_page::row;
use crate::app::view::View;
use crate::app::widgets::{button, field, label};
use crate::model::count::{Conventions, LARGEST};

/// Width of a field for a number.
const WIDTH: f32 = 92.0;

/// The table as it is typed.
#[derive(Default)]
pub struct ConventionsDraft {
    entries: Vec<(String, String)>,
}

impl ConventionsDraft {
    /// The table as it stands.
    pub fn of(words: &Conventions) -> Self {
        let mut words = words.clone();
        let entries = Conventions::ENTRIES.iter().map(|(_, entry)| {
            let (lo, hi) = *entry(&mut words);
            (lo.to_string(), hi.to_string())
        });
        Self { entries: entries.collect() }
    }

    /// Shows the table, folded; gives it when an entry was changed.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, words: &Conventions) -> Option<Conventions> {
        let mut changed = None;
        let title = view.tr("facts-words");
        egui::CollapsingHeader::new(&title).id_salt("words for numbers").show(ui, |ui| {
            label::foot(ui, &view.tr("facts-words-why"));
            for (at, (key, entry)) in Conventions::ENTRIES.iter().enumerate() {
                let Some((lo, hi)) = self.entries.get_mut(at) else { continue };
                let name = view.tr(&format!("facts-word-{key}"));
                let (from, to) = (view.tr("facts-words-from"), view.tr("facts-words-to"));
                row(ui, &name, |ui, _| {
                    let mut left = number_ui(ui, lo, &format!("{name}: {from}"));
                    ui.label("–");
                    left |= number_ui(ui, hi, &format!("{name}: {to}"));
                    match bounds_of(lo, hi) {
                        None => {
                            label::foot(ui, &view.tr("facts-words-unclear"));
                        }
                        Some(bounds) if left => {
                            let mut next = words.clone();
                            *entry(&mut next) = bounds;
                            changed = (next != *words).then_some(next).or(changed.take());
                        }
                        Some(_) => {}
                    }
                });
            }
            if *words != Conventions::default() && button::quiet(ui, &view.tr("facts-words-house")).clicked() {
                changed = Some(Conventions { thousands: words.thousands, ..Conventions::default() });
            }
        });
        changed
    }
}

fn number_ui(ui: &mut egui::Ui, text: &mut String, name: &str) -> bool {
    let response = ui.add(field::line(text, WIDTH));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name));
    response.lost_focus()
}

/// Two whole numbers, the smaller first.
fn bounds_of(lo: &str, hi: &str) -> Option<(u64, u64)> {
    let (lo, hi): (u64, u64) = (lo.trim().parse().ok()?, hi.trim().parse().ok()?);
    (lo <= hi && hi <= LARGEST).then_some((lo, hi))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_two_numbers_in_order() {
        assert_eq!(bounds_of(" 3 ", "9"), Some((3, 9)));
        assert_eq!(bounds_of("9", "3"), None);
        assert_eq!(bounds_of("a few", "9"), None);
    }
}
