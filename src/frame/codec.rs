//! The frame's parts as bytes, for opening a workspace without reading its documents.
//!
//! Three kinds of part: the head (datasets and fields), runs of words, and chunks. Each begins with a mark and a
//! version and ends with a checksum; numbers are little-endian and stand in bulk, so that reading is copying. Bytes
//! that are damaged, cut or of another version give a [`CodecError`], never a panic and never a wrong frame: the
//! caller then builds the frame from the documents.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::frame::batch::Field;
use crate::frame::bytes::{Reader, Writer, sealed, unsealed};
use crate::frame::cell::{CountState, DateState};
use crate::frame::chunk::{CHUNK_ROWS, COUNT_COLUMNS, Chunk, EVENT_KINDS, Ids};
use crate::frame::codes::Codes;
use crate::frame::columns::{CountColumn, DateColumn, Numbers, WordColumn};
use crate::frame::dictionary::{Dictionary, Segment};
use crate::frame::id::Revision;
use crate::frame::snapshot::{Inner, Snapshot};
use crate::frame::texts::Texts;

/// Version of the bytes. Parts of another version are not read. Version 2 has first statements among the counts.
const VERSION: u8 = 2;

const HEAD: u8 = b'H';
const WORDS: u8 = b'W';
const CHUNK: u8 = b'C';

/// Why bytes are not a part of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodecError {
    /// They were changed or cut since they were written.
    Damaged,
    /// They were written by another version of Vigie.
    OtherVersion,
    /// They are whole and yet do not make sense, or parts do not fit together.
    Inconsistent,
}

impl std::fmt::Display for CodecError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Damaged => "the index of the records is damaged; it is built again from the records",
            Self::OtherVersion => "the index of the records is of another version; it is built again from the records",
            Self::Inconsistent => "the index of the records does not fit together; it is built again from the records",
        })
    }
}

impl std::error::Error for CodecError {}

#[derive(Serialize, Deserialize)]
struct Head {
    revision: Revision,
    datasets: Vec<Uuid>,
    fields: Vec<Field>,
}

/// Datasets, fields and revision of a snapshot. Small; to be written again whenever chunks or words are.
pub fn encode_head(snapshot: &Snapshot) -> Vec<u8> {
    let head = Head {
        revision: snapshot.revision(),
        datasets: snapshot.datasets().to_vec(),
        fields: snapshot.fields().cloned().collect(),
    };
    // A head is plain data with string keys only: it always has a JSON form.
    sealed(HEAD, VERSION, |out| out.bytes(&serde_json::to_vec(&head).unwrap_or_default()))
}

/// A run of words of one field: where it belongs, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordRun {
    /// Position of the field.
    pub field: u32,
    /// Code of the first word. A run that begins at a known place and is longer than it was takes the old one's place.
    pub first: u32,
    /// Number of words.
    pub words: u32,
    /// The run as bytes.
    pub bytes: Vec<u8>,
}

/// All words of a snapshot, in runs, except those that `known` says are written already, given (field position, code
/// of the first word, number of words).
pub fn encode_words(snapshot: &Snapshot, known: impl Fn(u32, u32, u32) -> bool) -> Vec<WordRun> {
    let mut runs = Vec::new();
    for (field, (_, dictionary)) in (0u32..).zip(&snapshot.inner.fields) {
        for segment in dictionary.segments() {
            let words = segment.words.len() as u32;
            if known(field, segment.first, words) {
                continue;
            }
            let bytes = sealed(WORDS, VERSION, |out| {
                out.number(field);
                out.number(segment.first);
                out.texts(&segment.words);
            });
            runs.push(WordRun { field, first: segment.first, words, bytes });
        }
    }
    runs
}

/// A chunk as bytes. The codes in it are those of the snapshot that the chunk was taken from.
pub fn encode_chunk(chunk: &Chunk) -> Vec<u8> {
    sealed(CHUNK, VERSION, |out| {
        out.number(chunk.len as u32);
        match &chunk.ids {
            Ids::Run { first, .. } => {
                out.byte(0);
                out.long(*first);
            }
            Ids::List(list) => {
                out.byte(1);
                out.longs(list);
            }
        }
        out.codes(&chunk.datasets);
        out.optional(chunk.titles.as_deref(), Writer::texts);
        out.optional(chunk.keys.as_deref(), Writer::texts);
        out.number(chunk.words.len() as u32);
        for column in &chunk.words {
            out.optional(column.as_deref(), write_words);
        }
        for column in &chunk.dates {
            out.optional(column.as_deref(), write_dates);
        }
        out.number(chunk.counts.len() as u32);
        for (measure, column) in &chunk.counts {
            out.byte(*measure);
            write_counts(out, column);
        }
    })
}

