//! The groups of a field side by side: how many, how many people, how long.

use crate::chart::figures::comparing::delay::Waits;
use crate::chart::figures::comparing::groups::{Aspect, Group, GroupsFigure, Measured};
use crate::chart::figures::comparing::{FEWEST_SHOWN, Verdict};
use crate::chart::gallery::breakdown::naming;
use crate::chart::gallery::choice::Choice;
use crate::chart::gallery::comparing::fields;
use crate::chart::gallery::comparing::parts::{self, Over, Row};
use crate::chart::gallery::{Ask, Drawn};
use crate::chart::kinds;
use crate::chart::model::{Axis, Cell, ChartKey, ChartModel, ColourRole, DataTable, FootLine, FootPart};
use crate::chart::records::RecordsKey;
use crate::chart::words::{self, whole_days};
use crate::frame::batch::Field;
use crate::model::dataset::Mechanism;
use crate::query::Expr;
use crate::text::{self, Lang, tr, tr_args};

const KEY: ChartKey = ChartKey::CompareGroups;

/// Draws the figure.
pub fn draw(ask: &Ask<'_>) -> Drawn {
    let lang = ask.context.lang;
    let aspect = match ask.options.get("measure") {
        Some("count") => Aspect::Count,
        Some("delay") => Aspect::Delay,
        _ => Aspect::People,
    };
    let current = match aspect {
        Aspect::Count => "count",
        Aspect::People => "people",
        Aspect::Delay => "delay",
    };
    let values =
        [("count", "comparing-show-count"), ("people", "comparing-show-people"), ("delay", "comparing-show-delay")];
    let mut choices = vec![parts::segments(lang, "measure", "comparing-choice-measure", &values, current)];
    let definition = definition(lang, aspect, ask.question.mechanism);
    let foot = vec![words::basis(ask.scope, ask.context)];
    let Some(field) = fields::chosen(ask) else {
        let sentence = tr(lang, "comparing-no-field");
        let model = kinds::blank(KEY, tr(lang, "comparing-groups-title-none"), String::new(), sentence);
        return Drawn { model: ChartModel { foot, ..model }, panels: Vec::new(), definition, choices };
    };
    choices.push(fields::choice(ask, &field));
    choices.push(fields::top_choice(ask));
    match aspect {
        Aspect::Count => {}
        Aspect::People => choices.push(Choice::Measure),
        Aspect::Delay => choices.push(Choice::Delay),
    }
    if aspect == Aspect::Delay && ask.scope.datasets > 1 {
        let model =
            kinds::blank(KEY, tr(lang, "comparing-groups-title-none"), String::new(), tr(lang, "chart-delay-several"));
        return Drawn { model: ChartModel { foot, ..model }, panels: Vec::new(), definition, choices };
    }
    let figure = GroupsFigure::compute(ask.snapshot, ask.selection, ask.question, (&field, fields::top(ask)), aspect);
    let model = model(ask, &figure, &field, aspect);
    let panels = if model.empty.is_none() { panels(ask, &figure, &field) } else { Vec::new() };
    Drawn { model, panels, definition, choices }
}

fn definition(lang: Lang, aspect: Aspect, mechanism: Mechanism) -> Vec<String> {
    let method = match (aspect, mechanism) {
        (Aspect::Count, _) => "comparing-define-groups-count",
        (Aspect::People, _) => "comparing-define-groups-people",
        (Aspect::Delay, Mechanism::Register) => "comparing-define-groups-register",
        (Aspect::Delay, Mechanism::DisclosureList) => "comparing-define-groups-list",
        (Aspect::Delay, Mechanism::Mixed) => "comparing-define-groups-mixed",
    };
    let mut keys = vec!["comparing-define-groups", method];
    if aspect != Aspect::Count && (aspect, mechanism) != (Aspect::Delay, Mechanism::Mixed) {
        keys.push("comparing-define-rule");
    }
    keys.push("comparing-define-groups-limits");
    parts::paragraphs(lang, &keys)
}

fn records(field: &Field, group: &Group) -> RecordsKey {
    RecordsKey::Where(Expr::word(field.clone(), group.word.clone()))
}

