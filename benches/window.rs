//! What a frame of the window costs on a large workspace: the overview and the records, while filtering and scrolling.
//!
//! `VIGIE_BENCH_FILE=large.vigie cargo bench --bench window` copies that workspace, opens the copy in a window without
//! a screen and prints the time of whole frames: the program's logic, its layout, and the triangles for the screen.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a program that prints what it measured")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{self, Event, MouseWheelUnit};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use vigie::app::App;
use vigie::app::command::{Command, FilterCommand, MarkCommand, Page};
use vigie::app::settings::Folders;
use vigie::app::shortcuts::Action;
use vigie::chart::model::ChartKey;
use vigie::chart::records::RecordsKey;
use vigie::model::calendar::Day;

fn main() {
    let Some(file) = std::env::var_os("VIGIE_BENCH_FILE").map(PathBuf::from) else {
        println!("skipped: VIGIE_BENCH_FILE names no workspace");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.vigie");
    std::fs::copy(&file, &copy).expect("the workspace is readable");
    let mut window = Window::open(folder.path(), copy);

    let opened = Instant::now();
    window.settle();
    println!("opened, first figures drawn: {:.0} ms", millis(opened.elapsed()));
    window.report("overview, at rest", 60, |_, _| {});
    window.report("overview, scrolling", 60, |window, frame| window.wheel(if frame % 30 < 15 { -60.0 } else { 60.0 }));
    window.report("overview, a word typed letter by letter", 60, |window, frame| {
        if frame % 6 == 0 {
            window.filter(&"organisation 12"[..=(frame / 6 + 4).min(14)]);
        }
    });
    window.filter("");
    window.settle();
    window.app().send(Command::Act(Action::Find));
    window.settle();
    let query = "sector:health people>1000 organisation:*12* or -country:FR ";
    window.report("overview, a query typed in its field, with proposals", 4 * query.len(), |window, frame| {
        if let Some(letter) = query.get(frame / 4..=frame / 4).filter(|_| frame % 4 == 0) {
            window.harness.event(Event::Text(letter.to_owned()));
        }
    });
    window.clear();
    window.report("overview, the words of a field unfolded", 60, |window, frame| {
        let click = |window: &mut Window, name: &str| {
            if let Some(node) = window.harness.query_all_by_label_contains(name).next() {
                node.click();
            }
        };
        match frame {
            2 => click(window, "Filter"),
            12 => click(window, "Sector"),
            _ => {}
        }
    });
    window.clear();
    window.report("overview, a stretch of time widened over the chart", 60, |window, frame| {
        if frame % 3 == 0 {
            window.brush(frame as i32 / 3);
        }
    });
    let began = Instant::now();
    window.brush(40);
    window.settle();
    println!("from a brush to every figure: {:.0} ms", millis(began.elapsed()));
    window.app().send(Command::Mark(MarkCommand::Clear(ChartKey::Incidents)));
    window.settle();
    window.report("overview, the records behind a year listed", 60, |window, frame| {
        if frame == 2 {
            let (chart, words) = (ChartKey::Incidents, String::new());
            let first = Day::from_ymd(2018, 1, 1).expect("a day");
            let key = RecordsKey::Period { first, last: first.add_months(12).plus_days(-1) };
            window.app().send(Command::Mark(MarkCommand::List { chart, key, words }));
        }
    });
    window.settle();
    window.app().send(Command::LeaveList);
    window.settle();
    window.app().send(Command::Go(Page::Records));
    window.settle();
    window.report("records, scrolling", 120, |window, _| window.wheel(-400.0));
    window.report("records, a word typed letter by letter", 60, |window, frame| {
        if frame % 6 == 0 {
            window.filter(&"organisation 12"[..=(frame / 6 + 4).min(14)]);
        }
    });
}

struct Window {
    harness: Harness<'static, Option<App>>,
}

impl Window {
    fn open(folder: &Path, file: PathBuf) -> Self {
        let folders = Folders::inside(folder);
        let mut start = Some((folders, vec![file]));
        let harness = Harness::builder().with_size(egui::vec2(1366.0, 768.0)).with_step_dt(0.016).build_ui_state(
            move |ui, app: &mut Option<App>| {
                if let Some((folders, files)) = start.take() {
                    *app = Some(App::inside(ui.ctx(), folders, files));
                }
                if let Some(app) = app {
                    app.logic(ui.ctx());
                    app.ui(ui);
                }
            },
            None,
        );
        Self { harness }
    }

    fn app(&self) -> &App {
        self.harness.state().as_ref().expect("the program")
    }

    /// Chooses a year and some months from 2018 on in the chart of incidents over time.
    fn brush(&self, months: i32) {
        let first = Day::from_ymd(2018, 1, 1).expect("a day");
        let keys = vec![RecordsKey::Period { first, last: first.add_months(12 + months).plus_days(-1) }];
        let words = String::new();
        self.app().send(Command::Mark(MarkCommand::Only { chart: ChartKey::Incidents, keys, words }));
    }

    fn filter(&self, words: &str) {
        self.app().send(Command::Filter(FilterCommand::Text(words.to_owned())));
    }

    /// No filter, nothing unfolded, nothing typed.
    fn clear(&mut self) {
        for _ in 0..2 {
            self.harness.key_press(egui::Key::Escape);
            self.settle();
        }
        self.app().send(Command::Filter(FilterCommand::Clear));
        self.settle();
    }

    fn wheel(&mut self, points: f32) {
        self.harness.event(Event::PointerMoved(egui::pos2(600.0, 500.0)));
        self.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: egui::vec2(0.0, points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Trackpad,
            modifiers: egui::Modifiers::NONE,
        });
    }

    /// Frames until nothing is read or computed any more, at least a few.
    fn settle(&mut self) {
        for frame in 0..4_000 {
            self.frame();
            if frame > 6 && self.app().state().opened.is_some() && !self.app().is_busy() {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        println!("still busy after thousands of frames");
    }

    /// One whole frame.
    fn frame(&mut self) -> Duration {
        let start = Instant::now();
        self.harness.step();
        let shapes = self.harness.output().shapes.clone();
        let triangles = self.harness.ctx.tessellate(shapes, 1.0);
        std::hint::black_box(triangles);
        start.elapsed()
    }

    fn report(&mut self, what: &str, frames: usize, mut before: impl FnMut(&mut Self, usize)) {
        let mut times: Vec<f64> = (0..frames)
            .map(|frame| {
                before(self, frame);
                let time = self.frame();
                std::thread::sleep(Duration::from_millis(8));
                millis(time)
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get(((times.len() - 1) as f64 * share) as usize).copied().unwrap_or_default();
        println!("{what}: median {:.1} ms, 95 in 100 within {:.1} ms, longest {:.1} ms", at(0.5), at(0.95), at(1.0));
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
