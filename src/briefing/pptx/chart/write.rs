//! The markup of a chart, in the order of the schema.

use std::fmt::Write as _;

use crate::briefing::pptx::chart::axis::ValueAxis;
use crate::briefing::pptx::chart::sheet::Sheet;
use crate::briefing::pptx::chart::{BarSeries, Category, Chart, Errors, Ink, Kind, LineSeries, Xy, XySeries};
use crate::briefing::pptx::look::Look;
use crate::briefing::pptx::xml::{Emu, HEAD, Num, esc};
use crate::chart::model::Direction;
use crate::draw::scene::{Area, Dash};
use crate::draw::style::Colour;

const SPACES: &str = "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
/// Numbers of the two axes.
const AXES: (u32, u32) = (111_111_111, 222_222_222);

/// The whole part.
pub fn space(chart: &Chart, look: &Look, tick_pt: f64, (data, drawing): (Option<&str>, Option<&str>)) -> String {
    let ink = Brush { look, chart, tick_pt };
    let plot = match &chart.kind {
        Kind::Category(kind) => ink.category(kind),
        Kind::Xy(kind) => ink.xy(kind),
    };
    let data = data.map(|id| format!("<c:externalData r:id=\"{id}\"><c:autoUpdate val=\"0\"/></c:externalData>"));
    let drawing = drawing.map(|id| format!("<c:userShapes r:id=\"{id}\"/>"));
    format!(
        "{HEAD}<c:chartSpace {SPACES}><c:date1904 val=\"0\"/><c:lang val=\"{}\"/><c:roundedCorners val=\"0\"/>\
         <c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea>{}{plot}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>\
         <c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
         <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}{}{}</c:chartSpace>",
        look.lang,
        layout(chart.plot, chart.area),
        ink.letters(chart.lines[2]),
        data.unwrap_or_default(),
        drawing.unwrap_or_default()
    )
}

/// Where the plot stands in the chart, ticks and labels outside of it.
fn layout(plot: Area, area: Area) -> String {
    let share = |value: f64, whole: f64| format!("{:.6}", (value / whole.max(1.0)).clamp(0.0, 1.0));
    format!(
        "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>\
         <c:x val=\"{}\"/><c:y val=\"{}\"/><c:w val=\"{}\"/><c:h val=\"{}\"/></c:manualLayout></c:layout>",
        share(plot.x - area.x, area.width),
        share(plot.y - area.y, area.height),
        share(plot.width, area.width),
        share(plot.height, area.height)
    )
}

struct Brush<'a> {
    look: &'a Look,
    chart: &'a Chart,
    tick_pt: f64,
}

