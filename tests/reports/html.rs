//! What stands in a page for a browser, and that it loads and runs nothing.

use std::collections::BTreeSet;
use std::path::Path;

use roxmltree::{Document, Node, ParsingOptions};
use vigie::briefing::deck::Deck;
use vigie::briefing::format::{Format, Options, write};

use crate::decks::{HOSTILE, hostile, samples, small};

fn page(deck: &Deck) -> String {
    let bytes = write(deck, Format::Html, &Options::default()).expect("a page");
    String::from_utf8(bytes).expect("a page in Unicode")
}

fn parse(text: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).unwrap_or_else(|error| panic!("not well-formed: {error}"))
}

fn named<'a>(page: &'a Document<'_>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    page.descendants().filter(move |node| node.tag_name().name() == name)
}

fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|part| part.text().filter(|_| part.is_text())).collect()
}

/// Nothing is loaded, nothing runs, everything is found.
fn is_sound(name: &str, text: &str) {
    let page = parse(text);
    let mut ids = BTreeSet::new();
    for node in page.descendants().filter(Node::is_element) {
        let element = node.tag_name().name();
        let allowed = !["script", "link", "iframe", "object", "embed", "img", "base", "form", "input", "use", "image"]
            .contains(&element);
        assert!(allowed, "{name}: <{element}>");
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(!key.starts_with("on") && key != "src" && key != "style" && key != "srcset", "{name}: {key}");
            assert!(key != "href" || value.starts_with('#'), "{name}: {value}");
            assert!(!value.contains("url(") || value.starts_with("url(#"), "{name}: {value}");
            if key == "id" {
                assert!(ids.insert(value.to_owned()), "{name}: {value} stands twice");
            }
        }
    }
    let known = |id: &str| assert!(ids.contains(id), "{name}: {id} is nowhere");
    for node in page.descendants().filter(Node::is_element) {
        node.attribute("aria-labelledby").into_iter().flat_map(str::split_whitespace).for_each(known);
        node.attribute("href").and_then(|target| target.strip_prefix('#')).into_iter().for_each(known);
        for pattern in ["fill", "stroke"].into_iter().filter_map(|key| node.attribute(key)) {
            pattern.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')).into_iter().for_each(known);
        }
    }
    let style = words(named(&page, "style").next().expect("a style"));
    assert!(!style.contains("@import") && style.matches("url(").count() == style.matches("url(data:font/woff").count());
    let policy = named(&page, "meta").find(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy"));
    assert!(policy.and_then(|meta| meta.attribute("content")).expect("a policy").starts_with("default-src 'none'"));
    let levels: Vec<usize> = page
        .descendants()
        .filter_map(|node| ["h1", "h2", "h3"].iter().position(|level| *level == node.tag_name().name()))
        .map(|level| level + 1)
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name}: {levels:?}");
    assert!(levels.first() == Some(&1) && levels.windows(2).all(|two| two[1] <= two[0] + 1), "{name}: {levels:?}");
    for table in named(&page, "table") {
        let called = table.children().find(Node::is_element).filter(|first| first.tag_name().name() == "caption");
        assert!(called.is_some_and(|caption| !words(caption).trim().is_empty()), "{name}: a table without a name");
        let mut heads = table.descendants().filter(|node| node.tag_name().name() == "th");
        assert!(heads.all(|head| matches!(head.attribute("scope"), Some("col" | "row"))), "{name}");
        let scrolls = table.parent().expect("a box around it");
        assert!(scrolls.attribute("aria-label").is_some_and(|label| !label.trim().is_empty()), "{name}");
    }
    for section in named(&page, "section") {
        let parts: Vec<&str> = section.children().filter(Node::is_element).map(|part| part.tag_name().name()).collect();
        let place = |wanted: &str| parts.iter().position(|part| *part == wanted);
        let in_order = place("footer").is_none() || place("details").is_none() || place("footer") < place("details");
        assert!(in_order, "{name}: what it rests on stands before what is folded: {parts:?}");
    }
    let margins = style.rsplit("@page").take(2).collect::<String>();
    assert_eq!(margins.matches('{').count(), margins.matches('}').count(), "{name}: {margins}");
    assert!(margins.len() < 2_500 && margins.contains("counter(pages)"), "{name}: {margins}");
    for drawing in named(&page, "svg") {
        assert_eq!(drawing.attribute("role"), Some("img"));
        let said: Vec<&str> = drawing.children().filter(Node::is_element).map(|part| part.tag_name().name()).collect();
        assert_eq!(said[..2], ["title", "desc"]);
        assert!(drawing.children().filter(Node::is_element).take(2).all(|part| !words(part).trim().is_empty()));
    }
}

