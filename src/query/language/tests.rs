//! What is typed, what is read, what is written.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::frame::RecordId;
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::model::organisation::Role;
use crate::query::expr::{Reason, Sure};
use crate::query::pattern::Pattern;

fn known() -> Known {
    Known {
        datasets: vec![(Uuid::from_u128(1), "WA AG".to_owned()), (Uuid::from_u128(2), "Register".to_owned())],
        headers: vec!["Days to close".to_owned()],
    }
}

#[track_caller]
fn read(text: &str) -> Expr {
    match parse(text, &known()) {
        Ok(expr) => expr,
        Err(error) => panic!("{text}: {error} at {:?}", error.at),
    }
}

fn like(field: Field, words: &[&str]) -> Expr {
    Expr::Like { field, patterns: words.iter().map(|word| scan::pattern(word)).collect() }
}

fn not(expr: Expr) -> Expr {
    Expr::Not(Box::new(expr))
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd(year, month, day).expect("a day")
}

#[test]
fn what_is_typed_is_written_so() {
    for (typed, english, french) in [
        ("", "", ""),
        ("  \n", "", ""),
        ("ransomware", "ransomware", "ransomware"),
        ("\"ville de Paris\"", "\"ville de Paris\"", "\"ville de Paris\""),
        ("« Hôpital Nord »", "\"Hôpital Nord\"", "\"Hôpital Nord\""),
        ("sector:health", "sector:health", "secteur:health"),
        ("secteur : santé", "sector:santé", "secteur:santé"),
        ("sector:health,finance", "sector:health,finance", "secteur:health,finance"),
        ("sector:(health or finance)", "sector:health,finance", "secteur:health,finance"),
        ("kind:(ransomware and theft)", "kind:ransomware kind:theft", "nature:ransomware nature:theft"),
        ("sector:(not health)", "not sector:health", "non secteur:health"),
        ("sector=Health", "sector=Health", "secteur=Health"),
        ("sector!=Health", "not sector=Health", "non secteur=Health"),
        ("sector:blank", "sector:blank", "secteur:vide"),
        ("sector:missing,health", "sector:blank,health", "secteur:vide,health"),
        ("sector:connu", "not sector:blank", "non secteur:vide"),
        ("organisation:\"ville de *\"", "organisation:\"ville de *\"", "organisme:\"ville de *\""),
        ("kind:ranso*", "kind:ranso*", "nature:ranso*"),
        ("custom:\"Days to close\":5", "custom:\"Days to close\":5", "perso:\"Days to close\":5"),
        ("\"days to close\":5", "custom:\"Days to close\":5", "perso:\"Days to close\":5"),
        ("custom:Ref=a", "custom:Ref=a", "perso:Ref=a"),
        ("people>1000", "people>=1001", "personnes>=1001"),
        ("people > 1,000", "people>=1001", "personnes>=1001"),
        ("people:>1k", "people>=1001", "personnes>=1001"),
        ("people:1000..9999", "people:1000..9999", "personnes:1000..9999"),
        ("accounts>=1m", "accounts>=1000000", "comptes>=1000000"),
        ("users:access_cut>500", "users:access_cut>=501", "utilisateurs:accès_coupé>=501"),
        ("people:unknown", "people:unknown", "personnes:inconnu"),
        ("people:(unknown or withheld)", "people:unknown,withheld", "personnes:inconnu,non_communiqué"),
        ("people:missing", "people:missing", "personnes:manquant"),
        ("people:known", "people>=0", "personnes>=0"),
        ("people!=5", "not people=5", "non personnes=5"),
        ("possibly people>1000", "possibly people>=1001", "possiblement personnes>=1001"),
        ("~people>1000", "possibly people>=1001", "possiblement personnes>=1001"),
        ("aware:2023..", "aware:2023..", "connaissance:2023.."),
        ("aware:2023-02-05..2024", "aware:2023-02-05..2024", "connaissance:2023-02-05..2024"),
        ("made_public:2024-Q1", "made_public:2024-Q1", "divulgation:2024-Q1"),
        ("intrusion_began<2023-06", "intrusion_began:..2023-05", "début_intrusion:..2023-05"),
        ("intrusion_began<=2023-06", "intrusion_began:..2023-06", "début_intrusion:..2023-06"),
        ("aware>2023", "aware:2024..", "connaissance:2024.."),
        ("aware:\"mars 2024\"", "aware:2024-03", "connaissance:2024-03"),
        ("aware:2023,2025", "aware:2023 or aware:2025", "connaissance:2023 ou connaissance:2025"),
        ("aware:not_yet", "aware:not_yet", "connaissance:pas_encore"),
        ("aware:known", "aware:known", "connaissance:connu"),
        ("aware..regulator_notified>30d", "aware..regulator_notified>=31d", "connaissance..notification>=31j"),
        ("connaissance..divulgation:2..4sem", "aware..made_public:14..28d", "connaissance..divulgation:14..28j"),
        ("dataset:\"wa ag\"", "dataset:\"WA AG\"", "jeu:\"WA AG\""),
        ("id:12,15", "id:12,15", "id:12,15"),
        ("id:none", "id:none", "id:none"),
        ("-country:FR", "not country:FR", "non pays:FR"),
        ("a or b c", "a or (b c)", "a ou (b c)"),
        ("(a or b) c", "(a or b) c", "(a ou b) c"),
        ("a et non b ou c", "(a not b) or c", "(a non b) ou c"),
        ("not not a", "a", "a"),
        ("a and a", "a", "a"),
        ("T1566.001 AT&T", "T1566.001 AT&T", "T1566.001 AT&T"),
        ("Smith, John - test", "\"Smith,\" John \"-\" test", "\"Smith,\" John \"-\" test"),
        ("\"or\" text:\"a b\"", "\"or\" \"a b\"", "\"or\" \"a b\""),
        ("fuite : hôpital", "fuite \":\" hôpital", "fuite \":\" hôpital"),
    ] {
        let expr = read(typed);
        assert_eq!(print(&expr, &known(), Lang::En), english, "{typed}");
        assert_eq!(print(&expr, &known(), Lang::Fr), french, "{typed}");
        assert_eq!((read(english), read(french)), (expr.clone(), expr), "{typed}");
    }
}