impl Brush<'_> {
    fn sheet(&self) -> &Sheet {
        &self.chart.sheet
    }

    /// The letters of ticks and numbers.
    fn letters(&self, colour: Colour) -> String {
        format!(
            "<c:txPr><a:bodyPr rot=\"0\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{}\" b=\"0\">{}<a:latin typeface=\"+mn-lt\"/></a:defRPr></a:pPr>\
             <a:endParaRPr lang=\"{}\"/></a:p></c:txPr>",
            self.look.sz(self.tick_pt),
            self.look.fill(colour),
            self.look.lang
        )
    }

    fn line(&self, colour: Colour, width: f64, dash: Dash) -> String {
        let dash = if dash == Dash::Dashed { "sysDash" } else { "solid" };
        format!(
            "<a:ln w=\"{}\" cap=\"flat\">{}<a:prstDash val=\"{dash}\"/><a:round/></a:ln>",
            Emu(width),
            self.look.fill(colour)
        )
    }

    fn category(&self, kind: &Category) -> String {
        let dir = if kind.direction == Direction::Up { "col" } else { "bar" };
        let grouping = if kind.stacked { "stacked" } else { "clustered" };
        let mut bars = String::new();
        for (at, series) in kind.bars.iter().enumerate() {
            bars.push_str(&self.bar_series(at, series, kind));
        }
        let (names, values) = AXES;
        let axes = format!("<c:axId val=\"{names}\"/><c:axId val=\"{values}\"/>");
        let mut out = format!(
            "<c:barChart><c:barDir val=\"{dir}\"/><c:grouping val=\"{grouping}\"/><c:varyColors val=\"0\"/>{bars}\
             <c:gapWidth val=\"{}\"/><c:overlap val=\"{}\"/>{axes}</c:barChart>",
            kind.gap, kind.overlap
        );
        if !kind.lines.is_empty() {
            let mut lines = String::new();
            for (at, series) in kind.lines.iter().enumerate() {
                lines.push_str(&self.line_series(kind.bars.len() + at, series, kind.names));
            }
            _ = write!(
                out,
                "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{lines}<c:marker val=\"1\"/>{axes}</c:lineChart>"
            );
        }
        let (across, along) = if kind.direction == Direction::Up { ("b", "l") } else { ("l", "b") };
        let shown = if kind.shows_names { "low" } else { "none" };
        let [_, line, muted] = self.chart.lines;
        _ = write!(
            out,
            "<c:catAx><c:axId val=\"{names}\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{across}\"/>\
             <c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"{shown}\"/>\
             <c:spPr><a:noFill/>{}</c:spPr>{}<c:crossAx val=\"{values}\"/><c:crosses val=\"min\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"60\"/>\
             <c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>",
            self.line(line, 1.0, Dash::Solid),
            self.letters(muted)
        );
        out.push_str(&self.value_axis(&kind.value, (values, names), along, "between", false));
        out
    }

    fn value_axis(
        &self,
        axis: &ValueAxis,
        (own, other): (u32, u32),
        side: &str,
        between: &str,
        has_line: bool,
    ) -> String {
        let [grid, line, muted] = self.chart.lines;
        let base = if axis.log { "<c:logBase val=\"10\"/>" } else { "" };
        let grid = if axis.grid && axis.step.is_some() {
            format!("<c:majorGridlines><c:spPr>{}</c:spPr></c:majorGridlines>", self.line(grid, 1.0, Dash::Solid))
        } else {
            String::new()
        };
        let (format, shown) = match &axis.format {
            Some(format) => (format.as_str(), "low"),
            None => ("General", "none"),
        };
        let look = if has_line { self.line(line, 1.0, Dash::Solid) } else { "<a:ln><a:noFill/></a:ln>".to_owned() };
        let step = match axis.step {
            Some(step) if !axis.log => format!("<c:majorUnit val=\"{}\"/>", Num(step)),
            _ => String::new(),
        };
        format!(
            "<c:valAx><c:axId val=\"{own}\"/><c:scaling>{base}<c:orientation val=\"minMax\"/><c:max val=\"{}\"/><c:min val=\"{}\"/></c:scaling>\
             <c:delete val=\"0\"/><c:axPos val=\"{side}\"/>{grid}<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/>\
             <c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"{shown}\"/><c:spPr><a:noFill/>{look}</c:spPr>{}\
             <c:crossAx val=\"{other}\"/><c:crosses val=\"min\"/><c:crossBetween val=\"{between}\"/>{step}</c:valAx>",
            Num(axis.hi),
            Num(axis.lo),
            esc(format),
            self.letters(muted)
        )
    }

    fn bar_look(&self, colour: Colour, partial: bool, (outline, stacked): (bool, bool)) -> String {
        if outline {
            return format!("<c:spPr><a:noFill/>{}</c:spPr>", self.line(colour, 1.4, Dash::Solid));
        }
        if partial {
            let hatch = self.look.hatch(colour, self.look.style.palette.pale(colour, 0.8));
            return format!("<c:spPr>{hatch}{}</c:spPr>", self.line(colour, 1.0, Dash::Dashed));
        }
        // A hair of the page keeps the parts of a stack apart in grey too.
        let edge = if stacked {
            self.line(self.look.style.palette.surface, 0.75, Dash::Solid)
        } else {
            "<a:ln><a:noFill/></a:ln>".to_owned()
        };
        format!("<c:spPr>{}{edge}</c:spPr>", self.look.fill(colour))
    }

    fn bar_series(&self, at: usize, series: &BarSeries, kind: &Category) -> String {
        let sheet = self.sheet();
        let mut points = String::new();
        for (index, colour, partial) in &series.points {
            _ = write!(
                points,
                "<c:dPt><c:idx val=\"{index}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>{}</c:dPt>",
                self.bar_look(*colour, *partial, (series.outline, kind.stacked))
            );
        }
        let labels =
            series.labels.as_ref().map(|(format, shown)| self.bar_labels(format, shown, series)).unwrap_or_default();
        format!(
            "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/>{}{}<c:invertIfNegative val=\"0\"/>{points}{labels}<c:cat>{}</c:cat><c:val>{}</c:val></c:ser>",
            sheet.name_ref(series.column),
            self.bar_look(series.colour, false, (series.outline, kind.stacked)),
            sheet.text_ref(kind.names),
            sheet.number_ref(series.column)
        )
    }

    /// Numbers at the ends of bars; those without room are taken away.
    fn bar_labels(&self, format: &str, shown: &[usize], series: &BarSeries) -> String {
        let count = self.sheet().columns.get(series.column).map_or(0, |column| column.cells.len());
        let mut out = String::from("<c:dLbls>");
        for index in (0..count).filter(|index| !shown.contains(index)) {
            _ = write!(out, "<c:dLbl><c:idx val=\"{index}\"/><c:delete val=\"1\"/></c:dLbl>");
        }
        _ = write!(
            out,
            "<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:spPr>{}<a:ln><a:noFill/></a:ln></c:spPr>{}<c:dLblPos val=\"outEnd\"/>\
             <c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>",
            esc(format),
            // A line that passes behind does not run through the number.
            self.look.fill(self.look.style.palette.surface),
            self.letters(self.look.style.palette.text)
        );
        out
    }

    fn marker(&self, ink: &Ink, hollow: bool) -> String {
        let Some((symbol, size)) = ink.marker else {
            return "<c:marker><c:symbol val=\"none\"/></c:marker>".to_owned();
        };
        let page = self.look.style.palette.surface;
        let look = match (symbol, hollow) {
            ("plus", _) => format!("<a:noFill/>{}", self.line(ink.colour, 1.2, Dash::Solid)),
            (_, true) => format!("{}{}", self.look.fill(page), self.line(ink.colour, 1.5, Dash::Solid)),
            (_, false) => format!("{}{}", self.look.fill(ink.colour), self.line(page, 0.75, Dash::Solid)),
        };
        format!("<c:marker><c:symbol val=\"{symbol}\"/><c:size val=\"{size}\"/><c:spPr>{look}</c:spPr></c:marker>")
    }

    /// Points that look different: hollow ones, and those without a sign.
    fn points(&self, ink: &Ink) -> String {
        let mut all: Vec<(usize, bool)> = ink.hollow.iter().map(|at| (*at, true)).collect();
        all.extend(ink.bare.iter().map(|at| (*at, false)));
        all.sort_unstable();
        let mut out = String::new();
        for (index, hollow) in all {
            let marker = if hollow {
                self.marker(ink, true)
            } else {
                "<c:marker><c:symbol val=\"none\"/></c:marker>".to_owned()
            };
            // A point of its own takes its stretch of the line with it.
            let line = self.stroke(ink);
            _ = write!(out, "<c:dPt><c:idx val=\"{index}\"/>{marker}<c:bubble3D val=\"0\"/>{line}</c:dPt>");
        }
        out
    }

    fn stroke(&self, ink: &Ink) -> String {
        match ink.line {
            Some((width, dash)) => format!("<c:spPr>{}</c:spPr>", self.line(ink.colour, width, dash)),
            None => "<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr>".to_owned(),
        }
    }

    fn errors(&self, errors: &Errors, colour: Colour) -> String {
        let sheet = self.sheet();
        format!(
            "<c:errBars><c:errDir val=\"{}\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"{}\"/>\
             <c:plus>{}</c:plus><c:minus>{}</c:minus><c:spPr>{}</c:spPr></c:errBars>",
            if errors.along_x { "x" } else { "y" },
            u8::from(!errors.caps),
            sheet.number_ref(errors.plus),
            sheet.number_ref(errors.minus),
            self.line(colour, errors.width, Dash::Solid)
        )
    }

    fn line_series(&self, at: usize, series: &LineSeries, names: usize) -> String {
        let (sheet, ink) = (self.sheet(), &series.ink);
        let errors = ink.errors.as_ref().map(|errors| self.errors(errors, ink.colour)).unwrap_or_default();
        format!(
            "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/>{}{}{}{}{errors}<c:cat>{}</c:cat><c:val>{}</c:val><c:smooth val=\"0\"/></c:ser>",
            sheet.name_ref(series.column),
            self.stroke(ink),
            self.marker(ink, false),
            self.points(ink),
            sheet.text_ref(names),
            sheet.number_ref(series.column)
        )
    }

    fn xy(&self, kind: &Xy) -> String {
        let mut series = String::new();
        for (at, one) in kind.series.iter().enumerate() {
            series.push_str(&self.xy_series(at, one));
        }
        let (x, y) = AXES;
        format!(
            "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>{series}<c:axId val=\"{x}\"/><c:axId val=\"{y}\"/></c:scatterChart>{}{}",
            self.value_axis(&kind.x, (x, y), "b", "midCat", !kind.upright),
            self.value_axis(&kind.y, (y, x), "l", "midCat", kind.upright)
        )
    }

    fn xy_series(&self, at: usize, series: &XySeries) -> String {
        let (sheet, ink) = (self.sheet(), &series.ink);
        let (x, y) = series.columns;
        let errors = ink.errors.as_ref().map(|errors| self.errors(errors, ink.colour)).unwrap_or_default();
        format!(
            "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/>{}{}{}{}{errors}<c:xVal>{}</c:xVal><c:yVal>{}</c:yVal><c:smooth val=\"0\"/></c:ser>",
            sheet.name_ref(y),
            self.stroke(ink),
            self.marker(ink, false),
            self.points(ink),
            sheet.number_ref(x),
            sheet.number_ref(y)
        )
    }
}
