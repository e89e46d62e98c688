//! Words of a list that stand together in one record, as a table of pairs.

use crate::chart::figures::breakdown::is_list;
use crate::chart::figures::together::Together;
use crate::chart::findings;
use crate::chart::gallery::affected::parts::{numbers, segments, short};
use crate::chart::gallery::breakdown::naming;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{
    Axis, ChartKey, ChartModel, ColourRole, DataTable, FootLine, FootPart, Grid, HeatCell, Marks, Scale, Series, Tick,
};
use crate::chart::records::RecordsKey;
use crate::chart::words;
use crate::frame::batch::Field;
use crate::query::Expr;
use crate::text::{self, Lang, tr, tr_args};

/// Fields that come first, where they are lists.
const FIRST: [Field; 3] = [Field::DataClass, Field::Technique, Field::Kind];

/// What is drawn.
struct Pairs<'a> {
    ask: &'a Ask<'a>,
    lang: Lang,
    field: Field,
    found: Together,
    as_share: bool,
}

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let definition = ["breakdown-define-together", "breakdown-define-together-how", "breakdown-define-together-care"];
    let definition: Vec<String> = definition.iter().map(|key| tr(lang, key)).collect();
    let blank = |sentence: String, choices: Vec<Choice>| Drawn {
        model: ChartModel {
            foot: vec![words::basis(ask.scope, ask.context)],
            ..kinds::blank(ChartKey::Together, tr(lang, "breakdown-title-no-pair"), String::new(), sentence)
        },
        panels: Vec::new(),
        definition: definition.clone(),
        choices,
    };
    if ask.selection.is_empty() {
        return blank(findings::incidents::nothing_in(ask.scope, lang), Vec::new());
    }
    let mut lists: Vec<Field> =
        naming::offered(ask.snapshot).into_iter().filter(|field| is_list(ask.snapshot, field)).collect();
    lists.sort_by_key(|field| FIRST.iter().position(|first| first == field).unwrap_or(FIRST.len()));
    let Some((of_field, field)) = naming::choice(ask, &lists) else {
        return blank(tr(lang, "breakdown-empty-no-list"), Vec::new());
    };
    let (top, most) = numbers(ask, "top", "breakdown-choice-top", &[10, 6, 15]);
    let shown = [("share", "breakdown-choice-row-share"), ("number", "people-choice-number")];
    let (show, chosen) = segments(ask, "show", "people-choice-show", &shown);
    let choices = vec![of_field, show, top];
    let found = Together::compute(ask.snapshot, ask.selection, &field, most);
    if found.most_frequent().is_none() {
        let sentence = tr_args(lang, "breakdown-empty-no-pair", &[("field", naming::name(lang, &field).into())]);
        return blank(sentence, choices);
    }
    let pairs = Pairs { ask, lang, field, found, as_share: chosen == "share" };
    Drawn { model: pairs.model(), panels: Vec::new(), definition, choices }
}