#[test]
fn what_is_typed_means_this() {
    let people = (Unit::People, Effect::DataExposed);
    for (typed, wanted) in [
        ("sector:Health", like(Field::Sector, &["Health"])),
        ("sector=Health", Expr::word(Field::Sector, "Health")),
        ("-sector:blank", not(Expr::word(Field::Sector, ""))),
        ("country:\"*\"", Expr::Like { field: Field::Country, patterns: vec![Pattern::new(vec![String::new(); 2])] }),
        ("tag:\"a\\*b\"", Expr::Like { field: Field::Tag, patterns: vec![Pattern::word("a*b")] }),
        ("people<1000", Expr::Count { measure: people, from: 0, to: Some(999), how: Sure::Certain }),
        (
            "~aware:2024-02",
            Expr::Date {
                event: EventKind::Aware,
                from: Some(day(2024, 2, 1)),
                to: Some(day(2024, 2, 29)),
                how: Sure::Possible,
            },
        ),
        ("aware:missing", Expr::NoDate { event: EventKind::Aware, reasons: Vec::new() }),
        ("aware:unknown,vide", Expr::NoDate { event: EventKind::Aware, reasons: vec![Reason::Unknown, Reason::Blank] }),
        (
            "aware..public<4w",
            Expr::Delay { ends: (EventKind::Aware, EventKind::MadePublic), from: 0, to: Some(27), how: Sure::Certain },
        ),
        ("id:none", Expr::Any(Vec::new())),
    ] {
        assert_eq!(read(typed), wanted, "{typed}");
    }
}

