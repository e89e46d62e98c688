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

/// Most columns (CSV) or different keys (JSON): 2,000. A file with more is refused.
pub const COLUMNS: usize = 2_000;

/// Deepest nesting of a JSON record below its own level: 16. What lies deeper is kept as JSON text.
pub const DEPTH: usize = 16;

/// Longest record in a stream of JSON documents: 64 MiB. A file with a longer one is refused.
pub const RECORD_BYTES: usize = 64 << 20;

/// Rows set aside that are kept in memory to be saved: 200,000. With more, the recipe is wrong and the import ends.
pub const REJECTED_ROWS: usize = 200_000;

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

/// `text`, cut for showing.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(FOUND_CHARS) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
