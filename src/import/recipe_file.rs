//! A recipe as a file: written for the next edition, and read, whoever wrote it, within limits and refused with a
//! reason.

use std::fmt;
use std::io::Read;

use crate::import::error::{JsonFault, JsonFaultKind};
use crate::import::limits::{RECIPE_BYTES, shortened};
use crate::import::propose::RECIPE_VERSION;
use crate::import::recipe::Recipe;
use crate::text::{Lang, tr, tr_args};

/// Why a file is no recipe that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecipeError {
    /// It could not be read from its medium; what the system said.
    Io(String),
    /// It is larger than [`RECIPE_BYTES`].
    TooLarge,
    /// It was written by a newer version of Vigie, in recipes of this version.
    Newer(u64),
    /// It names a part, a target or a field that recipes do not have.
    Unknown(String),
    /// A part is not there.
    Lacks(String),
    /// It is JSON in which something is no part of a recipe, or no JSON at all.
    Fault(JsonFault),
}

impl RecipeError {
    /// One sentence: what happened, what was kept, what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        let with = |key: &str, what: String| tr_args(lang, key, &[("what", what.into())]);
        match self {
            Self::Io(what) => with("recipe-error-io", what.clone()),
            Self::TooLarge => tr(lang, "recipe-error-too-large"),
            Self::Newer(version) => with("recipe-error-newer", version.to_string()),
            Self::Unknown(part) => with("recipe-error-unknown", part.clone()),
            Self::Lacks(part) => with("recipe-error-lacks", part.clone()),
            Self::Fault(fault) => with("recipe-error-fault", fault.words(lang)),
        }
    }
}

impl fmt::Display for RecipeError {
    /// The English sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for RecipeError {}

/// A recipe as it is kept for the next file: what belongs to one edition alone, its as-of date, is left out.
pub fn for_keeping(recipe: &Recipe) -> Recipe {
    let mut kept = recipe.clone();
    kept.dataset.as_of = None;
    kept
}

/// A recipe as a document to be read by people and by this program.
///
/// # Errors
/// Never in practice: a recipe has no part that JSON cannot hold.
pub fn document(recipe: &Recipe) -> serde_json::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(recipe)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a recipe.
///
/// # Errors
/// When it cannot be read, is no recipe, or one of a later version.
pub fn read(source: &mut dyn Read) -> Result<Recipe, RecipeError> {
    let mut bytes = Vec::new();
    let read = source.take(RECIPE_BYTES as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| RecipeError::Io(error.to_string()))?;
    if bytes.len() > RECIPE_BYTES {
        return Err(RecipeError::TooLarge);
    }
    parse(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes))
}

/// A recipe from the bytes of its document.
///
/// # Errors
/// As [`read`].
pub fn parse(bytes: &[u8]) -> Result<Recipe, RecipeError> {
    /// What every version of the document has.
    #[derive(serde::Deserialize)]
    struct Versioned {
        version: u64,
    }
    // The version first: what a later one holds would only look unknown.
    if let Ok(Versioned { version }) = serde_json::from_slice(bytes)
        && version > u64::from(RECIPE_VERSION)
    {
        return Err(RecipeError::Newer(version));
    }
    serde_json::from_slice(bytes).map_err(|error| refused(&error))
}

/// The parser names what it does not know between backticks, and does so in its messages only.
fn refused(error: &serde_json::Error) -> RecipeError {
    let message = error.to_string();
    let named = || message.split('`').nth(1).map(shortened);
    if message.starts_with("unknown ")
        && let Some(part) = named()
    {
        return RecipeError::Unknown(part);
    }
    if message.starts_with("missing field")
        && let Some(part) = named()
    {
        return RecipeError::Lacks(part);
    }
    let fault = JsonFault::of(error);
    let kind = if fault.kind == JsonFaultKind::NoRecord { JsonFaultKind::NoRecipe } else { fault.kind };
    RecipeError::Fault(JsonFault { kind, ..fault })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::profiles;

    #[test]
    fn what_was_saved_is_read_and_what_is_no_recipe_is_refused_with_its_reason() {
        let recipe = profiles::all().iter().flat_map(profiles::Profile::recipes).next().expect("one is shipped");
        let saved = serde_json::to_string(&recipe).expect("a document");
        assert_eq!(parse(saved.as_bytes()), Ok(recipe.clone()));
        assert_eq!(read(&mut format!("\u{feff}{saved}").as_bytes()), Ok(recipe));
        let version = format!("\"version\":{RECIPE_VERSION}");
        assert!(saved.contains(&version), "{saved}");
        let later = saved.replace(&version, "\"version\":99,\"sheets\":[]");
        assert_eq!(parse(later.as_bytes()), Err(RecipeError::Newer(99)));
        let other = saved.replace(&version, &format!("{version},\"sheets\":[]"));
        assert_eq!(parse(other.as_bytes()), Err(RecipeError::Unknown("sheets".to_owned())));
        let lacking = saved.replace(&format!("{version},"), "");
        assert_eq!(parse(lacking.as_bytes()), Err(RecipeError::Lacks("version".to_owned())));
        for (text, kind) in [
            ("", JsonFaultKind::Cut),
            ("recipe", JsonFaultKind::Syntax),
            ("[1]", JsonFaultKind::NoRecipe),
            ("{\"version\": 1, \"name\": 5", JsonFaultKind::NoRecipe),
        ] {
            let found = parse(text.as_bytes());
            assert!(matches!(found, Err(RecipeError::Fault(fault)) if fault.kind == kind), "{text}: {found:?}");
        }
        assert_eq!(read(&mut std::io::repeat(b' ')), Err(RecipeError::TooLarge));
    }
}
