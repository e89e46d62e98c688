//! Files that should be workspaces and are not, or not whole. None of them may be written to.

use vigie::workspace::Workspace;

use crate::shelf::{Bad, Kind, made, noise};

pub fn files() -> Vec<Bad> {
    let whole = whole();
    let changed = |at: usize, bytes: &[u8]| {
        let mut file = whole.clone();
        file[at..at + bytes.len()].copy_from_slice(bytes);
        file
    };
    let made = |name, what, bytes: Vec<u8>| made(name, what, Kind::Workspace, bytes);
    vec![
        made("of_words.vigie", "a text under the name of a workspace", b"Minutes of Monday, all present\n".to_vec()),
        made("no_bytes.vigie", "no byte", Vec::new()),
        made("noise.vigie", "bytes without order", noise(20_000, 13)),
        made("first_page.vigie", "cut behind the first page", whole[..8_192].to_vec()),
        made("half.vigie", "cut in the middle", whole[..whole.len() / 2 + 100].to_vec()),
        made("header.vigie", "cut within the header of the file", whole[..60].to_vec()),
        // Where SQLite keeps `application_id` and `user_version`.
        made("another_program.vigie", "a database of another program", changed(68, b"GPKG")),
        made("newer.vigie", "a workspace of a later version", changed(60, &9_999_u32.to_be_bytes())),
        made("page_size.vigie", "a page size that does not exist", changed(16, &[0x12, 0x34])),
        made("page_of_noise.vigie", "the page of the tables overwritten", changed(200, &noise(7_000, 17))),
    ]
}

/// The bytes of an empty workspace.
fn whole() -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("whole.vigie");
    Workspace::create(&path).and_then(Workspace::close).expect("a workspace");
    std::fs::read(&path).expect("it was written")
}
