//! How many people (or other units) on both sides.

use crate::chart::figures::comparing::Verdict;
use crate::chart::figures::comparing::people::{Numbers, PeopleDifference};
use crate::chart::gallery::comparing::parts::{self, Row};
use crate::chart::gallery::comparing::selections::{FIRST, SECOND, Sides};
use crate::chart::kinds;
use crate::chart::model::{Cell, ChartModel, DataTable, FootPart};
use crate::chart::words;
use crate::text::{self, tr, tr_args};

impl Sides<'_> {
    /// How many people: both medians.
    pub(super) fn people(&self) -> ChartModel {
        let (lang, question) = (self.lang(), self.ask.question);
        let unit = question.measure.0;
        let one = Numbers::of(self.ask.snapshot, &self.pair.first, question.measure);
        let other = Numbers::of(self.ask.snapshot, &self.pair.second, question.measure);
        let unit_name = tr(lang, &format!("unit-{}", unit.key()));
        let subtitle = tr_args(lang, "comparing-subtitle-people-two", &[("unit", unit_name.into())]);
        let found = one.less(&other);
        let foot = self.people_foot(&one, &other, found.as_ref());
        let Some(found) = found.filter(|found| found.gap.verdict != Verdict::Few) else {
            let title =
                self.sentence("comparing-people-few", &text::number(lang, one.n()), &text::number(lang, other.n()), "");
            return self.blank(title, subtitle, tr(lang, "comparing-people-few-why"), foot);
        };
        let number = |value: f64| parts::amount(lang, value, unit);
        let (Some(first), Some(second)) = (one.middle(), other.middle()) else {
            return self.blank(String::new(), subtitle, tr(lang, "comparing-people-few-why"), foot);
        };
        let (key, interval) = match found.gap.verdict {
            Verdict::Above => ("comparing-people-more", parts::clear(lang, &found.gap, &number)),
            Verdict::Below => ("comparing-people-fewer", parts::clear(lang, &found.gap, &number)),
            Verdict::NotClear | Verdict::Few => {
                let keys = ("comparing-signed-fewer", "comparing-signed-more");
                ("comparing-people-same", parts::unclear(lang, &found.gap, keys, &number))
            }
        };
        let title = self.sentence(key, &number(first.median), &number(second.median), &interval);
        let (a, b) = self.records();
        let sides = [(&self.names.0, &one, first, FIRST, a), (&self.names.1, &other, second, SECOND, b)];
        let rows: Vec<Row> = sides
            .into_iter()
            .map(|(name, numbers, middle, role, records)| {
                let label = number(middle.median);
                let n = tr_args(lang, "chart-n", &[("n", numbers.n().into())]);
                let end = |end: Option<u64>| end.map(|end| parts::log(end as f64));
                Row {
                    name: words::capital(name),
                    middle: Some(parts::log(middle.median)),
                    ends: (end(middle.interval.0), end(middle.interval.1)),
                    hover: vec![words::capital(name), label.clone(), n],
                    label,
                    role,
                    records,
                }
            })
            .collect();
        let positions: Vec<f64> = rows.iter().flat_map(|row| [row.middle, row.ends.0, row.ends.1]).flatten().collect();
        let axis = parts::log_axis(lang, tr(lang, "chart-column-size"), positions.into_iter());
        let alt = words::alt(lang, "comparing-alt-ranges", &title, &subtitle, "");
        let table = self.people_table([(&self.names.0, &one), (&self.names.1, &other)], &found);
        ChartModel { foot: self.foot(foot), alt, table, ..parts::ranges(super::KEY, (title, subtitle), rows, axis) }
    }

    fn people_foot(&self, one: &Numbers, other: &Numbers, found: Option<&PeopleDifference>) -> Vec<FootPart> {
        let lang = self.lang();
        let mut foot = vec![FootPart::text(tr_args(
            lang,
            "comparing-n-two",
            &[("one", one.n().into()), ("other", other.n().into())],
        ))];
        for (key, count) in
            [("comparing-ranges", one.ranges + other.ranges), ("comparing-no-number", one.without + other.without)]
        {
            if count > 0 {
                foot.push(FootPart::text(words::counted(lang, key, count)));
            }
        }
        if let Some(found) = found {
            let share = text::share(lang, found.superiority, 0);
            foot.push(FootPart::text(tr_args(lang, "comparing-superiority", &[("share", share.into())])));
            foot.push(parts::limits_part(lang, found.gap.limits));
        }
        foot
    }

    fn people_table(&self, sides: [(&String, &Numbers); 2], found: &PeopleDifference) -> DataTable {
        let lang = self.lang();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for (name, numbers) in sides {
            let middle = numbers.middle();
            rows.push(vec![
                kinds::words(words::capital(name)),
                kinds::count(lang, numbers.n()),
                kinds::real(lang, middle.map(|middle| middle.median), 1),
                kinds::real(lang, middle.and_then(|middle| middle.interval.0).map(|low| low as f64), 0),
                kinds::real(lang, middle.and_then(|middle| middle.interval.1).map(|high| high as f64), 0),
                kinds::missing(),
            ]);
        }
        let n = sides[0].1.n() + sides[1].1.n();
        let mut difference = |name: &str, value: f64, low: Option<f64>, high: Option<f64>, p: Option<f64>| {
            rows.push(vec![
                kinds::words(tr(lang, name)),
                kinds::count(lang, n),
                kinds::real(lang, Some(value), 1),
                kinds::real(lang, low, 1),
                kinds::real(lang, high, 1),
                kinds::real(lang, p, 4),
            ]);
        };
        let gap = found.gap;
        difference("comparing-row-medians", gap.value, Some(gap.interval.0), Some(gap.interval.1), None);
        if let Some(shift) = found.shift {
            difference("comparing-row-shift", shift.shift, shift.low, shift.high, found.p);
        }
        DataTable { headers: self.headers(&["group", "with-number", "median", "low", "high", "p"]), rows }
    }
}
