//! Columns of the table: which there are, how wide, how they sort; and the layout that the workspace keeps.

use serde::{Deserialize, Serialize};

use crate::app::opened::Opened;
use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::model::event::EventKind;
use crate::model::organisation::Role;
use crate::query::question::Question;
use crate::query::{Direction, SortBy};
use crate::text::{Arg, Lang, tr, tr_args};

/// Narrowest and widest a column gets.
pub const WIDTH: (f32, f32) = (48.0, 640.0);

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Date of the event that is the time axis at present.
    TimeAxis,
    /// Name of the victim, or of the first organisation.
    Organisation,
    /// Title.
    Title,
    /// Kinds.
    Kinds,
    /// Sector.
    Sector,
    /// Country.
    Country,
    /// Severity.
    Severity,
    /// Status.
    Status,
    /// Count of the measure that is asked about at present.
    Affected,
    /// Delay that is asked about at present.
    Delay,
    /// Dataset.
    Dataset,
    /// The source's own key.
    Key,
    /// Date of an event.
    Event(EventKind),
    /// Why a figure leaves the record out: beside the first column of a list that such a figure led to, never kept.
    Why,
}

impl Column {
    /// The columns that do not depend on the data, in the order in which they are offered.
    pub const FIXED: [Self; 12] = [
        Self::TimeAxis,
        Self::Organisation,
        Self::Kinds,
        Self::Affected,
        Self::Delay,
        Self::Title,
        Self::Sector,
        Self::Country,
        Self::Severity,
        Self::Status,
        Self::Dataset,
        Self::Key,
    ];

    /// All columns that can be chosen for this data.
    pub fn offered(snapshot: &Snapshot) -> Vec<Self> {
        let events = snapshot.event_kinds().into_iter().map(Self::Event);
        Self::FIXED.into_iter().chain(events).collect()
    }

    /// Its heading.
    pub fn heading(self, lang: Lang, question: &Question) -> String {
        let event = |kind: EventKind| tr(lang, &format!("event-{}", kind.key()));
        match self {
            Self::TimeAxis => event(question.date_of),
            Self::Event(kind) => event(kind),
            Self::Organisation => tr(lang, "records-column-organisation"),
            Self::Title => tr(lang, "records-column-title"),
            Self::Kinds => tr(lang, "records-column-kinds"),
            Self::Sector => tr(lang, "records-column-sector"),
            Self::Country => tr(lang, "records-column-country"),
            Self::Severity => tr(lang, "records-column-severity"),
            Self::Status => tr(lang, "records-column-status"),
            Self::Affected => {
                let unit = tr(lang, &format!("unit-{}", question.measure.0.key()));
                tr_args(lang, "records-column-affected", &[("unit", Arg::Text(unit))])
            }
            Self::Delay => {
                let (from, to) = question.delay;
                format!("{} → {}", event(from), event(to))
            }
            Self::Dataset => tr(lang, "records-column-dataset"),
            Self::Key => tr(lang, "records-column-key"),
            Self::Why => tr(lang, "why-column"),
        }
    }

    /// What the list of columns calls it: as the heading, and for columns that follow the question, what they follow.
    pub fn offer(self, lang: Lang, question: &Question) -> String {
        let heading = Arg::Text(self.heading(lang, question));
        match self {
            Self::TimeAxis => tr_args(lang, "records-column-follows-axis", &[("column", heading)]),
            Self::Affected => tr_args(lang, "records-column-follows-measure", &[("column", heading)]),
            Self::Delay => tr_args(lang, "records-column-follows-delay", &[("column", heading)]),
            _ => self.heading(lang, question),
        }
    }

    /// Width at the first start.
    pub const fn first_width(self) -> f32 {
        match self {
            Self::TimeAxis | Self::Event(_) => 112.0,
            Self::Affected | Self::Delay => 114.0,
            Self::Organisation | Self::Title => 174.0,
            Self::Why => 250.0,
            Self::Kinds | Self::Sector | Self::Country | Self::Dataset => 120.0,
            Self::Severity | Self::Status | Self::Key => 92.0,
        }
    }

    /// Whether its cells are numbers, which stand at the right.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Affected | Self::Delay)
    }

    /// Whether it takes the room that is left over.
    pub const fn is_flexible(self) -> bool {
        matches!(self, Self::Organisation | Self::Title)
    }

    /// What the frame sorts by.
    pub fn sort_by(self, question: &Question) -> SortBy {
        match self {
            Self::TimeAxis => SortBy::Date(question.date_of),
            Self::Event(kind) => SortBy::Date(kind),
            Self::Organisation => SortBy::Word(Field::Organisation(Role::Victim)),
            Self::Title => SortBy::Title,
            Self::Kinds => SortBy::Word(Field::Kind),
            Self::Sector => SortBy::Word(Field::Sector),
            Self::Country => SortBy::Word(Field::Country),
            Self::Severity => SortBy::Word(Field::Severity),
            Self::Status => SortBy::Word(Field::Status),
            Self::Affected => SortBy::Count(question.measure),
            Self::Delay => SortBy::Delay(question.delay, question.as_of),
            Self::Dataset => SortBy::Dataset,
            Self::Key => SortBy::Key,
            Self::Why => SortBy::Added,
        }
    }
}

/// A column that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Which.
    pub column: Column,
    /// How wide, in points.
    pub width: f32,
}