impl Pairs<'_> {
    fn model(&self) -> ChartModel {
        let (lang, size) = (self.lang, self.found.words.len());
        let (title, subtitle) = (self.title(), self.subtitle());
        let last = size.saturating_sub(1);
        let numbered = |index: usize| format!("{} {}", index + 1, short(&self.word(index)));
        let axis = |ticks: Vec<Tick>| Axis {
            title: String::new(),
            scale: Scale::Band,
            lo: -0.5,
            hi: last as f64 + 0.5,
            ticks,
            grid: Grid::Off,
        };
        // Rows carry the names; columns only their numbers, because long names do not fit above narrow columns.
        let columns = (0..size).map(|index| Tick { at: index as f64, label: (index + 1).to_string() }).collect();
        let rows = (0..size).rev().map(|index| Tick { at: (last - index) as f64, label: numbered(index) }).collect();
        let cells = (0..size).flat_map(|row| (0..size).map(move |column| (row, column)));
        ChartModel {
            foot: vec![FootLine { parts: self.notes() }, words::basis(self.ask.scope, self.ask.context)],
            alt: words::alt(lang, "breakdown-alt-table", &title, &subtitle, ""),
            x: axis(columns),
            y: axis(rows),
            series: vec![Series {
                key: "pairs".to_owned(),
                name: tr(lang, "chart-incidents-series"),
                role: ColourRole::Data(1),
                marks: Marks::Cells { cells: cells.map(|(row, column)| self.cell(row, column)).collect() },
                label: None,
            }],
            table: self.table(),
            empty: None,
            ..kinds::blank(ChartKey::Together, title, subtitle, String::new())
        }
    }

    fn word(&self, index: usize) -> String {
        let word = self.found.words.get(index).map(|(word, _)| word.as_str()).unwrap_or_default();
        naming::word(self.lang, &self.field, word)
    }

    fn count(&self, index: usize) -> u64 {
        self.found.words.get(index).map_or(0, |(_, count)| *count)
    }

    /// Share of the records of a row's word that have the column's word too.
    fn share(&self, row: usize, column: usize) -> f64 {
        self.found.both(row, column) as f64 / self.count(row).max(1) as f64
    }

    fn cell(&self, row: usize, column: usize) -> HeatCell {
        let last = self.found.words.len().saturating_sub(1);
        let both = self.found.both(row, column);
        let most = self.found.most_frequent().map_or(1, |(_, _, count)| count).max(1);
        let own = row == column;
        let shade = if self.as_share { self.share(row, column) } else { both as f64 / most as f64 };
        let label = match (own, self.as_share) {
            (true, _) | (_, false) => text::number(self.lang, both),
            // Of fewer than five a share says nothing: their number.
            _ if self.count(row) < 5 => text::number(self.lang, both),
            _ => text::share(self.lang, self.share(row, column), 0),
        };
        HeatCell {
            x: u32::try_from(column).unwrap_or(0),
            y: u32::try_from(last - row.min(last)).unwrap_or(0),
            shade: if own { Some(0.0) } else { Some(shade.clamp(0.0, 1.0)) },
            partial: false,
            label,
            hover: self.hover(row, column),
            records: self.behind(row, column),
        }
    }

    fn hover(&self, row: usize, column: usize) -> Vec<String> {
        let both = self.found.both(row, column);
        if row == column {
            return vec![self.word(row), words::incidents(self.lang, both)];
        }
        let args = [
            ("one", self.word(row).into()),
            ("other", self.word(column).into()),
            ("both", both.into()),
            ("count", self.count(row).into()),
            ("share", text::share(self.lang, self.share(row, column), 0).into()),
        ];
        vec![tr_args(self.lang, "breakdown-hover-pair", &args)]
    }

    fn behind(&self, row: usize, column: usize) -> RecordsKey {
        let word = |index: usize| {
            let word = self.found.words.get(index).map(|(word, _)| word.clone()).unwrap_or_default();
            Expr::word(self.field.clone(), word)
        };
        RecordsKey::Where(if row == column { word(row) } else { word(row).and(word(column)) })
    }

    /// The most frequent pair, with how many have either.
    fn title(&self) -> String {
        let lang = self.lang;
        let Some((one, other, both)) = self.found.most_frequent() else { return tr(lang, "breakdown-title-no-pair") };
        let args = [
            ("one", short(&self.word(one)).into()),
            ("other", short(&self.word(other)).into()),
            ("both", both.into()),
            ("n", (self.found.total - self.found.without).into()),
            ("share", text::share(lang, self.share(one, other), 0).into()),
        ];
        let key = match (both < 5, self.found.is_surely_most(both)) {
            (true, _) => "breakdown-title-pair-few",
            (false, true) => "breakdown-title-pair",
            (false, false) => "breakdown-title-pair-among",
        };
        tr_args(lang, key, &args)
    }

    fn subtitle(&self) -> String {
        let field = naming::name(self.lang, &self.field);
        let key = if self.as_share { "breakdown-subtitle-pair-share" } else { "breakdown-subtitle-pair-number" };
        tr_args(self.lang, key, &[("field", field.into())])
    }

    fn notes(&self) -> Vec<FootPart> {
        let (lang, found) = (self.lang, &self.found);
        let args = [("n", (found.total - found.without).into()), ("total", found.total.into())];
        let mut parts = vec![FootPart::text(tr_args(lang, "breakdown-stated-of", &args))];
        if found.without > 0 {
            let none = Expr::Words { field: self.field.clone(), words: vec![String::new()] };
            let text = words::counted(lang, "breakdown-silent", found.without);
            parts.push(FootPart::records(text, RecordsKey::Where(none)));
        }
        parts.push(FootPart::text(words::counted(lang, "breakdown-several", found.several)));
        if found.other_words > 0 {
            parts.push(FootPart::text(words::counted(lang, "breakdown-words-left", found.other_words)));
        }
        parts.push(FootPart::text(tr(lang, "chart-reported")));
        parts.extend(words::scope_notes(self.ask.scope, self.ask.context));
        parts
    }

    fn table(&self) -> DataTable {
        let lang = self.lang;
        let size = self.found.words.len();
        let headers = ["one", "other", "both", "of-one", "of-other"];
        let mut pairs: Vec<(usize, usize)> =
            (0..size).flat_map(|one| (one + 1..size).map(move |other| (one, other))).collect();
        pairs.retain(|(one, other)| self.found.both(*one, *other) > 0);
        pairs.sort_by_key(|(one, other)| (std::cmp::Reverse(self.found.both(*one, *other)), *one, *other));
        let rows = pairs.into_iter().map(|(one, other)| {
            vec![
                kinds::words(self.word(one)),
                kinds::words(self.word(other)),
                kinds::count(lang, self.found.both(one, other)),
                kinds::share(lang, Some(self.share(one, other))),
                kinds::share(lang, Some(self.share(other, one))),
            ]
        });
        DataTable {
            headers: headers.iter().map(|name| tr(lang, &format!("breakdown-column-{name}"))).collect(),
            rows: rows.collect(),
        }
    }
}
