//! Known sources. A profile is one file here: a stable name, the recipe documents of the layouts that the source
//! publishes, and, where the headers alone do not tell, a few lines of code. `docs/profiles.md` says how to add one.

mod bonjourlafuite;
mod cnil;
mod eurepoc;
mod example_register;
mod fr_leaks_feed;
mod french_sample;
mod hackmageddon;
mod hhs_ocr;
mod hibp;
mod stix;
mod veris;
mod washington;
mod washington_sample;

use crate::import::bytes::sniff::Sniff;
use crate::import::propose::fit;
use crate::import::recipe::Recipe;

/// All profiles, in the order of their names. A file fits at most one layout of one of them.
const PROFILES: [Profile; 13] = [
    bonjourlafuite::PROFILE,
    cnil::PROFILE,
    eurepoc::PROFILE,
    example_register::PROFILE,
    fr_leaks_feed::PROFILE,
    french_sample::PROFILE,
    hackmageddon::PROFILE,
    hhs_ocr::PROFILE,
    hibp::PROFILE,
    stix::PROFILE,
    veris::PROFILE,
    washington::PROFILE,
    washington_sample::PROFILE,
];

/// A known source.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// The name for the command line: stable, in lower case, words joined by `_`.
    pub name: &'static str,
    /// Recipe documents, one for each layout in which the source is found; the usual one first. What a recipe's
    /// shape names must stand in a file for it to be of this source.
    layouts: &'static [&'static str],
    /// What must hold besides, where headers alone could be those of another source.
    tells: Option<fn(&Sniff) -> bool>,
}

/// The recipe document of this name in `assets/recipes`.
macro_rules! recipe {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/recipes/", $name, ".json"))
    };
}
use recipe;

impl Profile {
    /// A profile told by its headers alone.
    const fn new(name: &'static str, layouts: &'static [&'static str]) -> Self {
        Self { name, layouts, tells: None }
    }

    /// The recipe of each layout, the usual one first.
    pub fn recipes(&self) -> Vec<Recipe> {
        self.layouts.iter().filter_map(|document| serde_json::from_str(document).ok()).collect()
    }

    /// The name that is shown.
    pub fn title(&self) -> String {
        self.usual().map(|recipe| recipe.name).unwrap_or_default()
    }

    /// The recipe of the usual layout.
    pub fn usual(&self) -> Option<Recipe> {
        self.recipes().into_iter().next()
    }

    /// The recipe for a file that is said to be of this source: that of the layout that fits, else the one that knows
    /// most of its headers.
    pub fn recipe_for(&self, sniff: &Sniff) -> Option<Recipe> {
        let recipes = self.recipes();
        if let Some(fitting) = fit::choose(&recipes, |recipe| recipe, sniff) {
            return Some(fitting.clone());
        }
        let known = |recipe: &Recipe| recipe.columns.iter().filter(|rule| sniff.headers.contains(&rule.header)).count();
        // The first of equals, which is the usual one.
        recipes.into_iter().rev().max_by_key(known)
    }

    fn may_be(&self, sniff: &Sniff) -> bool {
        self.tells.is_none_or(|tells| tells(sniff))
    }
}

/// All profiles, in the order of their names.
pub fn all() -> &'static [Profile] {
    &PROFILES
}

/// The profile of this name.
pub fn by_name(name: &str) -> Option<&'static Profile> {
    all().iter().find(|profile| profile.name == name)
}

/// The profile that a file is read by itself with, and the recipe of its layout. `None` when none fits, or two fit
/// equally well.
pub fn choose(sniff: &Sniff) -> Option<(&'static Profile, Recipe)> {
    let layouts: Vec<(&Profile, Recipe)> = all()
        .iter()
        .filter(|profile| profile.may_be(sniff))
        .flat_map(|profile| profile.recipes().into_iter().map(move |recipe| (profile, recipe)))
        .collect();
    fit::choose(&layouts, |(_, recipe)| recipe, sniff).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_is_a_recipe_and_names_are_sorted() {
        for profile in all() {
            assert_eq!(profile.recipes().len(), profile.layouts.len(), "{}", profile.name);
            assert!(!profile.layouts.is_empty() && by_name(profile.name).is_some());
        }
        assert!(all().is_sorted_by(|one, next| one.name < next.name));
        assert!(by_name("other").is_none());
    }
}