#[test]
fn what_is_wrong_says_where_and_what_to_write() {
    for (typed, at, sentence) in [
        ("sectr:health", 0..5, "There is no field “sectr”. Did you mean “sector”?"),
        ("a colour:red", 2..8, "There is no field “colour”. To look for the words, put them in quotation marks."),
        ("days_to_close:5", 0..13, "There is no field “days_to_close”. Did you mean “custom:\"Days to close\"”?"),
        ("summary:x", 0..7, "The texts of “summary” are not searched. Fields of words, dates and counts can be."),
        ("sector:", 7..7, "Write a value after “sector”, or “missing” or “known”."),
        ("sector:health,", 14..14, "Write a value after “sector”, or “missing” or “known”."),
        ("users:access_cut", 0..16, "Write a value after “users:access_cut”, or “missing” or “known”."),
        ("people:many", 7..11, "“many” is not a number. Write 500, 10k, 1.5m or 1000..9999."),
        ("people:9..1", 7..11, "Nothing lies in “9..1”. Write the smaller value first."),
        ("people<0", 7..8, "Nothing lies in “0”. Write the smaller value first."),
        (
            "aware:03/04/2024",
            6..16,
            "“03/04/2024” is not a date. Write 2024, 2024-Q1, 2024-03, 2024-03-08 or 2023..2024.",
        ),
        (
            "aware>2023..2024",
            6..16,
            "“2023..2024” is not a date. Write 2024, 2024-Q1, 2024-03, 2024-03-08 or 2023..2024.",
        ),
        ("awre..made_public>30d", 0..4, "There is no event “awre”. Did you mean “aware”?"),
        ("aware..made_public>72h", 19..22, "“72h” is not a number of days. Write 30d, 4w or 10..30d."),
        ("dataset:WA", 8..10, "There is no dataset “WA”. Did you mean “WA AG”?"),
        ("id:x", 3..4, "“x” is not the number of a record. Write for example id:12,15."),
        (
            "sector>health",
            7..13,
            "“sector” holds words, which are not larger or smaller. Write a colon, or = for one exact spelling.",
        ),
        ("possibly sector:health", 0..22, "“possibly” stands before a condition on a date, a count or a delay."),
        ("a or", 2..4, "Write a condition on either side of “or”, or put it in quotation marks to look for it."),
        ("or a", 0..2, "Write a condition on either side of “or”, or put it in quotation marks to look for it."),
        ("a not", 2..5, "Write a condition on either side of “not”, or put it in quotation marks to look for it."),
        ("a (b", 2..3, "A parenthesis is opened here and not closed."),
        ("a) b", 1..2, "A parenthesis is closed here that was not opened."),
        ("\"a", 0..2, "A quotation mark is opened here and not closed."),
        (
            "sector:(health services)",
            15..23,
            "Write a comma or “or” before “services”, or quotation marks around all of it.",
        ),
        (">5", 0..2, "A condition cannot begin with “>5”. Put it in quotation marks to look for it."),
        ("()", 1..2, "A condition cannot begin with “)”. Put it in quotation marks to look for it."),
    ] {
        let error = parse(typed, &known()).expect_err(typed);
        assert_eq!((error.at.clone(), error.to_string().as_str()), (at, sentence), "{typed}");
        assert!(!error.sentence(Lang::Fr).contains('{'), "{typed}");
    }
    let deep = "(".repeat(5_000);
    assert_eq!(parse(&deep, &known()).expect_err("too deep").wrong, Wrong::TooDeep);
    assert_eq!(parse(&"-".repeat(5_000), &known()).expect_err("too deep").wrong, Wrong::TooDeep);
}

fn any_word() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Health", "or", "known", "vide", "a b", "l'été", "x*y", "-x", "", "\\", "\"", "5", "a:b"
        ])
        .prop_map(str::to_owned),
        "[a-zé0-9 .,:=<>~*()\"\\\\-]{0,8}",
    ]
}