fn model(ask: &Ask<'_>, figure: &GroupsFigure, field: &Field, aspect: Aspect) -> ChartModel {
    let lang = ask.context.lang;
    let name = fields::name(lang, field);
    let subtitle = match aspect {
        Aspect::Count => tr_args(lang, "comparing-subtitle-count", &[("field", name.clone().into())]),
        Aspect::People => tr_args(lang, "comparing-subtitle-people", &[("field", name.clone().into())]),
        Aspect::Delay => {
            let ends = words::from_to(lang, ask.question.delay);
            let mut text =
                tr_args(lang, "comparing-subtitle-delay", &[("field", name.clone().into()), ("ends", ends.into())]);
            if ask.question.mechanism == Mechanism::DisclosureList {
                text.push_str(" · ");
                text.push_str(&tr_args(lang, "chart-among-window", &[("days", 365_u64.into())]));
            }
            text
        }
    };
    let title = title(ask, figure, field, aspect);
    let foot = vec![FootLine { parts: basis(ask, figure, field) }, words::basis(ask.scope, ask.context)];
    let rows: Vec<Row> = figure.groups.iter().filter_map(|group| row(ask, group, field)).collect();
    let table = table(ask, figure, (field, aspect));
    if rows.is_empty() {
        let key = if figure.known == 0 { "comparing-groups-no-word" } else { "comparing-groups-few" };
        let blank = kinds::blank(KEY, title, subtitle, tr_args(lang, key, &[("field", name.into())]));
        return ChartModel { foot, table, ..blank };
    }
    let axis = axis(ask, &rows, aspect);
    let alt = words::alt(lang, "comparing-alt-ranges", &title, &subtitle, "");
    ChartModel { foot, alt, table, ..parts::ranges(KEY, (title, subtitle), rows, axis) }
}

fn axis(ask: &Ask<'_>, rows: &[Row], aspect: Aspect) -> Axis {
    let lang = ask.context.lang;
    let positions = || rows.iter().flat_map(|row| [row.middle, row.ends.0, row.ends.1]).flatten();
    let most = positions().fold(0.0_f64, f64::max);
    match aspect {
        Aspect::Count => parts::share_axis(lang, tr(lang, "chart-axis-share"), (0.0, most)),
        Aspect::People => parts::log_axis(lang, tr(lang, "chart-column-size"), positions()),
        Aspect::Delay => parts::days_axis(lang, (most * 1.05) as u32 + 1),
    }
}

/// The row of a group; `None` with too little to describe it.
fn row(ask: &Ask<'_>, group: &Group, field: &Field) -> Option<Row> {
    let lang = ask.context.lang;
    let role = match group.verdict {
        Verdict::Above | Verdict::Below => ColourRole::Data(1),
        Verdict::NotClear | Verdict::Few => ColourRole::Other,
    };
    let (middle, ends, label, n) = match &group.measured {
        Measured::Counted => {
            let share = group.share?;
            let label = tr_args(
                lang,
                "comparing-share-count",
                &[("share", text::share(lang, share.share, 0).into()), ("count", group.n.into())],
            );
            (share.share, (Some(share.wilson.0), Some(share.wilson.1)), label, group.n)
        }
        Measured::People { n, middle, .. } => {
            let middle = middle.filter(|_| *n >= FEWEST_SHOWN)?;
            let end = |end: Option<u64>| end.map(|end| parts::log(end as f64));
            let label = parts::amount(lang, middle.median, ask.question.measure.0);
            (parts::log(middle.median), (end(middle.interval.0), end(middle.interval.1)), label, *n)
        }
        Measured::Delay(waits) => {
            let median = waits.curve.median();
            let days = median.days.filter(|_| waits.told() >= FEWEST_SHOWN)?;
            let label = tr_args(lang, "chart-days", &[("days", whole_days(days).into())]);
            (days, (median.low.map(f64::from), median.high.map(f64::from)), label, waits.n())
        }
    };
    let n = tr_args(lang, "chart-n", &[("n", n.into())]);
    // Counts are described, not compared: every group in the same colour.
    let role = if group.measured == Measured::Counted { ColourRole::Data(1) } else { role };
    Some(Row {
        name: naming::word(lang, field, &group.word),
        middle: Some(middle),
        ends,
        hover: vec![naming::word(lang, field, &group.word), label.clone(), n],
        label,
        role,
        records: records(field, group),
    })
}

