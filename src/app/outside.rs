//! What this program wrote, opened by the system's own programs: after a click, never by itself.

use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a file with the program that the system has for it, or a folder in the system's file manager. Waits until the
/// system has taken it, so it is for a thread. Says whether it did.
pub fn open(path: &Path) -> bool {
    let program = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    // The path is one argument and no shell reads it.
    let mut command = Command::new(program);
    command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // The file manager of Windows says 1 also where it opened something.
    command.status().is_ok_and(|status| status.success() || cfg!(target_os = "windows"))
}