/// The table's layout, kept in the workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// The columns, from left to right.
    pub columns: Vec<Shown>,
    /// The column that sorts; `None` is the order in which records were added.
    pub sorted_by: Option<Column>,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Default for Layout {
    fn default() -> Self {
        let columns = [
            Column::TimeAxis,
            Column::Organisation,
            Column::Kinds,
            Column::Affected,
            Column::Delay,
            Column::Title,
            Column::Sector,
        ];
        Self {
            columns: columns.map(|column| Shown { column, width: column.first_width() }).into(),
            sorted_by: Some(Column::TimeAxis),
            descending: true,
        }
    }
}

impl Layout {
    /// The layout for data that is looked at for the first time: no column that would be empty throughout.
    pub fn for_data(opened: &Opened) -> Self {
        let snapshot = &opened.snapshot;
        let mut layout = Self::default();
        if snapshot.is_empty() {
            return layout;
        }
        let has_event = |kind: EventKind| snapshot.event_kinds().contains(&kind);
        let has_word = |field: &Field| snapshot.dictionary(field).is_some_and(|words| !words.is_empty());
        let (from, to) = opened.question.delay;
        layout.columns.retain(|shown| match shown.column {
            Column::Title => snapshot
                .chunks()
                .iter()
                .any(|chunk| chunk.titles().is_some_and(|titles| titles.iter().any(|title| !title.is_empty()))),
            Column::Kinds => has_word(&Field::Kind),
            Column::Sector => has_word(&Field::Sector),
            Column::Affected => !snapshot.measures().is_empty(),
            Column::Delay => has_event(from) && has_event(to),
            _ => true,
        });
        layout
    }

    /// Makes a layout that was read from a file usable: every column once, widths in their range, never empty.
    #[must_use]
    pub fn mended(self) -> Self {
        let mut columns: Vec<Shown> = Vec::new();
        for shown in self.columns {
            if shown.column != Column::Why && !columns.iter().any(|known| known.column == shown.column) {
                let usable = shown.width.is_finite();
                let width = if usable { shown.width.clamp(WIDTH.0, WIDTH.1) } else { shown.column.first_width() };
                columns.push(Shown { width, ..shown });
            }
        }
        if columns.is_empty() {
            return Self::default();
        }
        Self { columns, ..self }
    }

    /// The same with the reasons beside the first column.
    #[must_use]
    pub fn with_reasons(&self) -> Self {
        let mut layout = self.clone();
        let why = Shown { column: Column::Why, width: Column::Why.first_width() };
        layout.columns.insert(layout.columns.len().min(2), why);
        layout
    }

    /// Takes over what was changed in a layout with reasons: everything but these.
    pub fn take_changes(&mut self, mut changed: Self) {
        changed.columns.retain(|shown| shown.column != Column::Why);
        if changed.sorted_by == Some(Column::Why) {
            (changed.sorted_by, changed.descending) = (self.sorted_by, self.descending);
        }
        *self = changed;
    }

    /// Whether a column is shown.
    pub fn shows(&self, column: Column) -> bool {
        self.columns.iter().any(|shown| shown.column == column)
    }

    /// Shows or hides a column. The last one stays.
    pub fn toggle(&mut self, column: Column) {
        if let Some(at) = self.columns.iter().position(|shown| shown.column == column) {
            if self.columns.len() > 1 {
                self.columns.remove(at);
            }
            return;
        }
        // A column comes back at its usual place.
        let place = |column: Column| Column::FIXED.iter().position(|known| *known == column).unwrap_or(usize::MAX);
        let at = self.columns.iter().position(|shown| place(shown.column) > place(column));
        let shown = Shown { column, width: column.first_width() };
        self.columns.insert(at.unwrap_or(self.columns.len()), shown);
    }

    /// Sorts by a column; by the same one again, the other way.
    pub fn sort_by(&mut self, column: Column) {
        self.descending = if self.sorted_by == Some(column) { !self.descending } else { column.is_number() };
        self.sorted_by = Some(column);
    }

    /// What the frame sorts by, and which way.
    pub fn order(&self, question: &Question) -> (SortBy, Direction) {
        let by = self.sorted_by.map_or(SortBy::Added, |column| column.sort_by(question));
        (by, if self.descending { Direction::Down } else { Direction::Up })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_comes_back_where_it_was() {
        let mut layout = Layout::default();
        let before = layout.clone();
        layout.toggle(Column::Organisation);
        assert!(!layout.shows(Column::Organisation));
        layout.toggle(Column::Organisation);
        assert_eq!(layout, before);
        layout.toggle(Column::Event(EventKind::Closed));
        assert_eq!(layout.columns.last().map(|shown| shown.column), Some(Column::Event(EventKind::Closed)));
    }

    #[test]
    fn the_last_column_stays() {
        let mut layout = Layout::default();
        for column in Column::FIXED.into_iter().filter(|column| Layout::default().shows(*column)) {
            layout.toggle(column);
        }
        assert_eq!(layout.columns.len(), 1);
    }

    #[test]
    fn a_damaged_layout_is_mended() {
        let shown = |width| Shown { column: Column::Key, width };
        let layout = Layout { columns: vec![shown(f32::NAN), shown(3.0)], ..Layout::default() };
        assert_eq!(layout.mended().columns, [shown(92.0)]);
        let none = Layout { columns: Vec::new(), sorted_by: None, descending: true };
        assert_eq!(none.mended(), Layout::default());
    }
}
