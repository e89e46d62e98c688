//! About the file: how it is cut and decoded, with its first lines to check that by.

use eframe::egui::{self, RichText};

use crate::app::command::Command;
use crate::app::import_page::around;
use crate::app::import_page::cards::line;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::dataset::NAME;
use crate::app::import_page::state::Review;
use crate::app::import_page::words;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{choice, label};
use crate::import::bytes::encoding::EncodingReason;
use crate::import::recipe::{Format, Records};
use crate::model::problem::ProblemKind;
use crate::text::{Arg, number};

/// Encodings offered, by their WHATWG labels.
const ENCODINGS: [&str; 7] =
    ["utf-8", "windows-1252", "iso-8859-15", "macintosh", "windows-1250", "utf-16le", "utf-16be"];

/// Delimiters offered.
const DELIMITERS: [(char, &str); 4] =
    [(',', "importing-comma"), (';', "importing-semicolon"), ('\t', "importing-tab"), ('|', "importing-bar")];

/// The name of an encoding as people know it.
pub fn encoding_name(label: &str) -> String {
    match label {
        "utf-8" => "UTF-8".to_owned(),
        "utf-16le" => "UTF-16 LE".to_owned(),
        "utf-16be" => "UTF-16 BE".to_owned(),
        "macintosh" => "Mac Roman".to_owned(),
        other => words::capitalised(other),
    }
}

/// Kinds of text that a file can be read as by hand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Delimited,
    Json,
    Lines,
}

/// Draws what is known of the file.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    egui::ScrollArea::vertical().id_salt("file").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        // Room for the scroll bar.
        ui.set_width(ui.available_width() - 10.0);
        file_ui(ui, view, review);
    });
}

fn file_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    around::show(ui, view, review);
    let format = &review.recipe.shape.format;
    // A sheet has neither delimiter nor encoding.
    if !around::is_sheet(review) {
        kind_ui(ui, view, review);
        match format {
            Format::Csv { .. } => delimited_ui(ui, view, review),
            Format::Json { .. } => place_ui(ui, view, review),
            Format::JsonLines { .. } | Format::Vigie => {}
        }
        encoding_ui(ui, view, review);
    }
    let lang = view.lang();
    let rows = review.trial.as_ref().map_or(review.survey.rows, |trial| trial.report.read);
    let columns = Arg::Text(number(lang, review.headers.len() as u64));
    let shape = view.tr_args("importing-shape", &[("rows", Arg::Text(number(lang, rows))), ("columns", columns)]);
    line(ui, &view.tr("importing-size"), NAME, &format!("{shape} · {}", words::size(lang, review.file.size)));
    line(ui, "SHA-256", NAME, &review.file.hash);
    sample_ui(ui, view, &review.file.sample);
}

fn send(view: &View<'_>, format: Format) {
    view.send(Command::Import(ImportCommand::Format(format)));
}

/// What kind of text it is.
fn kind_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let (kind, encoding, records) = match &review.recipe.shape.format {
        Format::Csv { encoding, .. } => (Kind::Delimited, encoding, Records::default()),
        Format::Json { encoding, records, .. } => (Kind::Json, encoding, *records),
        Format::JsonLines { encoding, records } => (Kind::Lines, encoding, *records),
        Format::Vigie => return,
    };
    let encoding = encoding.clone();
    let name = view.tr("importing-format");
    row(ui, &name, |ui| {
        let options = [
            (Kind::Delimited, view.tr("importing-kind-delimited")),
            (Kind::Json, view.tr("importing-format-json")),
            (Kind::Lines, view.tr("importing-format-json-lines")),
        ];
        match choice::segments(ui, &name, kind, &options) {
            Some(Kind::Delimited) => {
                send(view, Format::Csv { delimiter: ',', encoding, skip_lines: 0, headerless: false });
            }
            Some(Kind::Json) => {
                let path = review.places.first().map(|place| place.path.clone()).unwrap_or_default();
                send(view, Format::Json { path, encoding, records });
            }
            Some(Kind::Lines) => send(view, Format::JsonLines { encoding, records }),
            None => {}
        }
    });
}

/// Where the records of a JSON document are.
fn place_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let Format::Json { path, encoding, records } = &review.recipe.shape.format else { return };
    let name = view.tr("importing-place");
    let of_path = |path: &str| if path.is_empty() { view.tr("importing-place-top") } else { path.to_owned() };
    row(ui, &name, |ui| {
        let mut options: Vec<(&str, String)> = Vec::new();
        for place in &review.places {
            let objects = Arg::Text(number(view.lang(), place.objects as u64));
            let args = [("place", of_path(&place.path).into()), ("count", objects)];
            options.push((place.path.as_str(), view.tr_args("importing-place-objects", &args)));
        }
        if !review.places.iter().any(|place| place.path == *path) {
            options.push((path.as_str(), of_path(path)));
        }
        ui.spacing_mut().combo_width = 260.0;
        if let Some(path) = choice::drop_down(ui, "place", &name, path.as_str(), &options) {
            send(view, Format::Json { path: path.to_owned(), encoding: encoding.clone(), records: *records });
        }
    });
}