/// A snapshot from its parts. Word runs in any order; chunks in the order of their ids. Empty chunks are passed over.
///
/// # Errors
/// When any part is damaged or of another version, or when parts do not fit together.
pub fn decode<W: AsRef<[u8]>, C: AsRef<[u8]>>(
    head: &[u8],
    words: impl IntoIterator<Item = W>,
    chunks: impl IntoIterator<Item = C>,
) -> Result<Snapshot, CodecError> {
    let head: Head = serde_json::from_slice(unsealed(HEAD, VERSION, head)?).map_err(|_| CodecError::Inconsistent)?;
    let mut runs = Vec::new();
    for bytes in words {
        let mut reader = Reader::new(unsealed(WORDS, VERSION, bytes.as_ref())?);
        let (field, first) = (reader.number()?, reader.number()?);
        let words = reader.texts()?;
        reader.end()?;
        runs.push((field, first, words));
    }
    runs.sort_by_key(|(field, first, _)| (*field, *first));
    let mut dictionaries: Vec<Vec<Arc<Segment>>> = vec![Vec::new(); head.fields.len()];
    for (field, first, words) in runs {
        let held = dictionaries.get_mut(field as usize).ok_or(CodecError::Inconsistent)?;
        let next = held.last().map_or(1, |last: &Arc<Segment>| last.first as usize + last.words.len());
        if first as usize != next || words.is_empty() {
            return Err(CodecError::Inconsistent);
        }
        held.push(Arc::new(Segment::new(first, words)));
    }
    let fields: Vec<(Field, Dictionary)> =
        head.fields.into_iter().zip(dictionaries.into_iter().map(Dictionary::from_segments)).collect();
    let mut kept: Vec<Arc<Chunk>> = Vec::new();
    let mut last_id = None;
    for bytes in chunks {
        let chunk = decode_chunk(bytes.as_ref())?;
        let (Some(first), Some(last)) = (chunk.id(0), chunk.len.checked_sub(1).and_then(|row| chunk.id(row))) else {
            continue;
        };
        if last_id.is_some_and(|held| held >= first) || chunk.words.len() > fields.len() {
            return Err(CodecError::Inconsistent);
        }
        last_id = Some(last);
        kept.push(Arc::new(chunk));
    }
    let inner = Inner { revision: head.revision, chunks: kept, fields, datasets: head.datasets, ..Inner::default() };
    Ok(Snapshot::from_inner(inner))
}

/// A chunk from its bytes.
///
/// # Errors
/// When the bytes are damaged, of another version, or not a chunk.
pub fn decode_chunk(bytes: &[u8]) -> Result<Chunk, CodecError> {
    let mut reader = Reader::new(unsealed(CHUNK, VERSION, bytes)?);
    let len = reader.number()? as usize;
    if len > CHUNK_ROWS {
        return Err(CodecError::Inconsistent);
    }
    let ids = match reader.byte()? {
        0 => {
            let first = reader.long()?;
            first.checked_add(len as u64).ok_or(CodecError::Inconsistent)?;
            Ids::Run { first, len: len as u32 }
        }
        1 => {
            let list = reader.longs(len)?;
            if list.windows(2).any(|pair| pair.first() >= pair.last()) {
                return Err(CodecError::Inconsistent);
            }
            Ids::List(Arc::new(list))
        }
        _ => return Err(CodecError::Inconsistent),
    };
    let datasets = Arc::new(of_length(reader.codes()?, Codes::len, len)?);
    let titles = reader.optional(|reader| of_length(reader.texts()?, Texts::len, len))?;
    let keys = reader.optional(|reader| of_length(reader.texts()?, Texts::len, len))?;
    let word_columns = reader.count(u16::MAX as usize)?;
    let mut words = Vec::with_capacity(word_columns);
    for _ in 0..word_columns {
        words.push(reader.optional(|reader| of_length(read_words(reader)?, WordColumn::len, len))?);
    }
    let mut dates = [const { None }; EVENT_KINDS];
    for slot in &mut dates {
        *slot = reader.optional(|reader| read_dates(reader, len))?;
    }
    let mut counts: Vec<(u8, Arc<CountColumn>)> = Vec::new();
    for _ in 0..reader.count(COUNT_COLUMNS)? {
        let measure = reader.byte()?;
        let beyond = counts.last().is_none_or(|(before, _)| *before < measure) && (measure as usize) < COUNT_COLUMNS;
        if !beyond {
            return Err(CodecError::Inconsistent);
        }
        counts.push((measure, Arc::new(read_counts(&mut reader, len)?)));
    }
    reader.end()?;
    Ok(Chunk { len, ids, datasets, titles, keys, words, dates, counts })
}

