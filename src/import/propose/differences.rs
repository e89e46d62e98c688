//! Where a file differs from the one that a recipe was made for: columns, format, values that no longer fit. Said
//! before anything is read with the recipe.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::frame::batch::Field;
use crate::frame::fold::fold;
use crate::import::propose::say::{evidence_words, order_key, order_words, target_key};
use crate::import::propose::survey::{ColumnSurvey, DateEvidence, Survey};
use crate::import::recipe::{ColumnRule, DateOrder, Format, Recipe, Target};
use crate::text::{Arg, Lang, tr, tr_args};

/// Headers named in a sentence; the others are counted.
const NAMED: usize = 8;

/// One difference between a recipe and a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The file is of another kind: keys of the words for what it was and is.
    Format {
        /// What the recipe was made for.
        was: &'static str,
        /// What the file is.
        is: &'static str,
    },
    /// Columns that the recipe knows and the file does not have.
    Missing(Vec<String>),
    /// Columns that the recipe does not know: kept under their headers.
    New(Vec<String>),
    /// A column seems to have another header now.
    Renamed {
        /// The header that the recipe knows.
        was: String,
        /// The header in the file.
        is: String,
        /// Whether it is read in its place. Where nobody looks before the rows are read, it is only if both headers
        /// are the same but for marks, spaces, accents and capitals.
        is_followed: bool,
    },
    /// Fewer than half of the filled cells are what the recipe takes them for.
    Values {
        /// The column.
        header: String,
        /// Cells that are.
        suit: u64,
        /// Filled cells.
        filled: u64,
    },
    /// The dates speak for another order than the recipe has.
    Order {
        /// The column.
        header: String,
        /// The recipe's order.
        order: DateOrder,
        /// What the cells say.
        evidence: Box<DateEvidence>,
    },
}

/// Differences that headers and format tell.
pub fn of_headers(recipe: &Recipe, format: &Format, headers: &[String]) -> Vec<Difference> {
    compare(recipe, format, headers, Sureness::Sure, &|_, _| false)
}

/// All differences, with what the cells tell. `proposed` are the rules that would be proposed for the file: a column
/// that would go where a missing one went is taken for it.
pub fn of_survey(
    recipe: &Recipe,
    format: &Format,
    survey: &Survey,
    proposed: &[ColumnRule],
    which: Sureness,
) -> Vec<Difference> {
    let headers: Vec<String> = survey.columns.iter().map(|column| column.header.clone()).collect();
    let same_place = |was: &str, is: &str| {
        let place = |rules: &[ColumnRule], header: &str| {
            let rule = rules.iter().find(|rule| rule.header == header)?;
            (!is_aside(&rule.target)).then(|| target_key(&rule.target))
        };
        place(&recipe.columns, was).is_some_and(|place_was| place(proposed, is) == Some(place_was))
    };
    let mut list = compare(recipe, format, &headers, which, &same_place);
    let mut followed = recipe.clone();
    follow(&mut followed, &list);
    for column in &survey.columns {
        let Some(rule) = followed.columns.iter().find(|rule| rule.header == column.header) else { continue };
        list.extend(of_values(rule, column));
    }
    list
}

fn compare(
    recipe: &Recipe,
    format: &Format,
    headers: &[String],
    which: Sureness,
    same_place: &dyn Fn(&str, &str) -> bool,
) -> Vec<Difference> {
    let mut list = Vec::new();
    let (was, is) = (kind(&recipe.shape.format), kind(format));
    if was != is {
        list.push(Difference::Format { was, is });
    }
    let there: BTreeSet<&str> = headers.iter().map(String::as_str).collect();
    let known: BTreeSet<&str> = known_headers(recipe).collect();
    let mut seen = BTreeSet::new();
    let mut missing: Vec<&str> =
        known_headers(recipe).filter(|header| !there.contains(header) && seen.insert(*header)).collect();
    let mut new: Vec<&str> = headers.iter().map(String::as_str).filter(|header| !known.contains(header)).collect();
    for is_sure in [true, false] {
        let is_same = |was: &str, is: &str| if is_sure { plain(was) == plain(is) } else { same_place(was, is) };
        missing.retain(|was| {
            // Only where it is the only one that could be meant.
            let mut meant = new.iter().filter(|is| is_same(was, is));
            let (Some(&is), None) = (meant.next(), meant.next()) else { return true };
            let is_followed = is_sure || which == Sureness::Any;
            list.push(Difference::Renamed { was: (*was).to_owned(), is: is.to_owned(), is_followed });
            if is_followed {
                new.retain(|header| *header != is);
            }
            !is_followed
        });
    }
    let owned = |headers: Vec<&str>| headers.into_iter().map(str::to_owned).collect::<Vec<_>>();
    if !missing.is_empty() {
        list.push(Difference::Missing(owned(missing)));
    }
    if !new.is_empty() {
        list.push(Difference::New(owned(new)));
    }
    list
}

