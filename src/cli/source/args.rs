//! The flags that say how a table is read and what its dataset is.

use crate::cli::selection::{parse_mechanism, parse_to};
use crate::import::container::workbook::reference::CellRange;
use crate::import::propose::date_choices::DateChoice;
use crate::import::recipe::DateOrder;
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;

/// How a table is read, where the flags say so.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ReadingArgs {
    /// Read as this known source
    #[arg(long, value_name = "NAME", conflicts_with = "recipe")]
    pub profile: Option<String>,
    /// Read with the recipe in this file
    #[arg(long, value_name = "RECIPE.json")]
    pub recipe: Option<std::path::PathBuf>,
    /// Order of numeric dates in a column, as COLUMN=dmy, COLUMN=mdy or COLUMN=ymd
    #[arg(long = "date-order", value_name = "COLUMN=dmy|mdy|ymd", value_parser = parse_date_order)]
    pub date_orders: Vec<(String, DateOrder)>,
    /// How the dates of a column are read beyond their order, as COLUMN=WORD: excel-1900, excel-1904, seconds,
    /// milliseconds, not-dates, first-is-day, first-is-month, first-is-year, first-is-month-or-year, extent,
    /// some-time-in, pivot-50
    #[arg(long = "date-reading", value_name = "COLUMN=WORD", value_parser = parse_date_reading)]
    pub date_readings: Vec<(String, DateChoice)>,
    /// Every row becomes a record: no rule leaves rows out or puts rows of one key together
    #[arg(long)]
    pub all_rows: bool,
    /// Rows with the same value in this column are one record
    #[arg(long, value_name = "COLUMN", conflicts_with = "all_rows")]
    pub one_record_per: Option<String>,
    /// The sheet of a workbook
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The table in the sheet, from its first header to its last cell, as A3:F200, or A3:F to its end
    #[arg(long, value_name = "A3:F200")]
    pub range: Option<CellRange>,
    /// The file in an archive
    #[arg(long, value_name = "NAME")]
    pub member: Option<String>,
}

/// What the flags say of the dataset, besides [`ReadingArgs`].
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct DatasetArgs {
    /// How records got into the dataset
    #[arg(long, value_name = "register|disclosure-list|mixed", value_parser = parse_mechanism)]
    pub mechanism: Option<Mechanism>,
    /// Data complete to this day
    #[arg(long, value_name = "DATE", value_parser = parse_to)]
    pub as_of: Option<Day>,
}

fn parse_date_order(text: &str) -> Result<(String, DateOrder), String> {
    let (column, order) = text.rsplit_once('=').ok_or("write COLUMN=dmy, COLUMN=mdy or COLUMN=ymd")?;
    let order = match order.trim().to_ascii_lowercase().as_str() {
        "dmy" => DateOrder::DayMonthYear,
        "mdy" => DateOrder::MonthDayYear,
        "ymd" => DateOrder::YearMonthDay,
        _ => return Err("write dmy, mdy or ymd after the =".to_owned()),
    };
    Ok((column.to_owned(), order))
}

fn parse_date_reading(text: &str) -> Result<(String, DateChoice), String> {
    let wanted = || format!("write COLUMN=WORD with one of: {}", DateChoice::WORDS);
    let (column, word) = text.rsplit_once('=').ok_or_else(wanted)?;
    let choice = DateChoice::from_word(&word.trim().to_ascii_lowercase()).ok_or_else(wanted)?;
    Ok((column.to_owned(), choice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_orders_name_their_column() {
        assert_eq!(parse_date_order("a = b=dmy"), Ok(("a = b".to_owned(), DateOrder::DayMonthYear)));
        assert!(parse_date_order("column=xyz").is_err());
        assert!(parse_date_order("column").is_err());
        let extent = DateChoice::Ranges(crate::import::date_rules::Ranges::Extent(
            crate::model::event::EventKind::IntrusionEnded,
        ));
        assert_eq!(parse_date_reading("a = b=extent"), Ok(("a = b".to_owned(), extent)));
        assert!(parse_date_reading("column=month").is_err());
    }
}