fn of_length<C>(column: C, length: impl Fn(&C) -> usize, len: usize) -> Result<C, CodecError> {
    if length(&column) == len { Ok(column) } else { Err(CodecError::Inconsistent) }
}

fn write_words(out: &mut Writer, column: &WordColumn) {
    match column {
        WordColumn::One(codes) => {
            out.byte(0);
            out.codes(codes);
        }
        WordColumn::Many { ends, items } => {
            out.byte(1);
            out.numbers(ends);
            out.codes(items);
        }
    }
}

fn read_words(reader: &mut Reader<'_>) -> Result<WordColumn, CodecError> {
    match reader.byte()? {
        0 => Ok(WordColumn::One(reader.codes()?)),
        1 => {
            let ends = reader.numbers_counted()?;
            let items = reader.codes()?;
            let ordered = ends.windows(2).all(|pair| pair.first() <= pair.last());
            if ordered && ends.last().copied().unwrap_or(0) as usize == items.len() {
                Ok(WordColumn::Many { ends, items })
            } else {
                Err(CodecError::Inconsistent)
            }
        }
        _ => Err(CodecError::Inconsistent),
    }
}

fn write_dates(out: &mut Writer, column: &DateColumn) {
    out.byte(u8::from(!column.hi.is_empty()) | u8::from(!column.state.is_empty()) << 1);
    out.days(&column.lo);
    out.days(&column.hi);
    out.states(column.state.iter().map(|state| *state as u8));
}

fn read_dates(reader: &mut Reader<'_>, len: usize) -> Result<DateColumn, CodecError> {
    let flags = reader.byte()?;
    let lo = reader.days(len)?;
    let hi = reader.days(if flags & 1 == 0 { 0 } else { len })?;
    let states = reader.states(if flags & 2 == 0 { 0 } else { len })?;
    let state = states.iter().map(|&byte| DateState::ALL.get(byte as usize).copied()).collect::<Option<Vec<_>>>();
    Ok(DateColumn { lo, hi, state: state.ok_or(CodecError::Inconsistent)? })
}

fn write_counts(out: &mut Writer, column: &CountColumn) {
    let long = matches!(column.lo, Numbers::Long(_));
    out.byte(u8::from(!column.hi.is_empty()) | u8::from(!column.state.is_empty()) << 1 | u8::from(long) << 2);
    match &column.lo {
        Numbers::Short(numbers) => numbers.iter().for_each(|number| out.number(*number)),
        Numbers::Long(numbers) => numbers.iter().for_each(|number| out.long(*number)),
    }
    column.hi.iter().for_each(|number| out.long(*number));
    out.states(column.state.iter().map(|state| *state as u8));
}

fn read_counts(reader: &mut Reader<'_>, len: usize) -> Result<CountColumn, CodecError> {
    let flags = reader.byte()?;
    let lo = if flags & 4 == 0 { Numbers::Short(reader.numbers(len)?) } else { Numbers::Long(reader.longs(len)?) };
    let hi = reader.longs(if flags & 1 == 0 { 0 } else { len })?;
    let states = reader.states(if flags & 2 == 0 { 0 } else { len })?;
    let state = states.iter().map(|&byte| count_state(byte)).collect::<Option<Vec<_>>>();
    Ok(CountColumn { lo, hi, state: state.ok_or(CodecError::Inconsistent)? })
}

