//! A bad file through the library, as the window goes: told apart, surveyed, proposed for, read.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vigie::app::import_page::words::import_error;
use vigie::frame::batch::{Batch, RowSink};
use vigie::import::bytes::encoding;
use vigie::import::bytes::sniff::{Extent, sniff, sniff_as};
use vigie::import::container::{Choice, Contents, Origin, ReadSeek, SharedOrigin};
use vigie::import::error::ImportError;
use vigie::import::limits::HEAD_BYTES;
use vigie::import::progress::Progress;
use vigie::import::propose::{propose, survey::survey};
use vigie::import::read::read;
use vigie::import::recipe::Format;
use vigie::import::report::ImportReport;
use vigie::import::vigie_file::read_vigie;
use vigie::model::calendar::Day;
use vigie::text::Lang;

use crate::command::is_clear;

/// Takes nothing.
struct Nowhere;

impl RowSink for Nowhere {
    type Error = std::convert::Infallible;

    fn push(&mut self, _: &Batch<'_>) -> Result<(), Self::Error> {
        Ok(())
    }
}

/// What the window says of a file, in both languages, or what reading it as proposed gives.
pub fn look(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut words = String::new();
    match understood(path) {
        Ok(report) => {
            assert!(report.adds_up(), "{name}: the rows do not add up");
            let (read, imported, blank) = (report.read, report.imported, report.blank);
            let rejected = report.rejected.len();
            writeln!(words, "  window   read {read}: imported {imported}, rejected {rejected}, blank {blank}")
        }
        Err(error) => {
            let (en, fr) = (import_error(Lang::En, &error), import_error(Lang::Fr, &error));
            assert!(!en.contains('\u{2068}') && !fr.contains('\u{2068}'), "{name}: {en}");
            is_clear(&name, &error.to_string());
            writeln!(words, "  window   {en}\n  fenêtre  {fr}")
        }
    }
    .expect("a text grows");
    words
}

fn understood(path: &Path) -> Result<ImportReport, ImportError> {
    let progress = Progress::default();
    let origins: [SharedOrigin; 1] = [Arc::new(OnDisk(path.to_path_buf()))];
    let contents = Contents::of(&origins, &Choice::default(), &progress)?;
    let mut head = Vec::new();
    contents.open()?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let extent = if head.len() < HEAD_BYTES { Extent::Whole } else { Extent::Head };
    let mut found = sniff(&head, extent)?;
    if found.format == Format::Vigie {
        return read_vigie(&mut *contents.open()?, &progress, &mut |_| Ok(()));
    }
    if extent == Extent::Head {
        found = sniff_as(&head, extent, encoding::of_all(&mut *contents.open()?)?)?;
    }
    let today = Day::from_ymd(2026, 1, 1).expect("a day");
    let seen = survey(&mut *contents.open()?, &found.format, today, &progress)?;
    if seen.rows == 0 {
        return Err(ImportError::NoRows);
    }
    let proposal = propose(&seen, &found.format, "file", &[]);
    read(&mut *contents.open()?, &proposal.recipe, &mut Nowhere, &progress)
}

/// A file as something that can be opened again and again.
#[derive(Debug)]
struct OnDisk(PathBuf);

impl Origin for OnDisk {
    fn name(&self) -> Cow<'_, str> {
        self.0.file_name().unwrap_or_default().to_string_lossy()
    }

    fn size(&self) -> Option<u64> {
        self.0.metadata().ok().map(|about| about.len())
    }

    fn open(&self) -> std::io::Result<Box<dyn ReadSeek>> {
        Ok(Box::new(File::open(&self.0)?))
    }
}
