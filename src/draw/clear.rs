//! What texts in a plot keep clear of: texts that stand already, and marks.

use crate::draw::scene::{Area, Item};

/// What stands in a plot already.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    texts: Vec<Area>,
    boxes: Vec<Area>,
    lines: Vec<[(f64, f64); 2]>,
    grid: Vec<f64>,
    pale: Vec<Vec<(f64, f64)>>,
}

/// From how much of a colour on an area hides what is written on it.
const PALE: f64 = 0.5;

impl Ground {
    /// What is drawn around a plot and in it. Pale areas may be written on; grid lines are better kept clear of.
    pub fn of(axes: &[Item], marks: &[Vec<Item>]) -> Self {
        let mut ground = Self::default();
        for item in axes {
            match item {
                Item::Text(text) => ground.texts.push(text.area()),
                Item::Path { points, .. } => {
                    if let [(_, a), (_, b)] = points.as_slice()
                        && (a - b).abs() < 0.01
                    {
                        ground.grid.push(*a);
                    }
                }
                _ => {}
            }
        }
        for item in marks.iter().flatten() {
            ground.mark(item);
        }
        ground
    }

    fn mark(&mut self, item: &Item) {
        match item {
            Item::Rect { area, .. } => self.boxes.push(*area),
            Item::Path { points, .. } => {
                self.lines.extend(points.windows(2).filter_map(|pair| Some([*pair.first()?, *pair.get(1)?])));
            }
            Item::Shape { points, opacity, .. } if *opacity > PALE => self.boxes.extend(around(points)),
            Item::Dot { at, radius, .. } => {
                self.boxes.push(Area { x: at.0 - radius, y: at.1 - radius, width: 2.0 * radius, height: 2.0 * radius });
            }
            Item::Shape { points, .. } => self.pale.push(points.clone()),
            Item::Text(_) => {}
        }
    }

    /// Remembers a text that stands now.
    pub fn take(&mut self, area: Area) {
        self.texts.push(area);
    }

    /// Remembers a line that is drawn now.
    pub fn take_line(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.lines.push([from, to]);
    }

    /// Whether no text stands in an area.
    pub fn has_no_text(&self, area: &Area) -> bool {
        !self.texts.iter().any(|other| other.overlaps(area))
    }

    /// How many marks an area touches.
    pub fn marks_in(&self, area: &Area) -> usize {
        let boxes = self.boxes.iter().filter(|other| other.overlaps(area)).count();
        boxes + self.lines.iter().filter(|line| crosses(line, area)).count()
    }

    /// Whether at most lines pass through an area.
    pub fn has_only_lines(&self, area: &Area) -> bool {
        self.has_no_text(area) && !self.boxes.iter().any(|other| other.overlaps(area))
    }

    /// Whether nothing stands in an area.
    pub fn is_free(&self, area: &Area) -> bool {
        self.has_only_lines(area) && !self.lines.iter().any(|line| crosses(line, area))
    }

    /// Whether an area lies on a pale one, in part at least: words in colours of data cannot be read there.
    pub fn has_pale(&self, area: &Area) -> bool {
        let shares = [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().flat_map(|across| [(across, 0.1), (across, 0.8)]);
        let mut points = shares.map(|(across, down)| (area.x + area.width * across, area.y + area.height * down));
        points.any(|point| self.pale.iter().any(|corners| is_inside(corners, point)))
    }

    /// Whether a grid line runs through the letters of a text in an area.
    pub fn has_grid(&self, area: &Area) -> bool {
        let (top, bottom) = (area.y + area.height * 0.15, area.bottom() - area.height * 0.2);
        self.grid.iter().any(|y| (top..bottom).contains(y))
    }
}

/// Whether a point lies inside of corners.
fn is_inside(corners: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let next = corners.iter().cycle().skip(1);
    let crossed = corners
        .iter()
        .zip(next)
        .filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0);
    crossed.count() % 2 == 1
}

/// The rectangle around points.
fn around(points: &[(f64, f64)]) -> Option<Area> {
    let (x, y) = points.first().copied()?;
    let bounds = points.iter().fold((x, y, x, y), |(left, top, right, bottom), (x, y)| {
        (left.min(*x), top.min(*y), right.max(*x), bottom.max(*y))
    });
    let (left, top, right, bottom) = bounds;
    Some(Area { x: left, y: top, width: right - left, height: bottom - top })
}

/// Whether a straight line runs through an area.
fn crosses([a, b]: &[(f64, f64); 2], area: &Area) -> bool {
    // What is left of the line between the sides of the area, as shares of its length.
    let (mut from, mut until) = (0.0_f64, 1.0_f64);
    for (start, end, low, high) in [(a.0, b.0, area.x, area.right()), (a.1, b.1, area.y, area.bottom())] {
        let long = end - start;
        if long.abs() < 1e-9 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / long, (high - start) / long);
        from = from.max(one.min(other));
        until = until.min(one.max(other));
    }
    from < until
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::scene::{Fill, Stroke};
    use crate::draw::style::Colour;

    #[test]
    fn lines_are_met_where_they_run_and_not_where_their_box_is() {
        let area = Area { x: 10.0, y: 10.0, width: 10.0, height: 10.0 };
        for (line, is_met) in [
            ([(0.0, 15.0), (30.0, 15.0)], true),
            ([(0.0, 0.0), (30.0, 30.0)], true),
            ([(15.0, 12.0), (16.0, 13.0)], true),
            ([(0.0, 10.0), (30.0, 10.0)], false),
            ([(15.0, 0.0), (15.0, 9.0)], false),
            // Past a corner.
            ([(0.0, 15.0), (15.0, 30.0)], false),
        ] {
            assert_eq!(crosses(&line, &area), is_met, "{line:?}");
        }
    }

    #[test]
    fn pale_areas_may_be_written_on_and_bars_not() {
        let area = Area { x: 0.0, y: 0.0, width: 50.0, height: 50.0 };
        let corners = vec![(0.0, 0.0), (50.0, 0.0), (50.0, 50.0)];
        let blue = Colour(0, 0, 200);
        let within = Area { x: 20.0, y: 20.0, width: 10.0, height: 10.0 };
        let free = |item: Item| Ground::of(&[], &[vec![item]]).is_free(&within);
        let pale = Item::Shape { points: corners.clone(), fill: blue, opacity: 0.18 };
        assert!(Ground::of(&[], &[vec![pale.clone()]]).has_pale(&within) && free(pale));
        let beside = Area { x: 60.0, ..within };
        let pale = Item::Shape { points: corners.clone(), fill: blue, opacity: 0.18 };
        assert!(!Ground::of(&[], &[vec![pale]]).has_pale(&beside));
        assert!(!free(Item::Shape { points: corners, fill: blue, opacity: 1.0 }));
        assert!(!free(Item::Rect { area, fill: Fill::Solid(blue), edge: None }));
        assert!(!free(Item::Dot { at: (25.0, 25.0), radius: 2.0, fill: blue, edge: None }));
        let grid = Item::Path { points: vec![(0.0, 25.0), (50.0, 25.0)], stroke: Stroke::solid(blue, 1.0) };
        let ground = Ground::of(&[grid], &[]);
        assert!(ground.is_free(&within) && ground.has_grid(&within), "a grid line is no mark");
    }
}
