//! A chart model, laid out on a page: positions, paths and measured text, then SVG, PNG and PDF.
//!
//! Everything that is *said* was decided in `chart/`; here it is only given a place. The same Noto Sans that
//! measures the text is the font of the picture, and no system font is ever looked at, so a picture is the same
//! on every system.

pub mod font;
pub mod palette;
pub mod style;
pub mod scene;
pub mod arrange;
pub mod layout;
pub mod plot;
pub mod panels;
pub mod parts;
pub mod axes;
pub mod clear;
pub mod legend;
pub mod marks;
pub mod labels;
pub mod names;
pub mod svg;
pub mod png;
pub mod shape;
pub mod pdf;
pub mod twins;
pub mod webfont;
