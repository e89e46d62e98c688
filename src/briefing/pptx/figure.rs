//! A figure on a slide: native charts where there are such, else the drawing.

use std::fmt::Write as _;

use crate::briefing::pptx::chart;
use crate::briefing::pptx::master::xfrm;
use crate::briefing::pptx::package::OFFICE;
use crate::briefing::pptx::slide::Canvas;
use crate::briefing::pptx::stage::Holder;
use crate::briefing::pptx::xml::esc;
use crate::chart::gallery::Drawn;
use crate::chart::model::ChartModel;
use crate::draw::layout::{self, Size};
use crate::draw::parts::{self, Parts};
use crate::draw::scene::Area;
use crate::draw::{png, svg};

/// Pixels a point of the picture that stands in for a drawing.
const SCALE: f64 = 2.0;

impl Canvas<'_, '_> {
    /// A figure in an area, with its panels.
    pub fn figure(&mut self, drawn: &Drawn, area: Area, holder: Option<&Holder>) {
        if let Some(why) = &drawn.model.empty {
            self.silent(why, area, holder);
            return;
        }
        let size = Size { width_pt: area.width, height_pt: area.height };
        let parts = parts::parts(&drawn.model, &drawn.panels, size, &self.style);
        // What is higher than its place is made smaller as a whole.
        let share = (area.height / parts.height).min(1.0);
        let parts = parts.moved(share, (area.x + (area.width * (1.0 - share)) / 2.0, area.y));
        let models: Vec<&ChartModel> = parts
            .plots
            .iter()
            .map(|plot| plot.panel.and_then(|at| drawn.panels.get(at)).unwrap_or(&drawn.model))
            .collect();
        let mut charts = Vec::new();
        for (model, plot) in models.iter().zip(&parts.plots) {
            let Some(chart) = chart::of(model, plot, &self.style, self.book.deck.lang) else {
                self.picture(&drawn.model, &drawn.panels, area, holder);
                return;
            };
            charts.push(chart);
        }
        let alone = charts.len() == 1;
        let Parts { legend, plots, .. } = parts;
        if !alone {
            self.pen.items(&legend);
        }
        for ((mut chart, model), plot) in charts.into_iter().zip(models).zip(plots) {
            if alone {
                chart.area = area;
                chart.drawn.splice(0..0, legend.iter().cloned());
            } else {
                chart.drawn.extend(plot.heading);
            }
            let alt = if model.alt.is_empty() { &drawn.model.alt } else { &model.alt };
            let alt = if alone || model.title.is_empty() { alt.clone() } else { format!("{}. {alt}", model.title) };
            self.native(&chart, &alt, holder.filter(|_| alone));
        }
    }

    /// Puts a native chart onto the slide.
    fn native(&mut self, chart: &chart::Chart, alt: &str, holder: Option<&Holder>) {
        self.book.charts += 1;
        let number = self.book.charts;
        let part =
            chart::add(self.book.package, chart, self.book.look, self.style.tick_pt, self.book.deck.as_of, number);
        let id = self.relations.add("chart", &part);
        let head = self.graphic_head("Chart", alt, holder);
        _ = write!(
            self.pen.out,
            "<p:graphicFrame>{head}{}<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">\
             <c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{id}\"/></a:graphicData></a:graphic></p:graphicFrame>",
            xfrm("p", chart.area)
        );
    }

    /// A drawing as SVG, with a picture for those who cannot show it.
    pub fn picture(&mut self, model: &ChartModel, panels: &[ChartModel], area: Area, holder: Option<&Holder>) {
        let size = Size { width_pt: area.width, height_pt: area.height };
        let scene = layout::body(model, panels, size, &self.style);
        let Ok(pixels) = png::png(&scene, SCALE) else {
            // A drawing without pixels has no size.
            self.silent(&model.alt, area, holder);
            return;
        };
        self.book.pictures += 1;
        let name = format!("ppt/media/vigie{}", self.book.pictures);
        let (png_part, svg_part) = (format!("{name}.png"), format!("{name}.svg"));
        self.book.package.add_bytes(&png_part, pixels);
        self.book.package.add_bytes(&svg_part, svg::svg(&scene).into_bytes());
        let image = self.relations.add(&format!("{OFFICE}image"), &png_part);
        let drawing = self.relations.add(&format!("{OFFICE}image"), &svg_part);
        let share = (area.width / scene.width).min(area.height / scene.height).min(1.0);
        let (width, height) = (scene.width * share, scene.height * share);
        let at = Area { x: area.x + (area.width - width) / 2.0, y: area.y, width, height };
        let id = self.pen.number();
        let ph = holder.map_or_else(|| "<p:nvPr/>".to_owned(), |one| format!("<p:nvPr><p:ph {}/></p:nvPr>", one.ph));
        _ = write!(
            self.pen.out,
            "<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"Figure {id}\" descr=\"{}\"/><p:cNvPicPr><a:picLocks noGrp=\"1\" noChangeAspect=\"1\"/></p:cNvPicPr>{ph}</p:nvPicPr>\
             <p:blipFill><a:blip r:embed=\"{image}\"><a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\">\
             <asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{drawing}\"/></a:ext></a:extLst></a:blip>\
             <a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>",
            esc(&model.alt),
            xfrm("a", at)
        );
    }
}
