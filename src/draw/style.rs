//! Colours and sizes of what is printed: on white, or on the ground of the dark theme.

use crate::chart::model::ColourRole;
use crate::draw::palette::{self, Palette};

pub use crate::draw::palette::Colour;

/// How much of a colour is left in the palest shade of a table: it must still differ from a gap.
pub const PALEST: f64 = 0.1;

/// How much of a colour a shade from 0 to 1 has.
pub fn strength(shade: f64) -> f64 {
    PALEST + (1.0 - PALEST) * if shade.is_finite() { shade.clamp(0.0, 1.0) } else { 0.0 }
}

/// How a page is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Colours; the page is its surface.
    pub palette: Palette,
    /// Axis line.
    pub line: Colour,
    /// Size of the title, bold.
    pub title_pt: f64,
    /// Size of the subtitle.
    pub subtitle_pt: f64,
    /// Size of ticks and labels.
    pub tick_pt: f64,
    /// Size of the foot.
    pub foot_pt: f64,
    /// Between the content and the edge of the page, left and right.
    pub margin_pt: f64,
}

impl Default for Style {
    fn default() -> Self {
        Self::print()
    }
}

impl Style {
    /// White page.
    pub const fn print() -> Self {
        Self {
            palette: palette::LIGHT,
            line: Colour(0xB9, 0xC3, 0xCF),
            title_pt: 22.0,
            subtitle_pt: 13.0,
            tick_pt: 12.0,
            foot_pt: 10.5,
            margin_pt: 36.0,
        }
    }

    /// The ground of the dark theme, for pages that are read on dark screens.
    pub const fn dark() -> Self {
        Self { palette: palette::DARK, line: Colour(0x45, 0x53, 0x64), ..Self::print() }
    }

    /// The same for small charts side by side.
    #[must_use]
    pub fn small(&self) -> Self {
        let less = |size: f64| (size * 0.84).max(8.0);
        Self { tick_pt: less(self.tick_pt), subtitle_pt: less(self.subtitle_pt), ..self.clone() }
    }

    /// The colour of a role. A data colour beyond the eighth is "other".
    pub fn colour(&self, role: ColourRole) -> Colour {
        self.palette.colour(role)
    }

    /// The colour of a shade of a role, 0 to 1.
    pub fn shade(&self, role: ColourRole, shade: f64) -> Colour {
        self.palette.surface.mixed(self.colour(role), strength(shade))
    }

    /// The colour of a text on a ground, as [`Palette::on`].
    pub fn on(&self, ground: Colour) -> Colour {
        self.palette.on(ground)
    }

    /// The colour of a text that names marks of a role, as [`Palette::text_colour`].
    pub fn text_colour(&self, role: ColourRole) -> Colour {
        self.palette.text_colour(role)
    }
}
