//! Compressed files and archives that are cut, lie or explode.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::shelf::{Bad, GOOD, data, noise};

pub fn files() -> Vec<Bad> {
    [compressed(), archives(), lying()].into_iter().flatten().collect()
}

pub fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
    writer.write_all(bytes).expect("memory takes it");
    writer.finish().expect("memory takes it")
}

/// An archive of these members, stored as they are so that their bytes can be found and changed.
pub fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in members {
        if name.ends_with('/') {
            writer.add_directory(*name, stored).expect("memory takes it");
            continue;
        }
        writer.start_file(*name, stored).expect("memory takes it");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

fn compressed() -> Vec<Bad> {
    let whole = gz(GOOD.as_bytes());
    let mut checksum = whole.clone();
    let at = checksum.len() - 8;
    checksum[at] ^= 0xff;
    let mut noisy = whole[..12].to_vec();
    noisy.extend(noise(2_000, 19));
    let nested = (0..9).fold(GOOD.as_bytes().to_vec(), |bytes, _| gz(&bytes));
    vec![
        data("cut.csv.gz", "compressed and cut", &whole[..whole.len() - 20]),
        data("header.csv.gz", "the header of a compressed file", &whole[..9]),
        data("checksum.csv.gz", "a wrong checksum", checksum),
        data("noise.csv.gz", "noise behind the header", noisy),
        data("nothing.csv.gz", "nothing, compressed", gz(b"")),
        data("nested.csv.gz", "compressed nine times", nested),
        data("bomb.csv.gz", "64 MiB of one letter, compressed", gz(&vec![b'x'; 64 << 20])),
        data("two_parts.csv.gz", "two compressed files in one", {
            let (first, second) = GOOD.as_bytes().split_at(60);
            [gz(first), gz(second)].concat()
        }),
        data(
            "image.csv.gz",
            "an image, compressed",
            gz(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00"),
        ),
    ]
}

fn archives() -> Vec<Bad> {
    let whole = zipped(&[("table.csv", GOOD.as_bytes())]);
    let inner = (0..9).fold(whole.clone(), |bytes, _| zipped(&[("inner.zip", &bytes)]));
    let bomb = {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file("table.csv", packed).expect("memory takes it");
        writer.write_all(&vec![b'x'; 64 << 20]).expect("memory takes it");
        writer.finish().expect("memory takes it").into_inner()
    };
    let names: Vec<String> = (0..12_000).map(|number| format!("{number}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let up = [("../../outside.csv", GOOD.as_bytes()), ("/absolute.csv", b"")];
    vec![
        data("empty.zip", "an archive without members", zipped(&[])),
        data("cut.zip", "an archive that is cut", &whole[..whole.len() - 30]),
        data("folders.zip", "an archive of folders", zipped(&[("a/", b""), ("a/b/", b"")])),
        data(
            "images.zip",
            "an archive of images",
            zipped(&[("a.png", b"\x89PNG\r\n\x1a\n"), ("b.txt.jpg", b"\xff\xd8\xff")]),
        ),
        data("names_up.zip", "names that lead out of the folder", zipped(&up)),
        data("nested.zip", "ten archives in one another", inner),
        data("bomb.zip", "64 MiB of one letter in an archive", bomb),
        data("many_members.zip", "12,000 empty members", zipped(&many)),
        data("broken_inside.zip", "a broken list of records inside", zipped(&[("list.json", b"[{\"a\": 1},, ]")])),
        data("archive.7z", "another sort of archive", b"7z\xbc\xaf\x27\x1c\x00\x04aaaaaaaaaaaaaaaaaaaaaaaa".as_slice()),
        data("archive.rar", "another sort of archive", b"Rar!\x1a\x07\x01\x00aaaaaaaaaaaaaaaaaaaaaaaaaaaa".as_slice()),
    ]
}

fn lying() -> Vec<Bad> {
    let whole = zipped(&[("table.csv", GOOD.as_bytes())]);
    let directory = find(&whole, b"PK\x01\x02");
    let local = find(&whole, b"PK\x03\x04");
    let changed = |changes: &[(usize, &[u8])]| {
        let mut bytes = whole.clone();
        for (at, with) in changes {
            bytes[*at..*at + with.len()].copy_from_slice(with);
        }
        bytes
    };
    // Two members whose bytes are the same bytes.
    let overlapping = {
        let two = zipped(&[("a.csv", GOOD.as_bytes()), ("b.csv", GOOD.as_bytes())]);
        let second = find(&two, b"PK\x01\x02") + find(&two[find(&two, b"PK\x01\x02") + 4..], b"PK\x01\x02") + 4;
        let mut bytes = two.clone();
        bytes[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
        bytes
    };
    let table = find(&whole, b"Organisation");
    vec![
        data("encrypted.zip", "an archive with a password", changed(&[(directory + 8, &[1, 0]), (local + 6, &[1, 0])])),
        data("checksum.zip", "a byte changed behind the checksum", changed(&[(table + 60, b"#")])),
        data(
            "method.zip",
            "a compression that nobody knows",
            changed(&[(directory + 10, &[77, 0]), (local + 8, &[77, 0])]),
        ),
        data(
            "larger.zip",
            "a member said to be 4 GB",
            changed(&[(directory + 20, &[0xf0, 0xff, 0xff, 0xff]), (directory + 24, &[0xf0, 0xff, 0xff, 0xff])]),
        ),
        data("zip64.zip", "sizes said to be elsewhere, where they are not", changed(&[(directory + 20, &[0xff; 8])])),
        data("smaller.zip", "a member said to have 5 bytes", changed(&[(directory + 24, &[5, 0, 0, 0])])),
        data(
            "elsewhere.zip",
            "a member said to be behind the end",
            changed(&[(directory + 42, &[0xff, 0xff, 0xff, 0x7f])]),
        ),
        data("members.zip", "65,000 members said, one there", {
            let end = find(&whole, b"PK\x05\x06");
            changed(&[(end + 8, &[0xe8, 0xfd, 0xe8, 0xfd])])
        }),
        data("overlapping.zip", "two members of the same bytes", overlapping),
    ]
}

/// Where these bytes are.
pub fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("they are there")
}
