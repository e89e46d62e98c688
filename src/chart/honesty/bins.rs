//! Bars and axes: do they stand for what their size suggests?

use crate::chart::figures::delay::DelayFigure;
use crate::chart::figures::sizes;
use crate::chart::gallery::Family;
use crate::chart::honesty::{Caution, Repair, Rule, Subject};
use crate::chart::model::{Bar, ChartKey, Direction, Marks, Scale};
use crate::chart::records::{RecordsKey, SizeBin};
use crate::text;

/// Months differ by a tenth in length; what differs more is no longer one kind of bar.
const ALIKE: f64 = 1.2;

/// Bars of the same kind that stand for stretches of unequal length, or for a range that the data begins within.
pub(super) fn unequal_bins(subject: &Subject<'_>) -> Option<Caution> {
    let widths = || bars(subject, Direction::Up).filter(|bar| !bar.partial).map(|bar| bar.width);
    let (least, most) = (widths().fold(f64::INFINITY, f64::min), widths().fold(0.0, f64::max));
    if subject.model.x.scale == Scale::Time && most > least * ALIKE {
        return Some(Caution {
            figure: 0,
            rule: Rule::UnequalBins,
            why: subject.say("honesty-unequal-bins-why", &[]),
            records: None,
            repair: None,
        });
    }
    begun_within(subject)
}

/// The lowest size that a dataset's floor cuts: "incidents of 500 or more" fill half of the bar from 100 to 999.
fn begun_within(subject: &Subject<'_>) -> Option<Caution> {
    if subject.key != ChartKey::AffectedSizes {
        return None;
    }
    let floor = subject.datasets.iter().filter_map(|dataset| dataset.floor).max()?;
    let power = u8::try_from(floor.checked_ilog10()?).ok()?;
    let lowest = 10_u64.pow(u32::from(power));
    let bin = SizeBin::PowerOfTen(power);
    let counted = counts_in(subject, bin);
    if floor == lowest || counted == 0 {
        return None;
    }
    let number = |number: u64| text::number(subject.lang, number).into();
    let args = [
        ("floor", number(floor)),
        ("low", number(lowest)),
        ("high", number(lowest.saturating_mul(10) - 1)),
        ("count", counted.into()),
    ];
    let curve = Family::of(ChartKey::AffectedCurve).map(|_| Repair::Figure(ChartKey::AffectedCurve));
    Some(Caution {
        figure: 0,
        rule: Rule::UnequalBins,
        why: subject.say("honesty-unequal-bins-floor", &args),
        records: Some(RecordsKey::Size(bin)),
        repair: curve.map(|repair| (subject.say("honesty-repair-curve", &[]), repair)),
    })
}

fn counts_in(subject: &Subject<'_>, bin: SizeBin) -> u64 {
    let measure = subject.question.measure;
    let chunks = subject.snapshot.chunks().iter().enumerate();
    chunks
        .map(|(at, chunk)| {
            let column = chunk.counts(measure);
            let cells = subject.selection.in_chunk(at);
            let cells = cells.map(|index| column.map(|column| column.get(index)).unwrap_or_default());
            cells.filter(|cell| sizes::bin(*cell) == Some(bin)).count() as u64
        })
        .sum()
}

/// Bars that do not begin at zero, and curves whose axis ends before their last step.
pub(super) fn truncated_axis(subject: &Subject<'_>) -> Option<Caution> {
    let model = subject.model;
    let is_cut = bars(subject, Direction::Up).next().is_some() && model.y.scale == Scale::Linear && model.y.lo != 0.0
        || bars(subject, Direction::Right).next().is_some() && model.x.scale == Scale::Linear && model.x.lo != 0.0;
    if is_cut {
        return Some(Caution {
            figure: 0,
            rule: Rule::TruncatedAxis,
            why: subject.say("honesty-truncated-axis-zero", &[]),
            records: None,
            repair: None,
        });
    }
    if subject.key != ChartKey::Disclosure || model.empty.is_some() || model.x.scale != Scale::Linear {
        return None;
    }
    let figure = DelayFigure::compute(subject.snapshot, subject.selection, subject.question, subject.scope);
    // A list of disclosures is asked about a window; what lies beyond it is counted in its foot.
    if figure.window.is_some() {
        return None;
    }
    let curve = figure.late.as_ref().unwrap_or(&figure.early);
    let longest = curve.last_told().filter(|days| *days != u32::MAX && f64::from(*days) > model.x.hi)?;
    let first_hidden = model.x.hi as u32 + 1;
    let args = [("days", (model.x.hi as u64).into()), ("longest", u64::from(longest).into())];
    Some(Caution {
        figure: 0,
        rule: Rule::TruncatedAxis,
        why: subject.say("honesty-truncated-axis-days", &args),
        records: Some(RecordsKey::DelayBetween { from: first_hidden, to: None }),
        repair: Some((subject.say("honesty-repair-log", &[]), Repair::Option { key: "axis", value: "log".to_owned() })),
    })
}

/// The bars of the model that grow in a direction.
pub(super) fn bars<'a>(subject: &'a Subject<'_>, wanted: Direction) -> impl Iterator<Item = &'a Bar> {
    subject.model.series.iter().flat_map(move |series| match &series.marks {
        Marks::Bars { direction, bars } if *direction == wanted => bars.as_slice(),
        _ => &[],
    })
}
