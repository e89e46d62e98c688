//! Driving the window in tests: no display, found by accessible name, waiting for threads.

// Each test file uses a part of this.
#![allow(dead_code)]

pub mod raster;

use std::time::{Duration, Instant};

use eframe::egui::{self, UiBuilder, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use vigie::app::App;
use vigie::app::settings::{Folders, Settings};
use vigie::app::theme::{self, ThemeChoice};
use vigie::text::Lang;

/// The window under test.
pub type Window = Harness<'static, Option<App>>;

/// How the window is opened.
pub struct Start {
    /// Its size in points.
    pub size: Vec2,
    /// Theme.
    pub theme: ThemeChoice,
    /// Language.
    pub lang: Lang,
    /// Files named on the command line.
    pub files: Vec<std::path::PathBuf>,
    /// Up to how many records are chosen between two frames; more are chosen by a job.
    pub at_once: Option<usize>,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            size: Vec2::new(1366.0, 768.0),
            theme: ThemeChoice::Light,
            lang: Lang::En,
            files: Vec::new(),
            at_once: None,
        }
    }
}

/// Opens the window with its folders inside `home`.
pub fn open(home: &std::path::Path, start: Start) -> Window {
    let folders = Folders::inside(home);
    let settings = Settings { theme: start.theme, language: Some(start.lang), ..folders.load_settings() };
    folders.save_settings(&settings).expect("a folder for settings");
    let mut files = Some(start.files);
    let mut window = Harness::builder()
        .with_size(start.size)
        .with_max_steps(40)
        .renderer(raster::Raster::default())
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                let app = app.get_or_insert_with(|| {
                    let app = App::inside(ui.ctx(), folders.clone(), files.take().unwrap_or_default());
                    match start.at_once {
                        Some(records) => app.choosing_at_once(records),
                        None => app,
                    }
                });
                app.logic(ui.ctx());
                let rect = ui.ctx().content_rect();
                app.ui(&mut ui.new_child(UiBuilder::new().max_rect(rect)));
            },
            None,
        );
    settle(&mut window);
    window
}

/// Draws until nothing is being computed and nothing moves.
pub fn settle(window: &mut Window) {
    let began = Instant::now();
    loop {
        window.run();
        let busy = window.state().as_ref().is_some_and(App::is_busy);
        if !busy {
            break;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "still busy after a minute");
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run();
}

/// Clicks what has this accessible name, and waits.
pub fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

/// Clicks the first thing whose accessible name contains this, and waits.
pub fn click_containing(window: &mut Window, part: &str) {
    window.get_all_by_label_contains(part).next().expect("something with this name").click();
    settle(window);
}

/// Presses a key together with Ctrl (Cmd on a Mac), and waits.
pub fn command_key(window: &mut Window, key: egui::Key) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, key);
    settle(window);
}

/// Whether something on screen has this accessible name or says this.
pub fn says(window: &Window, words: &str) -> bool {
    let node_says = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let has = |text: Option<String>| text.is_some_and(|text| text.contains(words));
        has(node.label()) || has(node.value())
    };
    window.root().children_recursive().any(|node| node_says(&node))
}

/// The program.
pub fn app(window: &Window) -> &App {
    window.state().as_ref().expect("the window is open")
}