fn title(ask: &Ask<'_>, figure: &GroupsFigure, field: &Field, aspect: Aspect) -> String {
    let lang = ask.context.lang;
    let name = fields::name(lang, field);
    if aspect == Aspect::Count {
        return count_title(lang, figure, field);
    }
    if aspect == Aspect::Delay && ask.question.mechanism == Mechanism::Mixed {
        return tr_args(lang, "comparing-groups-described", &[("field", name.into())]);
    }
    if figure.compared == 0 {
        return tr_args(lang, "comparing-groups-too-few", &[("field", name.into())]);
    }
    let named = |wanted: Verdict| -> Vec<String> {
        let groups = figure.groups.iter().filter(|group| group.verdict == wanted);
        let said = groups.map(|group| {
            let word = tr_args(lang, "comparing-quoted", &[("word", naming::word(lang, field, &group.word).into())]);
            let value = row(ask, group, field).map(|row| row.label).unwrap_or_default();
            tr_args(lang, "comparing-word-value", &[("word", word.into()), ("value", value.into())])
        });
        said.collect()
    };
    let (above, below) = (named(Verdict::Above), named(Verdict::Below));
    let keys = match aspect {
        Aspect::Delay => ("comparing-groups-longer", "comparing-groups-shorter", "comparing-groups-long-none"),
        _ => ("comparing-groups-more", "comparing-groups-fewer", "comparing-groups-none"),
    };
    // The list of those that stand out may be long: the first few by name.
    let some = |names: &[String]| -> String {
        let shown: Vec<String> = names.iter().take(3).cloned().collect();
        let more = names.len() - shown.len();
        if more > 0 {
            let list = shown.join(", ");
            tr_args(lang, "comparing-and-more", &[("list", list.into()), ("count", more.into())])
        } else {
            parts::list(lang, &shown)
        }
    };
    let compared = ("compared", figure.compared.into());
    let sentence = |key: &str, names: &[String]| {
        let args = [("list", some(names).into()), ("count", names.len().into())];
        tr_args(lang, key, &args)
    };
    match (above.is_empty(), below.is_empty()) {
        (true, true) => tr_args(lang, keys.2, &[compared, ("field", name.into())]),
        (false, true) => sentence(keys.0, &above),
        (true, false) => sentence(keys.1, &below),
        (false, false) => format!("{} · {}", sentence(keys.0, &above), sentence(keys.1, &below)),
    }
}

/// The most frequent group with its share.
fn count_title(lang: Lang, figure: &GroupsFigure, field: &Field) -> String {
    let Some((first, share)) = figure.groups.first().and_then(|first| Some((first, first.share?))) else {
        return tr_args(lang, "comparing-groups-too-few", &[("field", fields::name(lang, field).into())]);
    };
    let quoted = tr_args(lang, "comparing-quoted", &[("word", naming::word(lang, field, &first.word).into())]);
    let percent = |share: f64| text::share(lang, share, 0);
    let args = [
        ("word", quoted.into()),
        ("share", percent(share.share).into()),
        ("low", percent(share.wilson.0).into()),
        ("high", percent(share.wilson.1).into()),
        ("n", figure.known.into()),
    ];
    tr_args(lang, "comparing-groups-most", &args)
}

fn basis(ask: &Ask<'_>, figure: &GroupsFigure, field: &Field) -> Vec<FootPart> {
    let lang = ask.context.lang;
    let any = RecordsKey::Where(Expr::Not(Box::new(Expr::word(field.clone(), ""))));
    let mut found = vec![FootPart::records(tr_args(lang, "chart-n", &[("n", figure.known.into())]), any)];
    if figure.rest.0 > 0 {
        let args = [("groups", figure.rest.0.into()), ("records", figure.rest.1.into())];
        let mut others: Vec<Expr> =
            figure.groups.iter().map(|group| Expr::word(field.clone(), group.word.clone())).collect();
        others.push(Expr::word(field.clone(), ""));
        let rest = RecordsKey::Where(Expr::Not(Box::new(Expr::Any(others))));
        found.push(FootPart::records(tr_args(lang, "comparing-rest", &args), rest));
    }
    if figure.without > 0 {
        let without = RecordsKey::Where(Expr::word(field.clone(), ""));
        found.push(FootPart::records(words::counted(lang, "comparing-without-word", figure.without), without));
    }
    if figure.several {
        found.push(FootPart::text(tr(lang, "comparing-several")));
    }
    match &figure.all {
        Measured::Counted => {}
        Measured::People { ranges, without, .. } => {
            if *ranges > 0 {
                found.push(FootPart::text(words::counted(lang, "comparing-ranges", *ranges)));
            }
            if *without > 0 {
                found.push(FootPart::text(words::counted(lang, "comparing-no-number", *without)));
            }
        }
        Measured::Delay(waits) => {
            for (gap, count) in &waits.left_out {
                let text = words::counted(lang, &format!("chart-gap-{}", gap.key()), *count);
                found.push(FootPart::records(text, RecordsKey::Delay(*gap)));
            }
            if waits.coarse > 0 {
                found.push(FootPart::text(words::counted(lang, "chart-coarse-delays", waits.coarse)));
            }
        }
    }
    found.extend(parts::rule_part(lang, figure.adjustment, figure.compared));
    found.push(FootPart::text(tr(lang, "chart-interval-note")));
    found.extend(words::scope_notes(ask.scope, ask.context));
    found
}

