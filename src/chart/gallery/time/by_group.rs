//! Incidents over time by the words of a field: stacked, or side by side.

use crate::chart::figures::LEVEL;
use crate::chart::figures::groups::{Group, GroupFigure, Row};
use crate::chart::figures::incidents::PeriodFigure;
use crate::chart::gallery::breakdown::naming;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::gallery::time::parts;
use crate::chart::gallery::{Ask, Drawn, annotate, fields};
use crate::chart::kinds::{self, incidents::time_axis};
use crate::chart::model::{
    Axis, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, FootLine, FootPart, Legend, Marks, Series,
};
use crate::chart::records::RecordsKey;
use crate::chart::{ticks, words};
use crate::model::period::Period;
use crate::query::{Expr, Sure};
use crate::stats::share::share;
use crate::text::{self, Lang, tr, tr_args};

/// How the groups stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    /// On top of each other: every record once.
    Stack,
    /// Each in a panel of its own, all with the same scale: a record under each of its words.
    Panels,
}

/// The figure with everything its parts need.
struct Parts<'a> {
    ask: &'a Ask<'a>,
    lang: Lang,
    figure: GroupFigure,
    colours: Vec<ColourRole>,
    periods: Vec<Period>,
    view: View,
}

/// Draws the figure.
pub(super) fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let Some(field) = fields::chosen(ask) else {
        let subtitle = parts::subtitle(ask, "chart-subtitle-incidents", &[]);
        let texts = (tr(lang, "time-group-none-title"), subtitle, tr(lang, "time-group-none"));
        return parts::empty(ChartKey::IncidentsByGroup, texts, vec![parts::basis_line(ask)], Vec::new(), Vec::new());
    };
    let figure = GroupFigure::compute(ask.snapshot, ask.selection, ask.question, ask.scope, (&field, fields::top(ask)));
    let colours = fields::colours(ask.snapshot, &field, &figure.words);
    let view = match ask.options.get("view") {
        Some("panels") => View::Panels,
        Some("stack") => View::Stack,
        // A stack of which most stands under "several" says little.
        _ if figure.several * 3 > figure.placed => View::Panels,
        _ => View::Stack,
    };
    let periods = figure.incidents.periods.iter().map(|found| found.period).collect();
    let parts = Parts { ask, lang, figure, colours, periods, view };
    let choices = parts.choices();
    let definition = parts.definition();
    let title = title(lang, &parts.figure);
    let subtitle = parts.subtitle();
    let foot = parts.foot();
    if let Some(sentence) = parts::nothing(ask, &parts.figure.incidents) {
        let texts = (title, subtitle, sentence);
        return parts::empty(ChartKey::IncidentsByGroup, texts, foot, definition, choices);
    }
    let shape = if view == View::Stack { "time-alt-stack" } else { "time-alt-panels" };
    let sentence = alt_sentence(&parts);
    let mut model = ChartModel {
        alt: words::alt(lang, shape, &title, &subtitle, &sentence),
        foot,
        empty: None,
        x: time_axis(lang, &parts.periods),
        table: parts.table(),
        ..kinds::blank(ChartKey::IncidentsByGroup, title, subtitle, String::new())
    };
    let mut panels = Vec::new();
    if view == View::Stack {
        model.y =
            parts.axis(parts.figure.incidents.periods.iter().map(|found| found.count.certain as f64 + found.coarse()));
        model.series = parts.stack();
        model.legend = Legend::Above;
    } else {
        panels = parts.panels();
        model.foot.extend(remarks(ask, &model.x));
    }
    Drawn { model, panels, definition, choices }
}

/// The dated remarks as a line of the foot, for panels, whose dashed lines have no room for words.
fn remarks(ask: &Ask<'_>, axis: &Axis) -> Option<FootLine> {
    let lang = ask.context.lang;
    let parts = annotate::within(ask.context, axis).into_iter().map(|(note, annotation)| {
        let args = [("text", annotation.text.into()), ("day", words::day(lang, note.day).into())];
        FootPart::text(tr_args(lang, "time-remark", &args))
    });
    let parts: Vec<FootPart> = parts.collect();
    (!parts.is_empty()).then_some(FootLine { parts })
}

