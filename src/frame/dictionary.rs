//! The distinct words of one field, each with a code.

use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHasher;

use crate::frame::texts::Texts;

/// Words that are added after a segment was closed gather in a tail of at most this many, so that adding one copies
/// little.
const TAIL_WORDS: usize = 1_024;

/// The distinct words of one field. Codes begin at 1 and never change; 0 is no word.
///
/// Immutable and cheap to clone: segments are shared, and adding a word copies only the short last one.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    segments: Vec<Arc<Segment>>,
}

/// A run of words with consecutive codes.
#[derive(Debug, Default)]
pub(super) struct Segment {
    /// Code of the first word.
    pub(super) first: u32,
    pub(super) words: Texts,
    table: OnceLock<Table>,
    folded: OnceLock<Texts>,
}

impl Segment {
    pub(super) fn new(first: u32, words: Texts) -> Self {
        Self { first, words, table: OnceLock::new(), folded: OnceLock::new() }
    }

    fn find(&self, word: &str) -> Option<u32> {
        let table = self.table.get_or_init(|| {
            let mut table = Table::with_room(self.words.len());
            for index in 0..self.words.len() {
                table.insert(hash(self.words.get(index)), index as u32);
            }
            table
        });
        table.find(hash(word), |index| self.words.get(index as usize) == word).map(|index| index + self.first)
    }
}

impl Dictionary {
    pub(super) fn from_segments(segments: Vec<Arc<Segment>>) -> Self {
        Self { segments }
    }

    pub(super) fn segments(&self) -> &[Arc<Segment>] {
        &self.segments
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.segments.last().map_or(0, |last| last.first as usize - 1 + last.words.len())
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The word with this code; empty for 0 and for codes that were never given.
    pub fn word(&self, code: u32) -> &str {
        let at = self.segments.partition_point(|segment| segment.first <= code);
        match at.checked_sub(1).and_then(|at| self.segments.get(at)) {
            Some(segment) => segment.words.get((code - segment.first) as usize),
            None => "",
        }
    }

    /// The folded form of a word (see [`crate::frame::fold`]). The first call for a field folds all its words.
    pub fn folded(&self, code: u32) -> &str {
        let at = self.segments.partition_point(|segment| segment.first <= code);
        match at.checked_sub(1).and_then(|at| self.segments.get(at)) {
            Some(segment) => segment.folded_words().get((code - segment.first) as usize),
            None => "",
        }
    }

    /// The code of a word.
    pub fn code(&self, word: &str) -> Option<u32> {
        self.segments.iter().find_map(|segment| segment.find(word))
    }

    /// All codes with their words, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> + '_ {
        self.segments.iter().flat_map(|segment| (segment.first..).zip(segment.words.iter()))
    }

    /// Folded words in runs: code of the first, and the texts.
    pub fn folded_runs(&self) -> impl Iterator<Item = (u32, &Texts)> + '_ {
        self.segments.iter().map(|segment| (segment.first, segment.folded_words()))
    }

    /// The code of a word, added if it is new. Copies at most `TAIL_WORDS` words.
    pub fn intern(&mut self, word: &str) -> u32 {
        if let Some(code) = self.code(word) {
            return code;
        }
        let code = self.len() as u32 + 1;
        match self.segments.last() {
            Some(last) if self.segments.len() > 1 && last.words.len() < TAIL_WORDS => {
                let mut words = last.words.clone();
                words.push(word);
                let tail = Arc::new(Segment::new(last.first, words));
                self.segments.pop();
                self.segments.push(tail);
            }
            _ => {
                let mut words = Texts::default();
                words.push(word);
                self.segments.push(Arc::new(Segment::new(code, words)));
            }
        }
        code
    }

    /// Adds all words of another dictionary. Gives, for each of the other's codes, the code here.
    pub fn merge(&mut self, other: &Self) -> Vec<u32> {
        let mut map = vec![0; other.len() + 1];
        let first = self.len() as u32 + 1;
        let mut fresh = Texts::default();
        for ((_, word), slot) in other.iter().zip(map.iter_mut().skip(1)) {
            *slot = self.code(word).unwrap_or_else(|| {
                fresh.push(word);
                first + fresh.len() as u32 - 1
            });
        }
        if !fresh.is_empty() {
            fresh.shrink();
            self.segments.push(Arc::new(Segment::new(first, fresh)));
        }
        map
    }

    /// Bytes held on the heap, what was derived on demand included.
    pub fn bytes(&self) -> usize {
        let segment = |segment: &Arc<Segment>| {
            segment.words.bytes()
                + segment.table.get().map_or(0, Table::bytes)
                + segment.folded.get().map_or(0, Texts::bytes)
        };
        self.segments.iter().map(segment).sum()
    }

    /// Bytes that adding one word copies at most.
    pub fn tail_bytes(&self) -> usize {
        if self.segments.len() > 1 { self.segments.last().map_or(0, |last| last.words.bytes()) } else { 0 }
    }
}