fn of_values(rule: &ColumnRule, column: &ColumnSurvey) -> Option<Difference> {
    let header = || rule.header.clone();
    let suit = match rule.target {
        Target::Date { order, .. } => {
            let dates = &column.dates;
            let is_against = match order {
                DateOrder::DayMonthYear => dates.only_month_first > dates.only_day_first,
                DateOrder::MonthDayYear => dates.only_day_first > dates.only_month_first,
                DateOrder::YearMonthDay => false,
            };
            if is_against {
                return Some(Difference::Order { header: header(), order, evidence: Box::new(dates.clone()) });
            }
            dates.all()
        }
        Target::Count { .. } => column.counts,
        _ => return None,
    };
    (column.filled > 0 && suit * 2 < column.filled).then(|| Difference::Values {
        header: header(),
        suit,
        filled: column.filled,
    })
}

/// Which renamed columns a recipe follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// Those that are the same but for marks and capitals.
    Sure,
    /// Also those that only seem to be: somebody looks at them before they are accepted.
    Any,
}

/// Gives the columns of a recipe the headers that they have now.
pub fn follow(recipe: &mut Recipe, differences: &[Difference]) {
    for difference in differences {
        let Difference::Renamed { was, is, is_followed: true } = difference else { continue };
        let named = recipe.shape.headers.iter_mut().chain(recipe.columns.iter_mut().map(|rule| &mut rule.header));
        named.filter(|header| *header == was).for_each(|header| header.clone_from(is));
        for rule in &mut recipe.columns {
            if let Target::Count { unit_column: Some(column), .. } = &mut rule.target
                && column == was
            {
                column.clone_from(is);
            }
        }
    }
}

/// The recipe that a file is nearest to, where none fits it: it knows more than half of the file's columns, and the
/// file has more than half of its own. `None` where two are equally near.
pub fn nearest<'a, T>(
    recipes: &'a [T],
    recipe_of: impl Fn(&T) -> &Recipe,
    format: &Format,
    headers: &[String],
) -> Option<&'a T> {
    let shared = |recipe: &Recipe| {
        let known: BTreeSet<String> = known_headers(recipe).map(plain).collect();
        let shared = headers.iter().filter(|header| known.contains(&plain(header))).count();
        let has_enough = shared >= 3 && shared * 2 > headers.len() && shared * 2 > recipe.shape.headers.len();
        (has_enough && recipe.shape.format.records() == format.records()).then_some(shared)
    };
    let mut near: Vec<(usize, &T)> =
        recipes.iter().filter_map(|entry| Some((shared(recipe_of(entry))?, entry))).collect();
    near.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    match near.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, entry), ..] => Some(entry),
        [] => None,
    }
}

fn known_headers(recipe: &Recipe) -> impl Iterator<Item = &str> {
    let of_columns = recipe.columns.iter().map(|rule| rule.header.as_str());
    recipe.shape.headers.iter().map(String::as_str).chain(of_columns)
}

/// A header without marks, spaces, accents and capitals.
fn plain(header: &str) -> String {
    let letters: String = fold(header).chars().filter(|letter| letter.is_alphanumeric()).collect();
    // A header of marks alone is what it is.
    if letters.is_empty() { header.to_owned() } else { letters }
}

/// Whether a column has no field of its own.
fn is_aside(target: &Target) -> bool {
    matches!(target, Target::Ignore | Target::Text(Field::Custom(_)) | Target::Html(Field::Custom(_)))
}

fn kind(format: &Format) -> &'static str {
    match format {
        Format::Csv { .. } => "import-differs-delimited",
        Format::Json { .. } => "import-differs-json",
        Format::JsonLines { .. } => "import-differs-lines",
        Format::Vigie => "import-differs-vigie",
    }
}

