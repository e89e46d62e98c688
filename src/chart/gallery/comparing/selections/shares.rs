//! The shares of a field's words on both sides.

use crate::chart::figures::comparing::selections::{Shares, WordShare};
use crate::chart::figures::comparing::{FEWEST, Verdict};
use crate::chart::gallery::comparing::fields;
use crate::chart::gallery::comparing::parts::{self, Row};
use crate::chart::gallery::comparing::selections::{FIRST, Sides};
use crate::chart::kinds;
use crate::chart::model::{Along, Cell, ChartModel, ColourRole, DataTable, FootPart, Marks, Rule, Series};
use crate::chart::records::RecordsKey;
use crate::chart::words;
use crate::frame::batch::Field;
use crate::query::Expr;
use crate::text::{self, tr, tr_args};

impl Sides<'_> {
    /// The shares of a field's words: their differences.
    pub(super) fn shares(&self) -> ChartModel {
        let lang = self.lang();
        let Some(field) = fields::chosen(self.ask) else {
            return self.blank(
                tr(lang, "comparing-selections-title-none"),
                String::new(),
                tr(lang, "comparing-no-field"),
                Vec::new(),
            );
        };
        let name = fields::name(lang, &field);
        let found = Shares::of(self.ask.snapshot, &self.pair, &field, fields::top(self.ask));
        let args =
            [("field", name.clone().into()), ("a", self.names.0.clone().into()), ("b", self.names.1.clone().into())];
        let subtitle = tr_args(lang, "comparing-subtitle-shares", &args);
        let foot = self.shares_foot(&found);
        let table = self.shares_table(&found);
        if found.known.0.min(found.known.1) < FEWEST || found.words.is_empty() {
            let title = self.sentence("comparing-shares-few", "", "", "");
            let why = tr_args(lang, "comparing-shares-few-why", &[("field", name.into())]);
            return ChartModel { table, ..self.blank(title, subtitle, why, foot) };
        }
        let title = self.shares_title(&found, &name);
        let rows: Vec<Row> = found.words.iter().map(|word| self.share_row(word, &found, &field)).collect();
        let ends = rows.iter().flat_map(|row| [row.ends.0, row.ends.1]).flatten();
        let (lo, hi) = ends.fold((0.0_f64, 0.0_f64), |(lo, hi), at| (lo.min(at), hi.max(at)));
        let axis = parts::share_axis(lang, tr(lang, "comparing-axis-difference"), (lo, hi));
        let alt = words::alt(lang, "comparing-alt-ranges", &title, &subtitle, "");
        let mut model = parts::ranges(super::KEY, (title, subtitle), rows, axis);
        model.series.insert(
            0,
            Series {
                key: "zero".to_owned(),
                name: tr(lang, "comparing-no-difference"),
                role: ColourRole::Muted,
                marks: Marks::Rules { rules: vec![Rule { at: 0.0, along: Along::Y, label: String::new() }] },
                label: None,
            },
        );
        ChartModel { foot: self.foot(foot), alt, table, ..model }
    }

    fn shares_title(&self, found: &Shares, name: &str) -> String {
        let lang = self.lang();
        let percent = |part: u64, whole: u64| text::share(lang, part as f64 / whole.max(1) as f64, 0);
        let named = |wanted: Verdict| -> Vec<String> {
            let words = found.words.iter().filter(|word| word.verdict == wanted);
            let said = words.map(|word| {
                let args = [
                    ("word", word.word.clone().into()),
                    ("one", percent(word.counts.0, found.known.0).into()),
                    ("other", percent(word.counts.1, found.known.1).into()),
                ];
                tr_args(lang, "comparing-word-shares", &args)
            });
            said.take(2).collect()
        };
        let (more, fewer) = (named(Verdict::Above), named(Verdict::Below));
        match (more.is_empty(), fewer.is_empty()) {
            (true, true) => {
                let compared = ("compared", found.words.len().into());
                let args = [
                    compared,
                    ("field", name.into()),
                    ("a", self.names.0.clone().into()),
                    ("b", self.names.1.clone().into()),
                ];
                tr_args(lang, "comparing-shares-none", &args)
            }
            (false, true) => self.sentence("comparing-shares-more", &parts::list(lang, &more), "", ""),
            (true, false) => self.sentence("comparing-shares-fewer", &parts::list(lang, &fewer), "", ""),
            (false, false) => {
                let (more, fewer) = (parts::list(lang, &more), parts::list(lang, &fewer));
                self.sentence("comparing-shares-both", &more, &fewer, "")
            }
        }
    }

    fn share_row(&self, word: &WordShare, found: &Shares, field: &Field) -> Row {
        let lang = self.lang();
        let percent = |part: u64, whole: u64| text::share(lang, part as f64 / whole.max(1) as f64, 0);
        let args = [
            ("one", percent(word.counts.0, found.known.0).into()),
            ("other", percent(word.counts.1, found.known.1).into()),
        ];
        let label = tr_args(lang, "comparing-against", &args);
        let clear = matches!(word.verdict, Verdict::Above | Verdict::Below);
        Row {
            name: word.word.clone(),
            middle: Some(word.difference.difference),
            ends: (Some(word.difference.interval.0), Some(word.difference.interval.1)),
            hover: vec![word.word.clone(), label.clone()],
            label,
            role: if clear { FIRST } else { ColourRole::Other },
            records: RecordsKey::Where(Expr::word(field.clone(), word.word.clone())),
        }
    }

    fn shares_foot(&self, found: &Shares) -> Vec<FootPart> {
        let lang = self.lang();
        let mut foot = Vec::new();
        let without = found.without.0 + found.without.1;
        if without > 0 {
            foot.push(FootPart::text(words::counted(lang, "comparing-without-word", without)));
        }
        if found.more > 0 {
            foot.push(FootPart::text(words::counted(lang, "comparing-more-words", found.more)));
        }
        foot.extend(parts::rule_part(lang, found.adjustment, found.words.len() as u64));
        foot
    }

    fn shares_table(&self, found: &Shares) -> DataTable {
        let lang = self.lang();
        let share = |part: u64, whole: u64| (whole > 0).then(|| part as f64 / whole as f64);
        let row = |word: &WordShare| -> Vec<Cell> {
            vec![
                kinds::words(word.word.clone()),
                kinds::count(lang, word.counts.0),
                kinds::share(lang, share(word.counts.0, found.known.0)),
                kinds::count(lang, word.counts.1),
                kinds::share(lang, share(word.counts.1, found.known.1)),
                kinds::share(lang, Some(word.difference.difference)),
                kinds::share(lang, Some(word.difference.interval.0)),
                kinds::share(lang, Some(word.difference.interval.1)),
            ]
        };
        DataTable {
            headers: self.headers(&[
                "group",
                "first",
                "share-first",
                "second",
                "share-second",
                "difference",
                "low",
                "high",
            ]),
            rows: found.words.iter().map(row).collect(),
        }
    }
}
