//! Text, figures and tables set one under the other on upright pages; what does not fit goes on on the next.

use crate::briefing::place::LEADING;
use crate::briefing::slide::table::Layout;
use crate::briefing::slide::word;
use crate::chart::model::DataTable;
use crate::draw::font::{self, Weight};
use crate::draw::pdf::{Aside, Node, Tag};
use crate::draw::scene::{Anchor, Area, Halo, Item, Stroke, Text};
use crate::draw::style::{Colour, Style};

/// Room between the columns of a table.
const COLUMN_GAP_PT: f64 = 18.0;
/// Size of the cells of a table.
const CELL_PT: f64 = 9.0;
/// Size of facts about one incident.
const FACT_PT: f64 = 10.0;
/// Least part of the width that the last line of a paragraph takes.
const LAST_LINE: f64 = 0.2;
/// Least part of the width that is left of the line before it, when words of it go to the last line.
const LINE_BEFORE: f64 = 0.6;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Size in points.
    pub size: f64,
    /// Regular or bold.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
}

impl Look {
    const fn parts(self) -> (f64, Weight, Colour) {
        (self.size, self.weight, self.colour)
    }
}

/// Where the next thing goes.
#[derive(Clone, Debug)]
pub struct Flow {
    /// The part of a page that is written on.
    pub inner: Area,
    /// The page, from 0.
    pub page: usize,
    /// How far down it is filled.
    pub top: f64,
    /// What was set.
    pub nodes: Vec<Node>,
    /// Level of the headings of pages of the briefing, from 1.
    pub level: u16,
}

impl Flow {
    /// An empty first page.
    pub const fn new(inner: Area, level: u16) -> Self {
        Self { inner, page: 0, top: inner.y, nodes: Vec::new(), level }
    }

    /// Room that is left on the page.
    pub fn left(&self) -> f64 {
        self.inner.bottom() - self.top
    }

    /// Whether nothing stands on the page.
    pub fn is_fresh(&self) -> bool {
        self.top <= self.inner.y
    }

    /// Begins a page, unless this one is empty.
    pub fn next_page(&mut self) {
        if !self.is_fresh() {
            self.page += 1;
            self.top = self.inner.y;
        }
    }

    /// Leaves room, which a page does not begin with.
    pub fn gap(&mut self, height: f64) {
        if !self.is_fresh() {
            self.top = (self.top + height).min(self.inner.bottom());
        }
    }

    /// Begins a page where less than this is left.
    pub fn need(&mut self, height: f64) {
        if self.left() < height {
            self.next_page();
        }
    }

    /// A thin line across.
    pub fn rule(&mut self, colour: Colour) {
        let points = vec![(self.inner.x, self.top), (self.inner.right(), self.top)];
        let items = vec![Item::Path { points, stroke: Stroke::solid(colour, 0.8) }];
        self.nodes.push(Node::Aside { page: self.page, kind: Aside::Layout, items });
    }

    /// A text over the whole width.
    pub fn text(&mut self, tag: Tag, words: &str, look: Look) {
        let marks = self.lines(words, 0.0, look);
        self.nodes.push(Node::Group(tag, marks));
    }

    /// A point of a list.
    pub fn point(&mut self, words: &str, look: Look) -> Node {
        // As much as the words need, so that the sign never stays behind alone.
        self.need(look.size * LEADING * 2.0);
        let sign = word("•", (self.inner.x, self.top + look.size), look.parts());
        let label = Node::Mark { page: self.page, items: vec![sign] };
        let body = self.lines(words, look.size * 1.2, look);
        let parts = vec![Node::Group(Tag::Label, vec![label]), Node::Group(Tag::PointBody, body)];
        Node::Group(Tag::Point, parts)
    }

    /// Lines of a text, page by page.
    fn lines(&mut self, words: &str, indent: f64, look: Look) -> Vec<Node> {
        let room = self.inner.width - indent;
        let lines = set(words, room, look);
        let mut marks: Vec<Node> = Vec::new();
        let mut items = Vec::new();
        let height = look.size * LEADING;
        // Two lines stay together at the foot of a page, so that no line stands alone there.
        self.need(height * lines.len().min(2) as f64);
        for line in &lines {
            if self.left() < height {
                marks.push(Node::Mark { page: self.page, items: std::mem::take(&mut items) });
                self.next_page();
            }
            items.push(word(line, (self.inner.x + indent, self.top + look.size), look.parts()));
            self.top += height;
        }
        marks.push(Node::Mark { page: self.page, items });
        marks
    }

    /// A drawing of this height, with room under it for what belongs to it; `draw` is given where it goes.
    pub fn figure(&mut self, alt: &str, (height, under): (f64, f64), draw: impl FnOnce(Area) -> Vec<Item>) {
        let height = height.min(self.inner.height);
        self.need((height + under).min(self.inner.height));
        let area = Area { x: self.inner.x, y: self.top, width: self.inner.width, height };
        let items = draw(area);
        self.top += height;
        let tag = Tag::Figure { alt: alt.to_owned(), at: (self.page, area) };
        self.nodes.push(Node::Group(tag, vec![Node::Mark { page: self.page, items }]));
    }

