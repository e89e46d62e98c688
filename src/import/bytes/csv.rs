//! Records and cells of delimited text, borrowed from a block of it.
//!
//! Knows nothing of fields or types. Where quotes stand and what they mean is decided as the `csv` crate decides it
//! (a test holds the two together); what is gained is that a record without quotes is cut up by `memchr` alone, and
//! that cells nobody asked for are counted, not cut.
//!
//! - A record ends at a line feed, a carriage return or both.
//! - A cell is quoted when its first byte is `"`; `""` inside stands for one quote. A quote anywhere else is itself.
//! - An empty line is blank: not a record.

use memchr::{memchr, memchr_iter, memchr3};

/// Where a cell stands: in the block, or in the side buffer of cells that had to be put together anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    start: u32,
    end: u32,
    aside: bool,
}

impl Span {
    fn in_block(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32, aside: false }
    }

    fn aside(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32, aside: true }
    }

    /// The text, given the block and the side buffer.
    pub fn of<'a>(self, block: &'a str, aside: &'a str) -> &'a str {
        let from = if self.aside { aside } else { block };
        from.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// What stood in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing at all.
    Blank,
    /// A record with this many cells.
    Record(usize),
}

/// A record with the cells that were cut out of it.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// The record as it stands in the block, its line end included.
    pub record: &'a str,
    block: &'a str,
    aside: &'a str,
    scanner: &'a Scanner,
    cells: usize,
    open: bool,
}

impl<'a> Cut<'a> {
    /// The text of the cell at this place of the record; empty where the record has no such cell or nobody wanted it.
    pub fn text(&self, place: usize) -> &'a str {
        let slot = self.scanner.slots.get(place).copied().unwrap_or(u32::MAX);
        self.scanner.spans.get(slot as usize).map_or("", |span| span.of(self.block, self.aside))
    }

    /// Number of cells; 0 for an empty line.
    pub fn len(&self) -> usize {
        self.cells
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.cells == 0
    }

    /// Whether no cell has anything but space in it.
    pub fn is_blank(&self) -> bool {
        let blank = |span: &Span| span.of(self.block, self.aside).trim().is_empty();
        self.scanner.spans.iter().all(blank) && self.all().iter().all(|cell| cell.trim().is_empty())
    }

    /// Whether a quote in it is never closed: the rest of the text is in its last cell.
    pub fn is_open(&self) -> bool {
        self.cells > 0 && self.open
    }

    /// All cells, wanted or not.
    pub fn all(&self) -> Vec<String> {
        if self.cells == 0 {
            return Vec::new();
        }
        let mut scanner = Scanner::new(self.scanner.delimiter, (0..self.cells).collect());
        let mut aside = String::new();
        scanner.next(self.record, 0, &mut aside);
        scanner.spans.iter().map(|span| span.of(self.record, &aside).to_owned()).collect()
    }
}

/// Cuts a block into records, and records into the cells that are wanted.
#[derive(Clone, Debug)]
pub struct Scanner {
    delimiter: u8,
    /// Positions of wanted cells, ascending.
    wanted: Vec<usize>,
    /// Place of a cell among the wanted ones, by its place in the record.
    slots: Vec<u32>,
    spans: Vec<Span>,
    /// Whether the record cut last ends within quotes.
    open: bool,
}

impl Scanner {
    /// A scanner that keeps the cells at these positions. The delimiter is one ASCII character.
    pub fn new(delimiter: u8, mut wanted: Vec<usize>) -> Self {
        wanted.sort_unstable();
        wanted.dedup();
        let mut slots = vec![u32::MAX; wanted.last().map_or(0, |last| last + 1)];
        for (slot, &place) in (0..).zip(&wanted) {
            if let Some(held) = slots.get_mut(place) {
                *held = slot;
            }
        }
        Self { delimiter, spans: vec![Span::default(); wanted.len()], slots, wanted, open: false }
    }

