//! A small picture of each figure: what its shape is, with numbers of nobody.

use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::app::theme::{self, Tokens};
use crate::chart::model::ChartKey;

/// Draws with shares of a place: x to the right, y upwards, both 0 to 1.
struct Pen<'a> {
    painter: &'a Painter,
    place: Rect,
    tokens: &'a Tokens,
}

/// Paints the picture of a figure.
pub fn paint(painter: &Painter, rect: Rect, chart: ChartKey, tokens: &Tokens) {
    painter.rect_filled(rect, CornerRadius::same(5), tokens.ground);
    let place = rect.shrink2(vec2(8.0, 7.0));
    let pen = Pen { painter, place, tokens };
    match chart {
        ChartKey::Incidents
        | ChartKey::IncidentsByGroup
        | ChartKey::IncidentRate
        | ChartKey::Nowcast
        | ChartKey::Season
        | ChartKey::YearMonth
        | ChartKey::YearGroup => over_time(&pen, chart),
        ChartKey::AffectedPeriods
        | ChartKey::AffectedSizes
        | ChartKey::AffectedCurve
        | ChartKey::AffectedRanked
        | ChartKey::Concentration
        | ChartKey::AffectedSum
        | ChartKey::Statements => affected(&pen, chart),
        ChartKey::Disclosure
        | ChartKey::DelayCohorts
        | ChartKey::DelayBounds
        | ChartKey::DelayCorrected
        | ChartKey::DelayAmong
        | ChartKey::Milestones => delay(&pen, chart),
        ChartKey::Breakdown
        | ChartKey::Together
        | ChartKey::Control
        | ChartKey::DaysBetween
        | ChartKey::ComparePeriods
        | ChartKey::CompareGroups
        | ChartKey::CompareSelections => compared(&pen, chart),
    }
}

fn over_time(pen: &Pen<'_>, chart: ChartKey) {
    const HEIGHTS: [f32; 7] = [0.42, 0.3, 0.55, 0.48, 0.74, 0.9, 0.62];
    let data = |number: usize| pen.tokens.data(number);
    match chart {
        ChartKey::Incidents => {
            for (index, high) in HEIGHTS.into_iter().enumerate() {
                let colour = if index == 6 { theme::faded(data(0), 0.35) } else { data(0) };
                pen.column(index, 7, (0.0, high), colour);
            }
        }
        ChartKey::IncidentsByGroup => {
            for (index, high) in HEIGHTS.into_iter().take(6).enumerate() {
                pen.column(index, 6, (0.0, high * 0.5), data(0));
                pen.column(index, 6, (high * 0.5, high * 0.8), data(1));
                pen.column(index, 6, (high * 0.8, high), data(2));
            }
        }
        ChartKey::IncidentRate => {
            pen.area(&[(0.0, 0.2, 0.5), (0.35, 0.36, 0.6), (0.7, 0.5, 0.82), (1.0, 0.55, 0.95)], data(0));
            pen.line(&[(0.0, 0.34), (0.35, 0.47), (0.7, 0.66), (1.0, 0.76)], data(0));
        }
        ChartKey::Nowcast => {
            for (index, high) in [0.7, 0.62, 0.78, 0.52, 0.26].into_iter().enumerate() {
                pen.column(index, 5, (0.0, high), data(0));
            }
            pen.outline(3, 5, 0.68);
            pen.outline(4, 5, 0.74);
        }
        ChartKey::Season => {
            for index in 0..12_usize {
                let high = 0.52 + 0.4 * (index as f32 / 12.0 * std::f32::consts::TAU).sin();
                pen.column(index, 12, (0.0, high), data(0));
            }
            pen.dashed((0.0, 0.52), (1.0, 0.52));
        }
        ChartKey::YearMonth => pen.cells(8, 4, |column, row| ((column * 3 + row * 5) % 7) as f32 / 7.0, data(0)),
        _ => pen.cells(5, 4, |column, row| ((column * 5 + row * row * 2) % 6) as f32 / 6.0, data(2)),
    }
}

