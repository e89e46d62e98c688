//! One drawing in two palettes: each colour is a variable with a value for light and one for dark surroundings.

use std::fmt::Write as _;

use crate::draw::scene::{Fill, Halo, Item, Scene, Stroke, Text, hatching};
use crate::draw::style::Colour;

/// The pairs of colours of the drawings of a page, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Twins {
    pairs: Vec<(Colour, Colour)>,
}

impl Twins {
    /// Joins a drawing with its twin in dark colours: the colours of the result are numbers, which [`Self::ink`]
    /// writes. Where the twin differs in more than colours, the light colour stands for both.
    pub fn join(&mut self, light: &Scene, dark: &Scene) -> Scene {
        let (day, night) = (light.background, dark.background);
        let items = light.items.iter().enumerate().map(|(at, item)| {
            let twin = dark.items.get(at).filter(|twin| alike(item, twin)).unwrap_or(item);
            self.item(item, twin, (day, night))
        });
        let items = items.collect();
        Scene { background: self.number(day, night), items, ..light.clone() }
    }

    /// A colour of a joined drawing as it stands in an attribute.
    pub fn ink(colour: Colour) -> String {
        format!("var(--k{})", index(colour))
    }

    /// The variables with their light values (`is_dark` false) or their dark ones.
    pub fn variables(&self, is_dark: bool) -> String {
        let mut out = String::with_capacity(self.pairs.len() * 14);
        for (at, (light, dark)) in self.pairs.iter().enumerate() {
            _ = write!(out, "--k{at}:{};", if is_dark { dark } else { light }.hex());
        }
        out
    }

    fn number(&mut self, light: Colour, dark: Colour) -> Colour {
        let known = self.pairs.iter().position(|pair| *pair == (light, dark));
        let at = known.unwrap_or_else(|| {
            self.pairs.push((light, dark));
            self.pairs.len() - 1
        });
        Colour((at >> 16) as u8, (at >> 8) as u8, at as u8)
    }

    fn stroke(&mut self, light: &Stroke, dark: &Stroke) -> Stroke {
        Stroke { colour: self.number(light.colour, dark.colour), ..*light }
    }

    fn edge(&mut self, light: Option<&Stroke>, dark: Option<&Stroke>) -> Option<Stroke> {
        light.map(|light| self.stroke(light, dark.unwrap_or(light)))
    }

    fn item(&mut self, light: &Item, dark: &Item, pages: (Colour, Colour)) -> Item {
        match (light, dark) {
            (Item::Rect { area, fill, edge }, Item::Rect { fill: other, edge: twin, .. }) => Item::Rect {
                area: *area,
                fill: self.fill(*fill, *other, pages),
                edge: self.edge(edge.as_ref(), twin.as_ref()),
            },
            (Item::Path { points, stroke }, Item::Path { stroke: twin, .. }) => {
                Item::Path { points: points.clone(), stroke: self.stroke(stroke, twin) }
            }
            (Item::Shape { points, fill, opacity }, Item::Shape { fill: twin, .. }) => {
                Item::Shape { points: points.clone(), fill: self.number(*fill, *twin), opacity: *opacity }
            }
            (Item::Dot { at, radius, fill, edge }, Item::Dot { fill: twin, edge: other, .. }) => Item::Dot {
                at: *at,
                radius: *radius,
                fill: self.number(*fill, *twin),
                edge: self.edge(edge.as_ref(), other.as_ref()),
            },
            (Item::Text(text), Item::Text(twin)) => {
                let halo = match (text.halo, twin.halo) {
                    (Halo::Of(light), Halo::Of(dark)) => Halo::Of(self.number(light, dark)),
                    (Halo::Of(light), _) => Halo::Of(self.number(light, light)),
                    (halo, _) => halo,
                };
                let colour = self.number(text.colour, twin.colour);
                Item::Text(Text { colour, halo, ..text.clone() })
            }
            _ => light.clone(),
        }
    }

    /// Hatching is told by its two colours, because the tint of a colour depends on the page.
    fn fill(&mut self, light: Fill, dark: Fill, (day, night): (Colour, Colour)) -> Fill {
        match (light, dark) {
            (Fill::Solid(light), Fill::Solid(dark)) => Fill::Solid(self.number(light, dark)),
            (Fill::Solid(light), _) => Fill::Solid(self.number(light, light)),
            (Fill::Hatch(light), dark) => {
                let (ground, lines) = hatching(light, day);
                let twin = if let Fill::Hatch(dark) = dark { hatching(dark, night) } else { (ground, lines) };
                Fill::Shaded { ground: self.number(ground, twin.0), lines: self.number(lines, twin.1) }
            }
            (Fill::Shaded { ground, lines }, dark) => {
                let mut twin = (ground, lines);
                if let Fill::Shaded { ground, lines } = dark {
                    twin = (ground, lines);
                }
                Fill::Shaded { ground: self.number(ground, twin.0), lines: self.number(lines, twin.1) }
            }
            (Fill::None, _) => Fill::None,
        }
    }
}

fn index(colour: Colour) -> usize {
    usize::from(colour.0) << 16 | usize::from(colour.1) << 8 | usize::from(colour.2)
}

/// Whether two shapes are of one kind.
fn alike(one: &Item, other: &Item) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::scene::{Area, Dash};

    #[test]
    fn every_pair_is_one_variable() {
        let scene = |fill: Fill, line: Colour, page: Colour| Scene {
            width: 10.0,
            height: 10.0,
            background: page,
            title: String::new(),
            description: String::new(),
            items: vec![
                Item::Rect { area: Area::default(), fill, edge: None },
                Item::Path { points: Vec::new(), stroke: Stroke { colour: line, width: 1.0, dash: Dash::Solid } },
            ],
        };
        let (white, black) = (Colour(255, 255, 255), Colour(0, 0, 0));
        let mut twins = Twins::default();
        let light = scene(Fill::Solid(white), Colour(1, 2, 3), white);
        let joined = twins.join(&light, &scene(Fill::Solid(black), Colour(9, 9, 9), black));
        // The page and the rectangle are one pair; the line is another.
        assert_eq!(twins.variables(false), "--k0:#FFFFFF;--k1:#010203;");
        assert_eq!(twins.variables(true), "--k0:#000000;--k1:#090909;");
        assert_eq!(Twins::ink(joined.background), "var(--k0)");
        let hatched = scene(Fill::Hatch(Colour(0, 0, 255)), white, white);
        let joined = twins.join(&hatched, &scene(Fill::Hatch(Colour(0, 0, 255)), white, black));
        assert!(matches!(joined.items[0], Item::Rect { fill: Fill::Shaded { .. }, .. }));
        assert!(twins.variables(true).contains("#00002E"), "{}", twins.variables(true));
    }
}
