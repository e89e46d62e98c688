//! The hash of the bytes that were given.

use sha2::{Digest as _, Sha256};

use crate::import::container::{NAMED, SharedOrigin};
use crate::import::error::ImportError;
use crate::import::progress::Progress;

/// SHA-256 of each origin in hexadecimal, joined by `; `; of many, that of all these.
pub fn of(origins: &[SharedOrigin], progress: &Progress) -> Result<String, ImportError> {
    let hashes: Result<Vec<String>, ImportError> = origins.iter().map(|origin| of_one(origin, progress)).collect();
    let hashes = hashes?;
    if hashes.len() <= NAMED {
        return Ok(hashes.join("; "));
    }
    let mut all = Sha256::new();
    for hash in &hashes {
        all.update(hash.as_bytes());
    }
    Ok(hex(&all.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn of_one(origin: &SharedOrigin, progress: &Progress) -> Result<String, ImportError> {
    let mut source = origin.open()?;
    let mut hash = Sha256::new();
    let mut block = vec![0; 256 * 1024];
    loop {
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let count = source.read(&mut block)?;
        if count == 0 {
            break;
        }
        hash.update(block.get(..count).unwrap_or_default());
    }
    Ok(hex(&hash.finalize()))
}