    /// Visits the records of a block in order, empty lines included, until `visit` gives an error or says that it
    /// has enough. Gives whether the block was read to its end.
    ///
    /// # Errors
    /// Those of `visit`.
    pub fn each<E>(
        &mut self,
        block: &str,
        mut visit: impl FnMut(Cut<'_>) -> Result<std::ops::ControlFlow<()>, E>,
    ) -> Result<bool, E> {
        let (mut at, mut aside) = (0, String::new());
        while let Some((line, next)) = self.next(block, at, &mut aside) {
            let cells = match line {
                Line::Blank => {
                    self.spans.fill(Span::default());
                    0
                }
                Line::Record(cells) => cells,
            };
            let record = block.get(at..next).unwrap_or("");
            at = next;
            let open = self.open && at == block.len();
            let cut = Cut { record, block, aside: &aside, scanner: self, cells, open };
            if visit(cut)?.is_break() {
                return Ok(false);
            }
            aside.clear();
        }
        Ok(true)
    }

    /// The wanted cells of the last record, in the order of their positions; empty where the record is short.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Reads the line that begins at byte `at`; `None` at the end of the block. Gives what it was and where the next
    /// line begins. Cells that cannot be borrowed are put together at the end of `aside`.
    pub fn next(&mut self, block: &str, at: usize, aside: &mut String) -> Option<(Line, usize)> {
        let rest = block.as_bytes().get(at..).filter(|rest| !rest.is_empty())?;
        match memchr3(b'"', b'\n', b'\r', rest) {
            Some(0) if rest.first() != Some(&b'"') => Some((Line::Blank, at + terminator(rest, 0))),
            Some(end) if rest.get(end) != Some(&b'"') => {
                let cells = self.plain(rest.get(..end).unwrap_or_default(), at);
                Some((Line::Record(cells), at + end + terminator(rest, end)))
            }
            None => Some((Line::Record(self.plain(rest, at)), block.len())),
            Some(_) => Some(self.quoted(block, at, aside)),
        }
    }

    /// Cuts a line without quotes; gives its number of cells.
    fn plain(&mut self, line: &[u8], at: usize) -> usize {
        let mut delimiters = memchr_iter(self.delimiter, line);
        let (mut cell, mut start) = (0, 0);
        let mut open = true;
        for (slot, &wanted) in self.spans.iter_mut().zip(&self.wanted) {
            while open && cell < wanted {
                match delimiters.next() {
                    Some(end) => (cell, start) = (cell + 1, end + 1),
                    None => open = false,
                }
            }
            if !open {
                *slot = Span::default();
                continue;
            }
            // The wanted cell begins at `start`; its end is the next delimiter or the end of the line.
            if let Some(end) = delimiters.next() {
                *slot = Span::in_block(at + start, at + end);
                (cell, start) = (cell + 1, end + 1);
            } else {
                *slot = Span::in_block(at + start, at + line.len());
                open = false;
            }
        }
        cell + 1 + if open { delimiters.fold(0, |count, _| count + 1) } else { 0 }
    }

    /// Cuts a record that has quotes somewhere.
    fn quoted(&mut self, block: &str, at: usize, aside: &mut String) -> (Line, usize) {
        let bytes = block.as_bytes();
        self.spans.fill(Span::default());
        let mut next_wanted = 0;
        let (mut cell, mut start) = (0, at);
        self.open = false;
        loop {
            let keep = self.wanted.get(next_wanted) == Some(&cell);
            let (span, end) = if bytes.get(start) == Some(&b'"') {
                let (span, end, open) = quoted_cell(block, start, self.delimiter, keep.then_some(&mut *aside));
                self.open = open;
                (span, end)
            } else {
                let end = plain_end(bytes, start, self.delimiter);
                (Span::in_block(start, end), end)
            };
            if keep {
                if let Some(slot) = self.spans.get_mut(next_wanted) {
                    *slot = span;
                }
                next_wanted += 1;
            }
            cell += 1;
            match bytes.get(end) {
                Some(&byte) if byte == self.delimiter => start = end + 1,
                Some(_) => return (Line::Record(cell), end + terminator(bytes, end)),
                None => return (Line::Record(cell), end),
            }
        }
    }
}

/// Length of the line end that begins at `at`.
fn terminator(bytes: &[u8], at: usize) -> usize {
    if bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 }
}

