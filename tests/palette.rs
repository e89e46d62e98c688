//! The data colours, as they are, as the colour-blind see them and in grey.
//!
//! Differences are CIEDE2000 (Sharma, Wu and Dalal 2005), where about 2.3 is just seen side by side. Deficiencies are
//! simulated in linear light after Machado, Oliveira and Fernandes 2009 at full severity: who sees a little of the
//! missing colour sees more difference, never less than between these and no deficiency.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::unreadable_literal,
    reason = "a test crate"
)]

use vigie::app::theme;
use vigie::chart::model::ColourRole;
use vigie::draw::palette::{Colour, DARK, LIGHT, Palette, READABLE};
use vigie::draw::style::Style;

type Matrix = [[f64; 3]; 3];
type Lab = [f64; 3];

const AS_IS: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTAN: Matrix =
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
const DEUTAN: Matrix =
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
const TRITAN: Matrix =
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

/// A way of seeing, and the least differences: of any two of the eight, of any two of the first four, of a data colour
/// from "unknown" and "other".
///
/// Four times what is just seen side by side (9.2) for every pair, because marks of one category lie apart and are
/// compared from memory, and are small. The first four, which most charts stay within, half as much again (12: tritan
/// vision, one in ten thousand, is the bound); for the commoner two, 15. Without a deficiency far more.
const SIGHTS: [(&str, Matrix, f64, f64, f64); 4] = [
    ("as it is", AS_IS, 18.0, 30.0, 12.0),
    ("protan", PROTAN, 9.2, 15.0, 9.2),
    ("deutan", DEUTAN, 9.2, 15.0, 9.2),
    ("tritan", TRITAN, 9.2, 12.0, 9.2),
];

/// In grey only lightness is left, and of it what has 3:1 with the surface is half: eight steps of 4 fill it. Shades
/// of 4 can be told in a legend; neighbours in order, which stand side by side in a stack, differ by 8.
const GREY: (f64, f64) = (4.0, 8.0);

fn palettes() -> [(&'static str, Palette); 3] {
    let theme = |tokens: theme::Tokens| *tokens.palette;
    [("print", Style::print().palette), ("light", theme(theme::LIGHT)), ("dark", theme(theme::DARK))]
}

/// Red, green and blue light to X, Y and Z, each with white at 1.
const XYZ: Matrix = [
    [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
];

fn times(by: &Matrix, light: [f64; 3]) -> [f64; 3] {
    by.map(|row| row.iter().zip(light).map(|(part, light)| part * light).sum())
}

fn lab(linear: [f64; 3]) -> Lab {
    let curved = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let [x, y, z] = times(&XYZ, linear).map(curved);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn seen(colour: Colour, by: &Matrix) -> Lab {
    lab(times(by, colour.linear()).map(|part| part.clamp(0.0, 1.0)))
}

fn ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab) -> f64 {
    let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let stretch = 1.5 - 0.5 * seventh(f64::midpoint(a1.hypot(b1), a2.hypot(b2)));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) };
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let grey = c1 * c2 == 0.0;
    let turn = if grey { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let mean_hue = match (h1 + h2, (h1 - h2).abs() <= 180.0) {
        (sum, _) if grey => sum,
        (sum, true) => sum / 2.0,
        (sum, false) if sum < 360.0 => f64::midpoint(sum, 360.0),
        (sum, false) => f64::midpoint(sum, -360.0),
    };
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(mean_hue - 30.0) + 0.24 * cos(2.0 * mean_hue) + 0.32 * cos(3.0 * mean_hue + 6.0)
        - 0.2 * cos(4.0 * mean_hue - 63.0);
    let lightness = (l2 - l1) / (1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt());
    let chroma = (c2 - c1) / (1.0 + 0.045 * c);
    let hue = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / (1.0 + 0.015 * c * t);
    let turned = 60.0 * (-((mean_hue - 275.0) / 25.0).powi(2)).exp();
    let cross = -2.0 * seventh(c) * turned.to_radians().sin();
    (lightness.powi(2) + chroma.powi(2) + hue.powi(2) + cross * chroma * hue).sqrt()
}

fn difference(a: Colour, b: Colour, by: &Matrix) -> f64 {
    ciede2000(seen(a, by), seen(b, by))
}

fn lightness(colour: Colour) -> f64 {
    lab(colour.linear())[0]
}

fn pairs() -> impl Iterator<Item = (usize, usize)> {
    (0..8).flat_map(|b| (0..b).map(move |a| (a, b)))
}

#[test]
fn the_measure_of_difference_is_the_published_one() {
    // Of the paper's own test pairs: a blue where the turn counts, hues across 0 degrees, dark greys, a large one.
    for (one, other, wanted) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
        ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
    ] {
        let found = ciede2000(one, other);
        assert!((found - wanted).abs() < 1e-4, "{one:?} {other:?}: {found}, not {wanted}");
    }
}

