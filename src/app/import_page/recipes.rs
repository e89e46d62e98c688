//! Recipes that were accepted before: files in the settings folder and documents in the workspace.
//!
//! Where a kept recipe and a shipped one fit the same file, the kept one is taken: the analyst's choice goes before
//! ours. A damaged recipe file is passed over.

use std::path::{Path, PathBuf};

use crate::app::handle::workspace::file_safe;
use crate::app::settings::Folders;
use crate::import::bytes::sniff::Sniff;
use crate::import::profiles;
use crate::import::propose::{differences, fit};
use crate::import::recipe::Recipe;
use crate::import::recipe_file;
use crate::workspace::data_file;

/// Largest recipe that is read, in bytes: with the most columns a file may have it is well below.
const LARGEST: u64 = 4 << 20;

/// A recipe with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// It comes with the program.
    Shipped(Recipe),
    /// It was accepted before.
    Kept(Recipe),
}

impl Known {
    /// The recipe.
    pub const fn recipe(&self) -> &Recipe {
        match self {
            Self::Shipped(recipe) | Self::Kept(recipe) => recipe,
        }
    }
}

/// The recipe that a file is read with by itself.
pub fn choose(kept: &[Recipe], found: &Sniff) -> Option<Known> {
    match fit::choose(kept, |recipe| recipe, found) {
        Some(recipe) => Some(Known::Kept(recipe.clone())),
        None => profiles::choose(found).map(|(_, recipe)| Known::Shipped(recipe)),
    }
}

/// The recipe that a file is nearest to, where none fits it: the file differs in some columns.
pub fn nearest(kept: &[Recipe], found: &Sniff) -> Option<Known> {
    let near =
        |recipes: &[Recipe]| differences::nearest(recipes, |recipe| recipe, &found.format, &found.headers).cloned();
    let shipped = || profiles::all().iter().flat_map(profiles::Profile::recipes).collect::<Vec<_>>();
    near(kept).map(Known::Kept).or_else(|| near(&shipped()).map(Known::Shipped))
}

/// The recipes in the settings folder, by name of their file.
pub fn load(folders: &Folders) -> Vec<Recipe> {
    let mut files = files(&folder(folders));
    files.sort();
    files.iter().filter_map(|file| read(file).ok()).collect()
}

/// Keeps a recipe in the settings folder, in place of earlier ones for the same shape.
///
/// # Errors
/// When the file cannot be written; what was kept before is still there then.
pub fn keep(folders: &Folders, recipe: &Recipe) -> std::io::Result<()> {
    let folder = folder(folders);
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}.json", file_safe(&recipe.name)));
    let fresh = path.with_extension("json.new");
    std::fs::write(&fresh, recipe_file::document(recipe)?)?;
    std::fs::rename(&fresh, &path)?;
    for other in files(&folder) {
        let is_same = |known: &Recipe| same_headers(known, recipe);
        if other != path && read(&other).as_ref().is_ok_and(is_same) {
            std::fs::remove_file(other)?;
        }
    }
    Ok(())
}

/// Whether two recipes are for files of the same shape.
pub fn same_headers(one: &Recipe, other: &Recipe) -> bool {
    let sorted = |recipe: &Recipe| {
        let mut headers = recipe.shape.headers.clone();
        headers.sort();
        headers
    };
    sorted(one) == sorted(other)
}

fn folder(folders: &Folders) -> PathBuf {
    folders.settings.join("recipes")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect()
}

/// The recipe in a file.
///
/// # Errors
/// Why it is none, in the system's words.
pub fn read(file: &Path) -> Result<Recipe, String> {
    use std::io::Read as _;
    let mut text = Vec::new();
    let opened = data_file::open(file).and_then(|file| file.take(LARGEST).read_to_end(&mut text));
    opened.map_err(|error| error.to_string())?;
    serde_json::from_slice(&text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::bytes::sniff::{Extent, sniff};

    #[test]
    fn a_kept_recipe_goes_before_a_shipped_one_and_replaces_its_like() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::inside(folder.path());
        let mut recipe = profiles::by_name("french_sample").and_then(profiles::Profile::usual).unwrap();
        let file = sniff(include_bytes!("../../../sample_data/french_incidents.csv"), Extent::Whole).unwrap();
        assert!(matches!(choose(&load(&folders), &file), Some(Known::Shipped(_))));
        for name in ["Mine", "Mine, second"] {
            name.clone_into(&mut recipe.name);
            recipe.dataset.as_of = Some(crate::model::calendar::Day(20_000));
            keep(&folders, &recipe_file::for_keeping(&recipe)).unwrap();
        }
        std::fs::write(folder.path().join("settings/recipes/broken.json"), "{").unwrap();
        let kept = load(&folders);
        assert_eq!(kept.iter().map(|known| known.name.as_str()).collect::<Vec<_>>(), ["Mine, second"]);
        let Some(Known::Kept(chosen)) = choose(&kept, &file) else { panic!("the kept one fits") };
        assert_eq!((chosen.name.as_str(), chosen.dataset.as_of), ("Mine, second", None));
    }
}