fn affected(pen: &Pen<'_>, chart: ChartKey) {
    let data = |number: usize| pen.tokens.data(number);
    match chart {
        ChartKey::AffectedPeriods => {
            let medians = [(0.05, 0.2), (0.28, 0.28), (0.5, 0.22), (0.72, 0.34), (0.95, 0.3)];
            pen.line(&medians, data(0));
            for ((x, y), top) in medians.into_iter().zip([0.6, 0.84, 0.52, 0.95, 0.72]) {
                pen.dot((x, y), 2.4, data(0));
                pen.dot((x, top), 2.4, data(1));
            }
        }
        ChartKey::AffectedSizes => {
            for (index, long) in [0.3, 0.72, 1.0, 0.66, 0.24].into_iter().enumerate() {
                pen.row(index, 5, (0.0, long), data(0));
            }
        }
        ChartKey::AffectedCurve => {
            pen.steps(&[(0.0, 0.06), (0.18, 0.2), (0.34, 0.42), (0.5, 0.66), (0.68, 0.82), (0.86, 0.94)], data(0));
        }
        ChartKey::AffectedRanked => {
            for (index, (lo, hi)) in [(0.8, 1.0), (0.55, 0.78), (0.42, 0.5), (0.2, 0.44)].into_iter().enumerate() {
                pen.whisker(index, 4, (lo, f32::midpoint(lo, hi), hi), data(0));
            }
        }
        ChartKey::Concentration => {
            pen.dashed((0.0, 0.0), (1.0, 1.0));
            pen.area(
                &[(0.0, 0.0, 0.0), (0.4, 0.04, 0.4), (0.75, 0.22, 0.75), (0.92, 0.5, 0.92), (1.0, 1.0, 1.0)],
                data(1),
            );
            pen.line(&[(0.0, 0.0), (0.4, 0.04), (0.75, 0.22), (0.92, 0.5), (1.0, 1.0)], data(1));
        }
        ChartKey::AffectedSum => {
            let spans = [(0.2, 0.34), (0.3, 0.36), (0.36, 0.72), (0.5, 0.62), (0.58, 0.96)];
            for (index, (lo, hi)) in spans.into_iter().enumerate() {
                pen.column(index, 5, (0.0, lo), data(0));
                pen.column(index, 5, (lo, hi), theme::faded(data(0), 0.35));
            }
        }
        _ => {
            for (first, last) in [(0.2, 0.66), (0.42, 0.5), (0.62, 0.98)] {
                pen.line(&[(0.16, first), (0.84, last)], pen.tokens.muted);
                pen.dot((0.16, first), 2.8, pen.tokens.other);
                pen.dot((0.84, last), 2.8, data(0));
            }
        }
    }
}

fn delay(pen: &Pen<'_>, chart: ChartKey) {
    let data = |number: usize| pen.tokens.data(number);
    let rising: [(f32, f32); 6] = [(0.0, 0.04), (0.14, 0.3), (0.3, 0.52), (0.48, 0.7), (0.68, 0.82), (0.86, 0.9)];
    let later = |by: f32| rising.map(|(x, y)| (if x > 0.0 { (x + by).min(0.97) } else { x }, y));
    match chart {
        ChartKey::Disclosure => {
            pen.area(&rising.map(|(x, y)| (x, (y - 0.14_f32).max(0.0), (y + 0.1).min(1.0))), data(0));
            pen.steps(&rising, data(0));
        }
        ChartKey::DelayCohorts => {
            for number in 0..3_usize {
                pen.steps(&later(number as f32 * 0.1), data(number));
            }
        }
        ChartKey::DelayBounds => {
            pen.area(&rising.map(|(x, y)| (x, (y - 0.24_f32).max(0.0), (y + 0.12).min(1.0))), data(2));
            pen.line(&rising.map(|(x, y)| (x, (y - 0.24_f32).max(0.0))), data(2));
            pen.line(&rising.map(|(x, y)| (x, (y + 0.12).min(1.0))), data(2));
        }
        ChartKey::DelayCorrected => {
            pen.steps(&rising, pen.tokens.other);
            pen.steps(&later(0.12), data(0));
        }
        ChartKey::DelayAmong => {
            for (x, y) in [(0.06, 0.3), (0.14, 0.52), (0.2, 0.22), (0.27, 0.42), (0.36, 0.62), (0.46, 0.3), (0.6, 0.5)]
            {
                pen.dot((x, y), 2.4, pen.tokens.other);
            }
            pen.dashed((0.8, 0.0), (0.8, 1.0));
            pen.dot((0.8, 0.42), 3.8, data(0));
        }
        _ => {
            let cases = [(0.0, 0.3, 0.9), (0.08, 0.5, 0.74), (0.2, 0.28, 0.6), (0.3, 0.66, 1.0)];
            for (index, (first, second, last)) in cases.into_iter().enumerate() {
                let y = height_of_row(index, 4);
                pen.line(&[(first, y), (last, y)], pen.tokens.other);
                for (number, x) in [first, second, last].into_iter().enumerate() {
                    pen.dot((x, y), 2.6, data(number));
                }
            }
        }
    }
}

