//! Pictures of the constructed models: word for word, and none of them may cut a text, write one over another or leave
//! the page.

use vigie::draw::layout::{Size, scene, scene_with_panels};
use vigie::draw::png::png;
use vigie::draw::style::Style;
use vigie::draw::svg::svg;

use crate::cases::{cases, columns, curve, lying};
use crate::checks::faults;
use crate::golden;

#[test]
fn every_kind_and_size_is_drawn_word_for_word_and_no_text_is_in_the_way() {
    let cases = cases();
    assert!(cases.len() >= 60, "{}", cases.len());
    let mut found = Vec::new();
    for (name, model, size) in &cases {
        let scene = scene(model, *size, &Style::print());
        if let Some(folder) = std::env::var_os("VIGIE_PICTURES") {
            let bytes = png(&scene, 1.0).expect("a picture");
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), bytes).expect("a folder");
        }
        found.extend(faults(&scene, &Style::print()).into_iter().take(3).map(|fault| format!("{name}: {fault}")));
        for words in [&model.title, &model.subtitle] {
            let whole: String = words.split_whitespace().filter(|part| *part != "·").collect();
            let drawn: String =
                scene.texts().flat_map(|text| text.text.split_whitespace()).filter(|part| *part != "·").collect();
            assert!(drawn.contains(&whole), "{name}: the whole of “{words}” is drawn");
        }
    }
    let page =
        scene_with_panels(&curve(5), &[columns(5, 1e10, true), lying(5, 1e10, true)], Size::SLIDE, &Style::print());
    found.extend(faults(&page, &Style::print()).into_iter().map(|fault| format!("panels: {fault}")));
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    for (name, model, size) in &cases {
        golden::check(&format!("gallery/{name}.svg"), &svg(&scene(model, *size, &Style::print())));
    }
    golden::check("gallery/panels.svg", &svg(&page));
}