#[test]
fn a_report_is_one_file_that_loads_and_runs_nothing() {
    for (name, deck) in samples() {
        let text = page(deck);
        assert_eq!(text, page(deck), "{name}: the same deck gives the same bytes");
        is_sound(name, &text);
        assert!(text.len() < 450_000, "{name}: {} bytes", text.len());
        let page = parse(&text);
        assert_eq!(page.root_element().attribute("lang"), Some(deck.lang.code()));
        let models: usize = deck.sheets.iter().map(|sheet| sheet.models().len()).sum();
        let tables = named(&page, "details").filter(|fold| fold.attribute("class") == Some("numbers")).count();
        assert!(models > 0 && tables > 0 && tables <= models, "{name}");
        // Numbers of every chart stand beneath it.
        for model in deck.sheets.iter().flat_map(|sheet| sheet.models()).filter(|model| model.empty.is_none()) {
            let first = model.table.rows.first().and_then(|row| row.first());
            let there = |cell: &str| named(&page, "td").chain(named(&page, "th")).any(|node| words(node) == cell);
            assert!(first.is_none_or(|cell| cell.text.is_empty() || there(&cell.text)), "{name}: {first:?}");
        }
    }
}

#[test]
fn colours_are_variables_with_a_value_for_light_and_for_dark() {
    let text = page(&samples()[0].1);
    let style = &text[..text.find("</style>").expect("a style")];
    let used: BTreeSet<&str> = text.split("var(--k").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(used.len() > 8, "{used:?}");
    for number in used {
        assert_eq!(style.matches(&format!("--k{number}:#")).count(), 2, "--k{number}");
    }
    let drawings = &text[text.find("<svg").expect("a drawing")..];
    assert!(!drawings.contains("fill=\"#") && !drawings.contains("stroke=\"#"), "no colour stands alone");
}

#[test]
fn names_that_mean_harm_are_names() {
    for name in HOSTILE {
        let text = page(&hostile(name));
        is_sound(name, &text);
        let page = parse(&text);
        let seen = |sign: &char| !matches!(*sign, '\u{0}' | '\u{202e}' | '\u{fffe}');
        let expected: String = name.chars().filter(seen).collect();
        assert_eq!(words(named(&page, "h1").next().expect("a title")), expected);
        assert!(named(&page, "td").all(|cell| words(cell) == expected && cell.attribute("dir") == Some("auto")));
        assert!(!text.contains('\u{202e}'), "nothing turns what follows it");
    }
    let long = "x".repeat(10_000);
    is_sound("long", &page(&hostile(&long)));
}

#[test]
fn a_small_report_reads_as_expected() {
    let text = page(&small());
    is_sound("small", &text);
    let (head, rest) = text.split_once("<style>").expect("a style");
    let (_, body) = rest.split_once("</style>").expect("its end");
    let made = format!("{head}<style>…</style>{body}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/report.html");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &made).expect("the expected page");
    }
    let expected = std::fs::read_to_string(&path).expect("the expected page");
    assert_eq!(made, expected.replace("\r\n", "\n"), "UPDATE=1 cargo test --test reports writes it anew");
}
