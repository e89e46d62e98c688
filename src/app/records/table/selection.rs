//! Which rows are chosen.

use std::collections::BTreeSet;

use crate::app::records::order::Ordered;
use crate::frame::RecordId;

/// The chosen rows and the row that the keys move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Every row of the table, without a list of them.
    pub all: bool,
    ids: BTreeSet<RecordId>,
    /// The row that the keys move.
    pub cursor: Option<RecordId>,
    /// Where a range began.
    anchor: Option<RecordId>,
}

/// What a click or a key does to what was chosen before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choose {
    /// This row alone.
    Only,
    /// Everything from where the range began to this row.
    Through,
    /// This row as well, or no longer.
    Toggle,
}

impl Chosen {
    /// Chooses by a click or a key on the row of `id`.
    pub fn choose(&mut self, ordered: &Ordered, id: RecordId, how: Choose) {
        match how {
            Choose::Only => {
                self.ids = BTreeSet::from([id]);
                self.anchor = Some(id);
            }
            Choose::Toggle => {
                if self.all {
                    self.ids = ordered.rows.iter().filter_map(|row| ordered.snapshot.id_at(*row as usize)).collect();
                }
                if !self.ids.remove(&id) {
                    self.ids.insert(id);
                }
                self.anchor = Some(id);
            }
            Choose::Through => {
                let from = self.anchor.and_then(|anchor| ordered.position_of(anchor));
                let to = ordered.position_of(id);
                let (Some(from), Some(to)) = (from.or(to), to) else { return };
                let range = from.min(to)..=from.max(to);
                self.ids = range.filter_map(|position| ordered.id_at(position)).collect();
                self.anchor = self.anchor.or(Some(id));
            }
        }
        self.all = false;
        self.cursor = Some(id);
    }

    /// Chooses one record, which need not be in the table yet.
    pub fn only(&mut self, id: RecordId) {
        *self = Self { all: false, ids: BTreeSet::from([id]), cursor: Some(id), anchor: Some(id) };
    }

    /// Chooses every row.
    pub fn choose_all(&mut self) {
        self.all = true;
        self.ids.clear();
    }

    /// Whether a row is chosen.
    pub fn holds(&self, id: RecordId) -> bool {
        self.all || self.ids.contains(&id)
    }

    /// How many rows are chosen.
    pub fn len(&self, ordered: &Ordered) -> usize {
        if self.all { ordered.len() } else { self.ids.len() }
    }

    /// The chosen records in the order of the table.
    pub fn in_order(&self, ordered: &Ordered) -> Vec<RecordId> {
        if self.all {
            return ordered.rows.iter().filter_map(|row| ordered.snapshot.id_at(*row as usize)).collect();
        }
        let mut placed: Vec<(usize, RecordId)> = if self.ids.len() <= 8 {
            self.ids.iter().filter_map(|id| Some((ordered.position_of(*id)?, *id))).collect()
        } else {
            let rows = ordered.rows.iter().enumerate();
            let found = rows.filter_map(|(at, row)| Some((at, ordered.snapshot.id_at(*row as usize)?)));
            found.filter(|(_, id)| self.ids.contains(id)).collect()
        };
        placed.sort_unstable();
        placed.into_iter().map(|(_, id)| id).collect()
    }

    /// Lets go of rows that are no longer there. The cursor stays if it can.
    pub fn keep_known(&mut self, ordered: &Ordered) {
        self.ids.retain(|id| ordered.snapshot.row_of(*id).is_some());
        for place in [&mut self.cursor, &mut self.anchor] {
            *place = place.filter(|id| ordered.snapshot.row_of(*id).is_some());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::frame::{FrameBuilder, RowValues};

    fn ordered(order: &[u32]) -> Ordered {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for id in 1..=order.len() as u64 {
            builder.push_row(RecordId(id), &RowValues::default()).unwrap();
        }
        Ordered { key: None, snapshot: builder.finish(), rows: Arc::new(order.to_vec()) }
    }

    fn ids(chosen: &Chosen, ordered: &Ordered) -> Vec<u64> {
        chosen.in_order(ordered).into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn a_range_follows_the_order_of_the_table() {
        // Positions: ids 4, 2, 1, 3.
        let table = ordered(&[3, 1, 0, 2]);
        let mut chosen = Chosen::default();
        chosen.choose(&table, RecordId(2), Choose::Only);
        chosen.choose(&table, RecordId(3), Choose::Through);
        assert_eq!(ids(&chosen, &table), [2, 1, 3]);
        chosen.choose(&table, RecordId(4), Choose::Through);
        assert_eq!(ids(&chosen, &table), [4, 2], "the range turns around where it began");
        chosen.choose(&table, RecordId(3), Choose::Toggle);
        chosen.choose(&table, RecordId(2), Choose::Toggle);
        assert_eq!(ids(&chosen, &table), [4, 3]);
        chosen.choose_all();
        assert_eq!(chosen.len(&table), 4);
        chosen.choose(&table, RecordId(1), Choose::Toggle);
        assert_eq!(ids(&chosen, &table), [4, 2, 3]);
    }
}
