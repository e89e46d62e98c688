//! What a template refers to outside of itself (links, linked pictures and films) is left out of it, and counted.

use std::collections::BTreeSet;
use std::ops::Range;

use roxmltree::Node;

use crate::briefing::format::ExportError;
use crate::briefing::pptx::company::parse;

/// What was left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Links; what they stood on is kept.
    pub links: usize,
    /// Pictures, films and objects whose content lies outside.
    pub objects: usize,
}

impl LeftOut {
    /// Adds what was left out of another part.
    pub fn add(&mut self, other: Self) {
        self.links += other.links;
        self.objects += other.objects;
    }
}

/// A part without what refers to these identities; `None` where that cannot be taken out of it.
///
/// # Errors
/// When the part is damaged.
pub fn without(text: &str, name: &str, gone: &BTreeSet<String>) -> Result<Option<(String, LeftOut)>, ExportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = parse(text, name)?;
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut left = LeftOut::default();
    for node in document.descendants().filter(Node::is_element) {
        let names_one = |attribute: &roxmltree::Attribute<'_, '_>| {
            attribute.namespace().is_some_and(|space| space.ends_with("/officeDocument/2006/relationships"))
                && gone.contains(attribute.value())
        };
        let Some(attribute) = node.attributes().find(names_one) else { continue };
        match node.tag_name().name() {
            "hlinkClick" | "hlinkHover" | "hlinkMouseOver" => {
                left.links += 1;
                cuts.push(node.range());
            }
            // A picture that is inside too needs no link to where it came from.
            "blip" if attribute.name() == "link" && node.attributes().any(|one| one.name() == "embed") => {
                left.links += 1;
                cuts.push(attribute.range());
            }
            _ => {
                let Some(object) = node.ancestors().find(is_object) else { return Ok(None) };
                left.objects += 1;
                cuts.push(object.range());
            }
        }
    }
    cuts.sort_by_key(|cut| (cut.start, std::cmp::Reverse(cut.end)));
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for cut in cuts.into_iter().filter(|cut| !cut.is_empty()) {
        // What lies inside of something that is gone is gone with it.
        if cut.start >= from {
            out.push_str(text.get(from..cut.start).unwrap_or_default());
            from = cut.end;
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Ok(Some((out, left)))
}

/// Whether a part of a slide can be taken out of it whole.
fn is_object(node: &Node<'_, '_>) -> bool {
    ["pic", "graphicFrame", "sp", "bg", "contentPart"].contains(&node.tag_name().name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_go_and_what_they_stood_on_stays() {
        let head = "<a xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";
        let text = format!(
            "{head}<pic><hlinkClick r:id=\"1\"/><blip r:embed=\"3\" r:link=\"1\"/></pic><sp><blip r:link=\"2\"/><hlinkClick r:id=\"1\"/></sp><t r:id=\"3\"/></a>"
        );
        let gone: BTreeSet<String> = ["1", "2"].map(str::to_owned).into();
        let (out, left) = without(&text, "part", &gone).expect("sound").expect("taken out");
        assert_eq!(out, format!("{head}<pic><blip r:embed=\"3\" /></pic><t r:id=\"3\"/></a>"));
        assert_eq!(left, LeftOut { links: 3, objects: 1 });
        let gone: BTreeSet<String> = ["3".to_owned()].into();
        assert_eq!(without(&text, "part", &gone), Ok(None));
    }
}
