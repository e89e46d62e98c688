//! A deck as one page for a browser: nothing is loaded, no script runs, charts are drawings in the page with their
//! numbers folded beneath, in the colours of light or dark surroundings.
//!
//! The page is well-formed XML too, so that tests can look into it. Equal decks give equal bytes.

mod charts;
mod sheets;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::briefing::deck::{Body, Deck, Sheet};
use crate::briefing::html::charts::Charts;
use crate::briefing::html::words::Out;
use crate::draw::font::Weight;
use crate::draw::webfont;
use crate::text::tr;

/// What the page may do: show what is in it.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/// A deck as a page.
pub fn write(deck: &Deck) -> String {
    let mut charts = Charts::default();
    let mut body = Out::default();
    let (title, rest) = match deck.sheets.split_first() {
        Some((first, rest)) if matches!(first.body, Body::Title { .. }) => (Some(first), rest),
        _ => (None, deck.sheets.as_slice()),
    };
    header(&mut body, deck, title);
    contents(&mut body, deck, rest);
    body.open("main", &[("id", "main")]);
    for (at, sheet) in rest.iter().enumerate() {
        sheets::section(&mut body, &mut charts, deck, sheet, at + 1);
    }
    body.close("main");
    let body = body.finish();
    let style = style(deck, &body, &charts);
    page(deck, &style, &body)
}

fn page(deck: &Deck, style: &str, body: &str) -> String {
    let mut out = String::with_capacity(style.len() + body.len() + 1_024);
    let lang = deck.lang.code();
    _ = writeln!(out, "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\"/>");
    _ = writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>", words::escape(POLICY));
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"generator\" content=\"Vigie\"/>\n");
    if !deck.as_of_unknown {
        let (year, month, day) = deck.as_of.ymd();
        _ = writeln!(out, "<meta name=\"date\" content=\"{year:04}-{month:02}-{day:02}\"/>");
    }
    _ = writeln!(out, "<title>{}</title>", words::escape(&words::on_one_line(&deck.title)));
    _ = writeln!(out, "<style>\n{style}</style>\n</head>\n<body>\n{body}</body>\n</html>");
    out
}

/// Fonts with the letters that the page uses, the colours of its charts, and how it looks.
fn style(deck: &Deck, body: &str, charts: &Charts) -> String {
    let used: BTreeSet<char> = body
        .chars()
        .chain(deck.title.chars())
        .chain("…–—·’ /0123456789".chars())
        .chain(margins(deck).chars())
        .collect();
    let mut out = String::new();
    for (weight, value) in [(Weight::Regular, 400), (Weight::Bold, 700)] {
        if let Some(font) = webfont::woff(&used, weight) {
            let data = webfont::base64(&font);
            _ = writeln!(
                out,
                "@font-face{{font-family:\"Noto Sans Report\";font-weight:{value};\
                 src:url(data:font/woff;base64,{data}) format(\"woff\")}}"
            );
        }
    }
    _ = writeln!(out, ":root{{{}}}", charts.variables(false));
    _ = writeln!(out, "@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}", charts.variables(true));
    out.push_str(include_str!("page.css"));
    out.push_str(&margins(deck));
    out
}

/// What stands in the margins of printed sheets: title and marking at their head, the as-of date, the marking and the
/// number at their foot.
fn margins(deck: &Deck) -> String {
    let data = deck.data_to();
    let (title, data) = (words::in_style(&words::short(&deck.title, 90)), words::in_style(&data));
    let marking = words::in_style(&words::short(&deck.marking, 60));
    let small = "font:8pt \"Noto Sans Report\",sans-serif;color:#5A6675";
    let strong = "font:700 8pt \"Noto Sans Report\",sans-serif;color:#17212E";
    format!(
        "@page{{@top-left{{content:{title};{small}}}@top-right{{content:{marking};{strong}}}\
         @bottom-left{{content:{data};{small}}}@bottom-center{{content:{marking};{strong}}}\
         @bottom-right{{content:counter(page) \" / \" counter(pages);{small}}}}}\n\
         @page:first{{@top-left{{content:\"\"}}@bottom-left{{content:\"\"}}}}\n"
    )
}

fn header(out: &mut Out, deck: &Deck, title: Option<&Sheet>) {
    out.open("a", &[("class", "skip"), ("href", "#main")]);
    out.text(&tr(deck.lang, "report-skip"));
    out.close("a");
    out.open("header", &[]);
    let headline = title.map_or(&deck.title, |sheet| &sheet.headline);
    out.element("h1", &[], if headline.trim().is_empty() { &deck.title } else { headline });
    if let Some(Sheet { body: Body::Title { lines }, .. }) = title {
        for line in lines {
            out.element("p", &[("class", "under")], line);
        }
    }
    if !deck.marking.trim().is_empty() {
        out.element("p", &[("class", "marking")], &deck.marking);
    }
    out.close("header");
}

/// The headlines of the pages, each leading to its page.
fn contents(out: &mut Out, deck: &Deck, sheets: &[Sheet]) {
    if sheets.len() < 2 {
        return;
    }
    let words = tr(deck.lang, "report-contents");
    out.open("nav", &[("aria-label", &words)]);
    out.open("details", &[("open", "")]);
    out.element("summary", &[], &words);
    out.open("ol", &[]);
    for (at, sheet) in sheets.iter().enumerate() {
        out.open("li", &[]);
        out.open("a", &[("href", &format!("#p{}", at + 1))]);
        let said = [&sheet.headline, &sheet.subtitle].into_iter().find(|words| !words.trim().is_empty());
        out.text(&said.map_or_else(|| (at + 1).to_string(), |words| words::short(words, 160)));
        out.close("a");
        out.close("li");
    }
    out.close("ol");
    out.close("details");
    out.close("nav");
}
