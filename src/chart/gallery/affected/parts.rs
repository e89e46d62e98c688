//! What the figures of how many were affected have in common: feet, amounts in words, names, choices.

use crate::chart::figures::affected::{self, AffectedFigure};
use crate::chart::figures::pool::{Counted, Middle};
use crate::chart::findings;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{ChartKey, ChartModel, FootLine, FootPart, Tick};
use crate::chart::records::RecordsKey;
use crate::chart::ticks;
use crate::chart::words::{self, Rounding};
use crate::frame::RecordId;
use crate::model::affected::Unit;
use crate::model::incident::Incident;
use crate::model::organisation::Role;
use crate::query::Expr;
use crate::query::expr::Sure;
use crate::text::{self, Lang, tr, tr_args};

/// Longest name that is written on a figure, in characters.
const NAME_MOST: usize = 34;

/// What the figures of how many were affected begin with.
pub(super) struct Base<'a> {
    /// What is asked.
    pub ask: &'a Ask<'a>,
    /// Counts for the foot.
    pub figure: AffectedFigure,
    /// Language.
    pub lang: Lang,
    /// What is counted.
    pub unit: Unit,
}

impl<'a> Base<'a> {
    /// Counts what the foot says.
    pub fn new(ask: &'a Ask<'a>) -> Self {
        let mut figure = AffectedFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope);
        if let Some(largest) = &mut figure.largest {
            largest.name = name(ask, largest.id);
        }
        Self { ask, figure, lang: ask.context.lang, unit: ask.question.measure.0 }
    }

    /// The words for a key.
    pub fn tr(&self, key: &str) -> String {
        tr(self.lang, key)
    }

    /// Why there is nothing to draw, if so: no record, or no number.
    pub fn nothing(&self) -> Option<String> {
        if self.figure.total == 0 {
            Some(findings::incidents::nothing_in(self.ask.scope, self.lang))
        } else if self.figure.n == 0 {
            Some(words::counted(self.lang, "chart-no-number-of", self.figure.total))
        } else {
            None
        }
    }

    /// The foot: what the figure rests on, what is said of this one figure, and the basis.
    pub fn foot(&self, more: Vec<FootPart>) -> Vec<FootLine> {
        let (scope, context) = (self.ask.scope, self.ask.context);
        let mut lines = vec![FootLine { parts: findings::affected::small_print_of(&self.figure, scope, context) }];
        if !more.is_empty() {
            lines.push(FootLine { parts: more });
        }
        lines.push(words::basis(scope, context));
        lines
    }

    /// `people, data exposed`.
    pub fn measure(&self) -> String {
        let (unit, effect) = self.ask.question.measure;
        let unit = tr(self.lang, &format!("unit-{}", unit.key()));
        format!("{unit}, {}", tr(self.lang, &format!("effect-{}", effect.key())))
    }

    /// A number with every digit.
    pub fn exactly(&self, number: u128) -> String {
        words::amount(self.lang, number, self.unit, Rounding::Exact)
    }

    /// A record's number inside a sentence: `3,243,664 people`, `at least 500 people`, `5 to 10 people`.
    pub fn counted(&self, record: &Counted, rounding: Rounding) -> String {
        self.between(u128::from(record.lo), record.hi.map(u128::from), rounding)
    }

    /// A range inside a sentence.
    pub fn between(&self, lo: u128, hi: Option<u128>, rounding: Rounding) -> String {
        let said = |number, rounding| words::amount(self.lang, number, self.unit, rounding);
        let down = if rounding == Rounding::Nearest { Rounding::Down } else { rounding };
        match hi {
            Some(hi) if hi == lo => said(hi, rounding),
            Some(hi) if lo == 0 => tr_args(self.lang, "chart-up-to", &[("amount", said(hi, rounding).into())]),
            Some(hi) => {
                let low = bare(self.lang, lo, down);
                let args = [("low", low.into()), ("amount", said(hi, rounding).into())];
                tr_args(self.lang, "people-between", &args)
            }
            None => tr_args(self.lang, "chart-at-least-in", &[("amount", said(lo, down).into())]),
        }
    }

    /// A quantile inside a sentence.
    pub fn middle(&self, middle: &Middle) -> String {
        self.between(whole(middle.lo), middle.hi.map(whole), Rounding::Nearest)
    }

    /// `likely between 2,100 and 2,500`; where more numbers are needed for that, it says so.
    pub fn likely(&self, middle: &Middle) -> String {
        let bare = |number: u64| bare(self.lang, number.into(), Rounding::Nearest);
        match middle.interval {
            Some((low, Some(high))) => {
                tr_args(self.lang, "people-likely", &[("low", bare(low).into()), ("high", bare(high).into())])
            }
            Some((low, None)) => tr_args(self.lang, "people-likely-above", &[("low", bare(low).into())]),
            None => tr(self.lang, "people-likely-few"),
        }
    }

    /// The mean with the largest incident and without it, where that is asked. Never alone: it follows the largest.
    pub fn means(&self) -> Option<FootPart> {
        let (figure, largest) = (&self.figure, self.figure.largest.as_ref()?);
        if !self.ask.options.is_on("mean") || figure.n < 5 {
            return None;
        }
        let mean = |sum: u128, n: u64| self.exactly((sum as f64 / n.max(1) as f64).round() as u128);
        let without = mean(figure.sum_lo - u128::from(largest.lo), figure.n - 1);
        let args = [("with", mean(figure.sum_lo, figure.n).into()), ("without", without.into())];
        let key = if figure.ranges == 0 { "people-mean" } else { "people-mean-at-least" };
        Some(FootPart::text(tr_args(self.lang, key, &args)))
    }

    /// The choice to see the mean.
    pub fn mean_choice(&self) -> Choice {
        switch(self.ask, "mean", "people-choice-mean")
    }

    /// Paragraphs of the definition: each key's words.
    pub fn definition(&self, keys: &[&str]) -> Vec<String> {
        let unit = tr(self.lang, &format!("unit-{}", self.unit.key()));
        keys.iter().map(|key| tr_args(self.lang, key, &[("unit", (&unit).into())])).collect()
    }

    /// A figure with nothing to draw but its words.
    pub fn instead(&self, key: ChartKey, sentence: String, extra: Drawn) -> Drawn {
        let title = self.tr("people-title-none");
        let model = ChartModel { foot: self.foot(Vec::new()), ..kinds::blank(key, title, self.measure(), sentence) };
        Drawn { model, ..extra }
    }
}

