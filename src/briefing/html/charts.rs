//! Charts of a page: each drawn for wide and for narrow windows, in variables that are colours by light or dark.

use crate::briefing::html::words::Out;
use crate::chart::model::ChartModel;
use crate::draw::layout::{self, Size};
use crate::draw::style::Style;
use crate::draw::svg::{self, Inks};
use crate::draw::twins::Twins;

/// A shape of a chart: for which windows, its size, the size of its words.
struct Shape {
    class: &'static str,
    width_pt: f64,
    height_pt: f64,
    tick_pt: f64,
}

const WIDE: Shape = Shape { class: "wide", width_pt: 760.0, height_pt: 390.0, tick_pt: 12.5 };
const NARROW: Shape = Shape { class: "narrow", width_pt: 350.0, height_pt: 300.0, tick_pt: 11.5 };
const HALF: Shape = Shape { class: "half", width_pt: 420.0, height_pt: 320.0, tick_pt: 12.0 };

/// The charts of a page: their colours, and how many there are.
#[derive(Clone, Debug, Default)]
pub struct Charts {
    twins: Twins,
    count: usize,
}

impl Charts {
    /// The colours as variables.
    pub fn variables(&self, is_dark: bool) -> String {
        self.twins.variables(is_dark)
    }

    /// A chart over the whole width, in two shapes of which a window shows one.
    pub fn whole(&mut self, out: &mut Out, model: &ChartModel, panels: &[ChartModel]) {
        self.draw(out, model, panels, &[WIDE, NARROW]);
    }

    /// A chart beside another.
    pub fn half(&mut self, out: &mut Out, model: &ChartModel, panels: &[ChartModel]) {
        self.draw(out, model, panels, &[HALF]);
    }

    fn draw(&mut self, out: &mut Out, model: &ChartModel, panels: &[ChartModel], shapes: &[Shape]) {
        if let Some(why) = &model.empty {
            return out.element("p", &[("class", "silent")], why);
        }
        for shape in shapes {
            self.count += 1;
            let prefix = format!("c{}-", self.count);
            let scene = |dark: bool| layout::body(model, panels, size(model, shape), &style(shape, dark));
            let joined = self.twins.join(&scene(false), &scene(true));
            out.open("div", &[("class", &format!("chart {}", shape.class))]);
            out.raw(&svg::inline(&joined, &Inks { prefix: &prefix, ink: &Twins::ink }));
            out.close("div");
        }
    }
}

/// Charts of many bands take the height they need.
fn size(model: &ChartModel, shape: &Shape) -> Size {
    let rows = if model.y.scale == crate::chart::model::Scale::Band { model.y.ticks.len() as f64 } else { 0.0 };
    let height_pt = if rows > 0.0 { (rows * 30.0 + 60.0).clamp(140.0, shape.height_pt * 1.2) } else { shape.height_pt };
    Size { width_pt: shape.width_pt, height_pt }
}

fn style(shape: &Shape, dark: bool) -> Style {
    let ground = if dark { Style::dark() } else { Style::print() };
    Style { tick_pt: shape.tick_pt, subtitle_pt: shape.tick_pt + 1.0, ..ground }
}
