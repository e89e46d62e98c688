//! A deck as a document on upright paper.

use crate::briefing::deck::{Body, Deck, Sheet};
use crate::briefing::pdf::flow::{Flow, Look};
use crate::briefing::pdf::{finish, sheets, slides};
use crate::briefing::place::{self, LEADING};
use crate::chart::model::ColourRole;
use crate::draw::font::{self, Weight};
use crate::draw::pdf::{Aside, Bookmark, Document, Node, Tag};
use crate::draw::scene::{Anchor, Area, Fill, Halo, Item, Text};
use crate::draw::style::{Colour, Style};
use crate::text::tr;

/// Between the text and the edge of the paper, left and right.
const MARGIN_PT: f64 = 54.0;
/// Above the text.
const TOP_PT: f64 = 54.0;
/// Below the text, where the page's number stands.
const BOTTOM_PT: f64 = 64.0;
/// Size of the line at the foot of a page.
const FOOT_PT: f64 = 8.0;
/// Between two pages of the briefing on one sheet of paper.
const BETWEEN_PT: f64 = 34.0;
/// Room over and under a line of the contents, together.
const ENTRY_PT: f64 = 8.0;

/// Lays a deck out on paper of a size.
pub fn document(deck: &Deck, width: f64, height: f64) -> Document {
    let style = Style { tick_pt: 10.0, subtitle_pt: 10.5, foot_pt: 8.0, ..Style::print() };
    let inner = Area { x: MARGIN_PT, y: TOP_PT, width: width - 2.0 * MARGIN_PT, height: height - TOP_PT - BOTTOM_PT };
    // What the contents say of later pages is known once all are laid out; how long they are does not depend on it.
    let first = lay_out(deck, inner, &style, &[]);
    let (flow, bookmarks) = lay_out(deck, inner, &style, &first.1);
    let pages = flow.page + 1;
    let mut tree = flow.nodes;
    for page in 0..pages {
        let head = head(deck, page, width, &style);
        tree.push(Node::Aside { page, kind: Aside::Header, items: head });
        let foot = foot(deck, (page, pages), (width, height), &style);
        tree.push(Node::Aside { page, kind: Aside::Footer, items: foot });
    }
    finish(deck, (width, height), pages, tree, bookmarks)
}

fn lay_out(deck: &Deck, inner: Area, style: &Style, contents: &[Bookmark]) -> (Flow, Vec<Bookmark>) {
    let mut flow = Flow::new(inner, 1);
    let mut bookmarks = Vec::new();
    for (at, sheet) in deck.sheets.iter().enumerate() {
        let is_title = matches!(sheet.body, Body::Title { .. });
        flow.level = slides::level(deck, at);
        let mut own = start(&flow, sheet, at, style);
        let (page, top) = (own.page, own.top);
        if let Body::Title { lines } = &sheet.body {
            title(&mut own, sheet, lines, contents, style, deck);
            own.next_page();
        } else {
            sheets::sheet(&mut own, sheet, style);
        }
        let children = std::mem::take(&mut own.nodes);
        flow.nodes.push(Node::Group(Tag::Section, children));
        (flow.page, flow.top) = (own.page, own.top);
        let name = slides::name(&sheet.headline, &sheet.subtitle, at);
        bookmarks.push(Bookmark { name, page, top: if is_title { 0.0 } else { (top - 12.0).max(0.0) } });
    }
    if flow.is_fresh() && flow.page > 0 {
        flow.page -= 1;
    }
    (flow, bookmarks)
}

/// Where a sheet begins: under the one before where all of it fits there, otherwise on a page of its own.
fn start(flow: &Flow, sheet: &Sheet, at: usize, style: &Style) -> Flow {
    let mut own = Flow { nodes: Vec::new(), ..flow.clone() };
    if at == 0 || own.is_fresh() {
        return own;
    }
    let mut under = own.clone();
    under.gap(BETWEEN_PT);
    if !matches!(sheet.body, Body::Title { .. }) {
        let mut trial = under.clone();
        sheets::sheet(&mut trial, sheet, style);
        if trial.page == own.page {
            let rule = Flow { top: under.top - BETWEEN_PT * 0.5, ..under.clone() };
            let mut ruled = rule;
            ruled.rule(style.palette.grid);
            return Flow { nodes: ruled.nodes, ..under };
        }
    }
    own.next_page();
    own
}

