//! The recipes that come with the program, for the sample files and the public lists it knows.

use crate::import::recipe::Recipe;

/// Name and document of each shipped recipe. The name is stable: it can be given on the command line.
const DOCUMENTS: [(&str, &str); 6] = [
    ("example_register", include_str!("../../../assets/recipes/example_register.json")),
    ("french_sample", include_str!("../../../assets/recipes/french_sample.json")),
    ("hhs_ocr", include_str!("../../../assets/recipes/hhs_ocr.json")),
    ("hibp", include_str!("../../../assets/recipes/hibp.json")),
    ("washington", include_str!("../../../assets/recipes/washington.json")),
    ("washington_sample", include_str!("../../../assets/recipes/washington_sample.json")),
];

/// All shipped recipes with their names, in the order of the names. A file fits at most one of them.
pub fn shipped() -> Vec<(&'static str, Recipe)> {
    let read = |&(name, document): &(&'static str, &str)| Some((name, serde_json::from_str(document).ok()?));
    DOCUMENTS.iter().filter_map(read).collect()
}

/// The shipped recipe of this name.
pub fn shipped_by_name(name: &str) -> Option<Recipe> {
    let (_, document) = DOCUMENTS.iter().find(|(known, _)| *known == name)?;
    serde_json::from_str(document).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_is_a_recipe() {
        let names: Vec<&str> = shipped().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, DOCUMENTS.map(|(name, _)| name));
        assert!(names.is_sorted() && names.iter().all(|name| shipped_by_name(name).is_some()));
        assert_eq!(shipped_by_name("other"), None);
    }
}