    /// A table; its header stands at the top of every page it goes on on.
    pub fn table(&mut self, table: &DataTable, style: &Style) {
        let layout = Layout::of(table, self.inner.width, CELL_PT);
        let Some((header, rows)) = layout.rows.split_first() else { return };
        let header_height = layout.row_height(header);
        let name = Look { size: CELL_PT, weight: Weight::Bold, colour: style.palette.muted };
        let plain = Look { size: CELL_PT, weight: Weight::Regular, colour: style.palette.text };
        self.need(header_height + rows.first().map_or(0.0, |row| layout.row_height(row)));
        let head = self.row(&layout, header, name, &Tag::ColumnName, style.line);
        let mut body = Vec::with_capacity(rows.len());
        for row in rows {
            if self.left() < layout.row_height(row) && !self.is_fresh() {
                self.next_page();
                // Said once; drawn again for the eye.
                let again = self.row(&layout, header, name, &Tag::ColumnName, style.line);
                self.nodes.extend(aside(again));
            }
            body.push(self.row(&layout, row, plain, &Tag::Cell, style.palette.grid));
        }
        let parts = vec![Node::Group(Tag::Head, vec![head]), Node::Group(Tag::Body, body)];
        self.nodes.push(Node::Group(Tag::Table, parts));
    }

    /// Names and what they stand for, in two columns.
    pub fn facts(&mut self, facts: &[(String, String)], style: &Style) {
        let name = Look { size: FACT_PT, weight: Weight::Regular, colour: style.palette.muted };
        let value = Look { size: FACT_PT, weight: Weight::Regular, colour: style.palette.text };
        let (inner, names) = (self.inner, self.inner.width * 0.26);
        let mut rows = Vec::with_capacity(facts.len());
        for (left, right) in facts {
            self.need(FACT_PT * LEADING * 2.0);
            let (page, top) = (self.page, self.top);
            self.inner = Area { width: names, ..inner };
            let left = Node::Group(Tag::RowName, self.lines(left, 0.0, name));
            let under = (self.page, self.top);
            self.inner = Area { x: inner.x + names + 12.0, width: inner.width - names - 12.0, ..inner };
            (self.page, self.top) = (page, top);
            let right = Node::Group(Tag::Cell, self.lines(right, 0.0, value));
            self.inner = inner;
            if under.0 > self.page || (under.0 == self.page && under.1 > self.top) {
                (self.page, self.top) = under;
            }
            rows.push(Node::Group(Tag::Row, vec![left, right]));
            self.gap(4.0);
        }
        self.nodes.push(Node::Group(Tag::Table, vec![Node::Group(Tag::Body, rows)]));
    }

    fn row(&mut self, layout: &Layout, cells: &[Vec<String>], look: Look, tag: &Tag, line: Colour) -> Node {
        let mut x = self.inner.x;
        let mut parts = Vec::with_capacity(cells.len());
        for (column, lines) in cells.iter().enumerate() {
            let width = layout.widths.get(column).copied().unwrap_or(0.0);
            let right = layout.right.get(column).copied().unwrap_or(false);
            let (at, anchor) = if right { (x + width, Anchor::End) } else { (x, Anchor::Start) };
            let items = lines.iter().enumerate().map(|(number, line)| {
                let baseline = self.top + 2.5 + look.size + number as f64 * look.size * LEADING;
                let Look { size, weight, colour } = look;
                let text = line.clone();
                Item::Text(Text { text, at: (at, baseline), size, weight, colour, anchor, halo: Halo::Off })
            });
            let mark = Node::Mark { page: self.page, items: items.collect() };
            parts.push(Node::Group(tag.clone(), vec![mark]));
            x += width + COLUMN_GAP_PT;
        }
        self.top += layout.row_height(cells);
        let points =
            vec![(self.inner.x, self.top - 1.0), ((x - COLUMN_GAP_PT).min(self.inner.right()), self.top - 1.0)];
        let items = vec![Item::Path { points, stroke: Stroke::solid(line, 0.6) }];
        self.nodes.push(Node::Aside { page: self.page, kind: Aside::Layout, items });
        Node::Group(Tag::Row, parts)
    }
}

/// The lines of a text: no single word is left over under a headline or a paragraph.
pub fn set(words: &str, room: f64, look: Look) -> Vec<String> {
    let Look { size, weight, .. } = look;
    if weight == Weight::Bold {
        return font::wrap_evenly(words, room, size, weight);
    }
    let mut lines = font::wrap(words, room, size, weight);
    let wide = |line: &str| font::width(line, size, weight);
    let Some([.., before, last]) = lines.get_mut(..) else { return lines };
    while wide(last) < room * LAST_LINE {
        let Some((kept, moved)) = before.rsplit_once(' ') else { break };
        if wide(kept) < room * LINE_BEFORE {
            break;
        }
        *last = format!("{moved} {last}");
        before.truncate(kept.len());
    }
    lines
}

/// The same drawn without being read.
fn aside(node: Node) -> Vec<Node> {
    match node {
        Node::Group(_, children) => children.into_iter().flat_map(aside).collect(),
        Node::Mark { page, items } => vec![Node::Aside { page, kind: Aside::Layout, items }],
        Node::Aside { .. } => vec![node],
    }
}
