//! About the file: how it is cut and decoded, with its first lines to check that by.

use eframe::egui::{self, RichText};

use crate::app::command::Command;
use crate::app::import_page::cards::line;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::dataset::NAME;
use crate::app::import_page::state::Review;
use crate::app::import_page::words;
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::app::widgets::{choice, label};
use crate::import::bytes::encoding::EncodingReason;
use crate::import::recipe::Format;
use crate::text::{Arg, number};

/// Encodings offered, by their WHATWG labels.
const ENCODINGS: [&str; 7] =
    ["utf-8", "windows-1252", "iso-8859-15", "macintosh", "windows-1250", "utf-16le", "utf-16be"];

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

/// Draws what is known of the file.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, review: &Review) {
    label::section(ui, &view.tr("importing-file"));
    let format = &review.recipe.shape.format;
    line(ui, &view.tr("importing-format"), NAME, &words::format(view.lang(), format));
    if let Format::Csv { delimiter, encoding, skip_lines, headerless } = format {
        let change = |delimiter: char, encoding: &str, skip_lines: u32, headerless: bool| {
            let encoding = encoding.to_owned();
            let format = Format::Csv { delimiter, encoding, skip_lines, headerless };
            view.send(Command::Import(ImportCommand::Format(format)));
        };
        let name = view.tr("importing-delimiter");
        row(ui, &name, |ui| {
            let options = [
                (',', "importing-comma"),
                (';', "importing-semicolon"),
                ('\t', "importing-tab"),
                ('|', "importing-bar"),
            ]
            .map(|(mark, key)| (mark, view.tr(key)));
            if let Some(mark) = choice::segments(ui, &name, *delimiter, &options) {
                change(mark, encoding, *skip_lines, *headerless);
            }
        });
        let name = view.tr("importing-encoding");
        row(ui, &name, |ui| {
            let mut known: Vec<&str> = ENCODINGS.to_vec();
            if !known.contains(&encoding.as_str()) {
                known.push(encoding);
            }
            let options: Vec<(&str, String)> = known.into_iter().map(|label| (label, encoding_name(label))).collect();
            if let Some(label) = choice::drop_down(ui, "encoding", &name, encoding.as_str(), &options) {
                change(*delimiter, label, *skip_lines, *headerless);
            }
            label::foot(ui, &encoding_reason(view, review, encoding));
        });
        let name = view.tr("importing-header");
        row(ui, &name, |ui| {
            let options = [(false, view.tr("importing-header-names")), (true, view.tr("importing-header-none"))];
            if let Some(headerless) = choice::segments(ui, &name, *headerless, &options) {
                change(*delimiter, encoding, *skip_lines, headerless);
            }
        });
        let name = view.tr("importing-skip");
        row(ui, &name, |ui| {
            let mut lines = *skip_lines;
            let drag = egui::DragValue::new(&mut lines).range(0..=200).update_while_editing(false);
            if ui.add(drag).accessible_name(&name).changed() && lines != *skip_lines {
                change(*delimiter, encoding, lines, *headerless);
            }
        });
    }
    let lang = view.lang();
    let rows = review.trial.as_ref().map_or(review.survey.rows, |trial| trial.report.read);
    let columns = Arg::Text(number(lang, review.headers.len() as u64));
    let shape = view.tr_args("importing-shape", &[("rows", Arg::Text(number(lang, rows))), ("columns", columns)]);
    line(ui, &view.tr("importing-size"), NAME, &format!("{shape} · {}", words::size(lang, review.file.size)));
    line(ui, "SHA-256", NAME, &review.file.hash);
    sample_ui(ui, view, &review.file.sample);
}

fn row(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui)) {
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
