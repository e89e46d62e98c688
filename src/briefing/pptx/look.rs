//! Colours and fonts of a presentation, its own or a company's: which of them the theme names.

use crate::briefing::pptx::company::fonts::Letters;
use crate::briefing::pptx::xml::sz;
use crate::draw::font::FAMILY;
use crate::draw::palette::Palette;
use crate::draw::style::{Colour, Style};

/// How a presentation looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Colours and sizes that everything is drawn with.
    pub style: Style,
    /// Colours that the theme names, with the names.
    named: Vec<(Colour, &'static str)>,
    /// Whether fonts and colours are a company's.
    pub is_company: bool,
    /// Language of the words, as a tag with a country.
    pub lang: &'static str,
    /// A company's font of headlines.
    pub heading: Letters,
    /// A company's font of everything else.
    pub letters: Letters,
}

/// Names of the theme's accents.
pub const ACCENTS: [&str; 6] = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

impl Look {
    /// The look of Vigie's own slides.
    pub fn own(style: Style, lang: &'static str) -> Self {
        let mut named = vec![
            (style.palette.text, "tx1"),
            (style.palette.surface, "bg1"),
            (style.palette.muted, "tx2"),
            (style.palette.grid, "bg2"),
        ];
        named.extend(style.palette.data.into_iter().zip(ACCENTS));
        let letters = Letters::default();
        Self { style, named, is_company: false, lang, heading: letters.clone(), letters }
    }

    /// A company's look: its text, page and accents take the place of ours. Of its six accents the seventh and eighth
    /// data colour are relatives. `named` are the colours that its theme names, with the names.
    pub fn company(
        style: &Style,
        lang: &'static str,
        (text, page): (Colour, Colour),
        accents: [Colour; 6],
        named: Vec<(Colour, &'static str)>,
    ) -> Self {
        let relative = |colour: Colour| colour.mixed(text, 0.45);
        // As far towards the page as it can still be read.
        let muted = [0.35, 0.25, 0.15].map(|share| text.mixed(page, share));
        let muted = muted.into_iter().find(|one| one.contrast(page) >= 4.5).unwrap_or(text);
        let [first, second, third, fourth, fifth, sixth] = accents;
        let data = [first, second, third, fourth, fifth, sixth, relative(first), relative(second)];
        let palette = Palette {
            surface: page,
            text,
            muted,
            grid: text.mixed(page, 0.9),
            unknown: text.mixed(page, 0.86),
            other: text.mixed(page, 0.62),
            data,
        };
        let style = Style { palette, line: text.mixed(page, 0.7), ..style.clone() };
        let letters = Letters::default();
        Self { style, named, is_company: true, lang, heading: letters.clone(), letters }
    }

    /// A size of letters, in hundredths of a point: a font that is wider than the one texts are measured in is set
    /// smaller.
    pub fn sz(&self, points: f64) -> u32 {
        sz(points / self.letters.wide.max(1.0))
    }

    /// A colour, by the theme's name for it where it has one.
    pub fn colour(&self, colour: Colour) -> String {
        self.tinted(colour, 1.0)
    }

    /// A colour with an opacity, 0 to 1.
    pub fn tinted(&self, colour: Colour, opacity: f64) -> String {
        let alpha = if opacity >= 1.0 {
            String::new()
        } else {
            format!("<a:alpha val=\"{}\"/>", (opacity.clamp(0.0, 1.0) * 100_000.0).round() as u32)
        };
        let (tag, value) = match self.named.iter().find(|(known, _)| *known == colour) {
            Some((_, name)) => ("schemeClr", (*name).to_owned()),
            None => ("srgbClr", hex(colour)),
        };
        if alpha.is_empty() {
            format!("<a:{tag} val=\"{value}\"/>")
        } else {
            format!("<a:{tag} val=\"{value}\">{alpha}</a:{tag}>")
        }
    }

    /// The inside of a shape in one colour.
    pub fn fill(&self, colour: Colour) -> String {
        format!("<a:solidFill>{}</a:solidFill>", self.colour(colour))
    }

    /// The inside of what is incomplete: slanted lines on a light tint.
    pub fn hatch(&self, lines: Colour, ground: Colour) -> String {
        format!(
            "<a:pattFill prst=\"wdUpDiag\"><a:fgClr>{}</a:fgClr><a:bgClr>{}</a:bgClr></a:pattFill>",
            self.colour(lines),
            self.colour(ground)
        )
    }
}

/// A colour as six digits.
pub fn hex(colour: Colour) -> String {
    colour.hex().trim_start_matches('#').to_owned()
}

/// The theme: colours, fonts, plain effects.
pub fn theme(style: &Style, name: &str) -> String {
    let system = |tag: &str, colour: Colour| format!("<a:{tag}><a:srgbClr val=\"{}\"/></a:{tag}>", hex(colour));
    let mut colours = system("dk1", style.palette.text)
        + &system("lt1", style.palette.surface)
        + &system("dk2", style.palette.muted)
        + &system("lt2", style.palette.grid);
    for (colour, accent) in style.palette.data.into_iter().zip(ACCENTS) {
        colours.push_str(&system(accent, colour));
    }
    let [link, .., followed, _] = style.palette.data;
    colours.push_str(&system("hlink", link));
    colours.push_str(&system("folHlink", followed));
    // Where the font is not installed, the panose numbers lead to a plain sans serif.
    let latin = format!("<a:latin typeface=\"{FAMILY}\" panose=\"020B0502040504020204\"/>");
    let font = format!("{latin}<a:ea typeface=\"\"/><a:cs typeface=\"\"/>");
    let solid = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = |width: u32| {
        format!("<a:ln w=\"{width}\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\">{solid}<a:prstDash val=\"solid\"/></a:ln>")
    };
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "{}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"{name}\">\
         <a:themeElements><a:clrScheme name=\"{name}\">{colours}</a:clrScheme>\
         <a:fontScheme name=\"{name}\"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>\
         <a:fmtScheme name=\"{name}\"><a:fillStyleLst>{solid}{solid}{solid}</a:fillStyleLst>\
         <a:lnStyleLst>{}{}{}</a:lnStyleLst>\
         <a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>\
         <a:bgFillStyleLst>{solid}{solid}{solid}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>\
         <a:objectDefaults/><a:extraClrSchemeLst/></a:theme>",
        crate::briefing::pptx::xml::HEAD,
        line(6_350),
        line(12_700),
        line(19_050)
    )
}