/// A quantile as a whole number.
pub(super) fn whole(value: f64) -> u128 {
    value.max(0.0).round() as u128
}

/// Ticks of a logarithmic axis: at powers of ten, and at twice and five times those where there are few.
pub(in crate::chart::gallery) fn log_ticks(lang: Lang, lo: f64, hi: f64) -> Vec<Tick> {
    if hi - lo > 2.2 {
        return ticks::log10(lang, lo, hi);
    }
    let powers = libm::floor(lo).clamp(0.0, 18.0) as u32..=libm::ceil(hi).clamp(0.0, 18.0) as u32;
    let numbers = powers.flat_map(|power| [1, 2, 5].map(|step| step * 10_u128.pow(power)));
    let placed = numbers.map(|number| Tick { at: libm::log10(number as f64), label: ticks::short(lang, number) });
    placed.filter(|tick| tick.at >= lo - 1e-9 && tick.at <= hi + 1e-9).collect()
}

/// A number without its unit.
pub(super) fn bare(lang: Lang, number: u128, rounding: Rounding) -> String {
    match rounding {
        Rounding::Nearest => text::people(lang, number),
        Rounding::Down => text::number::people_floor(lang, number),
        Rounding::Exact => text::number(lang, number),
    }
}

/// The records with at least, or surely at least, a number.
pub(super) fn counting(ask: &Ask<'_>, from: u64, to: Option<u64>, how: Sure) -> RecordsKey {
    RecordsKey::Where(Expr::Count { measure: ask.question.measure, from, to, how })
}

/// These records.
pub(super) fn these(ids: Vec<RecordId>) -> RecordsKey {
    RecordsKey::Where(Expr::Records(ids))
}