#[test]
fn categories_stay_apart_for_everyone() {
    for (name, palette) in palettes() {
        for (sight, matrix, any, first, gap) in &SIGHTS {
            for (a, b) in pairs() {
                let least = if b < 4 { *first } else { *any };
                let found = difference(palette.data[a], palette.data[b], matrix);
                assert!(found >= least, "{name}, {sight}: {} and {} differ by {found:.1}, not {least}", a + 1, b + 1);
            }
            for (index, colour) in palette.data.into_iter().enumerate() {
                for (word, other) in [("unknown", palette.unknown), ("other", palette.other)] {
                    let found = difference(colour, other, matrix);
                    assert!(found >= *gap, "{name}, {sight}: {} and {word} differ by {found:.1}", index + 1);
                }
            }
        }
    }
}

#[test]
fn categories_stay_apart_in_grey() {
    for (name, palette) in palettes() {
        for (a, b) in pairs() {
            let least = if b == a + 1 || b < 4 { GREY.1 } else { GREY.0 };
            let found = (lightness(palette.data[a]) - lightness(palette.data[b])).abs();
            assert!(found >= least, "{name}: {} and {} differ by {found:.1} in grey, not {least}", a + 1, b + 1);
        }
    }
}

#[test]
fn marks_and_their_words_are_seen_on_their_ground() {
    for (name, palette) in palettes() {
        for number in 1..=8_u8 {
            let role = ColourRole::Data(number);
            let colour = palette.colour(role);
            let ratio = colour.contrast(palette.surface);
            assert!(ratio >= 3.0, "{name}: {number} has {ratio:.2} on the surface; areas and lines need 3");
            let inside = palette.on(colour).contrast(colour);
            assert!(inside >= READABLE, "{name}: text inside of {number} has {inside:.2}");
            let label = palette.text_colour(role);
            let ratio = label.contrast(palette.surface);
            assert!(ratio >= READABLE, "{name}: the words of {number} have {ratio:.2}");
            let near = |index: &usize| difference(label, palette.data[*index], &AS_IS);
            let nearest = (0..8).min_by(|a, b| near(a).total_cmp(&near(b)));
            assert_eq!(nearest, Some(usize::from(number) - 1), "{name}: the words of {number} look like another's");
        }
        for (sight, matrix, any, ..) in &SIGHTS {
            for (a, b) in pairs().filter(|(_, b)| *b < 4) {
                let [one, other] = [a, b].map(|index| palette.text_colour(ColourRole::Data(index as u8 + 1)));
                let found = difference(one, other, matrix);
                assert!(found >= *any, "{name}, {sight}: the words of {} and {} differ by {found:.1}", a + 1, b + 1);
            }
        }
        assert_eq!(palette.text_colour(ColourRole::Unknown), palette.muted);
        assert!(palette.muted.contrast(palette.surface) >= READABLE);
    }
}

#[test]
fn a_category_keeps_its_hue_in_every_palette() {
    for (index, (light, dark)) in LIGHT.data.into_iter().zip(DARK.data).enumerate() {
        let hue = |colour: Colour| {
            let [_, a, b] = lab(colour.linear());
            b.atan2(a).to_degrees()
        };
        let turn = ((hue(light) - hue(dark) + 180.0).rem_euclid(360.0) - 180.0).abs();
        // A twelfth of the circle is one name of a colour; measured are 12 degrees at most.
        assert!(turn <= 15.0, "{}: the hue turns by {turn:.0} degrees between the themes", index + 1);
    }
}

#[test]
fn window_and_print_draw_with_the_same_colours() {
    let style = Style::print();
    for (tokens, palette) in [(&theme::LIGHT, &LIGHT), (&theme::DARK, &DARK)] {
        let plain = |colour: eframe::egui::Color32| Colour(colour.r(), colour.g(), colour.b());
        assert_eq!(plain(tokens.surface), palette.surface);
        for (index, number) in (1..=9_u8).enumerate() {
            let role = ColourRole::Data(number);
            assert_eq!(plain(tokens.data(index)), palette.colour(role), "{number}");
            assert_eq!(plain(tokens.data_text(index)), palette.text_colour(role), "{number}");
        }
    }
    for number in 0..=9 {
        let role = ColourRole::Data(number);
        assert_eq!(style.colour(role), LIGHT.colour(role));
        assert_eq!(style.text_colour(role), LIGHT.text_colour(role));
    }
}