/// The most frequent word, as a sentence: how many, of how many, and the interval of its share.
pub(in crate::chart::gallery) fn title(lang: Lang, figure: &GroupFigure) -> String {
    let name = fields::name(lang, &figure.field);
    let named = figure.each.iter().filter(|row| matches!(row.group, Group::Word(_)));
    let Some(most) = named.max_by_key(|row| (row.total(), std::cmp::Reverse(place(row.group)))) else {
        let args = [("incidents", words::incidents(lang, figure.incidents.total).into()), ("field", name.into())];
        return tr_args(lang, "time-group-title-plain", &args);
    };
    let (count, of) = (most.total(), figure.placed);
    let mut args = vec![
        ("field", name.into()),
        ("word", word(lang, figure, most.group).into()),
        ("count", text::number(lang, count).into()),
        ("of", of.into()),
    ];
    // Below five, the records and no share; the interval from there on.
    if of < 5 {
        return tr_args(lang, "time-group-title-few", &args);
    }
    if let Some(found) = share(count, of, LEVEL) {
        args.push(("share", text::share(lang, found.share, 0).into()));
        args.push(("low", text::share(lang, found.wilson.0, 0).into()));
        args.push(("high", text::share(lang, found.wilson.1, 0).into()));
        return tr_args(lang, "time-group-title", &args);
    }
    tr_args(lang, "time-group-title-few", &args)
}

fn place(group: Group) -> usize {
    match group {
        Group::Word(at) => at,
        Group::Several | Group::Other | Group::Without => usize::MAX,
    }
}

/// The word of a group in the reader's language, empty for those that are no word.
fn word(lang: Lang, figure: &GroupFigure, group: Group) -> String {
    match group {
        Group::Word(at) => figure.words.get(at).map(|word| naming::word(lang, &figure.field, word)).unwrap_or_default(),
        Group::Several | Group::Other | Group::Without => String::new(),
    }
}

/// What a group is called.
pub(in crate::chart::gallery) fn group_name(lang: Lang, figure: &GroupFigure, group: Group) -> String {
    match group {
        Group::Word(_) => word(lang, figure, group),
        Group::Several => tr(lang, "time-group-several"),
        Group::Other => tr_args(lang, "time-group-other", &[("groups", figure.other_words.into())]),
        Group::Without => tr(lang, "time-group-without"),
    }
}

/// The whole figure in a sentence, for those who cannot see it.
fn alt_sentence(parts: &Parts<'_>) -> String {
    let rows = parts.rows().iter().map(|row| {
        let name = group_name(parts.lang, &parts.figure, row.group);
        format!("{name}: {}", text::number(parts.lang, row.total()))
    });
    rows.collect::<Vec<_>>().join("; ")
}