fn compared(pen: &Pen<'_>, chart: ChartKey) {
    let data = |number: usize| pen.tokens.data(number);
    match chart {
        ChartKey::Breakdown => {
            for (index, long) in [0.82, 0.6, 0.4, 0.2].into_iter().enumerate() {
                pen.row(index, 4, (0.0, long), theme::faded(data(0), 0.55));
                pen.whisker(index, 4, (long - 0.1, long, long + 0.14), pen.tokens.text);
            }
        }
        ChartKey::Together => pen.cells(
            5,
            5,
            |column, row| if column <= row { ((column * 2 + row * 3) % 5 + 1) as f32 / 5.0 } else { 0.0 },
            data(3),
        ),
        ChartKey::Control => {
            pen.dashed((0.0, 0.2), (1.0, 0.2));
            pen.dashed((0.0, 0.76), (1.0, 0.76));
            let points = [(0.0, 0.42), (0.16, 0.56), (0.33, 0.36), (0.5, 0.5), (0.66, 0.95), (0.83, 0.46), (1.0, 0.54)];
            pen.line(&points, data(0));
            pen.dot((0.66, 0.95), 3.2, data(1));
        }
        ChartKey::DaysBetween => {
            for (index, high) in [0.9, 0.34, 0.62, 0.2, 0.46, 0.74].into_iter().enumerate() {
                let x = (index as f32 + 0.5) / 6.0;
                pen.line(&[(x, 0.0), (x, high)], pen.tokens.other);
                pen.dot((x, high), 2.8, data(0));
            }
        }
        ChartKey::ComparePeriods => {
            for (index, (before, now)) in [(0.5, 0.66), (0.4, 0.36), (0.6, 0.92)].into_iter().enumerate() {
                pen.column(index * 2, 6, (0.0, before), pen.tokens.other);
                pen.column(index * 2 + 1, 6, (0.0, now), data(0));
            }
        }
        ChartKey::CompareGroups => {
            pen.dashed((0.5, 0.0), (0.5, 1.0));
            for (index, middle) in [0.72, 0.56, 0.46, 0.24].into_iter().enumerate() {
                pen.whisker(index, 4, (middle - 0.18, middle, middle + 0.18), data(0));
            }
        }
        _ => {
            pen.steps(&[(0.0, 0.1), (0.2, 0.4), (0.4, 0.66), (0.66, 0.84), (0.86, 0.92)], data(0));
            pen.steps(&[(0.0, 0.04), (0.3, 0.26), (0.52, 0.44), (0.74, 0.62), (0.9, 0.7)], data(1));
        }
    }
}

