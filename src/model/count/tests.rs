//! Tables and properties of counts.

use proptest::prelude::*;

use super::*;

/// What a text means: `lo..hi how unit`, or the error.
fn meaning(text: &str) -> String {
    match Count::parse_with_unit(text, &Conventions::default()) {
        Ok((count, unit)) => {
            let hi = count.hi.map_or_else(|| "∞".to_owned(), |hi| hi.to_string());
            format!("{}..{hi} {:?} {}", count.lo, count.how, unit.map_or("-", Unit::key))
        }
        Err(error) => format!("{error:?}"),
    }
}

fn table(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let found = meaning(text);
            (found != *expected).then(|| format!("{text}: {found}, expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers() {
    table(&[
        ("0", "0..0 Exact -"),
        ("300", "300..300 Exact -"),
        ("1,234,567", "1234567..1234567 Exact -"),
        (" 1 234 567 ", "1234567..1234567 Exact -"),
        ("1,5 million", "1500000..1500000 Exact -"),
        ("1.5 millions", "1500000..1500000 Exact -"),
        ("1.2M", "1200000..1200000 Exact -"),
        ("300k", "300000..300000 Exact -"),
        ("300 K", "300000..300000 Exact -"),
        ("2.5bn", "2500000000..2500000000 Exact -"),
        ("3 milliards", "3000000000..3000000000 Exact -"),
        ("3 billion accounts", "3000000000..3000000000 Exact accounts"),
        ("43 million", "43000000..43000000 Exact -"),
        ("43 millions de personnes", "43000000..43000000 Exact people"),
        ("1.234 million", "1234000..1234000 Exact -"),
        ("1e+06", "1000000..1000000 Exact -"),
        ("twelve", "12..12 Exact -"),
        ("two hundred thousand people", "200000..200000 Exact people"),
        ("quatre-vingt-dix-sept clients", "97..97 Exact customers"),
        ("deux cents personnes", "200..200 Exact people"),
        ("half a million users", "500000..500000 Exact users"),
        ("a million accounts", "1000000..1000000 Exact accounts"),
        ("1 personne", "1..1 Exact people"),
        ("one person", "1..1 Exact people"),
        ("9223372036854775807", "9223372036854775807..9223372036854775807 Exact -"),
    ]);
}

#[test]
fn modifiers() {
    table(&[
        ("about 1,200,000", "1150000..1250000 About -"),
        ("about 1,000", "500..1500 About -"),
        ("about 7", "7..7 About -"),
        ("about 0", "0..0 About -"),
        ("~30", "25..35 About -"),
        ("environ 1500 personnes", "1450..1550 About people"),
        ("1500 personnes environ", "1450..1550 About people"),
        ("300,000 (estimated)", "250000..350000 About -"),
        ("près de 3 millions", "2500000..3500000 About -"),
        ("quelque 300 clients", "250..350 About customers"),
        ("up to 300,000 users", "0..300000 AtMost users"),
        ("jusqu’à 300 000 utilisateurs", "0..300000 AtMost users"),
        ("no more than 20", "0..20 AtMost -"),
        ("at least 20,000", "20000..∞ AtLeast -"),
        ("au moins 20 000 personnes", "20000..∞ AtLeast people"),
        ("500+", "500..∞ AtLeast -"),
        ("500+ personnes", "500..∞ AtLeast people"),
        ("100k and above", "100000..∞ AtLeast -"),
        ("500 people or more", "500..∞ AtLeast people"),
        ("≥ 500", "500..∞ AtLeast -"),
        (">=500", "500..∞ AtLeast -"),
        ("more than 5000", "5001..∞ MoreThan -"),
        ("Plus de 5000 personnes", "5001..∞ MoreThan people"),
        ("over 2 million", "2000001..∞ MoreThan -"),
        ("> 500", "501..∞ MoreThan -"),
        ("plus d'un million de comptes", "1000001..∞ MoreThan accounts"),
        ("fewer than 10", "0..9 FewerThan -"),
        ("moins de 500 personnes", "0..499 FewerThan people"),
        ("<10", "0..9 FewerThan -"),
        ("well over 300,000 customers", "300001..∞ MoreThan customers"),
        ("at least about 300", "250..∞ AtLeast -"),
        ("about at least 300", "250..∞ AtLeast -"),
    ]);
}

#[test]
fn ranges() {
    table(&[
        ("500-999", "500..999 Range -"),
        ("500–999", "500..999 Range -"),
        ("500 — 999 people", "500..999 Range people"),
        ("Entre 6 et 50 personnes", "6..50 Range people"),
        ("between 6 and 50", "6..50 Range -"),
        ("between six and fifty people", "6..50 Range people"),
        ("between one hundred and two hundred", "100..200 Range -"),
        ("from 1,000 to 5,000", "1000..5000 Range -"),
        ("de 300 à 500 clients", "300..500 Range customers"),
        ("2 to 3 million", "2000000..3000000 Range -"),
        ("2-3M users", "2000000..3000000 Range users"),
        ("1,000 to 2 million", "1000..2000000 Range -"),
        ("1,5 à 2 millions de clients", "1500000..2000000 Range customers"),
        ("between hundreds and thousands of people", "200..9000 Range people"),
        ("50-6", "Reversed"),
        ("between 6", "NotACount"),
    ]);
}

#[test]
fn words_of_the_house_table() {
    table(&[
        ("several", "3..9 Words -"),
        ("plusieurs personnes", "3..9 Words people"),
        ("a dozen customers", "8..15 Words customers"),
        ("une dizaine", "8..15 Words -"),
        ("quelques dizaines de clients", "20..90 Words customers"),
        ("dozens", "20..90 Words -"),
        ("a hundred or so", "80..150 Words -"),
        ("une centaine de personnes", "80..150 Words people"),
        ("a few hundred", "200..900 Words -"),
        ("several hundred people", "200..900 Words people"),
        ("Quelques centaines", "200..900 Words -"),
        ("hundreds of employees", "200..900 Words people"),
        ("un millier", "800..1500 Words -"),
        ("quelques milliers d'élèves", "2000..9000 Words people"),
        ("several thousand", "2000..9000 Words -"),
        ("thousands of people", "2000..9000 Words people"),
        ("tens of thousands", "20000..90000 Words -"),
        ("tens of thousands (at least 20,000)", "20000..90000 Words -"),
        ("tens of thousands (at least 30,000)", "30000..90000 Words -"),
        ("tens of thousands (up to 100)", "Several"),
        ("Plusieurs dizaines de milliers de clients", "20000..90000 Words customers"),
        ("Quelques centaines de milliers de personnes", "200000..900000 Words people"),
        ("hundreds of thousands of users", "200000..900000 Words users"),
        ("a few hundred thousand", "200000..900000 Words -"),
        ("des millions de personnes", "2000000..9000000 Words people"),
        ("tens of millions", "20000000..90000000 Words -"),
        ("une vingtaine de personnes", "15..25 Words people"),
        ("une centaine de milliers", "80000..150000 Words -"),
        ("plus d’une centaine", "81..∞ MoreThan -"),
        ("about a dozen", "8..15 Words -"),
        ("up to several thousand", "0..9000 AtMost -"),
        ("a few hundred Micro-SOC customers in France", "200..900 Words customers"),
        ("half of the staff", "Uncounted"),
        ("a third of customers", "Uncounted"),
    ]);
}

#[test]
fn units() {
    table(&[
        ("43 million French workers", "43000000..43000000 Exact people"),
        ("12 millions de salarié·es", "12000000..12000000 Exact people"),
        ("1 200 salarié(e)s", "1200..1200 Exact people"),
        ("1 million de contacts", "1000000..1000000 Exact records"),
        ("1.6 millions d’utilisateurs", "1600000..1600000 Exact users"),
        ("750 000 patients", "750000..750000 Exact people"),
        ("822 449 pompiers", "822449..822449 Exact people"),
        ("4.2 million of its customers", "4200000..4200000 Exact customers"),
        ("12,000 (residents)", "12000..12000 Exact people"),
        ("300 in Washington", "300..300 Exact -"),
        ("40 serveurs", "40..40 Exact systems"),
        ("3 entreprises", "3..3 Exact organisations"),
    ]);
}

#[test]
fn refusals() {
    table(&[
        ("", "NotACount"),
        (" ", "NotACount"),
        ("unknown", "NotACount"),
        ("Credential stuffing", "NotACount"),
        ("personnes", "NotACount"),
        ("82Go", "OtherUnit(Volume)"),
        ("66 Go de données", "OtherUnit(Volume)"),
        ("844Go de données", "OtherUnit(Volume)"),
        ("500+Go", "OtherUnit(Volume)"),
        ("63 stores", "OtherUnit(Things)"),
        ("85 bases de clients", "OtherUnit(Things)"),
        ("5 %", "OtherUnit(Share)"),
        ("$5 million", "OtherUnit(Money)"),
        ("70 000 dossiers, 160 000 fichiers", "Several"),
        ("4 212 étudiants, 4 006 enseignants", "Several"),
        ("2971 fichiers, 4.5Go", "Several"),
        ("300 clients et des milliers de comptes", "Several"),
        ("-5", "Negative"),
        ("fewer than 0", "Negative"),
        ("1,5", "NotACount"),
        ("3.7 personnes", "NotACount"),
        ("1,234 million", "Ambiguous"),
        ("3 billions de comptes", "Ambiguous"),
        ("9223372036854775808", "TooLarge"),
        ("10 billion billion", "TooLarge"),
        ("more than 9223372036854775807", "TooLarge"),
        ("2024-03-08", "NotACount"),
        ("4 mars 2024", "Several"),
        ("20/10/2023", "NotACount"),
        ("12:30", "NotACount"),
        ("500 900", "500900..500900 Exact -"),
        ("5 00 900", "Several"),
    ]);
}

#[test]
fn conventions_can_be_changed() {
    let mine = Conventions { hundreds: (300, 500), thousands: Thousands::Point, ..Conventions::default() };
    let read = |text: &str| Reading::read(text, &mine).map(|reading| (reading.lo, reading.hi));
    assert_eq!(read("a few hundred"), Ok((300, Some(500))));
    assert_eq!(read("1.234"), Ok((1234, Some(1234))));
    assert_eq!(read("1,234"), Err(CountError::NotACount));
    let stored: Conventions = serde_json::from_str(r#"{"hundreds":[300,500],"thousands":"point"}"#).expect("a table");
    assert_eq!(stored, mine);
    for bad in [r#"{"hundreds":[500,300]}"#, r#"{"hundreds":[1,18446744073709551615]}"#, r#"{"hundreds":[1]}"#] {
        assert!(serde_json::from_str::<Conventions>(bad).is_err(), "{bad}");
    }
}

#[test]
fn every_entry_of_the_table_can_be_reached() {
    let mut table = Conventions::default();
    for (at, (_, entry)) in (1..).zip(Conventions::ENTRIES) {
        *entry(&mut table) = (at, at);
    }
    let written = serde_json::to_value(&table).expect("a table");
    for (at, (key, _)) in (1_u64..).zip(Conventions::ENTRIES) {
        assert_eq!(written[key], serde_json::json!([at, at]), "{key}");
    }
    assert_eq!(written.as_object().map(serde_json::Map::len), Some(Conventions::ENTRIES.len() + 1));
}

#[test]
fn documents_keep_text_and_bounds() {
    let json = |text: &str| serde_json::to_string(&Count::parse(text).expect(text)).expect("a document");
    assert_eq!(json("1200"), "1200");
    assert_eq!(json("1,200"), r#"{"text":"1,200","lo":1200,"hi":1200,"how":"exact"}"#);
    assert_eq!(json("a few hundred"), r#"{"text":"a few hundred","lo":200,"hi":900,"how":"words"}"#);
    assert_eq!(json("500+"), r#"{"text":"500+","lo":500,"how":"at_least"}"#);
    let stored: Count =
        serde_json::from_str(r#"{"text":"a few hundred","lo":100,"hi":400,"how":"words"}"#).expect("a count");
    assert_eq!((stored.lo, stored.hi, stored.as_written()), (100, Some(400), "a few hundred"));
    for bad in [
        r#""soon""#,
        "-1",
        "1.5",
        "9223372036854775808",
        r#"{"text":"x","lo":5,"hi":4,"how":"range"}"#,
        r#"{"text":"x","lo":5,"hi":6,"how":"range","more":1}"#,
    ] {
        assert!(serde_json::from_str::<Count>(bad).is_err(), "{bad}");
    }
}

fn number_text() -> impl Strategy<Value = (u64, String)> {
    (0..=LARGEST, prop::sample::select(vec!["", ",", " ", ".", "\u{202f}", "'"])).prop_map(|(number, mark)| {
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                text.push_str(mark);
            }
            text.push(digit);
        }
        (number, text)
    })
}

proptest! {
    #[test]
    fn grouped_numbers_are_exact((number, text) in number_text()) {
        let count = Count::parse(&text).expect("a number");
        prop_assert_eq!((count.lo, count.hi, count.how), (number, Some(number), How::Exact));
        prop_assert_eq!(count.as_written(), &text);
    }

    #[test]
    fn modifiers_move_the_bounds_as_they_say(number in 1..LARGEST / 4) {
        let bounds = |text: String| Count::parse(&text).map(|count| (count.lo, count.hi)).expect("a count");
        prop_assert_eq!(bounds(format!("at least {number}")), (number, None));
        prop_assert_eq!(bounds(format!("more than {number}")), (number + 1, None));
        prop_assert_eq!(bounds(format!("jusqu'à {number}")), (0, Some(number)));
        prop_assert_eq!(bounds(format!("moins de {number}")), (0, Some(number - 1)));
        let (lo, hi) = bounds(format!("environ {number}"));
        let hi = hi.expect("bounded");
        prop_assert!(lo <= number && number <= hi && number - lo == hi - number);
        prop_assert_eq!(bounds(format!("between {number} and {}", number * 2)), (number, Some(number * 2)));
    }

    #[test]
    fn documents_round_trip((_, text) in number_text(), before in prop::sample::select(vec!["", "about ", "plus de ", "up to "])) {
        let written = format!("{before}{text}");
        if let Ok(count) = Count::parse(&written) {
            prop_assert_eq!(count.as_written(), &written);
            let stored = serde_json::to_string(&count).expect("a document");
            prop_assert_eq!(serde_json::from_str::<Count>(&stored).expect("reads back"), count);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        if let Ok(count) = Count::parse(&text) {
            prop_assert_eq!(count.as_written(), text);
            prop_assert!(count.hi.is_none_or(|hi| hi >= count.lo));
        }
    }

    #[test]
    fn no_statement_makes_it_panic(text in "[0-9a-zé,.;/()$€% +&<>~\n-]{0,60}") {
        let conventions = Conventions::default();
        if let Ok(said) = Statement::read(&text, &conventions) {
            prop_assert!(!said.counts.is_empty());
            for part in &said.counts {
                prop_assert!(part.reading.hi.is_none_or(|hi| hi >= part.reading.lo));
                prop_assert!(text.contains(part.text));
            }
            let units: std::collections::BTreeSet<_> = said.counts.iter().map(|part| part.reading.unit).collect();
            prop_assert_eq!(units.len(), said.counts.len());
        }
    }

    #[test]
    fn no_words_make_it_panic(words in prop::collection::vec(prop::sample::select(vec![
        "between", "and", "a", "few", "hundred", "thousand", "of", "de", "plus", "1,5", "12", "2 300", "million", "-",
        "personnes", "Go", "+", "(", ")", "about", "one", "vingt", "quatre", "cent", "d'", "k", "to", "jusqu'à", "99999999999999999999",
    ]), 0..9)) {
        let text = words.join(" ");
        if let Ok(count) = Count::parse(&text) {
            prop_assert!(count.hi.is_none_or(|hi| hi >= count.lo), "{} {:?}", text, count);
        }
    }
}
