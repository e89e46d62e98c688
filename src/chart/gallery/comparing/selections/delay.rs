//! How long on both sides: curves over each other.

use crate::chart::figures::comparing::delay::{DelayDifference, Waits};
use crate::chart::figures::comparing::{FEWEST, MedianGap, Verdict};
use crate::chart::gallery::comparing::parts::{self, Over};
use crate::chart::gallery::comparing::selections::{FIRST, SECOND, Sides};
use crate::chart::kinds;
use crate::chart::model::{Cell, ChartModel, DataTable, FootPart, Legend};
use crate::chart::words::{self, whole_days};
use crate::model::dataset::Mechanism;
use crate::text::{self, tr, tr_args};

impl Sides<'_> {
    /// How long: both curves over each other.
    pub(super) fn delay(&self) -> ChartModel {
        let (lang, question) = (self.lang(), self.ask.question);
        let one = Waits::of(self.ask.snapshot, &self.pair.first, question);
        let other = Waits::of(self.ask.snapshot, &self.pair.second, question);
        let (from, to) = words::ends(lang, question.delay);
        let mut subtitle = tr_args(lang, "chart-subtitle-delay", &[("from", from.into()), ("to", to.into())]);
        if question.mechanism == Mechanism::DisclosureList {
            subtitle.push_str(" · ");
            subtitle.push_str(&tr_args(lang, "chart-among-window", &[("days", 365_u64.into())]));
        }
        let found = one.less(&other);
        let foot = self.delay_foot(&one, &other, found.as_ref());
        if self.ask.scope.datasets > 1 {
            let title = tr(lang, "comparing-selections-title-none");
            return self.blank(title, subtitle, tr(lang, "chart-delay-several"), foot);
        }
        let few = one.told().min(other.told()) < FEWEST;
        if few {
            let (n, m) = (text::number(lang, one.told()), text::number(lang, other.told()));
            let title = self.sentence("comparing-delay-few", &n, &m, "");
            return self.blank(title, subtitle, tr(lang, "comparing-delay-few-why"), foot);
        }
        let title = self.delay_title(&one, &other, found.as_ref());
        let over = [
            Over {
                key: "first".to_owned(),
                name: words::capital(&self.names.0),
                role: FIRST,
                curve: &one.curve,
                banded: true,
            },
            Over {
                key: "second".to_owned(),
                name: words::capital(&self.names.1),
                role: SECOND,
                curve: &other.curve,
                banded: true,
            },
        ];
        let until = parts::horizon([&one, &other].into_iter());
        let table = self.delay_table([(&self.names.0, &one), (&self.names.1, &other)], found.as_ref());
        let alt = words::alt(lang, "chart-alt-curve", &title, &subtitle, "");
        let model = parts::curves(lang, super::KEY, (title, subtitle), &over, until);
        ChartModel { foot: self.foot(foot), alt, table, legend: Legend::Off, ..model }
    }

    fn delay_title(&self, one: &Waits, other: &Waits, found: Option<&DelayDifference>) -> String {
        let lang = self.lang();
        let days = |waits: &Waits| match waits.curve.median().days {
            Some(days) => tr_args(lang, "chart-days", &[("days", whole_days(days).into())]),
            None => tr(lang, "comparing-not-reached"),
        };
        let (first, second) = (days(one), days(other));
        let number = |value: f64| tr_args(lang, "chart-days", &[("days", whole_days(value).into())]);
        let (key, interval) = match found.and_then(|found| Some((found.gap?, found.dates_decide))) {
            Some((gap, _)) if gap.verdict == Verdict::Above => {
                ("comparing-delay-longer", parts::clear(lang, &gap, &number))
            }
            Some((gap, _)) if gap.verdict == Verdict::Below => {
                ("comparing-delay-shorter", parts::clear(lang, &gap, &number))
            }
            Some((_, true)) => ("comparing-delay-dates", String::new()),
            Some((gap, false)) => {
                let keys = ("comparing-signed-shorter", "comparing-signed-longer");
                ("comparing-delay-same", parts::unclear(lang, &gap, keys, &number))
            }
            None if self.ask.question.mechanism == Mechanism::Mixed => ("comparing-delay-described", String::new()),
            None => ("comparing-delay-unreached", String::new()),
        };
        self.sentence(key, &first, &second, &interval)
    }

    fn delay_foot(&self, one: &Waits, other: &Waits, found: Option<&DelayDifference>) -> Vec<FootPart> {
        let lang = self.lang();
        let used = [("one", one.n().into()), ("other", other.n().into())];
        let mut foot = vec![FootPart::text(tr_args(lang, "comparing-n-two", &used))];
        if one.open + other.open > 0 {
            foot.push(FootPart::text(words::counted(lang, "comparing-open", one.open + other.open)));
        }
        for gap in crate::chart::records::DelayGap::ALL {
            let of =
                |waits: &Waits| waits.left_out.iter().find(|(found, _)| *found == gap).map_or(0, |(_, count)| *count);
            let count = of(one) + of(other);
            if count > 0 {
                foot.push(FootPart::text(words::counted(lang, &format!("chart-gap-{}", gap.key()), count)));
            }
        }
        if one.coarse + other.coarse > 0 {
            foot.push(FootPart::text(words::counted(lang, "chart-coarse-delays", one.coarse + other.coarse)));
        }
        let gap: Option<MedianGap> = found.and_then(|found| found.gap);
        foot.extend(gap.map(|gap| parts::limits_part(lang, gap.limits)));
        foot
    }

    fn delay_table(&self, sides: [(&String, &Waits); 2], found: Option<&DelayDifference>) -> DataTable {
        let lang = self.lang();
        let whole = |value: Option<f64>| kinds::real(lang, value, 0);
        let row = |(name, waits): (&String, &Waits)| -> Vec<Cell> {
            let median = waits.curve.median();
            let by = |days: u32| kinds::share(lang, waits.curve.share_by(days).map(|step| step.share));
            vec![
                kinds::words(words::capital(name)),
                kinds::count(lang, waits.n()),
                kinds::count(lang, waits.open),
                whole(median.days),
                whole(median.low.map(f64::from)),
                whole(median.high.map(f64::from)),
                by(30),
                by(90),
                kinds::missing(),
            ]
        };
        let mut rows: Vec<Vec<Cell>> = sides.into_iter().map(row).collect();
        let shares = |by: u32| sides[0].1.share_less(sides[1].1, by).map(|found| found.difference);
        if let Some(found) = found {
            let gap = found.gap;
            rows.push(vec![
                kinds::words(tr(lang, "comparing-row-medians")),
                kinds::count(lang, sides[0].1.n() + sides[1].1.n()),
                kinds::missing(),
                whole(gap.map(|gap| gap.value)),
                whole(gap.map(|gap| gap.interval.0).filter(|end| end.is_finite())),
                whole(gap.map(|gap| gap.interval.1).filter(|end| end.is_finite())),
                kinds::share(lang, shares(30)),
                kinds::share(lang, shares(90)),
                kinds::real(lang, found.p, 4),
            ]);
        }
        let names = ["group", "used", "still-open", "median-days", "low", "high", "told-30", "told-90", "p"];
        DataTable { headers: self.headers(&names), rows }
    }
}