fn any_pattern() -> impl Strategy<Value = Pattern> {
    prop::collection::vec(any_word(), 1..4).prop_map(Pattern::new)
}

fn any_field() -> impl Strategy<Value = Field> {
    prop::sample::select(vec![
        Field::Sector,
        Field::Country,
        Field::Title,
        Field::Organisation(Role::Processor),
        Field::DataClass,
        Field::Custom("Days to close".to_owned()),
        Field::Custom("a:b \"c\"".to_owned()),
        Field::Custom("aware".to_owned()),
    ])
}

fn any_leaf() -> impl Strategy<Value = Expr> {
    let event = || prop::sample::select(EventKind::ALL.to_vec());
    let measure = || (prop::sample::select(Unit::ALL.to_vec()), prop::sample::select(Effect::ALL.to_vec()));
    let reasons = || prop::collection::vec(prop::sample::select(Reason::ALL.to_vec()), 0..3);
    let sure = || prop::sample::select(vec![Sure::Certain, Sure::Possible]);
    // Earlier years are in no data, and no date of data can be read with them.
    let (least, most) = (day(1_000, 1, 1).0, day(9_999, 12, 31).0);
    let round = prop::sample::select(vec![day(2024, 1, 1), day(2024, 3, 31), day(2023, 12, 31), day(2024, 2, 29)]);
    let any_day = prop_oneof![(least..most).prop_map(Day), round];
    let some_day = || prop::option::of(any_day.clone());
    prop_oneof![
        any_word().prop_map(Expr::Text),
        (any_field(), prop::collection::vec(any_pattern(), 0..3))
            .prop_map(|(field, patterns)| Expr::Like { field, patterns }),
        (any_field(), prop::collection::vec(any_word(), 0..3)).prop_map(|(field, words)| Expr::Words { field, words }),
        (event(), some_day(), some_day(), sure()).prop_map(|(event, from, to, how)| Expr::Date {
            event,
            from,
            to,
            how
        }),
        (event(), reasons()).prop_map(|(event, reasons)| Expr::NoDate { event, reasons }),
        (measure(), any::<u64>(), prop::option::of(any::<u64>()), sure())
            .prop_map(|(measure, from, to, how)| Expr::Count { measure, from, to, how }),
        (measure(), reasons()).prop_map(|(measure, reasons)| Expr::NoCount { measure, reasons }),
        (event(), event(), 0..90u32, prop::option::of(0..90u32), sure())
            .prop_map(|(a, b, from, to, how)| Expr::Delay { ends: (a, b), from, to, how }),
        prop::collection::vec((0..4u128).prop_map(Uuid::from_u128), 0..3).prop_map(Expr::Datasets),
        prop::collection::vec(any::<u64>().prop_map(RecordId), 0..3).prop_map(Expr::Records),
    ]
}

pub(in crate::query) fn any_expr() -> impl Strategy<Value = Expr> {
    any_leaf().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Expr::All),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Expr::Any),
            inner.prop_map(not),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(expr in any_expr(), french in any::<bool>()) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let plain = expr.tidied();
        prop_assert_eq!(plain.clone().tidied(), plain.clone());
        let text = print(&plain, &known(), lang);
        match parse(&text, &known()) {
            Ok(again) => prop_assert_eq!(again, plain, "{}", text),
            Err(error) => prop_assert!(false, "{text}: {error}"),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[a-z:=<>.,~*()\"\\\\« -]{0,40}") {
        match parse(&text, &known()) {
            Ok(expr) => {
                let written = print(&expr, &known(), Lang::En);
                prop_assert_eq!(parse(&written, &known()), Ok(expr), "{}", written);
            }
            Err(error) => {
                prop_assert!(text.get(error.at.clone()).is_some() || error.at.start >= text.len(), "{:?}", error);
                prop_assert!(!error.sentence(Lang::Fr).is_empty());
            }
        }
    }
}
