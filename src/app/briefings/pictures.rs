//! Pictures of pages for the screen: the same drawing as in exports, painted on a thread at the size in which it is
//! shown, and kept as textures.

use std::sync::Arc;

use eframe::egui;
use uuid::Uuid;

use crate::app::briefings::command::PagePicture;
use crate::briefing::deck::{Deck, Sheet};
use crate::briefing::slide::{self, Slide};
use crate::draw::png;
use crate::draw::style::Style;
use crate::model::calendar::Day;
use crate::text::Lang;

/// How many pictures are kept.
const KEPT: usize = 120;

/// Pixels of all pictures together: more than three of the widest, which a presentation wants at once.
const PIXELS: usize = 36_000_000;

/// The widest picture in pixels; on a larger screen it is stretched.
pub const WIDEST: u32 = 3840;

/// Most pages that one job paints.
const ROUND: usize = 6;

/// What a picture shows.
#[derive(Clone, Debug)]
pub struct PictureKey {
    /// The page as it was worked out.
    pub sheet: Arc<Sheet>,
    /// Its number, counted from 1.
    pub number: usize,
    /// At the foot.
    pub marking: String,
    /// Width in pixels.
    pub width: u32,
}

impl PictureKey {
    /// Paints the page; `None` where that cannot be done.
    pub fn paint(&self, lang: Lang) -> Option<PagePicture> {
        let scene = self.slide(lang).scene();
        let picture = png::rgba(&scene, f64::from(self.width) / scene.width).ok()?;
        let size = [picture.width as usize, picture.height as usize];
        Some(Arc::new(egui::ColorImage::from_rgba_unmultiplied(size, &picture.bytes)))
    }

    /// The page as a slide.
    fn slide(&self, lang: Lang) -> Slide {
        let deck = bare_deck(lang, &self.marking);
        slide::slide(&deck, &self.sheet, self.number, &Style::print())
    }
}

/// What a slide needs to know of its deck, without the pages.
pub fn bare_deck(lang: Lang, marking: &str) -> Deck {
    let marking = marking.trim().to_owned();
    Deck { lang, title: String::new(), marking, as_of: Day(0), as_of_unknown: true, sheets: Vec::new() }
}

impl PartialEq for PictureKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.sheet, &other.sheet)
            && (self.number, self.width) == (other.number, other.width)
            && self.marking == other.marking
    }
}

/// A painted page.
#[derive(Debug)]
pub struct Painted {
    /// What it shows.
    pub key: PictureKey,
    /// Its pixels; `None` where it could not be painted.
    pub picture: Option<PagePicture>,
}

struct Kept {
    key: PictureKey,
    texture: Option<egui::TextureHandle>,
}

/// All pictures.
#[derive(Default)]
pub struct Pictures {
    kept: Vec<Kept>,
    asked: bool,
}

impl Pictures {
    /// What has to be painted of what is wanted, once; the most wanted stands first.
    pub fn refresh(&mut self, wanted: Vec<PictureKey>) -> Option<Vec<PictureKey>> {
        if self.asked {
            return None;
        }
        let missing: Vec<PictureKey> =
            wanted.into_iter().filter(|key| !self.kept.iter().any(|kept| kept.key == *key)).take(ROUND).collect();
        self.asked = !missing.is_empty();
        self.asked.then_some(missing)
    }

    /// Takes pictures in.
    pub fn take(&mut self, ctx: &egui::Context, painted: Vec<Painted>) {
        self.asked = false;
        for Painted { key, picture } in painted {
            let texture = picture.map(|picture| ctx.load_texture("page", picture, egui::TextureOptions::LINEAR));
            self.kept.push(Kept { key, texture });
        }
        let mut pixels = 0;
        let mut count = 0;
        // The oldest stand first.
        let keeps: Vec<bool> = self
            .kept
            .iter()
            .rev()
            .map(|kept| {
                pixels += kept.key.width as usize * (kept.key.width as usize * 9 / 16);
                count += 1;
                pixels <= PIXELS && count <= KEPT
            })
            .collect();
        let mut keeps = keeps.into_iter().rev();
        self.kept.retain(|_| keeps.next().unwrap_or(false));
    }

    /// The job did not finish.
    pub const fn give_up(&mut self) {
        self.asked = false;
    }

    /// Whether pages are being painted.
    pub const fn is_waiting(&self) -> bool {
        self.asked
    }

    /// The picture of a page with this number in about this width: the right one, or the latest there is until it is painted. Says
    /// whether it shows the page as it is.
    pub fn of(
        &self,
        page: Uuid,
        sheet: &Arc<Sheet>,
        (number, width): (usize, u32),
    ) -> Option<(&egui::TextureHandle, bool)> {
        let is_of_page = |kept: &&Kept| {
            let known = &kept.key;
            (known.sheet.page, known.sheet.part) == (page, sheet.part)
        };
        let of_page = || self.kept.iter().rev().filter(is_of_page);
        let is_same = |kept: &&Kept| Arc::ptr_eq(&kept.key.sheet, sheet) && kept.key.number == number;
        let exact = of_page().find(|kept| kept.key.width == width && is_same(kept));
        let same = exact.or_else(|| of_page().find(is_same));
        let kept = same.or_else(|| of_page().find(|kept| kept.key.width >= width)).or_else(|| of_page().next())?;
        kept.texture.as_ref().map(|texture| (texture, same.is_some()))
    }
}
