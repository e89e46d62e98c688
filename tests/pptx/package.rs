//! A presentation taken apart, and what must hold for every one.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

use crate::schema;

/// The parts of a package.
pub struct Opened {
    /// Bytes by name.
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl Opened {
    /// Opens bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            let name = file.name().expect("a name").into_owned();
            assert!(parts.insert(name.clone(), bytes).is_none(), "{name} twice");
        }
        Self { parts }
    }

    /// The text of a part.
    pub fn text(&self, name: &str) -> &str {
        let bytes = self.parts.get(name).unwrap_or_else(|| panic!("no {name}"));
        std::str::from_utf8(bytes).expect("text")
    }

    /// Names of parts under a folder with an ending.
    pub fn under(&self, folder: &str, ending: &str) -> Vec<&str> {
        let is_there = |name: &&String| name.starts_with(folder) && name.ends_with(ending) && !name.contains("_rels");
        let mut names: Vec<&str> = self.parts.keys().filter(is_there).map(String::as_str).collect();
        names.sort_by_key(|name| (name.len(), (*name).to_owned()));
        names
    }

    /// What a part refers to: identity, kind, and the part's name.
    pub fn relations(&self, name: &str) -> Vec<(String, String, String)> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let list = if name.is_empty() { "_rels/.rels".to_owned() } else { format!("{folder}/_rels/{file}.rels") };
        if !self.parts.contains_key(&list) {
            return Vec::new();
        }
        let text = self.text(&list);
        let document = Document::parse(text).expect("relations");
        let each = document.root_element().children().filter(Node::is_element).map(|node| {
            let of = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
            assert_ne!(of("TargetMode"), "External", "{name} refers to the outside");
            (of("Id"), of("Type"), resolved(folder, &of("Target")))
        });
        each.collect()
    }

    /// Everything that must hold for every presentation.
    pub fn is_sound(&self) {
        self.types_are_listed();
        for name in self.parts.keys().filter(|name| matches!(name.rsplit('.').next(), Some("xml" | "rels"))) {
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

fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => _ = path.pop(),
            "." | "" => {}
            other => path.push(other),
        }
    }
    path.join("/")
}
