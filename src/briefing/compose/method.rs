//! Method and data: the page that is written by itself, from the datasets and from the other pages.

use crate::briefing::compose::counts;
use crate::briefing::compose::ground::Ground;
use crate::briefing::deck::{Body, Paragraph, Sheet, data_to};
use crate::briefing::document::{Briefing, Content, FigureSpec};
use crate::briefing::renew;
use crate::chart::honesty::Rule;
use crate::chart::words;
use crate::model::dataset::Dataset;
use crate::text::{self, Lang, tr, tr_args};

/// Writes the method pages, once all others are known.
pub fn fill(mut sheets: Vec<Sheet>, briefing: &Briefing, ground: &Ground<'_>) -> Vec<Sheet> {
    let is_method =
        |sheet: &Sheet| briefing.page(sheet.page).is_some_and(|page| matches!(page.content, Content::Method));
    if !sheets.iter().any(is_method) {
        return sheets;
    }
    let said = paragraphs(&sheets, briefing, ground);
    for sheet in sheets.iter_mut().filter(|sheet| is_method(sheet)) {
        sheet.body = Body::Text(said.clone());
        sheet.foot = vec![tr_args(ground.lang, "briefing-made-with", &[("version", env!("CARGO_PKG_VERSION").into())])];
    }
    sheets
}

fn paragraphs(sheets: &[Sheet], briefing: &Briefing, ground: &Ground<'_>) -> Vec<Paragraph> {
    let lang = ground.lang;
    let mut said = vec![Paragraph::heading(tr(lang, "briefing-method-data"))];
    said.extend(ground.datasets.iter().flat_map(|dataset| data(dataset, ground)));
    if ground.datasets.is_empty() {
        said.push(Paragraph::plain(tr(lang, "briefing-method-no-dataset")));
    }
    let remarks = ground.datasets.iter().flat_map(|dataset| &dataset.annotations);
    said.extend(remarks.map(|remark| {
        let args = [("day", words::day(lang, remark.day).into()), ("text", (&remark.text).into())];
        Paragraph::point(tr_args(lang, "briefing-method-remark", &args))
    }));
    let definitions = definitions(sheets, briefing, lang);
    if !definitions.is_empty() {
        said.push(Paragraph::heading(tr(lang, "briefing-method-definitions")));
        said.extend(definitions);
    }
    let left_out = left_out(sheets, briefing, ground);
    if !left_out.is_empty() {
        said.push(Paragraph::heading(tr(lang, "briefing-method-left-out")));
        said.extend(left_out);
    }
    let kept = kept(sheets, briefing, ground);
    if !kept.is_empty() {
        said.push(Paragraph::heading(tr(lang, "briefing-method-kept")));
        said.extend(kept);
    }
    said.push(Paragraph::heading(tr(lang, "briefing-method-rules")));
    let rules = [
        "briefing-method-rule-missing",
        "briefing-method-rule-dates",
        "briefing-method-rule-intervals",
        "briefing-method-rule-units",
    ];
    said.extend(rules.iter().map(|key| Paragraph::point(tr(lang, key))));
    said
}

/// Everything that a reader needs to judge a dataset: what it is, where it came from, what must be known.
fn data(dataset: &Dataset, ground: &Ground<'_>) -> Vec<Paragraph> {
    let lang = ground.lang;
    let day = |day| words::day(lang, day);
    let name = if dataset.publisher.is_empty() || dataset.publisher == dataset.name {
        dataset.name.clone()
    } else {
        format!("{} ({})", dataset.name, dataset.publisher)
    };
    let mut parts = vec![words::counted(lang, "briefing-data-records", dataset_records(dataset, ground))];
    let mechanism = tr(lang, &format!("mechanism-{}", dataset.mechanism.key()));
    parts.push(tr_args(lang, "briefing-data-mechanism", &[("mechanism", mechanism.into())]));
    parts.push(match dataset.coverage_start {
        Some(start) if !dataset.as_of_unknown => {
            let args = [("first", day(start).into()), ("last", day(dataset.as_of).into())];
            tr_args(lang, "briefing-data-covers", &args)
        }
        _ => data_to(lang, (!dataset.as_of_unknown).then_some(dataset.as_of)),
    });
    if let Some(floor) = dataset.floor {
        parts.push(tr_args(lang, "chart-floor", &[("floor", text::number(lang, floor).into())]));
    }
    let args = [("name", name.into()), ("facts", parts.join(" · ").into())];
    let mut said = vec![Paragraph::plain(tr_args(lang, "briefing-data-line", &args))];
    if !dataset.file_name.is_empty() {
        let mut file = tr_args(lang, "briefing-data-file", &[("file", (&dataset.file_name).into())]);
        if let Some(read) = dataset.read_on {
            file.push_str(&tr_args(lang, "briefing-data-read", &[("day", day(read).into())]));
        }
        if !dataset.file_hash.is_empty() {
            file.push_str(" · SHA-256 ");
            file.push_str(&dataset.file_hash);
        }
        said.push(Paragraph::point(file));
    }
    for import in ground.imports.iter().filter(|import| import.dataset == dataset.id) {
        let mut line = counts::rows(lang, &import.counts);
        if !import.recipe.is_empty() {
            line.push_str(" · ");
            line.push_str(&tr_args(lang, "briefing-data-recipe", &[("recipe", (&import.recipe).into())]));
        }
        // The file itself is told above; one that came before it is told by its hash.
        if import.hash != dataset.file_hash && !import.hash.is_empty() {
            line.push_str(" · SHA-256 ");
            line.push_str(&import.hash);
        }
        said.push(Paragraph::point(line));
    }
    if !dataset.licence.trim().is_empty() {
        let licence = dataset.licence.trim();
        said.push(Paragraph::point(tr_args(lang, "briefing-data-licence", &[("licence", licence.into())])));
    }
    if !dataset.note.trim().is_empty() {
        said.push(Paragraph::point(dataset.note.trim()));
    }
    said
}

