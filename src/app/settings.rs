//! What the program remembers between two starts, outside any workspace: theme, language, size, recent files.
//!
//! A damaged settings file never stops the start: what can be read is kept, the rest is as at the first start, and
//! the damaged file stays beside the new one.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::briefings::export::Remembered;
use crate::app::theme::ThemeChoice;
use crate::text::Lang;

/// How many recent files are kept.
const RECENT: usize = 8;

/// Smallest and largest zoom.
pub const ZOOM: (f32, f32) = (0.7, 2.0);

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Theme.
    pub theme: ThemeChoice,
    /// Language; `None` follows the system.
    pub language: Option<Lang>,
    /// Scale of everything; 1 is as designed.
    pub zoom: f32,
    /// Files opened lately, the latest first.
    pub recent: Vec<PathBuf>,
    /// The company's own presentation, whose masters slides take.
    pub company: Option<PathBuf>,
    /// How a briefing was exported last.
    pub export: Option<Remembered>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: ThemeChoice::System, language: None, zoom: 1.0, recent: Vec::new(), company: None, export: None }
    }
}

impl Settings {
    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    fn from_value(value: &Value) -> Self {
        fn field<T: serde::de::DeserializeOwned>(value: &Value, name: &str) -> Option<T> {
            value.get(name).and_then(|found| serde_json::from_value(found.clone()).ok())
        }
        let defaults = Self::default();
        let zoom: f32 = field(value, "zoom").unwrap_or(defaults.zoom);
        Self {
            theme: field(value, "theme").unwrap_or(defaults.theme),
            language: field(value, "language").unwrap_or(defaults.language),
            zoom: if zoom.is_finite() { zoom.clamp(ZOOM.0, ZOOM.1) } else { defaults.zoom },
            recent: field(value, "recent").unwrap_or(defaults.recent),
            company: field(value, "company").unwrap_or(defaults.company),
            export: field(value, "export").unwrap_or(defaults.export),
        }
    }
}

/// The folders the program keeps things in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Settings.
    pub settings: PathBuf,
    /// Unnamed workspaces and recipes.
    pub data: PathBuf,
}

impl Folders {
    /// The system's folders for this user. Without a home folder, one beside where the program was
    /// started.
    pub fn of_user() -> Self {
        match directories::ProjectDirs::from("", "", "Vigie") {
            Some(folders) => {
                Self { settings: folders.config_dir().to_owned(), data: folders.data_local_dir().to_owned() }
            }
            None => Self::inside(Path::new("vigie-data")),
        }
    }

    /// All folders inside one, for tests and for a start from a stick.
    pub fn inside(folder: &Path) -> Self {
        Self { settings: folder.join("settings"), data: folder.join("data") }
    }

    fn settings_file(&self) -> PathBuf {
        self.settings.join("settings.json")
    }

    /// The settings, or those of a first start.
    pub fn load_settings(&self) -> Settings {
        let file = self.settings_file();
        let Ok(text) = std::fs::read_to_string(&file) else {
            return Settings::default();
        };
        if let Ok(value) = serde_json::from_str(&text) {
            return Settings::from_value(&value);
        }
        // If it cannot be set aside either, the next save replaces it: nothing of value is in it.
        std::fs::rename(&file, file.with_extension("json.damaged")).ok();
        Settings::default()
    }

    /// Writes the settings: to a new file first, then over the old one.
    ///
    /// # Errors
    /// What the system says when a file cannot be written; the old settings are then untouched.
    pub fn save_settings(&self, settings: &Settings) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.settings)?;
        let file = self.settings_file();
        let fresh = file.with_extension("json.new");
        std::fs::write(&fresh, serde_json::to_vec_pretty(settings)?)?;
        std::fs::rename(fresh, file)
    }
}

/// The system's language, where it is one of ours; English otherwise.
pub fn system_language() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::from_code(&value))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::inside(folder.path());
        let mut settings =
            Settings { theme: ThemeChoice::Dark, language: Some(Lang::Fr), zoom: 1.25, ..Settings::default() };
        settings.remember(Path::new("/a.vigie"));
        settings.remember(Path::new("/b.csv"));
        settings.remember(Path::new("/a.vigie"));
        folders.save_settings(&settings).unwrap();
        let loaded = folders.load_settings();
        assert_eq!(loaded, settings);
        assert_eq!(loaded.recent, [PathBuf::from("/a.vigie"), PathBuf::from("/b.csv")]);
    }

    #[test]
    fn one_broken_field_costs_only_itself() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::inside(folder.path());
        std::fs::create_dir_all(&folders.settings).unwrap();
        std::fs::write(folders.settings_file(), r#"{"theme": "dark", "zoom": "large", "language": "tlh"}"#).unwrap();
        let loaded = folders.load_settings();
        assert_eq!((loaded.theme, loaded.zoom, loaded.language), (ThemeChoice::Dark, 1.0, None));
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::inside(folder.path());
        std::fs::create_dir_all(&folders.settings).unwrap();
        std::fs::write(folders.settings_file(), "{").unwrap();
        assert_eq!(folders.load_settings(), Settings::default());
        assert!(folders.settings.join("settings.json.damaged").exists());
    }
}