/// The title page: the title, what stands under it, and what is on which page.
fn title(flow: &mut Flow, sheet: &Sheet, lines: &[String], contents: &[Bookmark], style: &Style, deck: &Deck) {
    let indent = 20.0;
    let inner = flow.inner;
    flow.inner = Area { x: inner.x + indent, width: inner.width - indent, ..inner };
    flow.top += inner.height * 0.14;
    let from = flow.top;
    let size = [30.0, 26.0, 22.0]
        .into_iter()
        .find(|size| font::wrap(&sheet.headline, flow.inner.width, *size, Weight::Bold).len() <= 4)
        .unwrap_or(16.0);
    let look = Look { size, weight: Weight::Bold, colour: style.palette.text };
    flow.text(Tag::Heading(1, sheet.headline.clone()), &sheet.headline, look);
    flow.top += 10.0;
    for line in lines {
        let look = Look { size: 12.0, weight: Weight::Regular, colour: style.palette.muted };
        flow.text(Tag::Paragraph, line, look);
        flow.top += 3.0;
    }
    let bar = Area { x: inner.x, y: from + 4.0, width: 4.0, height: (flow.top - from - 4.0).max(1.0) };
    let fill = Fill::Solid(style.colour(ColourRole::Data(1)));
    let bar =
        Node::Aside { page: flow.page, kind: Aside::Layout, items: vec![Item::Rect { area: bar, fill, edge: None }] };
    flow.nodes.push(bar);
    flow.inner = inner;
    if deck.sheets.len() < 4 {
        return;
    }
    flow.top += 44.0;
    let words = tr(deck.lang, "report-contents");
    let look = Look { size: 12.0, weight: Weight::Bold, colour: style.palette.text };
    flow.text(Tag::Heading(2, words.clone()), &words, look);
    flow.gap(6.0);
    let mut entries = Vec::new();
    for (at, other) in deck.sheets.iter().enumerate().skip(1) {
        let name = slides::name(&other.headline, &other.subtitle, at);
        entries.push(entry(flow, &name, contents.get(at), style));
    }
    flow.nodes.push(Node::Group(Tag::Contents, entries));
}

/// A line of the contents that leads to its page, which is named at the right.
fn entry(flow: &mut Flow, name: &str, to: Option<&Bookmark>, style: &Style) -> Node {
    let look = Look { size: 10.0, weight: Weight::Regular, colour: style.palette.text };
    let lines = place::cut(font::wrap_evenly(name, flow.inner.width - 48.0, look.size, look.weight), 2);
    let height = lines.len() as f64 * look.size * LEADING + ENTRY_PT;
    flow.need(height);
    let (page, inner) = (flow.page, flow.inner);
    let area = Area { x: inner.x, y: flow.top, width: inner.width, height };
    let baseline = |at: usize| flow.top + ENTRY_PT * 0.5 + look.size + at as f64 * look.size * LEADING - 1.0;
    let mut items: Vec<Item> = Vec::with_capacity(lines.len() + 1);
    for (at, words) in lines.iter().enumerate() {
        items.push(line(words, (inner.x, baseline(at)), Anchor::Start, look.size, look.colour));
    }
    let number = to.map_or(0, |mark| mark.page + 1).to_string();
    items.push(line(&number, (inner.right(), baseline(0)), Anchor::End, look.size, look.colour));
    flow.top += height;
    flow.rule(style.palette.grid);
    let to = to.map_or((0, 0.0), |mark| (mark.page, mark.top));
    let link = Tag::Link { to, at: (page, area), words: name.to_owned() };
    Node::Group(Tag::Entry, vec![Node::Group(link, vec![Node::Mark { page, items }])])
}

/// The title at the left, who may see it at the right.
fn head(deck: &Deck, page: usize, width: f64, style: &Style) -> Vec<Item> {
    let baseline = TOP_PT * 0.58;
    let room = width - 2.0 * MARGIN_PT;
    let mut items = Vec::new();
    if let Some(words) = short(&deck.title, room * 0.6).filter(|_| page > 0) {
        items.push(line(&words, (MARGIN_PT, baseline), Anchor::Start, FOOT_PT, style.palette.muted));
    }
    items.extend(marking(deck, room * 0.36, (width - MARGIN_PT, baseline), style));
    items
}

/// How far the data go at the left, who may see it in the middle, the number at the right.
fn foot(deck: &Deck, (page, pages): (usize, usize), (width, height): (f64, f64), style: &Style) -> Vec<Item> {
    let baseline = height - BOTTOM_PT * 0.55;
    let room = width - 2.0 * MARGIN_PT;
    let colour = style.palette.muted;
    let number = format!("{} / {pages}", page + 1);
    let mut items = vec![line(&number, (width - MARGIN_PT, baseline), Anchor::End, FOOT_PT, colour)];
    let data = deck.data_to();
    if let Some(words) = short(&data, room * 0.4).filter(|_| page > 0) {
        items.push(line(&words, (MARGIN_PT, baseline), Anchor::Start, FOOT_PT, colour));
    }
    items.extend(marking(deck, room * 0.36, (width - MARGIN_PT - 48.0, baseline), style));
    items
}

/// Who may see it, ending at a place.
fn marking(deck: &Deck, room: f64, at: (f64, f64), style: &Style) -> Option<Item> {
    let words = short(&deck.marking, room)?;
    let (size, colour) = (FOOT_PT + 1.0, style.palette.text);
    let text = Text { text: words, at, size, weight: Weight::Bold, colour, anchor: Anchor::End, halo: Halo::Off };
    Some(Item::Text(text))
}

/// What of a text fits on a line; `None` where it says nothing.
fn short(words: &str, room: f64) -> Option<String> {
    place::cut(font::wrap(words, room - 8.0, FOOT_PT + 1.0, Weight::Bold), 1).into_iter().next()
}

fn line(words: &str, at: (f64, f64), anchor: Anchor, size: f64, colour: Colour) -> Item {
    let (text, weight) = (words.to_owned(), Weight::Regular);
    Item::Text(Text { text, at, size, weight, colour, anchor, halo: Halo::Off })
}
