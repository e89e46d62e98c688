//! A deck as slides: the parts of each, tagged by what they are.

use crate::briefing::deck::{Body, Deck};
use crate::briefing::paging;
use crate::briefing::pdf::finish;
use crate::briefing::place::{HEIGHT_PT, TOP_PT, WIDTH_PT};
use crate::briefing::slide::{self, Part, Role};
use crate::draw::pdf::{Aside, Bookmark, Document, Node, Tag};
use crate::draw::scene::{Area, Item};
use crate::draw::style::Style;

/// Lays a deck out as slides.
pub fn document(deck: &Deck) -> Document {
    let paged = paging::paged(deck);
    let style = Style::print();
    let mut tree = Vec::new();
    let mut bookmarks = Vec::new();
    let mut whole = deck.sheets.iter();
    for (page, sheet) in paged.sheets.iter().enumerate() {
        let slide = slide::slide(&paged, sheet, page + 1, &style);
        tree.push(Node::Group(Tag::Section, tagged(slide.parts, page, level(deck, page))));
        // A page that goes on has its place in the bookmarks already, under its own headline.
        if sheet.part.is_none_or(|(part, _)| part == 1) {
            let own = whole.next().unwrap_or(sheet);
            bookmarks.push(Bookmark { name: name(&own.headline, &own.subtitle, page), page, top: TOP_PT / 2.0 });
        }
    }
    finish(deck, (WIDTH_PT, HEIGHT_PT), paged.sheets.len(), tree, bookmarks)
}

/// Level of the heading of a page: under that of the title, where a title page comes first.
pub fn level(deck: &Deck, page: usize) -> u16 {
    let has_title = deck.sheets.first().is_some_and(|sheet| matches!(sheet.body, Body::Title { .. }));
    if has_title && page > 0 { 2 } else { 1 }
}

/// What a page is called where it has no headline.
pub fn name(headline: &str, subtitle: &str, page: usize) -> String {
    let own = [headline, subtitle].into_iter().find(|words| !words.trim().is_empty());
    own.map_or_else(|| (page + 1).to_string(), str::to_owned)
}

/// Parts of a slide as a tree: points become lists, cells rows and tables.
fn tagged(parts: Vec<Part>, page: usize, level: u16) -> Vec<Node> {
    let mut tree: Vec<Node> = Vec::new();
    let mut table: Vec<(usize, Node)> = Vec::new();
    let mut points: Vec<Node> = Vec::new();
    let mut asides: Vec<Node> = Vec::new();
    for Part { role, items } in parts {
        if !matches!(role, Role::Cell { .. } | Role::Artifact) {
            end_table(&mut tree, &mut table);
        }
        if !matches!(role, Role::Point(_) | Role::Artifact) {
            end_list(&mut tree, &mut points);
        }
        match role {
            Role::Headline(words) => tree.push(group(Tag::Heading(level, words), page, items)),
            Role::Heading(words) => tree.push(group(Tag::Heading(level + 1, words), page, items)),
            Role::Paragraph(_) => tree.push(group(Tag::Paragraph, page, items)),
            Role::Figure { alt } => {
                let at = (page, bounds(&items));
                tree.push(group(Tag::Figure { alt, at }, page, items));
            }
            Role::Point(_) => points.push(point(page, items)),
            Role::Cell { row, header, .. } => {
                let tag = if header { Tag::ColumnName } else { Tag::Cell };
                table.push((row, group(tag, page, items)));
            }
            Role::Artifact => asides.push(Node::Aside { page, kind: Aside::Layout, items }),
        }
    }
    end_table(&mut tree, &mut table);
    end_list(&mut tree, &mut points);
    tree.extend(asides);
    tree
}

fn group(tag: Tag, page: usize, items: Vec<Item>) -> Node {
    Node::Group(tag, vec![Node::Mark { page, items }])
}

/// A point of a list: its first item is its sign.
pub fn point(page: usize, mut items: Vec<Item>) -> Node {
    let is_sign = |item: &Item| matches!(item, Item::Text(text) if text.text == "•");
    let mut parts = Vec::new();
    if items.first().is_some_and(is_sign) {
        let rest = items.split_off(1);
        parts.push(group(Tag::Label, page, items));
        items = rest;
    }
    parts.push(group(Tag::PointBody, page, items));
    Node::Group(Tag::Point, parts)
}

fn end_list(tree: &mut Vec<Node>, points: &mut Vec<Node>) {
    if !points.is_empty() {
        tree.push(Node::Group(Tag::List, std::mem::take(points)));
    }
}

fn end_table(tree: &mut Vec<Node>, cells: &mut Vec<(usize, Node)>) {
    if cells.is_empty() {
        return;
    }
    let mut rows: Vec<(usize, Vec<Node>)> = Vec::new();
    for (row, cell) in std::mem::take(cells) {
        match rows.last_mut() {
            Some((last, cells)) if *last == row => cells.push(cell),
            _ => rows.push((row, vec![cell])),
        }
    }
    let (head, body): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(row, _)| *row == 0);
    let rows =
        |rows: Vec<(usize, Vec<Node>)>| rows.into_iter().map(|(_, cells)| Node::Group(Tag::Row, cells)).collect();
    tree.push(Node::Group(Tag::Table, vec![Node::Group(Tag::Head, rows(head)), Node::Group(Tag::Body, rows(body))]));
}

/// The area that shapes and texts cover.
pub fn bounds(items: &[Item]) -> Area {
    let mut around: Option<(f64, f64, f64, f64)> = None;
    let mut add = |area: Area| {
        let (left, top, right, bottom) = around.unwrap_or((f64::MAX, f64::MAX, f64::MIN, f64::MIN));
        around = Some((left.min(area.x), top.min(area.y), right.max(area.right()), bottom.max(area.bottom())));
    };
    for item in items {
        match item {
            Item::Rect { area, .. } => add(*area),
            Item::Path { points, .. } | Item::Shape { points, .. } => {
                for (x, y) in points {
                    add(Area { x: *x, y: *y, width: 0.0, height: 0.0 });
                }
            }
            Item::Dot { at, radius, .. } => {
                add(Area { x: at.0 - radius, y: at.1 - radius, width: radius * 2.0, height: radius * 2.0 });
            }
            Item::Text(text) => add(text.area()),
        }
    }
    let (x, y, right, bottom) = around.unwrap_or_default();
    Area { x, y, width: right - x, height: bottom - y }
}
