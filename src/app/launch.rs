//! Opening the window, and one clear sentence when there is none to open.

use std::fmt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use eframe::egui;

use crate::app::App;

/// Why there is no window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppError {
    /// There is no display to open it on.
    NoDisplay,
    /// There is a display, and opening the window on it failed; the system's words.
    NoWindow(String),
}

/// The commands that need no window.
const WITHOUT_WINDOW: &str = "`vigie stats`, `vigie chart`, `vigie import`, `vigie export` and `vigie check`";

impl fmt::Display for AppError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDisplay => {
                write!(out, "there is no display to open a window on; {WITHOUT_WINDOW} need none (see `vigie --help`)")
            }
            Self::NoWindow(words) => write!(
                out,
                "the window could not be opened, nothing was changed; {WITHOUT_WINDOW} need none, and README.md \
                 lists the system libraries that the window needs: {words}"
            ),
        }
    }
}

impl std::error::Error for AppError {}

/// Opens the window on these files and returns when it is closed.
///
/// # Errors
/// [`AppError`] when there is no display or the system cannot open a window; nothing was changed then.
pub fn run(files: Vec<PathBuf>) -> Result<(), AppError> {
    if !has_display() {
        return Err(AppError::NoDisplay);
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Vigie")
            .with_app_id("vigie")
            .with_icon(mark())
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([640.0, 480.0]),
        ..Default::default()
    };
    let opened = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&opened);
    let ended = while_opening(&opened, move || {
        eframe::run_native(
            "Vigie",
            options,
            Box::new(move |creation| Ok(Box::new(Window { app: App::new(&creation.egui_ctx, files), opened: flag }))),
        )
    });
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(AppError::NoWindow(one_line(&error.to_string()))),
        Err(words) => Err(AppError::NoWindow(one_line(&words))),
    }
}

/// The program inside a native window.
struct Window {
    app: App,
    /// Set once a frame was drawn: what fails from then on is not a failure to open.
    opened: Arc<AtomicBool>,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.ui(ui);
        self.opened.store(true, Ordering::Relaxed);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    #[cfg(not(any(target_os = "windows", target_os = "macos")))]
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.app.close();
    }

    #[cfg(any(target_os = "windows", target_os = "macos"))]
    fn on_exit(&mut self) {
        self.app.close();
    }
}

/// Whether a display is named. On systems other than Unix desktops there always is one.
fn has_display() -> bool {
    if cfg!(any(target_os = "windows", target_os = "macos")) {
        return true;
    }
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET")
}

/// Runs something that may panic while the window is being opened (winit does where a system library such as
/// libxkbcommon-x11 is missing), and gives the panic's words. Once `opened`, a panic goes its usual way.
fn while_opening<T>(opened: &Arc<AtomicBool>, work: impl FnOnce() -> T) -> Result<T, String> {
    let words = Arc::new(Mutex::new(String::new()));
    let usual = Arc::new(std::panic::take_hook());
    let (seen, forward, is_open) = (Arc::clone(&words), Arc::clone(&usual), Arc::clone(opened));
    let main = std::thread::current().id();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == main && !is_open.load(Ordering::Relaxed) {
            if let Ok(mut seen) = seen.lock() {
                info.payload_as_str().unwrap_or_default().clone_into(&mut seen);
            }
        } else {
            forward(info);
        }
    }));
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    std::panic::set_hook(Box::new(move |info| usual(info)));
    match result {
        Ok(value) => Ok(value),
        Err(cause) if opened.load(Ordering::Relaxed) => std::panic::resume_unwind(cause),
        Err(_) => Err(words.lock().map(|words| words.clone()).unwrap_or_default()),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The mark: the lookout's lamp on the rail's ground.
fn mark() -> egui::IconData {
    const SIDE: u16 = 64;
    let (ground, glow, lamp) = super::theme::mark_colours();
    let mut rgba = Vec::with_capacity(usize::from(SIDE) * usize::from(SIDE) * 4);
    let middle = (f32::from(SIDE) - 1.0) / 2.0;
    for y in 0..SIDE {
        for x in 0..SIDE {
            let (dx, dy) = (f32::from(x) - middle, f32::from(y) - middle);
            let distance = dx.hypot(dy);
            let (colour, edge) = if distance <= 15.0 {
                (lamp, 255)
            } else if distance <= 23.0 {
                (glow, 255)
            } else {
                (ground, if distance <= 31.0 { 255 } else { 0 })
            };
            rgba.extend_from_slice(&[colour[0], colour[1], colour[2], edge]);
        }
    }
    egui::IconData { rgba, width: u32::from(SIDE), height: u32::from(SIDE) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_display_is_one_sentence_naming_the_commands_that_need_none() {
        let words = AppError::NoDisplay.to_string();
        for command in ["vigie stats", "vigie chart", "vigie import", "vigie export", "vigie check"] {
            assert!(words.contains(command), "{command} is not named");
        }
        assert_eq!(words.lines().count(), 1);
    }

    #[test]
    fn a_panic_while_opening_becomes_words() {
        let words = while_opening(&Arc::new(AtomicBool::new(false)), || -> () {
            panic!("Library libxkbcommon-x11.so could not be loaded.")
        });
        assert!(words.is_err_and(|words| words.contains("libxkbcommon-x11.so")));
    }

    #[test]
    fn the_mark_is_a_picture_of_its_size() {
        let mark = mark();
        assert_eq!(mark.rgba.len(), (mark.width * mark.height * 4) as usize);
    }
}
