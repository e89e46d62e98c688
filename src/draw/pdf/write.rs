//! A document's pages and its tree, written with krilla and checked against PDF/UA-1.

use std::num::NonZeroU16;

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::geom::Rect;
use krilla::metadata::{DateTime, Metadata, PageLayout};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node as Leaf, TableHeaderScope, Tag as Kind,
    TagGroup, TagKind, TagTree,
};
use krilla::{Document as File, SerializeSettings, destination::XyzDestination};

use crate::draw::pdf::pen::{Pen, point};
use crate::draw::pdf::{Aside, Document, Node, PdfError, Tag};
use crate::draw::scene::{Area, Fill, Item};
use crate::draw::style::Colour;

/// Longest side of a page: what readers are held to.
const SIDE_MAX_PT: f64 = 14_400.0;
/// Most bytes of a text that stands beside the pages: titles, bookmarks, what a figure shows.
const WORDS_MAX: usize = 4_000;

/// The bytes of a document.
///
/// # Errors
/// When its pages have no size that can be written, or the writer fails.
pub fn write(document: &Document) -> Result<Vec<u8>, PdfError> {
    let fits = |side: f64| side.is_finite() && (1.0..=SIDE_MAX_PT).contains(&side);
    let size = PageSettings::from_wh(document.width as f32, document.height as f32);
    let Some(size) = size.filter(|_| fits(document.width) && fits(document.height) && document.pages > 0) else {
        return Err(PdfError::Size);
    };
    let pen = Pen::new(document.background).ok_or(PdfError::Font)?;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Writing(format!("{error:?}")))?;
    let mut file = File::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });

    let mut drawn: Vec<&Node> = Vec::new();
    collect(&document.tree, &mut drawn);
    let mut identities: Vec<Option<Identifier>> = vec![None; drawn.len()];
    let mut pressed: Vec<&Tag> = Vec::new();
    links(&document.tree, &mut pressed);
    let mut leads: Vec<Option<Identifier>> = vec![None; pressed.len()];
    for page in 0..document.pages {
        let mut sheet = file.start_page_with(size.clone());
        let mut surface = sheet.surface();
        ground(&mut surface, document, &pen);
        for (node, identity) in drawn.iter().zip(&mut identities) {
            *identity = identity.or_else(|| draw(&mut surface, node, page, &pen));
        }
        surface.finish();
        for (link, lead) in pressed.iter().zip(&mut leads) {
            *lead = lead.or_else(|| leading(&mut sheet, link, page, document));
        }
        sheet.finish();
    }
    let mut made = Made { drawn: identities.into_iter(), leads: leads.into_iter() };
    let parts: Vec<Leaf> = document.tree.iter().filter_map(|node| part(node, document, &mut made)).collect();
    let mut tree = TagTree::from(parts).with_lang(Some(document.lang.to_owned()));
    if tree.children.is_empty() {
        tree.push(TagGroup::new(Kind::P));
    }
    file.set_tag_tree(tree);
    file.set_metadata(metadata(document));
    file.set_outline(outline(document));
    file.finish().map_err(|error| PdfError::Writing(said(&error)))
}

/// Everything that is drawn, in reading order.
fn collect<'a>(tree: &'a [Node], drawn: &mut Vec<&'a Node>) {
    for node in tree {
        match node {
            Node::Group(_, children) => collect(children, drawn),
            Node::Mark { .. } | Node::Aside { .. } => drawn.push(node),
        }
    }
}

/// Every link, in reading order.
fn links<'a>(tree: &'a [Node], found: &mut Vec<&'a Tag>) {
    for node in tree {
        if let Node::Group(tag, children) = node {
            if matches!(tag, Tag::Link { .. }) {
                found.push(tag);
            }
            links(children, found);
        }
    }
}

/// The part of a page that leads elsewhere when it is pressed.
fn leading(sheet: &mut Page<'_>, link: &Tag, page: usize, document: &Document) -> Option<Identifier> {
    let Tag::Link { to, at: (own, area), words } = link else { return None };
    if *own != page || to.0 >= document.pages {
        return None;
    }
    let (from, until) = (point((area.x, area.y)), point((area.right(), area.bottom())));
    let area = Rect::from_ltrb(from.x, from.y, until.x, until.y)?;
    let place = XyzDestination::new(to.0, point((0.0, to.1)));
    let link = LinkAnnotation::new(area, Target::Destination(place.into()));
    Some(sheet.add_tagged_annotation(Annotation::new_link(link, Some(words_of(words, document)))))
}

/// Identities of what was drawn and of links, in reading order.
struct Made<D, L> {
    drawn: D,
    leads: L,
}

/// Draws what stands on a page; what is read has an identity then.
fn draw(surface: &mut Surface<'_>, node: &Node, page: usize, pen: &Pen) -> Option<Identifier> {
    match node {
        Node::Mark { page: own, items } if *own == page && !items.is_empty() => {
            let identity = surface.start_tagged(ContentTag::Other);
            pen.draw(surface, items);
            surface.end_tagged();
            Some(identity)
        }
        Node::Aside { page: own, kind, items } if *own == page => {
            let kind = match kind {
                Aside::Layout => ArtifactType::Layout,
                Aside::Header => ArtifactType::Header,
                Aside::Footer => ArtifactType::Footer,
            };
            aside(surface, kind, items, pen);
            None
        }
        _ => None,
    }
}

