//! Dated remarks of a dataset: "notification law widened", 1 March 2020. They stand on every chart over time.

use eframe::egui;
use lucide_icons::Icon;

use crate::app::settings_page::row;
use crate::app::theme::space;
use crate::app::top_bar::period::{iso, parts};
use crate::app::view::View;
use crate::app::widgets::{button, field, label};
use crate::model::calendar::Day;
use crate::model::dataset::DatedNote;
use crate::model::date::PartialDate;
use crate::text;

/// What is typed about one remark, or about the next one.
#[derive(Clone, Default)]
struct Line {
    day: String,
    words: String,
}

/// The remarks as they are typed.
#[derive(Default)]
pub struct AnnotationsDraft {
    lines: Vec<Line>,
    next: Line,
}

impl AnnotationsDraft {
    /// The remarks as they stand.
    pub fn of(notes: &[DatedNote]) -> Self {
        let line = |note: &DatedNote| Line { day: iso(note.day), words: note.text.clone() };
        Self { lines: notes.iter().map(line).collect(), next: Line::default() }
    }

    /// Shows the remarks; gives all of them when one was changed, added or taken away.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, notes: &[DatedNote]) -> Option<Vec<DatedNote>> {
        let mut changed = None;
        row(ui, &view.tr("facts-annotations"), |ui, _| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                for (at, line) in self.lines.iter_mut().enumerate() {
                    ui.push_id(at, |ui| changed = line_ui(ui, view, line, notes, at).or(changed.take()));
                }
                changed = self.next_ui(ui, view, notes).or(changed.take());
                label::foot(ui, &view.tr("facts-annotations-why"));
            });
        });
        changed
    }

    fn next_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, notes: &[DatedNote]) -> Option<Vec<DatedNote>> {
        let mut added = None;
        ui.horizontal(|ui| {
            let number = (notes.len() + 1) as u64;
            let left = fields_ui(ui, view, &mut self.next, number);
            let ready = note_of(&self.next);
            let add = ui.add_enabled_ui(ready.is_some(), |ui| button::secondary(ui, &view.tr("facts-annotations-add")));
            let entered = left && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if (add.inner.clicked() || entered)
                && let Some(note) = ready
            {
                let mut all = notes.to_vec();
                all.push(note);
                all.sort_by(|one, other| one.day.cmp(&other.day).then_with(|| one.text.cmp(&other.text)));
                added = Some(all);
            }
        });
        unclear_ui(ui, view, &self.next);
        added
    }
}

/// One remark that is there: to be corrected in place or taken away.
fn line_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    line: &mut Line,
    notes: &[DatedNote],
    at: usize,
) -> Option<Vec<DatedNote>> {
    let mut changed = None;
    ui.horizontal(|ui| {
        let left = fields_ui(ui, view, line, at as u64 + 1);
        let name = view.tr_args("facts-annotations-remove", &[("words", (&line.words).into())]);
        if button::icon(ui, Icon::Trash2, &name).clicked() {
            changed = Some(
                notes.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, note)| note.clone()).collect(),
            );
        } else if left
            && let Some(note) = note_of(line)
            && notes.get(at) != Some(&note)
        {
            let mut all = notes.to_vec();
            if let Some(held) = all.get_mut(at) {
                *held = note;
            }
            changed = Some(all);
        }
    });
    unclear_ui(ui, view, line);
    changed
}

/// The two fields of a remark; says whether one of them was just left.
fn fields_ui(ui: &mut egui::Ui, view: &View<'_>, line: &mut Line, number: u64) -> bool {
    let name = |key: &str| view.tr_args(key, &[("number", number.into())]);
    let day = field::line(&mut line.day, 110.0).hint_text(view.tr("facts-annotations-day-hint"));
    let day = ui.add(day);
    let day_name = name("facts-annotations-day");
    day.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &day_name));
    let words = field::line(&mut line.words, 260.0).hint_text(view.tr("facts-annotations-words-hint"));
    let words = ui.add(words);
    let words_name = name("facts-annotations-words");
    words.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &words_name));
    day.lost_focus() || words.lost_focus()
}

/// Says what was not understood of a day, or which day a coarser date stands on.
fn unclear_ui(ui: &mut egui::Ui, view: &View<'_>, line: &Line) {
    if line.day.trim().is_empty() {
        return;
    }
    match day_of(&line.day) {
        None => {
            label::foot(ui, &view.tr("app-period-not-understood"));
        }
        Some(day) if iso(day) != line.day.trim() => {
            label::foot(ui, &text::day(view.lang(), parts(day)));
        }
        Some(_) => {}
    }
}

fn day_of(text: &str) -> Option<Day> {
    PartialDate::parse(text.trim()).ok()?.days().lo
}

fn note_of(line: &Line) -> Option<DatedNote> {
    let text = line.words.trim();
    (!text.is_empty()).then(|| Some(DatedNote { day: day_of(&line.day)?, text: text.to_owned() })).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_needs_a_day_and_words() {
        let line = |day: &str, words: &str| Line { day: day.to_owned(), words: words.to_owned() };
        let note = note_of(&line(" 2020-03 ", " Law widened ")).unwrap();
        assert_eq!((note.day, note.text.as_str()), (Day::from_ymd(2020, 3, 1).unwrap(), "Law widened"));
        assert_eq!(note_of(&line("2020-03-01", " ")), None);
        assert_eq!(note_of(&line("the spring", "Law widened")), None);
    }
}
