//! Limits within which untrusted files are read. What lies beyond is refused or cut with a located problem.

/// Bytes of a file that are looked at to tell its format: 1 MiB.
pub const HEAD_BYTES: usize = 1 << 20;

/// Largest file: 16 GiB. A larger one is refused.
pub const FILE_BYTES: u64 = 16 << 30;

/// An archive or compressed file may unzip to 250 times its size, once more than [`RATIO_FREE_BYTES`] have come out.
pub const UNZIPPED_RATIO: u64 = 250;

/// Unzipped bytes below which the ratio does not matter: 64 MiB.
pub const RATIO_FREE_BYTES: u64 = 64 << 20;

/// Most files in an archive or folder: 50,000.
pub const ARCHIVE_MEMBERS: usize = 50_000;

/// Wrappers (`.gz`, `.zip`) around a table: 2, so that one may lie in another.
pub const NESTING: usize = 2;

/// Largest archive or workbook inside an archive, unzipped: 256 MiB. It is held in memory.
pub const INNER_BYTES: u64 = 256 << 20;

/// Largest workbook once unzipped: 1 GiB. Its sheets are read in a stream, its words are held.
pub const WORKBOOK_BYTES: u64 = 1 << 30;

/// Largest part of a workbook that is held as a whole while it is read: 192 MiB.
pub const WORKBOOK_PART_BYTES: u64 = 192 << 20;

/// Largest workbook of the old kind (`.xls`): 128 MiB. It is held as a whole.
pub const OLD_WORKBOOK_BYTES: u64 = 128 << 20;

/// Most cells of a sheet with anything in them: 16,777,216, sixteen full columns.
pub const SHEET_CELLS: usize = 1 << 24;

/// Most cells, blank ones too, of workbooks that are unfolded while they are read (`.xls`, `.ods`): 4,000,000.
pub const UNFOLDED_CELLS: u64 = 4_000_000;

/// Most text in a sheet: 256 MiB.
pub const SHEET_TEXT_BYTES: usize = 256 << 20;

/// Longest cell: 1 MiB. The row of a longer one is set aside.
pub const CELL_BYTES: usize = 1 << 20;

/// Longest record of delimited text: 16 MiB. A longer one is no record, and the file is refused.
pub const RECORD_BYTES: usize = 16 << 20;

/// Longest record of JSON: 8 MiB, because its values take up to eighty times their bytes. With a longer one the file is
/// refused.
pub const JSON_RECORD_BYTES: usize = 8 << 20;

/// Longest name of a column: 4 KiB. A longer one is no name, and the file is refused.
pub const HEADER_BYTES: usize = 4 << 10;

/// Largest recipe: 16 MiB, some thousand times the largest that was made.
pub const RECIPE_BYTES: usize = 16 << 20;

/// Most columns (CSV) or different keys (JSON): 2,000. A file with more is refused.
pub const COLUMNS: usize = 2_000;

/// Deepest nesting of a JSON record below its own level: 16. What lies deeper is kept as JSON text.
pub const DEPTH: usize = 16;

/// Most objects of an array whose members become lists by place: 1,000. A longer array is kept as JSON text.
pub const LIST_OBJECTS: usize = 1_000;

/// Rows set aside that are kept in memory to be saved: 200,000. With more, the recipe is wrong and the import ends.
pub const REJECTED_ROWS: usize = 200_000;

/// Organisations that stand before the records of an export of Vigie: 256 MiB of JSON. With more it is refused.
pub const ORGANISATION_BYTES: usize = 256 << 20;

/// Bytes of rows set aside that are kept in memory: 256 MiB. With more, the import ends as with too many rows.
pub const REJECTED_BYTES: usize = 256 << 20;

/// Bytes of the rows of a batch: 16 MiB. A batch of longer rows has fewer of them.
pub const BATCH_BYTES: usize = 16 << 20;

/// Problems listed one by one: 10,000. All are counted.
pub const PROBLEMS: usize = 10_000;

/// Rows of a batch.
pub const BATCH_ROWS: usize = 2_048;

/// Text of rows that wait for other rows of their record: 256 MiB. Beyond it, only rows that stand together can be put
/// together.
pub const WAITING_BYTES: usize = 256 << 20;

/// Rows that are remembered to recognise one that comes again, and keys as well: 4,000,000, in 75 MB each.
pub const SEEN_ROWS: usize = 4_000_000;

/// Longest text shown of what was found, in characters.
pub const FOUND_CHARS: usize = 80;

/// `text` in one line, cut for showing: what would command a terminal or turn the direction of writing is U+FFFD.
pub fn shortened(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    let mut chars = text.chars();
    let mut short: String = chars.by_ref().take(FOUND_CHARS).map(shown).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_of_a_file_is_one_line_without_commands() {
        assert_eq!(shortened("plain, é"), "plain, é");
        assert_eq!(shortened("two\r\nlines\u{1b}[31m \u{202e}x"), "two  lines\u{fffd}[31m \u{fffd}x");
        assert_eq!(shortened(&"y".repeat(200)).chars().count(), FOUND_CHARS + 1);
    }
}