fn dataset_records(dataset: &Dataset, ground: &Ground<'_>) -> u64 {
    let mut question = ground.first.clone();
    question.filter = crate::query::question::Filter { datasets: vec![dataset.id], ..Default::default() };
    ground.prepare_question(question).selection.len() as u64
}

/// What each figure counts, once a figure.
fn definitions(sheets: &[Sheet], briefing: &Briefing, lang: Lang) -> Vec<Paragraph> {
    let mut told: Vec<&str> = Vec::new();
    let mut said = Vec::new();
    for sheet in sheets {
        let drawn = match &sheet.body {
            Body::Figure(drawn) => vec![&**drawn],
            Body::Two(both) => both.iter().collect(),
            _ => continue,
        };
        let Some(page) = briefing.page(sheet.page) else { continue };
        for (spec, drawn) in specs(&page.content).into_iter().zip(drawn) {
            let Some(first) = drawn.definition.first() else { continue };
            if told.contains(&spec.chart.as_str()) {
                continue;
            }
            told.push(&spec.chart);
            let name = text::tr_or(lang, &format!("charts-name-{}", spec.chart), &spec.chart);
            let args = [("figure", name.into()), ("definition", first.into())];
            said.push(Paragraph::point(tr_args(lang, "briefing-method-definition", &args)));
        }
    }
    said
}

/// The figures of a page.
pub fn specs(content: &Content) -> Vec<&FigureSpec> {
    match content {
        Content::Figure(spec) | Content::Table(spec) => vec![spec],
        Content::Two(both) => both.iter().collect(),
        _ => Vec::new(),
    }
}

/// What each page counts of all records and why it leaves out the others, so that the counts add up; then what its foot
/// says. The line on the data, which is told above, is not repeated.
fn left_out(sheets: &[Sheet], briefing: &Briefing, ground: &Ground<'_>) -> Vec<Paragraph> {
    let lang = ground.lang;
    let mut said = Vec::new();
    for sheet in sheets {
        let Some(page) = briefing.page(sheet.page) else { continue };
        let counts = counts::of_page(&page.content, ground);
        if counts.is_empty() {
            continue;
        }
        let mut lines: Vec<String> = counts.iter().map(|counts| counts.words(lang)).collect();
        if !sheet.models().is_empty()
            && let Some((_, rest)) = sheet.foot.split_last()
        {
            lines.extend(rest.iter().cloned());
        }
        let args = [("page", short(&sheet.headline).into()), ("what", lines.join(" · ").into())];
        said.push(Paragraph::point(tr_args(lang, "briefing-method-page", &args)));
    }
    said
}

/// Objections that were read and kept, with the reason; of those that no longer arise, that.
fn kept(sheets: &[Sheet], briefing: &Briefing, ground: &Ground<'_>) -> Vec<Paragraph> {
    let lang = ground.lang;
    let found = briefing.kept.iter().filter_map(|kept| {
        let rule = Rule::ALL.into_iter().find(|rule| rule.key() == kept.rule)?;
        let place = short(&sheets.iter().find(|sheet| sheet.page == kept.page)?.headline);
        let page = briefing.page(kept.page)?;
        let args = [("page", place.into()), ("rule", rule.name(lang).into()), ("reason", kept.reason.trim().into())];
        let mut said = tr_args(lang, "briefing-method-kept-line", &args);
        if renew::objection_in(page, rule, ground, lang).is_none() {
            said.push(' ');
            said.push_str(&tr(lang, "renew-no-longer"));
        }
        Some(Paragraph::point(said))
    });
    found.collect()
}

/// A headline by which a page is found again. Numbers of pages differ from format to format.
fn short(headline: &str) -> String {
    const MOST: usize = 60;
    if headline.chars().count() <= MOST {
        return headline.to_owned();
    }
    let start: String = headline.chars().take(MOST).collect();
    let whole = start.rsplit_once(' ').map_or(start.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', ' ']))
}
