//! Dated remarks of the datasets ("notification law widened") as dashed lines on charts over time.
//!
//! [`crate::chart::gallery::draw`] puts them on every figure whose horizontal axis is time, so that a figure need not
//! think of them; the charts of the overview ask for them here.

use crate::chart::model::{Annotation, Axis, ChartModel, Scale};
use crate::chart::words::{self, Context};
use crate::model::dataset::DatedNote;
use crate::text::tr_args;

/// Puts the remarks that lie within the chart's time on it, and says them in its alternative text. A chart whose
/// horizontal axis is not time, and one with nothing to draw, stays as it is.
pub fn annotate(model: &mut ChartModel, context: &Context) {
    if model.empty.is_some() {
        return;
    }
    for (note, annotation) in within(context, &model.x) {
        if model.annotations.contains(&annotation) {
            continue;
        }
        let args = [("day", words::day(context.lang, note.day).into()), ("text", note.text.trim().into())];
        model.alt.push(' ');
        model.alt.push_str(&tr_args(context.lang, "time-alt-remark", &args));
        model.annotations.push(annotation);
    }
    model.annotations.sort_by(|one, other| one.at.total_cmp(&other.at));
}

/// Puts the lines of the remarks on a panel, without their texts: a panel has no room for them, and the figure says
/// them once.
pub fn mark(panel: &mut ChartModel, context: &Context) {
    let lines = within(context, &panel.x).into_iter().map(|(_, line)| Annotation { text: String::new(), ..line });
    let lines: Vec<Annotation> =
        lines.filter(|line| panel.annotations.iter().all(|known| known.at != line.at)).collect();
    panel.annotations.extend(lines);
}

/// The remarks whose day lies within a time axis, in order, each once. A remark of the day after the last one shown
/// is outside.
pub fn within<'a>(context: &'a Context, axis: &Axis) -> Vec<(&'a DatedNote, Annotation)> {
    if axis.scale != Scale::Time {
        return Vec::new();
    }
    let mut found: Vec<(&DatedNote, Annotation)> = Vec::new();
    for note in &context.annotations {
        let annotation = Annotation { at: f64::from(note.day.0), text: note.text.trim().to_owned() };
        let inside = annotation.at >= axis.lo && annotation.at < axis.hi && !annotation.text.is_empty();
        if inside && !found.iter().any(|(_, known)| *known == annotation) {
            found.push((note, annotation));
        }
    }
    found.sort_by_key(|(note, _)| note.day);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::kinds;
    use crate::chart::model::ChartKey;
    use crate::model::calendar::Day;

    fn context(days: &[i32]) -> Context {
        let note = |day: &i32| DatedNote { day: Day(*day), text: format!("remark {day}") };
        Context { annotations: days.iter().map(note).collect(), ..Context::default() }
    }

    fn chart(scale: Scale, lo: f64, hi: f64) -> ChartModel {
        let mut model = kinds::blank(ChartKey::Incidents, String::new(), String::new(), String::new());
        model.empty = None;
        model.alt = "Bar chart.".to_owned();
        model.x = Axis { scale, lo, hi, ..model.x };
        model
    }

    #[test]
    fn only_remarks_within_the_time_shown_are_drawn_once_and_in_order() {
        let mut model = chart(Scale::Time, 100.0, 200.0);
        let notes = context(&[199, 100, 200, 99, 150, 150]);
        annotate(&mut model, &notes);
        annotate(&mut model, &notes);
        let at: Vec<f64> = model.annotations.iter().map(|annotation| annotation.at).collect();
        assert_eq!(at, [100.0, 150.0, 199.0]);
        assert_eq!(
            model.alt,
            "Bar chart. Marked: remark 100 (11 April 1970). Marked: remark 150 (31 May 1970). \
             Marked: remark 199 (19 July 1970)."
        );
    }

    #[test]
    fn other_axes_and_empty_charts_have_none() {
        let mut linear = chart(Scale::Linear, 0.0, 1_000.0);
        annotate(&mut linear, &context(&[150]));
        assert!(linear.annotations.is_empty());
        let mut empty = ChartModel { empty: Some("Nothing.".to_owned()), ..chart(Scale::Time, 0.0, 1_000.0) };
        annotate(&mut empty, &context(&[150]));
        assert!(empty.annotations.is_empty() && empty.alt == "Bar chart.");
    }
}
