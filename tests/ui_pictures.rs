//! A few pictures, drawn on the processor. `UPDATE_SNAPSHOTS=1` writes them anew: look before you keep.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

#[path = "charts/marks.rs"]
mod marks;
mod support;

use eframe::egui::{self, Key, Vec2};
use egui_kittest::Harness;
use support::{Start, command_key, open};
use vigie::app::plot;
use vigie::app::theme::{self, ThemeChoice, Tokens};
use vigie::chart::model::{
    Annotation, Axis, BandPoint, Bar, ChartKey, ChartModel, ColourRole, DataTable, DirectLabel, Direction, Grid,
    Legend, Marks, Scale, Series, Side, Tick,
};
use vigie::chart::records::RecordsKey;
use vigie::text::Lang;

#[test]
fn welcome() {
    let home = tempfile::tempdir().expect("a folder of one's own");
    open(home.path(), Start { size: Vec2::new(760.0, 600.0), ..Start::default() }).snapshot("welcome");
}

#[test]
fn settings_in_french_and_dark() {
    let home = tempfile::tempdir().expect("a folder of one's own");
    let start = Start { size: Vec2::new(760.0, 420.0), theme: ThemeChoice::Dark, lang: Lang::Fr, ..Start::default() };
    let mut window = open(home.path(), start);
    command_key(&mut window, Key::Num6);
    window.snapshot("settings-dark-fr");
}

#[test]
fn chart_of_bars() {
    chart(bars(), egui::Theme::Light, "bars-light");
}

#[test]
fn chart_of_bars_in_the_dark() {
    chart(bars(), egui::Theme::Dark, "bars-dark");
}

#[test]
fn chart_of_a_curve() {
    chart(curve(), egui::Theme::Light, "curve");
}

#[test]
fn marks_of_every_kind() {
    every_mark(egui::Theme::Light, "marks-light");
}

#[test]
fn marks_of_every_kind_in_the_dark() {
    every_mark(egui::Theme::Dark, "marks-dark");
}

fn every_mark(theme: egui::Theme, name: &str) {
    let models = marks::all();
    let mut window = Harness::builder()
        .with_size(Vec2::new(1_060.0, 1_240.0))
        .with_theme(theme)
        .renderer(support::raster::Raster::default())
        .with_context_setup(theme::install)
        .build_ui(move |ui| {
            let fill = Tokens::of(ui.ctx()).surface;
            egui::Frame::new().fill(fill).inner_margin(12.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing = Vec2::new(16.0, 12.0);
                for pair in models.chunks(2) {
                    ui.columns(2, |columns| {
                        for (ui, (name, model)) in columns.iter_mut().zip(pair) {
                            ui.push_id(name, |ui| plot::show(ui, model, 290.0, "hint"));
                        }
                    });
                }
            });
        });
    window.run();
    window.snapshot(name);
}

fn chart(model: ChartModel, theme: egui::Theme, name: &str) {
    let mut window = Harness::builder()
        .with_size(Vec2::new(460.0, 260.0))
        .with_theme(theme)
        .renderer(support::raster::Raster::default())
        .with_context_setup(theme::install)
        .build_ui(move |ui| {
            let tokens = Tokens::of(ui.ctx());
            egui::Frame::new().fill(tokens.surface).inner_margin(12.0).show(ui, |ui| {
                plot::show(ui, &model, 210.0, "hint");
            });
        });
    window.run();
    window.snapshot(name);
}

fn axis(scale: Scale, lo: f64, hi: f64, ticks: &[(f64, &str)], grid: Grid) -> Axis {
    let ticks = ticks.iter().map(|(at, label)| Tick { at: *at, label: (*label).to_owned() }).collect();
    Axis { title: String::new(), scale, lo, hi, ticks, grid }
}

fn model(x: Axis, y: Axis, series: Vec<Series>) -> ChartModel {
    ChartModel {
        key: ChartKey::Incidents,
        title: "A chart".to_owned(),
        subtitle: String::new(),
        foot: Vec::new(),
        x,
        y,
        series,
        annotations: vec![Annotation { at: 3.5, text: "A law".to_owned() }],
        under_x: Vec::new(),
        alt: "Words for those who cannot see it".to_owned(),
        table: DataTable::default(),
        empty: None,
        legend: Legend::Off,
    }
}

/// Bars with a coarse part, an empty period, an incomplete one, an average and an annotation.
fn bars() -> ChartModel {
    let heights = [(4.0, 0.0), (7.0, 1.5), (0.0, 0.0), (9.0, 0.0), (6.0, 2.0), (3.0, 0.0)];
    let bars = heights
        .iter()
        .zip(1_u8..)
        .map(|((certain, coarse), at)| Bar {
            at: f64::from(at),
            width: 1.0,
            base: 0.0,
            certain: *certain,
            coarse: *coarse,
            partial: at == 6,
            role: None,
            label: String::new(),
            hover: Vec::new(),
            records: RecordsKey::All,
        })
        .collect();
    let years = [(1.0, "2019"), (2.0, "2020"), (3.0, "2021"), (4.0, "2022"), (5.0, "2023"), (6.0, "2024")];
    model(
        axis(Scale::Time, 0.5, 6.5, &years, Grid::Off),
        axis(Scale::Linear, 0.0, 10.0, &[(0.0, "0"), (5.0, "5"), (10.0, "10")], Grid::Lines),
        vec![
            Series {
                key: "count".to_owned(),
                name: "Incidents".to_owned(),
                role: ColourRole::Data(1),
                marks: Marks::Bars { direction: Direction::Up, bars },
                label: None,
            },
            Series {
                key: "average".to_owned(),
                name: "Average".to_owned(),
                role: ColourRole::Data(2),
                marks: Marks::Line { runs: vec![vec![[2.0, 4.0], [3.0, 5.0], [4.0, 5.5], [5.0, 6.0]]] },
                label: Some(DirectLabel { text: "average".to_owned(), at: [5.0, 6.0], side: Side::Above }),
            },
        ],
    )
}

/// A curve of steps with its band and a guide.
fn curve() -> ChartModel {
    let points = vec![[0.0, 0.0], [1.0, 0.2], [2.0, 0.5], [4.0, 0.8], [5.0, 0.9]];
    let band =
        points.iter().map(|[x, y]| BandPoint { x: *x, lo: (y - 0.1).max(0.0), hi: (y + 0.08).min(1.0) }).collect();
    let part = |key: &str, role, marks, label| Series { key: key.to_owned(), name: key.to_owned(), role, marks, label };
    let label = DirectLabel { text: "half within 2 days".to_owned(), at: [2.0, 0.5], side: Side::BelowRight };
    model(
        axis(Scale::Linear, 0.0, 6.0, &[(0.0, "0"), (2.0, "2"), (4.0, "4"), (6.0, "6")], Grid::Off),
        axis(Scale::Linear, 0.0, 1.0, &[(0.0, "0%"), (0.5, "50%"), (1.0, "100%")], Grid::Lines),
        vec![
            part("band", ColourRole::Data(1), Marks::Band { points: band, until: 6.0 }, None),
            part("curve", ColourRole::Data(1), Marks::Steps { points, until: 6.0 }, None),
            part("half", ColourRole::Data(2), Marks::Guide { at: [2.0, 0.5] }, Some(label)),
        ],
    )
}