impl Pen<'_> {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        pos2(self.place.left() + x * self.place.width(), self.place.bottom() - y * self.place.height())
    }

    fn rect(&self, from: (f32, f32), to: (f32, f32), colour: Color32) {
        self.painter.rect_filled(Rect::from_two_pos(self.at(from), self.at(to)), CornerRadius::ZERO, colour);
    }

    fn column(&self, index: usize, of: usize, (lo, hi): (f32, f32), colour: Color32) {
        let wide = 1.0 / of as f32;
        let left = index as f32 * wide;
        self.rect((left + wide * 0.12, lo), (left + wide * 0.88, hi), colour);
    }

    fn row(&self, index: usize, of: usize, (from, to): (f32, f32), colour: Color32) {
        let (y, half) = (height_of_row(index, of), 0.34 / of as f32);
        self.rect((from, y - half), (to, y + half), colour);
    }

    fn outline(&self, index: usize, of: usize, high: f32) {
        let wide = 1.0 / of as f32;
        let left = index as f32 * wide;
        let rect = Rect::from_two_pos(self.at((left + wide * 0.12, 0.0)), self.at((left + wide * 0.88, high)));
        let corners = [rect.left_bottom(), rect.left_top(), rect.right_top(), rect.right_bottom()];
        self.painter.extend(Shape::dashed_line(&corners, Stroke::new(1.2, self.tokens.data(0)), 3.0, 2.0));
    }

    fn cells(&self, columns: usize, rows: usize, strength: impl Fn(usize, usize) -> f32, colour: Color32) {
        let (wide, high) = (1.0 / columns as f32, 1.0 / rows as f32);
        for column in 0..columns {
            for row in 0..rows {
                let strong = strength(column, row);
                if strong <= 0.0 {
                    continue;
                }
                let (left, top) = (column as f32 * wide, 1.0 - row as f32 * high);
                let to = (left + wide * 0.9, top - high * 0.86);
                self.rect((left, top), to, theme::faded(colour, 0.15 + 0.85 * strong));
            }
        }
    }

    fn line(&self, points: &[(f32, f32)], colour: Color32) {
        let points: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
        self.painter.add(Shape::line(points, Stroke::new(1.8, colour)));
    }

    fn steps(&self, points: &[(f32, f32)], colour: Color32) {
        let mut corners: Vec<(f32, f32)> = Vec::with_capacity(points.len() * 2);
        for (x, y) in points {
            if let Some((_, before)) = corners.last().copied() {
                corners.push((*x, before));
            }
            corners.push((*x, *y));
        }
        if let Some((_, last)) = corners.last().copied() {
            corners.push((1.0, last));
        }
        self.line(&corners, colour);
    }

    /// Between two heights, from place to place.
    fn area(&self, points: &[(f32, f32, f32)], colour: Color32) {
        for pair in points.windows(2) {
            if let [(a, a_lo, a_hi), (b, b_lo, b_hi)] = pair {
                let corners = [(*a, *a_lo), (*a, *a_hi), (*b, *b_hi), (*b, *b_lo)].map(|corner| self.at(corner));
                let fill = theme::faded(colour, 0.22);
                self.painter.add(Shape::convex_polygon(corners.to_vec(), fill, Stroke::NONE));
            }
        }
    }

    fn dot(&self, at: (f32, f32), radius: f32, colour: Color32) {
        self.painter.circle_filled(self.at(at), radius, colour);
    }

    fn whisker(&self, index: usize, of: usize, (lo, middle, hi): (f32, f32, f32), colour: Color32) {
        let y = height_of_row(index, of);
        self.painter.line_segment([self.at((lo, y)), self.at((hi, y))], Stroke::new(1.5, colour));
        self.dot((middle, y), 2.6, colour);
    }

    fn dashed(&self, from: (f32, f32), to: (f32, f32)) {
        let ends = [self.at(from), self.at(to)];
        self.painter.extend(Shape::dashed_line(&ends, Stroke::new(1.2, self.tokens.muted), 3.0, 2.5));
    }
}

/// Middle of a row, the first at the top.
fn height_of_row(index: usize, of: usize) -> f32 {
    1.0 - (index as f32 + 0.5) / of as f32
}
