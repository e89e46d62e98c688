//! Which recipe a file is read by itself with: the one whose shape it has.

use crate::import::bytes::sniff::Sniff;
use crate::import::recipe::{Format, Recipe, Records};

/// Whether a file has the shape of a recipe: rows made in the same way, all the headers that the shape names, and
/// no more headers that the recipe does not know than it knows. Whether a table is delimited text, a sheet or JSON
/// makes no difference. A file that only contains such a table among much else
/// is another file, and its dates may mean something else.
pub fn fits(recipe: &Recipe, sniff: &Sniff) -> bool {
    let named_columns = !matches!(sniff.format, Format::Csv { headerless: true, .. });
    let records = sniff.format.records();
    let kind = named_columns && records.is_some() && recipe.shape.format.records() == records;
    let named = |header: &String| {
        recipe.shape.headers.contains(header) || recipe.columns.iter().any(|rule| rule.header == *header)
    };
    let known = sniff.headers.iter().filter(|header| named(header)).count();
    // Records of a schema of their own may have any number of further members.
    let mostly_known = known * 2 >= sniff.headers.len() || records != Some(Records::Flat);
    kind && mostly_known
        && !recipe.shape.headers.is_empty()
        && recipe.shape.headers.iter().all(|header| sniff.headers.iter().any(|found| found == header))
}

/// The recipe that fits best: the one that names most headers. `None` when none fits, or two fit equally well.
pub fn choose<'a, T>(recipes: &'a [T], recipe_of: impl Fn(&T) -> &Recipe, sniff: &Sniff) -> Option<&'a T> {
    let mut fitting: Vec<(usize, &T)> = recipes
        .iter()
        .filter(|entry| fits(recipe_of(entry), sniff))
        .map(|entry| (recipe_of(entry).shape.headers.len(), entry))
        .collect();
    fitting.sort_by_key(|(headers, _)| std::cmp::Reverse(*headers));
    match fitting.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, entry), ..] => Some(entry),
        [] => None,
    }
}

/// The recipe for this very file: its delimiter, encoding and place of records are those that were found, because the
/// same table may have been saved anew by another program.
pub fn fitted(recipe: &Recipe, sniff: &Sniff) -> Recipe {
    let mut fitted = recipe.clone();
    fitted.shape.format = sniff.format.clone();
    if let (Format::Json { path, .. }, Format::Json { path: wanted, .. }) =
        (&mut fitted.shape.format, &recipe.shape.format)
        && !wanted.is_empty()
        && sniff.places.iter().any(|place| place.path == *wanted)
    {
        // The analyst's choice among the places of records that the file has.
        path.clone_from(wanted);
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::bytes::sniff::{Extent, sniff};
    use crate::import::profiles;

    #[test]
    fn a_file_saved_anew_with_other_marks_still_fits() {
        let recipes: Vec<Recipe> = profiles::all().iter().flat_map(profiles::Profile::recipes).collect();
        let original = profiles::by_name("washington_sample").and_then(profiles::Profile::usual).expect("known");
        let text = format!("{}\n", original.shape.headers.join(";"));
        let found = sniff(text.as_bytes(), Extent::Whole).expect("a table");
        let recipe = choose(&recipes, |recipe| recipe, &found).expect("it fits");
        assert_eq!(*recipe, original);
        assert!(matches!(fitted(recipe, &found).shape.format, Format::Csv { delimiter: ';', .. }));
    }

    #[test]
    fn a_file_that_lacks_a_header_fits_nothing() {
        let found = sniff(b"Name,Id\na,1\n", Extent::Whole).expect("a table");
        assert!(profiles::choose(&found).is_none());
    }
}
