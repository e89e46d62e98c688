//! Workbooks: first as they are given, then a small one with the part exchanged that the first byte names.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") || data.starts_with(b"\xd0\xcf\x11\xe0") {
        let _ = vigie_fuzz::file(data, "data.xlsx");
    } else {
        let _ = vigie_fuzz::file(&vigie_fuzz::workbook(data), "data.xlsx");
    }
});