fn aside(surface: &mut Surface<'_>, kind: ArtifactType, items: &[Item], pen: &Pen) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    pen.draw(surface, items);
    surface.end_tagged();
}

/// The page's colour, where it is not that of paper.
fn ground(surface: &mut Surface<'_>, document: &Document, pen: &Pen) {
    if document.background != Colour(0xFF, 0xFF, 0xFF) {
        let area = Area { x: 0.0, y: 0.0, width: document.width, height: document.height };
        let whole = Item::Rect { area, fill: Fill::Solid(document.background), edge: None };
        aside(surface, ArtifactType::Layout, &[whole], pen);
    }
}

/// A part of the tree as krilla knows it; `None` where nothing of it was drawn.
fn part<D, L>(node: &Node, document: &Document, made: &mut Made<D, L>) -> Option<Leaf>
where
    D: Iterator<Item = Option<Identifier>>,
    L: Iterator<Item = Option<Identifier>>,
{
    match node {
        Node::Group(tag, children) => {
            let lead = if matches!(tag, Tag::Link { .. }) { made.leads.next().flatten() } else { None };
            let mut parts: Vec<Leaf> = children.iter().filter_map(|child| part(child, document, made)).collect();
            parts.extend(lead.map(Leaf::from));
            // An empty cell keeps the cells after it in their columns.
            let is_cell = matches!(tag, Tag::Cell | Tag::ColumnName | Tag::RowName);
            (!parts.is_empty() || is_cell).then(|| TagGroup::with_children(kind(tag, document), parts).into())
        }
        Node::Mark { .. } | Node::Aside { .. } => made.drawn.next().flatten().map(Leaf::from),
    }
}

fn kind(tag: &Tag, document: &Document) -> TagKind {
    match tag {
        Tag::Section => Kind::Section.into(),
        Tag::Heading(level, words) => {
            let level = NonZeroU16::new((*level).clamp(1, 6)).unwrap_or(NonZeroU16::MIN);
            Kind::Hn(level, Some(words_of(words, document))).into()
        }
        Tag::Paragraph => Kind::P.into(),
        Tag::Figure { alt, at: (page, area) } => {
            let (from, to) = (point((area.x, area.y)), point((area.right(), area.bottom())));
            let area = Rect::from_ltrb(from.x, from.y, to.x, to.y);
            let figure = Kind::Figure(Some(words_of(alt, document)));
            figure.with_bbox(area.map(|area| BBox::new(*page, area))).into()
        }
        Tag::Contents => Kind::TOC.into(),
        Tag::Entry => Kind::TOCI.into(),
        Tag::Link { .. } => Kind::Link.into(),
        Tag::List => Kind::L(ListNumbering::Disc).into(),
        Tag::Point => Kind::LI.into(),
        Tag::Label => Kind::Lbl.into(),
        Tag::PointBody => Kind::LBody.into(),
        Tag::Table => Kind::Table.into(),
        Tag::Head => Kind::THead.into(),
        Tag::Body => Kind::TBody.into(),
        Tag::Row => Kind::TR.into(),
        Tag::ColumnName => Kind::TH(TableHeaderScope::Column).into(),
        Tag::RowName => Kind::TH(TableHeaderScope::Row).into(),
        Tag::Cell => Kind::TD.into(),
    }
}

fn metadata(document: &Document) -> Metadata {
    let mut metadata = Metadata::new()
        .title(words_of(&document.title, document))
        .language(document.lang.to_owned())
        .creator("Vigie".to_owned())
        .producer("Vigie".to_owned())
        .page_layout(PageLayout::SinglePage);
    if let Some(day) = document.day {
        let (year, month, of_month) = day.ymd();
        let part = |value: u32| u8::try_from(value).unwrap_or(1);
        let date = DateTime::new(u16::try_from(year).unwrap_or(0)).month(part(month)).day(part(of_month));
        metadata = metadata.creation_date(date.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0));
    }
    metadata
}

fn outline(document: &Document) -> Outline {
    let mut outline = Outline::new();
    for bookmark in document.bookmarks.iter().filter(|bookmark| bookmark.page < document.pages) {
        let place = XyzDestination::new(bookmark.page, point((0.0, bookmark.top)));
        outline.push_child(OutlineNode::new(words_of(&bookmark.name, document), place));
    }
    outline
}

/// A text beside the pages, never empty and never longer than readers take: where it says nothing the title stands.
fn words_of(words: &str, document: &Document) -> String {
    let clean = |words: &str| words.chars().filter(|character| !character.is_control()).collect::<String>();
    let said = [words, &document.title].into_iter().map(clean).find(|words| !words.trim().is_empty());
    let mut kept = said.unwrap_or_else(|| "Vigie".to_owned());
    if kept.len() > WORDS_MAX {
        kept.truncate(kept.floor_char_boundary(WORDS_MAX));
        kept.push('…');
    }
    kept
}

/// What the writer says, with what it objected to.
fn said(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(errors) => {
            let first = errors.first().map(|error| format!("{error:?}")).unwrap_or_default();
            let short: String = first.chars().take(160).collect();
            format!("{error} ({short})")
        }
        other => other.to_string(),
    }
}