impl Parts<'_> {
    fn rows(&self) -> &[Row] {
        if self.view == View::Stack { &self.figure.once } else { &self.figure.each }
    }

    fn name(&self, group: Group) -> String {
        group_name(self.lang, &self.figure, group)
    }

    fn role(&self, group: Group) -> ColourRole {
        match group {
            Group::Word(at) => self.colours.get(at).copied().unwrap_or(ColourRole::Other),
            Group::Several => ColourRole::Muted,
            Group::Other => ColourRole::Other,
            Group::Without => ColourRole::Unknown,
        }
    }

    fn subtitle(&self) -> String {
        let mut notes = parts::notes(&self.figure.incidents.periods);
        if self.view == View::Panels {
            // A panel has no part for coarse dates.
            notes.retain(|note| *note != "chart-note-coarse");
            notes.push("time-note-same-scale");
        }
        let subtitle = parts::subtitle(self.ask, "chart-subtitle-incidents", &notes);
        let args = [("subtitle", subtitle.into()), ("field", fields::name(self.lang, &self.figure.field).into())];
        tr_args(self.lang, "time-subtitle-by", &args)
    }

    fn foot(&self) -> Vec<FootLine> {
        let (lang, figure) = (self.lang, &self.figure);
        let mut own = Vec::new();
        let other = figure.other_records();
        if other > 0 {
            let args = [("count", other.into()), ("groups", figure.other_words.into())];
            let records = RecordsKey::Where(figure.condition_each(Group::Other));
            own.push(FootPart::records(tr_args(lang, "time-foot-other", &args), records));
        }
        if figure.several > 0 {
            let key = if self.view == View::Stack { "time-foot-several" } else { "time-foot-each" };
            let records = RecordsKey::Where(figure.condition_once(Group::Several));
            own.push(FootPart::records(words::counted(lang, key, figure.several), records));
        }
        let without: u64 = figure.once.iter().filter(|row| row.group == Group::Without).map(Row::total).sum();
        if without > 0 {
            let records = RecordsKey::Where(figure.condition_each(Group::Without));
            own.push(FootPart::records(words::counted(lang, "time-foot-without", without), records));
        }
        own.push(FootPart::text(tr(lang, "chart-interval-note")));
        own.push(FootPart::text(tr(lang, "chart-reported")));
        vec![parts::counted_line(self.ask, &figure.incidents), FootLine { parts: own }, parts::basis_line(self.ask)]
    }

    fn axis(&self, heights: impl Iterator<Item = f64>) -> Axis {
        ticks::count_axis(self.lang, tr(self.lang, "chart-column-incidents"), heights.fold(0.0, f64::max))
    }

    /// One bar of a group in a period, standing on what lies below it.
    fn bar(&self, found: &PeriodFigure, row: &Row, (at, base): (usize, f64)) -> Bar {
        let lang = self.lang;
        let count = row.counts.get(at).copied().unwrap_or(0);
        let args = [("group", self.name(row.group).into()), ("incidents", words::incidents(lang, count).into())];
        let all = [("count", found.count.certain.into())];
        let lines = [tr_args(lang, "time-hover-group", &args), tr_args(lang, "time-hover-of", &all)];
        let condition = if self.view == View::Stack {
            self.figure.condition_once(row.group)
        } else {
            self.figure.condition_each(row.group)
        };
        Bar {
            at: ticks::middle(found.period),
            width: found.period.len_days() as f64,
            base,
            certain: count as f64,
            coarse: 0.0,
            partial: found.is_partial(),
            role: None,
            label: String::new(),
            hover: parts::hover(lang, found, lines),
            records: RecordsKey::Where(within(self.ask, found.period).and(condition)),
        }
    }

    /// The groups on top of each other; what is dated only roughly lies lighter on top of all.
    fn stack(&self) -> Vec<Series> {
        let figures = &self.figure.incidents.periods;
        let mut heights = vec![0.0; figures.len()];
        let mut series = Vec::new();
        for (number, row) in self.figure.once.iter().enumerate() {
            let mut bars = Vec::new();
            for ((at, found), height) in figures.iter().enumerate().zip(&mut heights) {
                let bar = self.bar(found, row, (at, *height));
                *height += bar.certain;
                bars.push(bar);
            }
            // A bar of nothing has nothing to point at.
            bars.retain(|bar| bar.certain > 0.0);
            series.push(self.series(number, row.group, bars));
        }
        let coarse = figures.iter().zip(&heights).filter(|(found, _)| found.coarse() > 0.0);
        let coarse: Vec<Bar> = coarse.map(|(found, height)| self.coarse_bar(found, *height)).collect();
        if !coarse.is_empty() {
            series.push(Series {
                key: "coarse".to_owned(),
                name: tr(self.lang, "time-group-coarse"),
                role: ColourRole::Muted,
                marks: Marks::Bars { direction: Direction::Up, bars: coarse },
                label: None,
            });
        }
        series
    }

    fn coarse_bar(&self, found: &PeriodFigure, base: f64) -> Bar {
        let more = found.count.possible.saturating_sub(found.count.certain);
        let (first, last) = (found.period.first_day(), found.period.last_day());
        Bar {
            at: ticks::middle(found.period),
            width: found.period.len_days() as f64,
            base,
            certain: 0.0,
            coarse: found.coarse(),
            partial: found.is_partial(),
            role: None,
            label: String::new(),
            hover: parts::hover(self.lang, found, [words::counted(self.lang, "chart-hover-coarse", more)]),
            records: RecordsKey::Period { first, last },
        }
    }

    fn series(&self, number: usize, group: Group, bars: Vec<Bar>) -> Series {
        let key = match group {
            Group::Word(_) => format!("group-{}", number + 1),
            Group::Several => "several".to_owned(),
            Group::Other => "other".to_owned(),
            Group::Without => "without".to_owned(),
        };
        Series {
            key,
            name: self.name(group),
            role: self.role(group),
            marks: Marks::Bars { direction: Direction::Up, bars },
            label: None,
        }
    }

    /// A panel a group, all with the same axes.
    fn panels(&self) -> Vec<ChartModel> {
        let rows = self.rows();
        let highest = rows.iter().flat_map(|row| row.counts.iter().copied()).max().unwrap_or(0);
        let panels = rows.iter().enumerate().map(|(number, row)| {
            let title = self.name(row.group);
            let figures = self.figure.incidents.periods.iter().enumerate();
            let mut bars: Vec<Bar> = figures.map(|(at, found)| self.bar(found, row, (at, 0.0))).collect();
            bars.retain(|bar| bar.certain > 0.0);
            let subtitle = words::incidents(self.lang, row.total());
            ChartModel {
                alt: words::alt(self.lang, "chart-alt-bars", &title, &subtitle, ""),
                x: time_axis(self.lang, &self.periods),
                y: self.axis(std::iter::once(highest as f64)),
                series: vec![self.series(number, row.group, bars)],
                empty: None,
                ..kinds::blank(ChartKey::IncidentsByGroup, title, subtitle, String::new())
            }
        });
        panels.collect()
    }

    fn table(&self) -> DataTable {
        let lang = self.lang;
        let column = |name: &str| tr(lang, &format!("chart-column-{name}"));
        let mut headers = vec![column("period"), column("from"), column("to")];
        headers.extend(self.rows().iter().map(|row| self.name(row.group)));
        headers.extend([column("incidents"), column("coarse"), column("partial")]);
        let rows = self.figure.incidents.periods.iter().enumerate().map(|(at, found)| {
            let mut cells = parts::period_cells(lang, found);
            let counts = self.rows().iter().map(|row| row.counts.get(at).copied().unwrap_or(0));
            cells.extend(counts.map(|count| kinds::count(lang, count)));
            cells.push(kinds::count(lang, found.count.certain));
            cells.push(kinds::real(lang, Some(found.coarse()), 1));
            cells.push(parts::yes_no(lang, found.is_partial()));
            cells
        });
        DataTable { headers, rows: rows.collect() }
    }

    fn choices(&self) -> Vec<Choice> {
        let lang = self.lang;
        let views = [("stack", "time-view-stack"), ("panels", "time-view-panels")];
        let views = views.into_iter().map(|(value, key)| (value.to_owned(), tr(lang, key))).collect();
        let current = if self.view == View::Stack { "stack" } else { "panels" };
        vec![
            fields::choice(self.ask, &self.figure.field),
            fields::top_choice(self.ask),
            Choice::Own(OwnChoice {
                key: "view",
                name: tr(lang, "time-choice-view"),
                control: Control::Segments(views),
                current: current.to_owned(),
            }),
            parts::period_choice(self.ask),
            Choice::DateOf,
        ]
    }

    fn definition(&self) -> Vec<String> {
        let keys = match self.view {
            View::Stack => ["time-define-groups", "time-define-stack", "time-define-groups-misled"],
            View::Panels => ["time-define-groups", "time-define-panels", "time-define-groups-misled"],
        };
        keys.iter().map(|key| tr(self.lang, key)).collect()
    }
}

/// Records whose date lies in a period for certain.
pub(in crate::chart::gallery) fn within(ask: &Ask<'_>, period: Period) -> Expr {
    let (from, to) = (Some(period.first_day()), Some(period.last_day()));
    Expr::Date { event: ask.scope.date_of, from, to, how: Sure::Certain }
}
