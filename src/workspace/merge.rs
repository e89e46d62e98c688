//! A newer edition of a record meets the analyst's version of it, field by field. A correction is never overwritten.

use serde_json::{Map, Value};

use crate::model::incident::Incident;
use crate::workspace::copies::corrected_fields;
use crate::workspace::store::{self, Layers};

/// Fields that say which record this is and in which form, not what is known of it.
const IDENTITY: [&str; 2] = ["vigie", "id"];

/// The layers of a record after a newer edition of it came in.
///
/// A field that the analyst left as it was imported takes the new value; a corrected field stays. `is_imported` says
/// whether the record came in by an import: what is in one made by hand counts as corrected. The new edition becomes
/// the imported layer, where it differs.
///
/// # Errors
/// When a document cannot be read.
pub(super) fn merged(ours: &Layers, is_imported: bool, theirs: &Incident) -> rusqlite::Result<Layers> {
    let current: Map<String, Value> = store::parse(&ours.document)?;
    let new: Map<String, Value> = store::parse(&store::to_json(theirs)?)?;
    let corrected: Vec<String> = match &ours.imported {
        Some(imported) => corrected_fields(&ours.document, imported),
        None if is_imported => Vec::new(),
        None => current.keys().cloned().collect(),
    };
    let is_identity = |name: &str| IDENTITY.contains(&name);
    let is_kept = |name: &str| is_identity(name) || corrected.iter().any(|field| field == name);
    let result = document(&current, &new, is_kept)?;
    let edition = document(&current, &new, is_identity)?;
    let differs = result != edition;
    Ok(Layers { document: result, imported: differs.then_some(edition) })
}

/// The new fields, except those that are kept. Written as records are, so that equal documents are equal texts.
fn document(
    current: &Map<String, Value>,
    new: &Map<String, Value>,
    is_kept: impl Fn(&str) -> bool,
) -> rusqlite::Result<String> {
    let kept = current.iter().filter(|(name, _)| is_kept(name));
    let taken = new.iter().filter(|(name, _)| !is_kept(name));
    let fields: Map<String, Value> = kept.chain(taken).map(|(name, value)| (name.clone(), value.clone())).collect();
    let incident: Incident = store::parse(&Value::Object(fields).to_string())?;
    store::to_json(&incident)
}
