//! What stands on the shelf: a name, what is bad about it, how to make it, and what the command does with it.

use std::io::{Result, Write};

pub type Maker = Box<dyn Fn(&mut dyn Write) -> Result<()> + Send + Sync>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is imported into a workspace with records.
    Data,
    /// It is the recipe by which a good table is imported.
    Recipe,
    /// It is the workspace into which a good table is imported.
    Workspace,
}

pub struct Bad {
    pub name: &'static str,
    pub what: &'static str,
    pub kind: Kind,
    pub make: Maker,
}

/// A data file of these bytes.
pub fn data(name: &'static str, what: &'static str, bytes: impl Into<Vec<u8>>) -> Bad {
    made(name, what, Kind::Data, bytes)
}

/// A file of these bytes.
pub fn made(name: &'static str, what: &'static str, kind: Kind, bytes: impl Into<Vec<u8>>) -> Bad {
    let bytes = bytes.into();
    Bad { name, what, kind, make: Box::new(move |out| out.write_all(&bytes)) }
}

/// A data file that is written piece by piece.
pub fn written(
    name: &'static str,
    what: &'static str,
    make: impl Fn(&mut dyn Write) -> Result<()> + Send + Sync + 'static,
) -> Bad {
    Bad { name, what, kind: Kind::Data, make: Box::new(make) }
}

/// Bytes without any order, always the same ones.
pub fn noise(count: usize, mut seed: u64) -> Vec<u8> {
    (0..count)
        .map(|_| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            seed as u8
        })
        .collect()
}

/// A table that is in order.
pub const GOOD: &str = "Organisation,Date disclosed,People affected\nAcme,2024-03-04,1200\nBern Clinic,2024-04-13,85\n\
                        Coastal Bank,2024-05-21,40000\n";