/// End of a cell that is not quoted, or of what follows a closing quote.
fn plain_end(bytes: &[u8], start: usize, delimiter: u8) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    start + memchr3(delimiter, b'\n', b'\r', rest).unwrap_or(rest.len())
}

/// Reads a quoted cell that begins at `start`; gives its text (put into `aside` when it holds doubled quotes or when
/// text follows the closing quote), the place of the byte that ends it, and whether the quote was never closed.
fn quoted_cell(block: &str, start: usize, delimiter: u8, mut aside: Option<&mut String>) -> (Span, usize, bool) {
    let bytes = block.as_bytes();
    let begun = aside.as_ref().map_or(0, |aside| aside.len());
    let mut piece = start + 1;
    let mut gathered = false;
    loop {
        let rest = bytes.get(piece..).unwrap_or_default();
        let Some(quote) = memchr(b'"', rest).map(|hit| piece + hit) else {
            // Never closed: the cell runs to the end.
            let (span, end) = finish(block, aside, gathered, begun, piece, bytes.len(), bytes.len());
            return (span, end, true);
        };
        match bytes.get(quote + 1) {
            Some(b'"') => {
                if let Some(aside) = aside.as_deref_mut() {
                    aside.push_str(block.get(piece..=quote).unwrap_or(""));
                }
                gathered = true;
                piece = quote + 2;
            }
            next if next.is_none_or(|byte| [b'\n', b'\r', delimiter].contains(byte)) => {
                let (span, end) = finish(block, aside, gathered, begun, piece, quote, quote + 1);
                return (span, end, false);
            }
            _ => {
                // Text behind the closing quote belongs to the cell, quotes in it included.
                if let Some(aside) = aside.as_deref_mut() {
                    aside.push_str(block.get(piece..quote).unwrap_or(""));
                }
                let end = plain_end(bytes, quote + 1, delimiter);
                let (span, end) = finish(block, aside, true, begun, quote + 1, end, end);
                return (span, end, false);
            }
        }
    }
}

/// Closes a quoted cell whose last piece is `piece..end`.
fn finish(
    block: &str,
    aside: Option<&mut String>,
    gathered: bool,
    begun: usize,
    piece: usize,
    end: usize,
    after: usize,
) -> (Span, usize) {
    match aside {
        Some(aside) if gathered => {
            aside.push_str(block.get(piece..end).unwrap_or(""));
            (Span::aside(begun, aside.len()), after)
        }
        _ => (Span::in_block(piece.min(end), end), after),
    }
}

/// Length of the whole records at the start of a block that more text may follow: everything up to and including the
/// last line end that surely ends a record. 0 when there is none.
pub fn whole_records(bytes: &[u8], delimiter: u8) -> usize {
    if memchr(b'"', bytes).is_none() {
        if let Some(end) = memchr::memrchr(b'\n', bytes) {
            return end + 1;
        }
        // A carriage return at the very end may be half of a line end.
        return memchr::memrchr(b'\r', bytes.split_last().map_or(bytes, |(_, most)| most)).map_or(0, |end| end + 1);
    }
    let (mut at, mut whole) = (0, 0);
    while let Some(end) = record_end(bytes, at, delimiter) {
        at = end;
        whole = end;
    }
    whole
}

