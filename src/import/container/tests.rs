use std::io::{Cursor, Write as _};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, ZipWriter};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

use super::*;
use crate::import::container::found::Wrapper;
use crate::text::Lang;

const TABLE: &str = "date,organisation,people\n2024-03-01,Acme,12\n2024-04-02,Bern,14\n";

pub(super) fn origin(name: &str, bytes: impl Into<Vec<u8>>) -> SharedOrigin {
    Arc::new(InMemory { name: name.to_owned(), bytes: bytes.into().into() })
}

pub(super) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

pub(super) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        if name.ends_with('/') {
            writer.add_directory(*name, SimpleFileOptions::default()).unwrap();
            continue;
        }
        let method = if bytes.len() < 40 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub(super) fn of(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Contents, ImportError> {
    Contents::of(&[origin(name, bytes)], &Choice::default(), &Progress::default())
}

pub(super) fn text(contents: &Contents) -> Result<String, ImportError> {
    let mut text = String::new();
    contents.open()?.read_to_string(&mut text)?;
    Ok(text)
}

fn sentence(error: &ImportError) -> String {
    assert!(matches!(error, ImportError::Container(_)), "{error:?}");
    error.to_string()
}

#[test]
fn a_plain_file_is_itself() {
    let contents = of("a.b.csv", TABLE).unwrap();
    assert!(contents.is_plain());
    assert_eq!((text(&contents).unwrap().as_str(), contents.size()), (TABLE, Some(TABLE.len() as u64)));
    assert_eq!((contents.name().as_str(), contents.title()), ("a.b.csv", "a.b"));
    let hash = contents.hash(&Progress::default()).unwrap();
    assert_eq!(hash.len(), 64);
    assert_eq!(hash, of("b.csv", TABLE).unwrap().hash(&Progress::default()).unwrap());
}

#[test]
fn wrappers_come_off_and_the_table_can_be_read_again() {
    let (first, second) = TABLE.split_at(31);
    let several_gz = [gz(first.as_bytes()), gz(second.as_bytes())].concat();
    let in_zip = zipped(&[("a/b/list.csv", TABLE.as_bytes())]);
    let gz_in_zip = zipped(&[("list.csv.gz", &gz(TABLE.as_bytes()))]);
    let zip_in_zip = zipped(&[("inner.zip", &in_zip)]);
    let table: [(&str, Vec<u8>, &[Wrapper]); 6] = [
        ("list.csv.gz", gz(TABLE.as_bytes()), &[Wrapper::Gzip]),
        ("list.csv.gz", several_gz, &[Wrapper::Gzip]),
        ("x.zip", in_zip.clone(), &[Wrapper::Zip]),
        ("x.zip", gz_in_zip, &[Wrapper::Zip, Wrapper::Gzip]),
        ("x.zip.gz", gz(&in_zip), &[Wrapper::Gzip, Wrapper::Zip]),
        ("x.zip", zip_in_zip, &[Wrapper::Zip, Wrapper::Zip]),
    ];
    for (name, bytes, wrappers) in table {
        let contents = of(name, bytes).unwrap();
        assert_eq!((contents.title(), contents.found().wrappers.as_slice()), ("list", wrappers), "{name}");
        assert!(!contents.is_plain());
        for _ in 0..2 {
            assert_eq!(text(&contents).unwrap(), TABLE, "{name}");
        }
    }
}

#[test]
fn what_lies_beside_the_table_is_named() {
    let bytes = zipped(&[
        ("data/", b""),
        ("data/list.csv", TABLE.as_bytes()),
        ("data/readme.txt", b"A letter.\nIt has lines and nothing else\n"),
        ("__MACOSX/._list.csv", b"\0\x05\x16\x07"),
        ("../../evil.csv", b"a,b\n1,2\n"),
        ("logo.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00"),
    ]);
    let contents = of("x.zip", bytes.clone()).unwrap();
    let found = contents.found();
    let members: Vec<_> = found.members.iter().map(|member| (member.name.as_str(), member.is_chosen)).collect();
    assert_eq!(members, [("../../evil.csv", false), ("data/list.csv", true)]);
    let passed: Vec<_> = found.passed_over.iter().map(|passed| passed.name.as_str()).collect();
    assert_eq!(passed, ["__MACOSX/._list.csv", "data/readme.txt", "logo.png"]);
    assert_eq!(text(&contents).unwrap(), TABLE);
    let choice = Choice { member: Some("../../evil.csv".into()), ..Choice::default() };
    let other = Contents::of(&[origin("x.zip", bytes)], &choice, &Progress::default()).unwrap();
    assert_eq!((text(&other).unwrap().as_str(), other.title()), ("a,b\n1,2\n", "evil"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_refusal_is_a_sentence() {
    let inner = zipped(&[("a.csv", TABLE.as_bytes())]);
    let deep = zipped(&[("b.zip", &zipped(&[("a.zip", &inner)]))]);
    let bomb = gz(&vec![b'a'; 80 << 20]);
    let zip_bomb = zipped(&[("a.csv", &vec![b'a'; 80 << 20])]);
    let mut cut = zipped(&[("a.csv", TABLE.as_bytes())]);
    cut.truncate(cut.len() - 30);
    let nothing = zipped(&[("letter.txt", b"Nothing here"), ("b/", b"")]);
    let mut encrypted = inner.clone();
    // The flag of encryption, in the member's own header and in the directory.
    encrypted[6] |= 1;
    let directory = encrypted.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    encrypted[directory + 8] |= 1;
    let mut tar = vec![0; 600];
    tar[257..262].copy_from_slice(b"ustar");
    let mut method = inner.clone();
    method[8] = 12;
    method[directory + 10] = 12;
    let mut changed = inner.clone();
    changed[directory - 10] ^= 0x55;
    let table: [(&str, Vec<u8>, &str); 12] = [
        (
            "deep.zip",
            deep,
            "There are archives within archives within archives; nothing was imported. Unpack the outer \
          one and import what is in it.",
        ),
        (
            "bomb.csv.gz",
            bomb,
            "bomb.csv unzips to more than 250 times its size; nothing was imported. If you trust it, \
          unpack it and import what is in it.",
        ),
        (
            "bomb.zip",
            zip_bomb,
            "bomb.zip unzips to more than 250 times its size; nothing was imported. If you trust it, \
          unpack it and import what is in it.",
        ),
        (
            "nothing.zip",
            nothing,
            "There is no table in it (it holds letter.txt); nothing was imported. It must hold a \
          CSV or JSON file or a workbook.",
        ),
        (
            "empty.zip",
            zipped(&[]),
            "There is no file to read; nothing was imported. Name a CSV or JSON file or a \
          workbook.",
        ),
        (
            "secret.zip",
            encrypted,
            "a.csv is protected by a password; nothing was imported. Save it without the password \
          and import that file.",
        ),
        (
            "a.tar",
            tar,
            "The file is an archive of the kind tar, which Vigie does not read; nothing was imported. Unpack \
          it and import what is in it.",
        ),
        (
            "a.7z",
            b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(),
            "The file is an archive of the kind 7z, which Vigie does not \
          read; nothing was imported. Unpack it and import what is in it.",
        ),
        (
            "method.zip",
            method,
            "a.csv is compressed in a way that Vigie does not read; nothing was imported. Unpack the \
          archive and import what is in it.",
        ),
        ("cut.zip", cut, "The archive is damaged or cut off (cut.zip: "),
        (
            "cut.csv.gz",
            gz(TABLE.as_bytes())[..20].to_vec(),
            "The archive is damaged or cut off (cut.csv: it ends too \
          early); nothing was imported. Fetch or make it again.",
        ),
        ("changed.zip", changed, "The archive is damaged or cut off (a.csv: "),
    ];
    for (name, bytes, expected) in table {
        let error = of(name, bytes).and_then(|contents| text(&contents)).unwrap_err();
        let said = sentence(&error);
        assert!(said.starts_with(expected), "{name}: {said}");
        let ImportError::Container(error) = error else { unreachable!() };
        let french = error.sentence(Lang::Fr);
        assert!(french.contains("rien n’a été importé"), "{french}");
    }
    let choice = Choice { member: Some("b.csv".into()), ..Choice::default() };
    let missing = Contents::of(&[origin("x.zip", inner)], &choice, &Progress::default()).unwrap_err();
    assert_eq!(sentence(&missing), "The archive has no file “b.csv”; nothing was imported. Choose one of: a.csv.");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), kind in 0_usize..4) {
        let start: &[u8] = [b"".as_slice(), b"PK\x03\x04", b"\x1f\x8b\x08\0\0\0\0\0\0\x03", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"][kind];
        let _ = of("x", [start, &bytes].concat()).and_then(|contents| text(&contents));
    }

    #[test]
    fn no_changed_archive_panics(changes in proptest::collection::vec((0_usize..400, any::<u8>()), 1..6)) {
        let mut bytes = zipped(&[("a.csv", TABLE.as_bytes()), ("b.csv.gz", &gz(TABLE.as_bytes()))]);
        for (place, byte) in changes {
            if let Some(slot) = bytes.get_mut(place) {
                *slot = byte;
            }
        }
        let _ = of("x.zip", bytes).and_then(|contents| text(&contents));
    }
}