/// What a record is called: the organisation's name, or the title as it was written; empty if neither is there.
pub(in crate::chart::gallery) fn name(ask: &Ask<'_>, id: RecordId) -> String {
    let values = ask.snapshot.row_of(id).and_then(|row| ask.snapshot.values_at(row));
    let folded = values.as_ref().map(|values| values.title.clone()).unwrap_or_default();
    let known = values.map(affected::name_in).unwrap_or_default();
    // The frame keeps titles without capitals and accents: read the record itself for those.
    if known.is_empty() || known == folded {
        return (ask.document)(id).map(|incident| name_of(&incident)).filter(|name| !name.is_empty()).unwrap_or(known);
    }
    known
}

fn name_of(incident: &Incident) -> String {
    let named = |role: Role| incident.organisations.iter().find(|party| party.role == role && !party.name.is_empty());
    let party = [Role::Victim, Role::Notifier, Role::Processor].into_iter().find_map(named);
    party.map_or_else(|| incident.title.clone(), |party| party.name.clone())
}

/// A name as it is written on a figure: cut at a word, with an ellipsis.
pub(in crate::chart::gallery) fn short(name: &str) -> String {
    if name.chars().count() <= NAME_MOST {
        return name.to_owned();
    }
    let cut: String = name.chars().take(NAME_MOST - 1).collect();
    let ends_word = name.chars().nth(NAME_MOST - 1) == Some(' ');
    let space = cut.rfind(' ').filter(|at| !ends_word && *at >= NAME_MOST / 2);
    let at_word = space.and_then(|at| cut.get(..at)).unwrap_or(&cut);
    format!("{}…", at_word.trim_end_matches([',', ';', ':', '-', '–', ' ', '(']))
}

/// A name for a sentence, or what stands in its place.
pub(in crate::chart::gallery) fn name_or(ask: &Ask<'_>, id: RecordId, without: &str) -> String {
    let name = name(ask, id);
    if name.is_empty() { tr(ask.context.lang, without) } else { name }
}

/// One of a few, side by side: values with the keys of their names. The first is chosen where nothing else is.
pub(in crate::chart::gallery) fn segments(
    ask: &Ask<'_>,
    key: &'static str,
    name: &str,
    values: &[(&str, &str)],
) -> (Choice, String) {
    let lang = ask.context.lang;
    let named = values.iter().map(|(value, name)| ((*value).to_owned(), tr(lang, name))).collect();
    let chosen = ask.options.get(key).filter(|chosen| values.iter().any(|(value, _)| value == chosen));
    let current = chosen.or_else(|| values.first().map(|(value, _)| *value)).unwrap_or_default().to_owned();
    let choice = OwnChoice { key, name: tr(lang, name), control: Control::Segments(named), current: current.clone() };
    (Choice::Own(choice), current)
}

/// One of a few whole numbers, side by side. The first is chosen where nothing else is.
pub(in crate::chart::gallery) fn numbers(
    ask: &Ask<'_>,
    key: &'static str,
    name: &str,
    values: &[usize],
) -> (Choice, usize) {
    let lang = ask.context.lang;
    let named = values.iter().map(|value| (value.to_string(), text::number(lang, *value as u128))).collect();
    let asked = ask.options.number(key).and_then(|number| usize::try_from(number).ok());
    let current = asked.filter(|asked| values.contains(asked)).or(values.first().copied()).unwrap_or_default();
    let control = Control::Segments(named);
    (Choice::Own(OwnChoice { key, name: tr(lang, name), control, current: current.to_string() }), current)
}

/// On or off.
pub(in crate::chart::gallery) fn switch(ask: &Ask<'_>, key: &'static str, name: &str) -> Choice {
    let current = if ask.options.is_on(key) { "on" } else { "" }.to_owned();
    Choice::Own(OwnChoice { key, name: tr(ask.context.lang, name), control: Control::Switch, current })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_at_a_word() {
        assert_eq!(short("Equifax Inc."), "Equifax Inc.");
        assert_eq!(short("University of Washington Medicine and Partners"), "University of Washington Medicine…");
        assert_eq!(short(&"x".repeat(60)).chars().count(), NAME_MOST);
    }
}