/// Where the record that begins at `at` is surely over, its line end included.
fn record_end(bytes: &[u8], at: usize, delimiter: u8) -> Option<usize> {
    let mut start = at;
    loop {
        let rest = bytes.get(start..)?;
        let mut end = if rest.first() == Some(&b'"') {
            let mut close = start + 1;
            loop {
                close += memchr(b'"', bytes.get(close..)?)? + 1;
                if bytes.get(close)? == &b'"' {
                    close += 1;
                } else {
                    break;
                }
            }
            close
        } else {
            start
        };
        // What is left of the cell runs to a delimiter or a line end. Cells without quotes are passed over together.
        loop {
            let rest = bytes.get(end..)?;
            let hit = memchr3(b'"', b'\n', b'\r', rest)?;
            end += hit;
            match bytes.get(end)? {
                b'"' if end > at && bytes.get(end - 1) == Some(&delimiter) => break,
                b'"' => end += 1,
                b'\n' => return Some(end + 1),
                _ => return bytes.get(end + 1).map(|next| end + 1 + usize::from(*next == b'\n')),
            }
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ours(text: &str, width: usize) -> (Vec<Vec<String>>, usize) {
        let mut scanner = Scanner::new(b',', (0..width).collect());
        let (mut records, mut blank, mut at, mut aside) = (Vec::new(), 0, 0, String::new());
        while let Some((line, next)) = scanner.next(text, at, &mut aside) {
            match line {
                Line::Blank => blank += 1,
                Line::Record(cells) => {
                    let texts = scanner.spans().iter().take(cells).map(|span| span.of(text, &aside).to_owned());
                    records.push(texts.collect());
                }
            }
            assert!(next > at);
            at = next;
        }
        (records, blank)
    }

    fn theirs(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn cuts_by_the_table() {
        for (text, wanted, blank) in [
            ("", vec![], 0),
            ("a,b\nc,d", vec![vec!["a", "b"], vec!["c", "d"]], 0),
            ("a,b\r\n\r\nc,\r\n", vec![vec!["a", "b"], vec!["c", ""]], 1),
            ("\"a\nb\",\"say \"\"hi\"\"\"\n", vec![vec!["a\nb", "say \"hi\""]], 0),
            ("5\" disk,x\ny", vec![vec!["5\" disk", "x"], vec!["y"]], 0),
            ("\"a\"b\"c\",d\n", vec![vec!["ab\"c\"", "d"]], 0),
            ("\"\"\n", vec![vec![""]], 0),
            ("\"open,\nnever closed", vec![vec!["open,\nnever closed"]], 0),
            ("é,\"ü\"\"\"", vec![vec!["é", "ü\""]], 0),
        ] {
            assert_eq!(
                ours(text, 9),
                (wanted.into_iter().map(|r| r.into_iter().map(str::to_owned).collect()).collect(), blank),
                "{text:?}"
            );
        }
    }

    #[test]
    fn passes_over_cells_that_nobody_wants() {
        let text = "a,\"b\"\"b\",c,d,e\n1,2,3,4,5\nx,y\n";
        let mut scanner = Scanner::new(b',', vec![3, 1]);
        let (mut aside, mut at, mut seen) = (String::new(), 0, Vec::new());
        while let Some((Line::Record(cells), next)) = scanner.next(text, at, &mut aside) {
            let spans = scanner.spans().iter().map(|span| span.of(text, &aside).to_owned()).collect::<Vec<_>>();
            seen.push((cells, spans));
            at = next;
        }
        let wanted = [(5, ["b\"b", "d"]), (5, ["2", "4"]), (2, ["y", ""])];
        assert_eq!(seen, wanted.map(|(n, spans)| (n, spans.map(str::to_owned).to_vec())));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn cuts_as_the_csv_crate_does(text in "[ab,\"\n\ré]{0,40}") {
            let (records, _) = ours(&text, 50);
            prop_assert_eq!(records, theirs(&text));
        }

        #[test]
        fn whole_records_are_the_same_with_and_without_what_follows(text in "[ab,\"\n\r]{0,30}", more in "[ab,\"\n\r]{0,30}") {
            let whole = whole_records(text.as_bytes(), b',');
            let together = format!("{text}{more}");
            let mut split = ours(&together[..whole], 80);
            let (rest, blank) = ours(&together[whole..], 80);
            split.0.extend(rest);
            split.1 += blank;
            prop_assert_eq!(split, ours(&together, 80));
        }

        #[test]
        fn a_block_that_ends_with_a_line_end_outside_quotes_is_whole(lines in prop::collection::vec("[ab,]{0,9}|\"[ab,\n]{0,9}\"", 0..6)) {
            let text = lines.join("\n") + if lines.is_empty() { "" } else { "\n" };
            prop_assert_eq!(whole_records(text.as_bytes(), b','), text.len());
        }
    }
}