/// The curve of each group over that of all, for delays.
fn panels(ask: &Ask<'_>, figure: &GroupsFigure, field: &Field) -> Vec<ChartModel> {
    let (lang, Measured::Delay(all)) = (ask.context.lang, &figure.all) else { return Vec::new() };
    let drawn: Vec<_> = figure
        .groups
        .iter()
        .filter_map(|group| match &group.measured {
            Measured::Delay(waits) if waits.told() >= FEWEST_SHOWN => Some((group, waits.as_ref())),
            _ => None,
        })
        .collect();
    let until = parts::horizon(drawn.iter().map(|(_, waits)| *waits));
    let panel = |(group, waits): &(&Group, &Waits)| {
        let over = [
            Over {
                key: "all".to_owned(),
                name: String::new(),
                role: ColourRole::Other,
                curve: &all.curve,
                banded: false,
            },
            Over {
                key: "group".to_owned(),
                name: String::new(),
                role: ColourRole::Data(1),
                curve: &waits.curve,
                banded: true,
            },
        ];
        let n = tr_args(lang, "chart-n", &[("n", waits.n().into())]);
        let mut model = parts::curves(lang, KEY, (naming::word(lang, field, &group.word), n), &over, until);
        for series in &mut model.series {
            series.label = None;
        }
        model
    };
    drawn.iter().map(panel).collect()
}

fn table(ask: &Ask<'_>, figure: &GroupsFigure, (field, aspect): (&Field, Aspect)) -> DataTable {
    let lang = ask.context.lang;
    let headers: &[&str] = match aspect {
        Aspect::Count => &["group", "incidents", "share", "low", "high"],
        Aspect::People => &["group", "incidents", "with-number", "median", "low", "high", "p", "p-adjusted"],
        Aspect::Delay => {
            &["group", "incidents", "used", "median-days", "low", "high", "told-30", "told-90", "p", "p-adjusted"]
        }
    };
    let p = |p: Option<f64>| kinds::real(lang, p, 4);
    let end = |end: Option<f64>| kinds::real(lang, end, 0);
    let row = |group: &Group| -> Vec<Cell> {
        let mut cells = vec![kinds::words(naming::word(lang, field, &group.word)), kinds::count(lang, group.n)];
        match &group.measured {
            Measured::Counted => {
                cells.push(kinds::share(lang, group.share.map(|share| share.share)));
                cells.push(kinds::share(lang, group.share.map(|share| share.wilson.0)));
                cells.push(kinds::share(lang, group.share.map(|share| share.wilson.1)));
            }
            Measured::People { n, middle, .. } => {
                cells.push(kinds::count(lang, *n));
                cells.push(kinds::real(lang, middle.map(|middle| middle.median), 1));
                cells.push(end(middle.and_then(|middle| middle.interval.0).map(|low| low as f64)));
                cells.push(end(middle.and_then(|middle| middle.interval.1).map(|high| high as f64)));
            }
            Measured::Delay(waits) => {
                let median = waits.curve.median();
                cells.push(kinds::count(lang, waits.n()));
                cells.push(end(median.days));
                cells.push(end(median.low.map(f64::from)));
                cells.push(end(median.high.map(f64::from)));
                cells.push(kinds::share(lang, waits.curve.share_by(30).map(|step| step.share)));
                cells.push(kinds::share(lang, waits.curve.share_by(90).map(|step| step.share)));
            }
        }
        if aspect != Aspect::Count {
            cells.push(p(group.p));
            cells.push(p(group.adjusted));
        }
        cells
    };
    DataTable {
        headers: headers.iter().map(|name| tr(lang, &format!("chart-column-{name}"))).collect(),
        rows: figure.groups.iter().map(row).collect(),
    }
}
