//! What must hold for every presentation, whatever it says.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

pub use crate::opened::Opened;
use crate::{schema, strict};

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
        self.nothing_is_left_over();
        strict::check(self);
    }

    /// Every part is referred to from somewhere, and no two names differ in case alone.
    fn nothing_is_left_over(&self) {
        let mut left: Vec<String> = self.relations("").into_iter().map(|(_, _, target)| target).collect();
        let mut seen: BTreeSet<String> = left.iter().cloned().collect();
        while let Some(name) = left.pop() {
            for (_, _, target) in self.relations(&name) {
                if seen.insert(target.clone()) {
                    left.push(target);
                }
            }
        }
        let is_list = |name: &str| name == "[Content_Types].xml" || name.contains("_rels/");
        let lost: Vec<&String> = self.parts.keys().filter(|name| !is_list(name) && !seen.contains(*name)).collect();
        assert!(lost.is_empty(), "nothing refers to {lost:?}");
        let folded: BTreeSet<String> = self.parts.keys().map(|name| name.to_lowercase()).collect();
        assert_eq!(folded.len(), self.parts.len(), "two names differ in case alone");
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
        let mut used = BTreeSet::new();
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                if attribute.namespace().is_some_and(|space| space.ends_with("officeDocument/2006/relationships")) {
                    assert!(ids.contains(attribute.value()), "{name}: {} is not declared", attribute.value());
                    used.insert(attribute.value().to_owned());
                }
            }
        }
        // What a part shows it names; what it stands on is known by its kind.
        let shown = ["/image", "/chart", "/package", "/chartUserShapes", "/hyperlink"];
        for (id, kind, target) in relations.iter().filter(|(_, kind, _)| shown.iter().any(|end| kind.ends_with(end))) {
            assert!(used.contains(id), "{name} declares {kind} {target} and shows it nowhere");
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
