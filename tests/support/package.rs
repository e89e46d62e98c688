//! A package of the office formats taken apart: its parts by name, and what they refer to.

#![allow(dead_code, reason = "several test crates use it, each its part")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};

/// The parts of a package.
pub struct Opened {
    /// Bytes by name.
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl Opened {
    /// Opens bytes. No part may be there twice.
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

    /// Names of the parts that are markup.
    pub fn markup(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str).filter(|name| matches!(name.rsplit('.').next(), Some("xml" | "rels")))
    }

    /// Names of parts under a folder with an ending, by their numbers.
    pub fn under(&self, folder: &str, ending: &str) -> Vec<&str> {
        let is_there = |name: &&String| name.starts_with(folder) && name.ends_with(ending) && !name.contains("_rels");
        let mut names: Vec<&str> = self.parts.keys().filter(is_there).map(String::as_str).collect();
        names.sort_by_key(|name| (name.len(), (*name).to_owned()));
        names
    }

    /// What a part refers to: identity, kind, and the part's name. None of it may lie outside.
    pub fn relations(&self, name: &str) -> Vec<(String, String, String)> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let list = match (name, folder) {
            ("", _) => "_rels/.rels".to_owned(),
            (_, "") => format!("_rels/{file}.rels"),
            _ => format!("{folder}/_rels/{file}.rels"),
        };
        if !self.parts.contains_key(&list) {
            return Vec::new();
        }
        let document = Document::parse(self.text(&list)).expect("relations");
        let each = document.root_element().children().filter(Node::is_element).map(|node| {
            let of = |name: &str| node.attribute(name).unwrap_or_default().to_owned();
            assert_ne!(of("TargetMode"), "External", "{name} refers to the outside");
            (of("Id"), of("Type"), resolved(folder, &of("Target")))
        });
        each.collect()
    }

    /// The only part of a kind that a part refers to.
    pub fn target(&self, name: &str, kind: &str) -> Option<String> {
        self.relations(name).into_iter().find(|(_, one, _)| one.ends_with(kind)).map(|(_, _, target)| target)
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
