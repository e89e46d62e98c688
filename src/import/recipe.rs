//! A recipe: how a file of a certain shape is read. Everything the review page shows and lets be changed.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{IntoDeserializer as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::frame::batch::Field;
use crate::import::container::workbook::reference::CellRange;
pub use crate::import::date_rules::{DateParts, DateReading};
use crate::import::row_rules::RowRules;
use crate::model::calendar::Day;
pub use crate::model::count::{Conventions, Thousands};
use crate::model::dataset::{DatedNote, Mechanism};
pub use crate::model::date::DateOrder;
use crate::model::event::EventKind;
use crate::model::missing::Missing;
use crate::text::Lang;

/// How to read a file of one shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Version of this document.
    pub version: u32,
    /// The name that is shown ("Washington Attorney General, notices").
    pub name: String,
    /// The shape it applies to.
    pub shape: Shape,
    /// Header to field, in file order. A header that is absent here is kept as a custom field.
    pub columns: Vec<ColumnRule>,
    /// What becomes of rows as a whole: which are left out, and which are one record.
    #[serde(default, skip_serializing_if = "RowRules::is_empty")]
    pub rows: RowRules,
    /// What is proposed for the dataset.
    pub dataset: DatasetRule,
}

impl Recipe {
    /// Whether each row brings a key of its source, by which a newer edition finds its record.
    pub fn has_key(&self) -> bool {
        let is_key = |target: &Target| matches!(target, Target::Text(Field::Key) | Target::Html(Field::Key));
        self.columns.iter().any(|column| is_key(&column.target))
    }
}

/// What a file must look like for a recipe to apply by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Format of the file.
    #[serde(deserialize_with = "format_as_written")]
    pub format: Format,
    /// Headers (CSV) or keys (JSON) that must all be there.
    pub headers: Vec<String>,
    /// The sheet of a workbook; `None` for any other file, and where the sheet is found by its headers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<SheetRule>,
}

/// Which table of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetRule {
    /// Name of the sheet.
    pub name: String,
    /// The range, where it was chosen rather than found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<CellRange>,
}

/// Format of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Delimited text.
    Csv {
        /// The delimiter, one ASCII character.
        delimiter: char,
        /// Encoding by its WHATWG name (`utf-8`, `windows-1252`, `utf-16le`).
        encoding: String,
        /// Lines before the header.
        #[serde(default)]
        skip_lines: u32,
        /// Whether the first row is data already; columns are then named `Column 1`, `Column 2` and so on.
        #[serde(default, skip_serializing_if = "is_false")]
        headerless: bool,
    },
    /// A JSON array of objects, at this path inside the document ("" is the document itself).
    Json {
        /// Keys from the top to the array, joined by `.`.
        #[serde(default)]
        path: String,
        /// Encoding by its WHATWG name.
        #[serde(default = "utf_8")]
        encoding: String,
        /// How an object becomes a row.
        #[serde(default)]
        records: Records,
    },
    /// One JSON object a line.
    JsonLines {
        /// Encoding by its WHATWG name.
        #[serde(default = "utf_8")]
        encoding: String,
        /// How an object becomes a row.
        #[serde(default)]
        records: Records,
    },
    /// Vigie's own export, as one document or a document a line.
    Vigie,
}

/// How the objects of a JSON file become rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Records {
    /// An object is a row; objects inside it are flattened to paths (`a.b`).
    #[default]
    Flat,
    /// Incidents in the schema of VERIS: split dates are joined, durations and categories have columns beside their
    /// words.
    Veris,
    /// Bundles of STIX: each incident is a row, with what its relationships say.
    Stix,
}

impl Format {
    /// How an object or line of the file becomes a row; a table's rows are flat. `None` for Vigie's own export, which
    /// holds records already.
    pub const fn records(&self) -> Option<Records> {
        match self {
            Self::Json { records, .. } | Self::JsonLines { records, .. } => Some(*records),
            Self::Vigie => None,
            Self::Csv { .. } => Some(Records::Flat),
        }
    }
}

fn utf_8() -> String {
    "utf-8".to_owned()
}

/// A format as recipes have it; one object a line was a word alone in the first recipes.
fn format_as_written<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Format, D::Error> {
    struct Written;
    impl<'de> Visitor<'de> for Written {
        type Value = Format;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a format")
        }

        fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Format, E> {
            if word == "json_lines" {
                return Ok(Format::JsonLines { encoding: utf_8(), records: Records::default() });
            }
            Format::deserialize(word.into_deserializer())
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Format, A::Error> {
            Format::deserialize(MapAccessDeserializer::new(map))
        }
    }
    deserializer.deserialize_any(Written)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// How one column is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnRule {
    /// Header or key, exactly.
    pub header: String,
    /// Where it goes.
    pub target: Target,
    /// What becomes of a cell that cannot be read.
    #[serde(default)]
    pub on_bad: OnBad,
    /// Whether words of this column that stand for a missing value ("?", "Unknown", "Not available") leave it empty.
    /// Dates and counts always know them; of texts they are otherwise kept as they stand.
    #[serde(default, skip_serializing_if = "is_false")]
    pub knows_missing: bool,
    /// Whether countries and sectors are named by our lists.
    #[serde(default, skip_serializing_if = "Names::is_default")]
    pub names: Names,
}

/// How words of a column of countries or sectors are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// As they are written.
    #[default]
    AsWritten,
    /// Countries as ISO codes, sectors by our list. A word that is in neither stays, and where the source's own word
    /// cannot be told from the name it stands beside it under the column's header.
    ByList,
}

