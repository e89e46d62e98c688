//! A page as PNG, drawn from its SVG with the exports' own font.

use std::fmt;
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::draw::font::{self, FAMILY, Weight};
use crate::draw::scene::Scene;
use crate::draw::svg;

/// Most pixels of a picture: 64 million, 256 MB while it is drawn.
const MAX_PIXELS: f64 = 64_000_000.0;

/// Why a picture could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PngError {
    /// The picture would have no pixel, or more than can be held.
    Size,
    /// The drawing could not be read back. Nothing was written.
    Drawing,
    /// The finished picture could not be encoded. Nothing was written.
    Encoding,
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Size => "The picture would be empty or too large; nothing was written. Choose a smaller scale.",
            Self::Drawing => "The picture could not be drawn; nothing was written. Save it as SVG instead.",
            Self::Encoding => "The picture could not be encoded; nothing was written. Save it as SVG instead.",
        })
    }
}

impl std::error::Error for PngError {}

/// Draws a page with `scale` pixels a point and returns the bytes of a PNG file.
pub fn png(scene: &Scene, scale: f64) -> Result<Vec<u8>, PngError> {
    pixels(scene, scale)?.encode_png().map_err(|_error| PngError::Encoding)
}

/// A picture as plain pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, row by row from the top.
    pub bytes: Vec<u8>,
}

/// Draws a page with `scale` pixels a point and returns its pixels, for a clipboard.
pub fn rgba(scene: &Scene, scale: f64) -> Result<Picture, PngError> {
    let pixels = pixels(scene, scale)?;
    let (width, height) = (pixels.width(), pixels.height());
    Ok(Picture { width, height, bytes: pixels.take_demultiplied() })
}

fn pixels(scene: &Scene, scale: f64) -> Result<Pixmap, PngError> {
    let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
    let fits = width >= 1.0 && height >= 1.0 && width * height <= MAX_PIXELS;
    if !fits {
        return Err(PngError::Size);
    }
    let options = Options { font_family: FAMILY.to_owned(), fontdb: fonts(), ..Options::default() };
    let tree = Tree::from_str(&svg::svg(scene), &options).map_err(|_error| PngError::Drawing)?;
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or(PngError::Size)?;
    let transform = Transform::from_scale(
        (width / f64::from(tree.size().width())) as f32,
        (height / f64::from(tree.size().height())) as f32,
    );
    resvg::render(&tree, transform, &mut pixels.as_mut());
    Ok(pixels)
}

/// The exports' font, both weights, and nothing from the system.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    Arc::clone(FONTS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        for weight in [Weight::Regular, Weight::Bold] {
            fonts.load_font_data(font::bytes(weight).to_vec());
        }
        fonts.set_sans_serif_family(FAMILY);
        Arc::new(fonts)
    }))
}