impl Difference {
    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        let named = |key: &str, headers: &[String]| {
            let quoted = |header: &String| tr_args(lang, "import-differs-quoted", &[("name", header.into())]);
            let mut names = headers.iter().take(NAMED).map(quoted).collect::<Vec<_>>().join(", ");
            if headers.len() > NAMED {
                names.push_str(", …");
            }
            tr_args(lang, key, &[("count", Arg::from(headers.len())), ("names", names.into())])
        };
        match self {
            Self::Format { was, is } => {
                tr_args(lang, "import-differs-format", &[("was", tr(lang, was).into()), ("is", tr(lang, is).into())])
            }
            Self::Missing(headers) => named("import-differs-missing", headers),
            Self::New(headers) => named("import-differs-new", headers),
            Self::Renamed { was, is, is_followed } => {
                let key = if *is_followed { "import-differs-renamed" } else { "import-differs-maybe-renamed" };
                tr_args(lang, key, &[("was", was.into()), ("is", is.into())])
            }
            Self::Values { header, suit, filled } => tr_args(
                lang,
                "import-differs-values",
                &[("column", header.into()), ("suit", Arg::Number(*suit)), ("filled", Arg::Number(*filled))],
            ),
            Self::Order { header, order, evidence } => tr_args(
                lang,
                "import-differs-order",
                &[
                    ("column", header.into()),
                    ("order", order_words(*order, lang).into()),
                    ("evidence", evidence_words(evidence, lang).into()),
                ],
            ),
        }
    }

    /// As JSON, without the sentence.
    pub fn json(&self) -> Value {
        match self {
            Self::Format { was, is } => {
                let word = |key: &str| key.trim_start_matches("import-differs-").to_owned();
                json!({"kind": "format_differs", "was": word(was), "is": word(is)})
            }
            Self::Missing(headers) => json!({"kind": "columns_missing", "columns": headers}),
            Self::New(headers) => json!({"kind": "columns_new", "columns": headers}),
            Self::Renamed { was, is, is_followed } => {
                json!({"kind": "column_renamed", "was": was, "is": is, "followed": is_followed})
            }
            Self::Values { header, suit, filled } => {
                json!({"kind": "values_differ", "column": header, "suit": suit, "filled": filled})
            }
            Self::Order { header, order, .. } => {
                json!({"kind": "order_differs", "column": header, "order": order_key(*order)})
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::progress::Progress;
    use crate::import::propose::propose;
    use crate::import::propose::survey::survey;
    use crate::model::calendar::Day;

    const BEFORE: &str = "Organisation;Date of breach;Records affected;Country\n\
                          Acme;25/03/2024;12;France\nBern;14/04/2024;90;Spain\n";

    fn format(delimiter: char) -> Format {
        Format::Csv { delimiter, encoding: "utf-8".to_owned(), skip_lines: 0, headerless: false }
    }

    fn seen(text: &str) -> (Survey, Vec<ColumnRule>, Recipe) {
        let survey = survey(&mut text.as_bytes(), &format(';'), Day(20_000), &Progress::default()).expect("a table");
        let recipe = propose(&survey, &format(';'), "file", &[]).recipe;
        (survey, recipe.columns.clone(), recipe)
    }

    fn words(after: &str) -> Vec<String> {
        let (_, _, recipe) = seen(BEFORE);
        let (survey, proposed, _) = seen(after);
        of_survey(&recipe, &format(';'), &survey, &proposed, Sureness::Any)
            .iter()
            .map(|one| one.words(Lang::En))
            .collect()
    }

    #[test]
    fn the_same_shape_has_no_difference() {
        assert_eq!(words(BEFORE), Vec::<String>::new());
        assert_eq!(words("Country;Date of breach;Records affected;Organisation\nItaly;30/01/2025;3;Ceres\n"), [""; 0]);
    }

    #[test]
    fn every_difference_is_said() {
        let found = words(
            "Company name;date_of_breach;Records affected;Severity;Colour\n\
             Acme;03/25/2025;many;high;red\nBern;04/14/2025;none known;low;blue\n",
        );
        assert_eq!(
            found,
            [
                "“Date of breach” is called “date_of_breach” here: read in its place.",
                "“Organisation” is called “Company name” here: read in its place.",
                "1 column is missing: “Country”.",
                "2 columns are new and kept under their headers: “Severity”, “Colour”.",
                "Dates of “date_of_breach” are read day first, but 2 values can only be month first, 0 only day first, 0 either.",
                "Only 0 of 2 values of “Records affected” are what the recipe takes them for.",
            ]
        );
    }

    #[test]
    fn a_recipe_follows_what_it_may() {
        let (_, _, recipe) = seen(BEFORE);
        let (survey, proposed, _) =
            seen("Company name;date_of_breach;Records affected;Country\nAcme;25/03/2024;1;France\n");
        let headers = |which| {
            let mut followed = recipe.clone();
            follow(&mut followed, &of_survey(&recipe, &format(';'), &survey, &proposed, which));
            followed.columns.into_iter().map(|rule| rule.header).collect::<Vec<_>>()
        };
        assert_eq!(headers(Sureness::Any), ["Company name", "date_of_breach", "Records affected", "Country"]);
        assert_eq!(headers(Sureness::Sure), ["Organisation", "date_of_breach", "Records affected", "Country"]);
    }

    #[test]
    fn the_nearest_recipe_shares_most_of_the_columns_with_the_file() {
        let (_, _, recipe) = seen(BEFORE);
        let recipes = [recipe];
        let near = |headers: &[&str]| {
            let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
            nearest(&recipes, |recipe| recipe, &format(','), &headers).is_some()
        };
        assert!(near(&["Organisation", "Date of breach", "Records affected", "Region"]));
        assert!(near(&["ORGANISATION", "date_of_breach", "records affected"]));
        assert!(!near(&["Organisation", "Date of breach", "Region"]));
        assert!(!near(&["Organisation", "Date of breach", "Records affected", "a", "b", "c"]));
    }
}