fn count_state(byte: u8) -> Option<CountState> {
    CountState::ALL.into_iter().find(|state| *state as u8 == byte)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::frame::cell::{CountCell, DateCell};
    use crate::frame::{FrameBuilder, RecordId, RowChange, RowValues};
    use crate::model::affected::{Effect, Unit};
    use crate::model::event::EventKind;

    fn snapshot(rows: usize) -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::from_u128(7));
        for row in 0..rows as u64 {
            let mut values =
                RowValues { title: format!("Énergie {row}"), key: row.to_string(), ..RowValues::default() };
            values.add_word(Field::Sector, ["Health", "Énergie", ""][row as usize % 3]);
            values.add_word(Field::Custom("note".into()), &format!("n{row}"));
            for kind in 0..row % 3 {
                values.add_word(Field::Kind, &format!("kind {kind}"));
            }
            let state = DateState::ALL[row as usize % 8];
            if state != DateState::Blank {
                let date = state == DateState::Date;
                let cell = DateCell {
                    lo: if date { row as i32 } else { 0 },
                    hi: if date { row as i32 + 3 } else { 0 },
                    state,
                };
                values.dates.insert(EventKind::Aware, cell);
            }
            let lo = if row == 5 { 1 << 40 } else { row };
            values
                .counts
                .insert((Unit::People, Effect::DataExposed), CountCell { lo, hi: u64::MAX, state: CountState::Count });
            builder.push_row(RecordId(row * (1 + row % 2) + 1 + row * row), &values).unwrap();
        }
        builder.finish().with_revision(Revision(42))
    }

    fn parts(snapshot: &Snapshot) -> (Vec<u8>, Vec<Vec<u8>>, Vec<Vec<u8>>) {
        let words = encode_words(snapshot, |_, _, _| false).into_iter().map(|run| run.bytes).collect();
        (encode_head(snapshot), words, snapshot.chunks().iter().map(|chunk| encode_chunk(chunk)).collect())
    }

    fn assert_equal(a: &Snapshot, b: &Snapshot) {
        assert_eq!((a.len(), a.revision()), (b.len(), b.revision()));
        assert!(a.ids().eq(b.ids()));
        for row in 0..a.len() {
            assert_eq!(a.values_at(row), b.values_at(row));
        }
    }

    #[test]
    fn a_snapshot_comes_back_whole() {
        for rows in [0, 1, 100, 9_000] {
            let before = snapshot(rows);
            let (head, words, chunks) = parts(&before);
            assert_equal(&decode(&head, &words, &chunks).unwrap(), &before);
        }
    }

    #[test]
    fn after_an_edit_only_the_changed_parts_are_written_again() {
        let before = snapshot(9_000);
        let known: Vec<(u32, u32, u32)> =
            encode_words(&before, |_, _, _| false).iter().map(|run| (run.field, run.first, run.words)).collect();
        let id = before.id_at(8_500).unwrap();
        let mut values = before.values_at(8_500).unwrap();
        values.add_word(Field::Sector, "New");
        let after = before.apply(&[RowChange { id, values: Some(values) }]);
        let fresh = encode_words(&after, |field, first, words| known.contains(&(field, first, words)));
        assert_eq!(fresh.iter().map(|run| run.words).collect::<Vec<_>>(), [1]);
        let (_, mut words, mut chunks) = parts(&before);
        words.extend(fresh.into_iter().map(|run| run.bytes));
        chunks[1] = encode_chunk(&after.chunks()[1]);
        assert_equal(&decode(&encode_head(&after), &words, &chunks).unwrap(), &after);
    }

    #[test]
    fn parts_that_do_not_fit_are_refused() {
        let (head, words, chunks) = parts(&snapshot(9_000));
        assert_eq!(decode(&head, &words[1..], &chunks).err(), None, "words of a whole field may be gone");
        let twice = [words[0].clone(), words[0].clone()];
        assert_eq!(decode(&head, &twice, &chunks).unwrap_err(), CodecError::Inconsistent);
        let backwards = [chunks[1].clone(), chunks[0].clone()];
        assert_eq!(decode(&head, &words, &backwards).unwrap_err(), CodecError::Inconsistent);
        assert_eq!(decode(&chunks[0], &words, &chunks).unwrap_err(), CodecError::Damaged);
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_refused_without_a_panic(at in 0..6_000usize, bit in 0..8u32, cut in 0..6_000usize) {
            let (_, _, chunks) = parts(&snapshot(60));
            let mut bytes = chunks[0].clone();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            prop_assert!(decode_chunk(&bytes).is_err());
            prop_assert!(decode_chunk(&chunks[0][..cut % chunks[0].len()]).is_err());
        }

        /// Past the checksum, nonsense is still refused or harmless.
        #[test]
        fn nonsense_under_a_right_checksum_does_not_panic(at in 0..6_000usize, byte in prop::num::u8::ANY) {
            let (head, words, chunks) = parts(&snapshot(60));
            let mut inside = unsealed(CHUNK, VERSION, &chunks[0]).unwrap().to_vec();
            let at = at % inside.len();
            inside[at] = byte;
            let bytes = sealed(CHUNK, VERSION, |out| out.bytes(&inside));
            if let Ok(snapshot) = decode(&head, &words, [bytes]) {
                for row in 0..snapshot.len() {
                    prop_assert!(snapshot.values_at(row).is_some());
                }
            }
        }
    }
}