impl Segment {
    fn folded_words(&self) -> &Texts {
        self.folded.get_or_init(|| {
            let mut folded = Texts::default();
            self.words.iter().for_each(|word| folded.push_folded(word));
            folded.shrink();
            folded
        })
    }
}

/// Gathers the distinct words of one field while a frame is built.
#[derive(Debug, Default)]
pub struct DictionaryBuilder {
    words: Texts,
    table: Table,
    line: String,
}

impl DictionaryBuilder {
    /// The code of a word, 1 and up; 0 for an empty word. Line feeds become spaces.
    pub fn intern(&mut self, word: &str) -> u32 {
        if word.is_empty() {
            return 0;
        }
        if memchr::memchr(b'\n', word.as_bytes()).is_some() {
            let mut line = std::mem::take(&mut self.line);
            line.clear();
            line.extend(word.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
            let code = self.intern_line(&line);
            self.line = line;
            return code;
        }
        self.intern_line(word)
    }

    fn intern_line(&mut self, word: &str) -> u32 {
        let hash = hash(word);
        if let Some(index) = self.table.find(hash, |index| self.words.get(index as usize) == word) {
            return index + 1;
        }
        let index = self.words.len() as u32;
        self.words.push(word);
        self.table.insert(hash, index);
        index + 1
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word with this code; empty for 0 and for codes that were not given.
    pub fn word(&self, code: u32) -> &str {
        (code as usize).checked_sub(1).map_or("", |index| self.words.get(index))
    }

    /// The words in the order of their codes, from 1.
    pub fn words(&self) -> impl Iterator<Item = &str> + '_ {
        self.words.iter()
    }

    /// Closes the dictionary.
    pub fn finish(mut self) -> Dictionary {
        if self.words.is_empty() {
            return Dictionary::default();
        }
        self.words.shrink();
        Dictionary { segments: vec![Arc::new(Segment::new(1, self.words))] }
    }
}

/// Open addressing by hash. A slot holds the hash beside a position in a list kept elsewhere, plus one, so that words
/// are looked at only where hashes agree; 0 is a free slot.
#[derive(Debug, Default)]
struct Table {
    slots: Vec<u64>,
    used: usize,
}

impl Table {
    fn with_room(words: usize) -> Self {
        Self { slots: vec![0; (words.max(8) * 2).next_power_of_two()], used: 0 }
    }

    fn is_crowded(&self) -> bool {
        (self.used + 1) * 4 > self.slots.len() * 3
    }

    fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots.get(at).copied().filter(|slot| *slot != 0)?;
            let index = (slot as u32) - 1;
            if (slot >> 32) as u32 == hash && is_it(index) {
                return Some(index);
            }
            at = (at + 1) & mask;
        }
    }

    /// Inserts a position that is not there yet.
    fn insert(&mut self, hash: u32, index: u32) {
        if self.is_crowded() {
            let mut larger = Self::with_room(self.used + 1);
            for &slot in self.slots.iter().filter(|slot| **slot != 0) {
                larger.put(slot);
            }
            *self = larger;
        }
        self.put(u64::from(hash) << 32 | u64::from(index + 1));
    }

    fn put(&mut self, slot: u64) {
        let mask = self.slots.len() - 1;
        let mut at = (slot >> 32) as usize & mask;
        while self.slots.get(at).is_some_and(|&held| held != 0) {
            at = (at + 1) & mask;
        }
        if let Some(free) = self.slots.get_mut(at) {
            *free = slot;
            self.used += 1;
        }
    }

    fn bytes(&self) -> usize {
        self.slots.capacity() * 8
    }
}

fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    // The lower bits are the better mixed ones.
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_code_a_word() {
        let mut builder = DictionaryBuilder::default();
        let codes: Vec<u32> = (0..5_000).map(|number| builder.intern(&format!("word {}", number % 2_500))).collect();
        assert_eq!(builder.len(), 2_500);
        assert_eq!(codes[0], 1);
        assert_eq!(codes[2_499], codes[4_999]);
        assert_eq!(builder.intern(""), 0);
        assert_eq!(builder.intern("a\nb"), builder.intern("a b"));
        let dictionary = builder.finish();
        assert_eq!(dictionary.word(codes[7]), "word 7");
        assert_eq!(dictionary.code("word 2499"), Some(2_500));
        assert_eq!(dictionary.code("word 2500"), None);
        assert_eq!(dictionary.word(0), "");
    }

    #[test]
    fn words_added_later_leave_the_old_dictionary_alone() {
        let mut builder = DictionaryBuilder::default();
        builder.intern("Énergie");
        let before = builder.finish();
        let mut after = before.clone();
        for number in 0..3_000 {
            assert_eq!(after.intern(&format!("n{number}")), number + 2);
        }
        assert_eq!(after.intern("Énergie"), 1);
        assert_eq!(before.len(), 1);
        assert_eq!(after.len(), 3_001);
        assert_eq!(after.word(2_000), "n1998");
        assert_eq!(after.folded(1), "energie");
        assert_eq!(after.iter().count(), 3_001);
        assert!(after.tail_bytes() < 20_000);
    }
}
