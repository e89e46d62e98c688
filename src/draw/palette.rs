//! The colours of what is drawn: one palette for white paper and the light theme, one for the dark theme.
//!
//! The eight data colours were searched for by their differences: as they are, as someone without one of the three
//! kinds of cones sees them, and in grey. A category has the same hue in both palettes. What they must keep is held by
//! `tests/palette.rs`; whoever changes one of them runs that.

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

    /// Its red, green and blue light, each 0 to 1.
    pub fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance, 0 for black to 1 for white (WCAG 2).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast with another colour, 1 to 21 (WCAG 2).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// The colours of charts on one ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The page, or the card.
    pub surface: Colour,
    /// Text.
    pub text: Colour,
    /// Ticks, subtitle, foot.
    pub muted: Colour,
    /// Grid lines.
    pub grid: Colour,
    /// Data colours 1 to 8: blue, amber, teal, plum, olive, violet, brown, slate.
    pub data: [Colour; 8],
    /// Not known.
    pub unknown: Colour,
    /// All the rest together.
    pub other: Colour,
}

/// On white: print and the light theme.
pub const LIGHT: Palette = Palette {
    surface: Colour(0xFF, 0xFF, 0xFF),
    text: Colour(0x17, 0x21, 0x2E),
    muted: Colour(0x5A, 0x66, 0x75),
    grid: Colour(0xE9, 0xED, 0xF1),
    data: [
        Colour(0x2B, 0x5F, 0xA6),
        Colour(0xC4, 0x82, 0x18),
        Colour(0x00, 0x89, 0x72),
        Colour(0x74, 0x24, 0x51),
        Colour(0x5F, 0x75, 0x21),
        Colour(0x42, 0x26, 0x80),
        Colour(0x6F, 0x4C, 0x36),
        Colour(0x7A, 0x85, 0x97),
    ],
    unknown: Colour(0xDF, 0xE4, 0xEA),
    other: Colour(0xA9, 0xB3, 0xBF),
};

/// On the cards of the dark theme.
pub const DARK: Palette = Palette {
    surface: Colour(0x18, 0x21, 0x2C),
    text: Colour(0xE6, 0xEB, 0xF1),
    muted: Colour(0x97, 0xA4, 0xB3),
    grid: Colour(0x24, 0x30, 0x40),
    data: [
        Colour(0x58, 0x9E, 0xED),
        Colour(0xEE, 0xA8, 0x44),
        Colour(0x96, 0xDF, 0xC6),
        Colour(0xAE, 0x70, 0x9B),
        Colour(0xD4, 0xE6, 0x94),
        Colour(0x79, 0x64, 0xC2),
        Colour(0xCB, 0x7A, 0x5A),
        Colour(0xB9, 0xC6, 0xD8),
    ],
    unknown: Colour(0x2A, 0x36, 0x44),
    other: Colour(0x5B, 0x68, 0x78),
};

/// How much of its colour a band of uncertainty has.
pub const BAND: f64 = 0.18;

/// The contrast from which small text can be read (WCAG 2, AA).
pub const READABLE: f64 = 4.5;

impl Palette {
    /// A colour mixed with the page: 0 is the colour itself, 1 is the page.
    pub fn pale(&self, colour: Colour, share: f64) -> Colour {
        colour.mixed(self.surface, share)
    }

    /// The data colour of a category, counted from 0; beyond the eighth it is "other".
    pub fn data(&self, index: usize) -> Colour {
        self.data.get(index).copied().unwrap_or(self.other)
    }

    /// The colour of a role. A data colour beyond the eighth is "other".
    pub fn colour(&self, role: ColourRole) -> Colour {
        match role {
            ColourRole::Data(number) => usize::from(number).checked_sub(1).map_or(self.other, |index| self.data(index)),
            ColourRole::Unknown => self.unknown,
            ColourRole::Other => self.other,
            ColourRole::Muted => self.muted,
        }
    }

    /// The colour of a text on a ground: that of text, or that of the surface where it is read better; black or white
    /// on grounds between them, so that the contrast is never under [`READABLE`].
    pub fn on(&self, ground: Colour) -> Colour {
        let tries = [self.text, self.surface, Colour(0, 0, 0), Colour(0xFF, 0xFF, 0xFF)];
        tries.into_iter().find(|colour| colour.contrast(ground) >= READABLE).unwrap_or(self.text)
    }

    /// The colour of a small text that names marks of a role: the role's own where it can be read on the surface, else
    /// mixed with that of text until it can.
    pub fn text_colour(&self, role: ColourRole) -> Colour {
        let ColourRole::Data(_) = role else { return self.muted };
        let own = self.colour(role);
        let mixed = (0..=20).map(|step| own.mixed(self.text, f64::from(step) * 0.05));
        mixed.into_iter().find(|colour| colour.contrast(self.surface) >= READABLE).unwrap_or(self.text)
    }
}