impl Names {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Where a column goes, and how its cells are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Left out, by the analyst's choice.
    Ignore,
    /// Text as it stands.
    Text(Field),
    /// Text whose HTML tags and entities are turned into plain text.
    Html(Field),
    /// Several values in a cell, split at this separator. The separator `[]` means a list literal
    /// (`['names', 'addresses']`, or a JSON array in a cell). Arrays of a JSON file need no separator.
    List {
        /// Where they go.
        field: Field,
        /// Separator, for example `;` or `,`.
        separator: String,
    },
    /// Dates of an event.
    Date {
        /// Which event.
        event: EventKind,
        /// How numeric dates are ordered.
        order: DateOrder,
        /// Whether an empty cell means that it has not happened yet (only in a register), or is unknown.
        #[serde(default)]
        blank: Blank,
        /// Short years, bare numbers, first days, ranges.
        #[serde(default, skip_serializing_if = "DateReading::is_usual")]
        reading: DateReading,
        /// The other columns of the date, where this one holds its year alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parts: Option<DateParts>,
    },
    /// Counts.
    Count {
        /// Where they go; [`Field::Affected`].
        field: Field,
        /// Which mark groups thousands, and so which is the decimal mark.
        #[serde(default)]
        thousands: Thousands,
        /// Numbers that stand for "not known yet", read as "at least this many" (500, 501) or unknown (0).
        #[serde(default)]
        placeholders: Vec<Placeholder>,
        /// Header of a column that names the unit of each row ("people", "comptes"); a row whose unit is blank or
        /// not a known word has the unit of `field`. The column named here is itself [`Target::Ignore`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit_column: Option<String>,
    },
}

/// What an empty date cell means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// The record says nothing about the event.
    #[default]
    NothingSaid,
    /// It had not happened at the as-of date.
    NotYet,
    /// It is missing for this reason.
    Missing(Missing),
}

/// A number that does not mean itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {
    /// The number, which may be below zero.
    pub number: i64,
    /// What it is read as.
    pub means: PlaceholderMeaning,
}

/// What a placeholder is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceholderMeaning {
    /// Unknown.
    Unknown,
    /// At least this many.
    AtLeast(u64),
}

/// What becomes of a cell that cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnBad {
    /// The row is set aside, can be saved, corrected and imported again.
    #[default]
    RejectRow,
    /// The row is kept, the value is unknown, the words stay in a custom field, and the problem is listed.
    KeepRow,
}

fn is_house_table(words: &Conventions) -> bool {
    *words == Conventions::default()
}

/// What is proposed for the dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatasetRule {
    /// Publisher.
    pub publisher: String,
    /// Address, as text.
    pub address: String,
    /// Terms of use.
    pub licence: String,
    /// Inclusion mechanism; `None` asks.
    pub mechanism: Option<Mechanism>,
    /// The event that puts a record on the list.
    pub listing_event: Option<EventKind>,
    /// The pair of events for the delay, proposed.
    pub delay: Option<(EventKind, EventKind)>,
    /// As-of date; `None` proposes the latest date of the listing event not after the day of reading.
    pub as_of: Option<Day>,
    /// First day covered.
    pub coverage_start: Option<Day>,
    /// Offset from UTC, in minutes, of times without a zone.
    pub offset_minutes: Option<i16>,
    /// Start of the reporting year (month, day).
    pub fiscal_start: Option<(u8, u8)>,
    /// Threshold below which incidents are not in the data.
    pub floor: Option<u64>,
    /// What words for numbers stand for ("a few hundred"); the house table unless changed.
    #[serde(skip_serializing_if = "is_house_table")]
    pub words: Conventions,
    /// Anything a reader must know, and what the data cannot answer.
    pub note: String,
    /// The note in French, where a known source has one; see [`DatasetRule::speak`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note_fr: String,
    /// What is known to have changed around the data, and when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<RemarkRule>,
}

/// A dated remark of a recipe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemarkRule {
    /// The day.
    pub day: Day,
    /// What happened then.
    pub text: String,
    /// The same in French, where a known source has it; see [`DatasetRule::speak`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text_fr: String,
}

impl DatasetRule {
    /// The dated remarks for a dataset.
    pub fn dated_notes(&self) -> Vec<DatedNote> {
        self.annotations.iter().map(|remark| DatedNote { day: remark.day, text: remark.text.clone() }).collect()
    }

    /// Keeps the note of one language: from here on it is the analyst's to change.
    pub fn speak(&mut self, lang: Lang) {
        let french = std::mem::take(&mut self.note_fr);
        if lang == Lang::Fr && !french.is_empty() {
            self.note = french;
        }
        for remark in &mut self.annotations {
            let french = std::mem::take(&mut remark.text_fr);
            if lang == Lang::Fr && !french.is_empty() {
                remark.text = french;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_earlier_recipes_are_read_and_wrong_ones_named() {
        let shape = |format: &str| serde_json::from_str::<Shape>(&format!(r#"{{"format": {format}, "headers": []}}"#));
        let lines = Format::JsonLines { encoding: "utf-8".to_owned(), records: Records::Flat };
        for written in ["\"json_lines\"", "{\"json_lines\": {}}"] {
            assert_eq!(shape(written).expect(written).format, lines);
        }
        let array = Format::Json { path: "a".to_owned(), encoding: "utf-8".to_owned(), records: Records::Flat };
        assert_eq!(shape(r#"{"json": {"path": "a"}}"#).expect("a format").format, array);
        assert_eq!(shape("\"vigie\"").expect("a format").format, Format::Vigie);
        assert!(shape("\"yaml\"").expect_err("no format").to_string().contains("yaml"));
        for format in [lines, array, Format::Vigie] {
            let document = serde_json::to_string(&Shape { format: format.clone(), headers: Vec::new(), sheet: None })
                .expect("JSON");
            assert_eq!(serde_json::from_str::<Shape>(&document).expect(&document).format, format);
        }
    }
}
