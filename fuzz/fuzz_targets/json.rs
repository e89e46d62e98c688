//! A file that begins as JSON begins: documents, lines, exports of Vigie.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if data.trim_ascii_start().first().is_some_and(|first| matches!(first, b'{' | b'[' | 0xef | 0xfe | 0xff)) {
        let _ = vigie_fuzz::text(data);
    }
});
