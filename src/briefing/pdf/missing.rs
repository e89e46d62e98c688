//! Signs that the font of the document does not have: how many stand on a page, of which scripts.

use std::collections::BTreeSet;

use crate::briefing::slide::word;
use crate::draw::font::{self, Weight};
use crate::draw::pdf::{Node, Tag};
use crate::draw::scene::Item;
use crate::draw::style::Style;
use crate::text::{Lang, tr, tr_args};

/// Size of the line that says so.
const SIZE_PT: f64 = 7.5;

/// A line at the foot of each page that shows signs by a stand-in.
pub fn notes(tree: &[Node], pages: usize, (width, height): (f64, f64), lang: Lang, style: &Style) -> Vec<Node> {
    let mut found: Vec<Vec<char>> = vec![Vec::new(); pages];
    gather(tree, &mut found);
    let mut notes = Vec::new();
    for (page, signs) in found.iter().enumerate().filter(|(_, signs)| !signs.is_empty()) {
        let said = sentence(signs, lang);
        let left = width * 0.05;
        let lines = font::wrap(&said, width - 2.0 * left, SIZE_PT, Weight::Regular);
        let first = height - 9.0 - (lines.len().saturating_sub(1)) as f64 * SIZE_PT * 1.2;
        let items = lines.iter().enumerate().map(|(at, line)| {
            let baseline = first + at as f64 * SIZE_PT * 1.2;
            word(line, (left, baseline), (SIZE_PT, Weight::Regular, style.palette.muted))
        });
        notes.push(Node::Group(Tag::Paragraph, vec![Node::Mark { page, items: items.collect() }]));
    }
    notes
}

/// Every sign that is missing, as often as it stands on each page.
fn gather(tree: &[Node], found: &mut [Vec<char>]) {
    for node in tree {
        match node {
            Node::Group(_, children) => gather(children, found),
            Node::Mark { page, items } | Node::Aside { page, items, .. } => {
                let Some(found) = found.get_mut(*page) else { continue };
                for item in items {
                    let Item::Text(text) = item else { continue };
                    let missing = font::missing(&text.text);
                    found.extend(text.text.chars().filter(|sign| missing.contains(sign)));
                }
            }
        }
    }
}

fn sentence(signs: &[char], lang: Lang) -> String {
    let scripts: BTreeSet<&str> = signs.iter().map(|sign| script(*sign)).collect();
    let names: Vec<String> = scripts.into_iter().map(|key| tr(lang, key)).collect();
    let count = u64::try_from(signs.len()).unwrap_or(u64::MAX);
    tr_args(lang, "report-missing", &[("count", count.into()), ("scripts", names.join(", ").into())])
}

/// The key of the name of a sign's script.
fn script(sign: char) -> &'static str {
    match sign {
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => "report-script-hebrew",
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' => "report-script-arabic",
        '\u{900}'..='\u{dff}' => "report-script-indic",
        '\u{e00}'..='\u{e7f}' => "report-script-thai",
        '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => "report-script-kana",
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => "report-script-hangul",
        '\u{2e80}'..='\u{2fdf}'
        | '\u{3000}'..='\u{303f}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}' => "report-script-han",
        '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' => "report-script-symbols",
        _ => "report-script-other",
    }
}
