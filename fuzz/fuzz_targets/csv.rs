//! A file that may be delimited text in any encoding, compressed or not.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = vigie_fuzz::file(data, "data.csv");
});