fn encoding_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let format = &review.recipe.shape.format;
    let (Format::Csv { encoding, .. } | Format::Json { encoding, .. } | Format::JsonLines { encoding, .. }) = format
    else {
        return;
    };
    let name = view.tr("importing-encoding");
    row(ui, &name, |ui| {
        let mut known: Vec<&str> = ENCODINGS.to_vec();
        if !known.contains(&encoding.as_str()) {
            known.push(encoding);
        }
        let options: Vec<(&str, String)> = known.into_iter().map(|label| (label, encoding_name(label))).collect();
        if let Some(label) = choice::drop_down(ui, "encoding", &name, encoding.as_str(), &options) {
            let mut format = format.clone();
            if let Format::Csv { encoding, .. } | Format::Json { encoding, .. } | Format::JsonLines { encoding, .. } =
                &mut format
            {
                label.clone_into(encoding);
            }
            send(view, format);
        }
        label::foot(ui, &encoding_reason(view, review, encoding));
    });
}

/// Delimiter and header of delimited text, with what speaks for them.
fn delimited_ui(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    let Format::Csv { delimiter, encoding, skip_lines, headerless } = &review.recipe.shape.format else { return };
    let change = |delimiter: char, skip_lines: u32, headerless: bool| {
        send(view, Format::Csv { delimiter, encoding: encoding.clone(), skip_lines, headerless });
    };
    let name = view.tr("importing-delimiter");
    row(ui, &name, |ui| {
        let mut options: Vec<(char, String)> = DELIMITERS.into_iter().map(|(mark, key)| (mark, view.tr(key))).collect();
        if !DELIMITERS.iter().any(|(mark, _)| mark == delimiter) {
            options.push((*delimiter, format!("“{delimiter}”")));
        }
        if let Some(mark) = choice::segments(ui, &name, *delimiter, &options) {
            change(mark, *skip_lines, *headerless);
        }
        let other = view.tr("importing-delimiter-other");
        let mut typed = String::new();
        let field = egui::TextEdit::singleline(&mut typed).hint_text(&other).desired_width(72.0).char_limit(1);
        let response = ui.add(field.align(egui::Align2::LEFT_CENTER)).accessible_name(&other);
        let mark = typed.chars().next().filter(|mark| mark.is_ascii() && !mark.is_alphanumeric() && *mark != '"');
        if let Some(mark) = mark.filter(|_| response.changed()) {
            change(mark, *skip_lines, *headerless);
        }
    });
    indented(ui, &columns_words(view, review));
    let name = view.tr("importing-header");
    row(ui, &name, |ui| {
        let options = [(false, view.tr("importing-header-names")), (true, view.tr("importing-header-none"))];
        if let Some(headerless) = choice::segments(ui, &name, *headerless, &options) {
            change(*delimiter, *skip_lines, headerless);
        }
    });
    indented(ui, &view.tr_args("importing-header-why", &[("names", header_names(review).into())]));
    let name = view.tr("importing-skip");
    row(ui, &name, |ui| {
        let mut lines = *skip_lines;
        let drag = egui::DragValue::new(&mut lines).range(0..=200).update_while_editing(false);
        if ui.add(drag).accessible_name(&name).changed() && lines != *skip_lines {
            change(*delimiter, lines, *headerless);
        }
    });
}

/// How many columns the delimiter makes, and how many rows have another number of them.
fn columns_words(view: &View<'_>, review: &Review) -> String {
    let count = |count: u64| Arg::Text(number(view.lang(), count));
    let uneven = review.trial.as_ref().and_then(|trial| trial.report.counts.get(&ProblemKind::CellCount)).copied();
    let args = [("columns", count(review.headers.len() as u64)), ("uneven", Arg::Number(uneven.unwrap_or(0)))];
    view.tr_args("importing-delimiter-why", &args)
}

/// The first names of columns.
fn header_names(review: &Review) -> String {
    let mut names = review.headers.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
    if review.headers.len() > 4 {
        names.push_str(", …");
    }
    names
}

/// A line of evidence under a control.
pub(super) fn indented(ui: &mut egui::Ui, words: &str) {
    ui.horizontal(|ui| {
        ui.add_space(NAME + space::S);
        let words = RichText::new(words).size(size::FOOT).color(ui.visuals().weak_text_color());
        ui.add(egui::Label::new(words).truncate());
    });
}

/// A line with a name and a control.
pub(super) fn row(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui)) {
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(NAME, 32.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(NAME);
            ui.add(egui::Label::new(RichText::new(name).size(size::FOOT).color(ui.visuals().weak_text_color())).wrap());
        });
        add(ui);
    });
}

fn encoding_reason(view: &View<'_>, review: &Review, encoding: &str) -> String {
    let found = &review.file.encoding;
    if found.label != encoding {
        return view.tr("importing-encoding-chosen");
    }
    view.tr(match found.reason {
        EncodingReason::Mark => "importing-encoding-mark",
        EncodingReason::Valid => "importing-encoding-valid",
        EncodingReason::AsciiOnly => "importing-encoding-ascii",
        EncodingReason::Guess => "importing-encoding-guess",
        EncodingReason::Damaged => "importing-encoding-damaged",
    })
}

/// The first lines as they are decoded.
fn sample_ui(ui: &mut egui::Ui, view: &View<'_>, sample: &str) {
    ui.add_space(space::XS);
    label::foot(ui, &view.tr("importing-sample"));
    egui::Frame::new()
        .fill(view.tokens.ground)
        .corner_radius(f32::from(size::CORNER))
        .inner_margin(egui::Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            for text in sample.lines().take(4) {
                let words = RichText::new(text).size(size::FOOT);
                ui.add(egui::Label::new(words).truncate());
            }
        });
}
