//! What must hold for every presentation, whatever it says.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

pub use crate::opened::Opened;
use crate::schema;

impl Opened {
    /// Everything that must hold for every presentation.
    pub fn is_sound(&self) {
        self.types_are_listed();
        for name in self.markup() {
            let text = self.text(name);
            let control = text.chars().find(|one| one.is_control() && *one != '\n');
            assert_eq!(control, None, "a control character in {name}");
            let document = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let wrong = schema::disorder(document.root_element());
            assert!(wrong.is_empty(), "{name}: {wrong:?}");
            if !name.contains("_rels/") && name != "[Content_Types].xml" {
                self.references(name, &document);
                numbers(name, &document);
            }
        }
        for (_, _, target) in self.relations("") {
            assert!(self.parts.contains_key(&target), "the package names {target}");
        }
    }

    fn types_are_listed(&self) {
        let text = self.text("[Content_Types].xml");
        let document = Document::parse(text).expect("types");
        let all = |tag: &str, attribute: &str| -> BTreeSet<String> {
            let nodes = document.root_element().children().filter(|node| node.tag_name().name() == tag);
            nodes.filter_map(|node| node.attribute(attribute)).map(str::to_owned).collect()
        };
        let (defaults, overrides) = (all("Default", "Extension"), all("Override", "PartName"));
        for name in &overrides {
            assert!(self.parts.contains_key(name.trim_start_matches('/')), "{name} is listed and not there");
        }
        for name in self.parts.keys().filter(|name| *name != "[Content_Types].xml") {
            let ending = name.rsplit('.').next().unwrap_or_default();
            let own = overrides.contains(&format!("/{name}"));
            assert!(own || (ending != "xml" && defaults.contains(ending)), "{name} has no type");
        }
    }

    /// Every identity that a part uses is declared, every declared part is there, and all of them are used where the
    /// format asks for it.
    fn references(&self, name: &str, document: &Document<'_>) {
        let relations = self.relations(name);
        let mut ids = BTreeSet::new();
        for (id, _, target) in &relations {
            assert!(ids.insert(id.clone()), "{name}: {id} twice");
            assert!(self.parts.contains_key(target), "{name} refers to {target}");
        }
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                if attribute.namespace().is_some_and(|space| space.ends_with("officeDocument/2006/relationships")) {
                    assert!(ids.contains(attribute.value()), "{name}: {} is not declared", attribute.value());
                }
            }
        }
    }
}

/// Shapes of a part have numbers of their own.
fn numbers(name: &str, document: &Document<'_>) {
    let mut seen = BTreeSet::new();
    for node in document.descendants().filter(|node| node.tag_name().name() == "cNvPr") {
        let id = node.attribute("id").unwrap_or_default();
        assert!(seen.insert(id), "{name}: shape {id} twice");
    }
}
