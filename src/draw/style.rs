//! Colours and sizes of what is printed, always on white.

use crate::chart::model::ColourRole;

/// A colour, opaque.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// As written in an SVG.
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// Mixed with white: 0 is the colour itself, 1 is white.
    #[must_use]
    pub fn lighter(self, share: f64) -> Self {
        self.mixed(Self(0xFF, 0xFF, 0xFF), share)
    }

    /// Mixed with another colour: 0 is this one, 1 is the other.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |part: u8, other: u8| {
            let (part, other) = (f64::from(part), f64::from(other));
            (part + (other - part) * share.clamp(0.0, 1.0)).round() as u8
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Relative luminance, 0 for black to 1 for white (WCAG 2).
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast with another colour, 1 to 21 (WCAG 2).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// How much of a colour is left in the palest shade of a table: it must still differ from a gap.
pub const PALEST: f64 = 0.1;

/// How much of a colour a shade from 0 to 1 has.
pub fn strength(shade: f64) -> f64 {
    PALEST + (1.0 - PALEST) * if shade.is_finite() { shade.clamp(0.0, 1.0) } else { 0.0 }
}

/// How a page is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// The page.
    pub background: Colour,
    /// Text.
    pub text: Colour,
    /// Ticks, subtitle, foot.
    pub muted: Colour,
    /// Grid lines.
    pub grid: Colour,
    /// Axis line.
    pub line: Colour,
    /// Data colours 1 to 8.
    pub data: [Colour; 8],
    /// Not known.
    pub unknown: Colour,
    /// All the rest together.
    pub other: Colour,
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
    /// White page, colours that stay apart for the colour-blind and in grey.
    pub const fn print() -> Self {
        Self {
            background: Colour(0xFF, 0xFF, 0xFF),
            text: Colour(0x17, 0x21, 0x2E),
            muted: Colour(0x5A, 0x66, 0x75),
            grid: Colour(0xE9, 0xED, 0xF1),
            line: Colour(0xB9, 0xC3, 0xCF),
            data: [
                Colour(0x2B, 0x6C, 0xB0),
                Colour(0xD9, 0x82, 0x2B),
                Colour(0x2A, 0x91, 0x87),
                Colour(0xB0, 0x47, 0x8E),
                Colour(0x7D, 0x7F, 0x1B),
                Colour(0x6B, 0x57, 0xB8),
                Colour(0x8C, 0x5A, 0x3C),
                Colour(0x7A, 0x86, 0x94),
            ],
            unknown: Colour(0xDF, 0xE4, 0xEA),
            other: Colour(0xA9, 0xB3, 0xBF),
            title_pt: 22.0,
            subtitle_pt: 13.0,
            tick_pt: 12.0,
            foot_pt: 10.5,
            margin_pt: 36.0,
        }
    }

    /// The same for small charts side by side.
    #[must_use]
    pub fn small(&self) -> Self {
        let less = |size: f64| (size * 0.84).max(8.0);
        Self { tick_pt: less(self.tick_pt), subtitle_pt: less(self.subtitle_pt), ..self.clone() }
    }

    /// The colour of a role. A data colour beyond the eighth is "other".
    pub fn colour(&self, role: ColourRole) -> Colour {
        match role {
            ColourRole::Data(number) => {
                usize::from(number).checked_sub(1).and_then(|index| self.data.get(index)).copied().unwrap_or(self.other)
            }
            ColourRole::Unknown => self.unknown,
            ColourRole::Other => self.other,
            ColourRole::Muted => self.muted,
        }
    }

    /// The colour of a shade of a role, 0 to 1.
    pub fn shade(&self, role: ColourRole, shade: f64) -> Colour {
        self.background.mixed(self.colour(role), strength(shade))
    }

    /// The colour of a text on a ground: that of text, or that of the page where it is read better; black or white on
    /// grounds between them, so that the contrast is never under 4.5.
    pub fn on(&self, ground: Colour) -> Colour {
        let tries = [self.text, self.background, Colour(0, 0, 0), Colour(0xFF, 0xFF, 0xFF)];
        let enough = tries.into_iter().find(|colour| colour.contrast(ground) >= 4.5);
        enough.unwrap_or(self.text)
    }

    /// The colour of a text that names marks of a role: the role's own where it can be read on the page, else
    /// that of text.
    pub fn text_colour(&self, role: ColourRole) -> Colour {
        match role {
            // Orange and its likes are too light for small text: a darker relative is used.
            ColourRole::Data(2) => Colour(0xA8, 0x5A, 0x0A),
            ColourRole::Data(_) | ColourRole::Muted => self.colour(role),
            ColourRole::Unknown | ColourRole::Other => self.muted,
        }
    }
}
