//! A few pictures of the window, drawn on the processor. `UPDATE_SNAPSHOTS=1` writes them anew: look before you keep.

mod support;

use eframe::egui::Vec2;
use support::{Start, click, open};
use vigie::app::theme::ThemeChoice;
use vigie::text::Lang;

fn picture(name: &str, start: Start, sample: Option<&str>) {
    let home = tempfile::tempdir().expect("a folder of one's own");
    let mut window = open(home.path(), start);
    if let Some(sample) = sample {
        click(&mut window, sample);
        let close = ["Close this message", "Fermer ce message"];
        for name in close {
            use egui_kittest::kittest::Queryable as _;
            if window.query_by_label(name).is_some() {
                click(&mut window, name);
            }
        }
    }
    window.snapshot(name);
}

#[test]
fn welcome_in_english_light() {
    picture("welcome-light", Start { size: Vec2::new(1000.0, 700.0), ..Start::default() }, None);
}

#[test]
fn overview_in_english_light() {
    picture("overview-light", Start { size: Vec2::new(1200.0, 900.0), ..Start::default() }, Some("Washington notices"));
}

#[test]
fn overview_in_french_dark() {
    let start = Start { size: Vec2::new(1200.0, 900.0), theme: ThemeChoice::Dark, lang: Lang::Fr, ..Start::default() };
    picture("overview-dark-fr", start, Some("Notifications de Washington"));
}
