//! What lies in an archive, a workbook or a folder that the analyst opened.

use std::path::Path;
use std::sync::Arc;

use crate::app::reading::Source;
use crate::import::bytes::encoding::EncodingFound;
use crate::import::bytes::sniff::{Extent, Sniff, sniff, sniff_as};
use crate::import::container::found::Found;
use crate::import::container::{Choice, Contents};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::import::recipe::{Recipe, SheetRule};
use crate::workspace::data_file::{self, FileOrigin};

/// A table with something around it.
#[derive(Clone, Debug)]
pub struct Within {
    /// The file or folder.
    pub outer: Source,
    /// What was chosen in it.
    pub choice: Choice,
    /// What it holds.
    pub contents: Contents,
}

impl Source {
    /// The table of this source by these choices: itself, where nothing is around it.
    ///
    /// # Errors
    /// As [`Contents::of`].
    pub fn looked_into(&self, choice: &Choice, progress: &Progress) -> Result<Self, ImportError> {
        let outer = match self {
            Self::Within(within) if within.choice == *choice => return Ok(self.clone()),
            Self::Within(within) => &within.outer,
            plain => plain,
        };
        let contents = match outer {
            Self::File(path) => contents_of(path, choice, progress)?,
            Self::Several(paths) => {
                let origins: Vec<_> = paths.iter().map(|path| FileOrigin::shared(path)).collect();
                Contents::of(&origins, choice, progress)?
            }
            Self::Sample(_) | Self::Pasted(_) | Self::Within(_) => return Ok(outer.clone()),
        };
        if contents.is_plain() {
            return Ok(outer.clone());
        }
        Ok(Self::Within(Arc::new(Within { outer: outer.clone(), choice: choice.clone(), contents })))
    }

    /// As [`Source::looked_into`], with what a recipe says of the sheet; a sheet that is not there is proposed anew.
    ///
    /// # Errors
    /// As [`Contents::of`].
    pub fn looked_into_by(&self, recipe: &Recipe, progress: &Progress) -> Result<Self, ImportError> {
        if let Some(SheetRule { name, range }) = recipe.shape.sheet.clone() {
            let choice = Choice { sheet: Some(name), range, ..self.choice() };
            match self.looked_into(&choice, progress) {
                Err(ImportError::Container(_)) => {}
                looked => return looked,
            }
        }
        self.looked_into(&self.choice(), progress)
    }

    /// What was chosen of what is around the table.
    pub fn choice(&self) -> Choice {
        match self {
            Self::Within(within) => within.choice.clone(),
            _ => Choice::default(),
        }
    }

    /// What was found around the table; `None` where there is nothing.
    pub fn around(&self) -> Option<&Found> {
        match self {
            Self::Within(within) => Some(within.contents.found()),
            _ => None,
        }
    }

    /// The sheet for a recipe.
    pub fn sheet_rule(&self) -> Option<SheetRule> {
        match self {
            Self::Within(within) => within.contents.sheet_rule(),
            _ => None,
        }
    }

    /// What the table is called, without endings.
    pub fn title(&self) -> String {
        match self {
            Self::Within(within) => within.contents.title().to_owned(),
            other => crate::app::opened::stem(Path::new(other.name().as_ref())),
        }
    }

    /// Size of the file as it lies there, where it is known.
    pub fn size_outside(&self) -> Option<u64> {
        match self {
            Self::Within(within) => within.outer.size(),
            other => other.size(),
        }
    }

    /// The hash of the file as it was given, where that is not the one of the bytes that are read.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn hash_outside(&self, progress: &Progress) -> Result<Option<String>, ImportError> {
        match self {
            Self::Within(within) => within.contents.hash(progress).map(Some),
            _ => Ok(None),
        }
    }

    /// Tells what the table is from its beginning.
    ///
    /// # Errors
    /// When it is nothing that can be imported.
    pub fn sniff(&self, head: &[u8], extent: Extent, encoding: Option<EncodingFound>) -> Result<Sniff, ImportError> {
        match (self, encoding) {
            (Self::Within(within), encoding) => within.contents.sniff(head, extent, encoding),
            (_, Some(encoding)) => sniff_as(head, extent, encoding),
            (_, None) => sniff(head, extent),
        }
    }
}

fn contents_of(path: &Path, choice: &Choice, progress: &Progress) -> Result<Contents, ImportError> {
    if path.is_dir() {
        let folder = data_file::folder(path)?;
        return Contents::of_folder(&folder.files, folder.passed_over, choice, progress);
    }
    Contents::of(&[FileOrigin::shared(path)], choice, progress)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_one_source_and_a_plain_file_is_itself() {
        let folder = tempfile::tempdir().unwrap();
        for (name, person) in [("b.csv", "Bern"), ("a.csv", "Acme")] {
            std::fs::write(folder.path().join(name), format!("name,date\n{person},2024-03-01\n")).unwrap();
        }
        let plain = Source::File(folder.path().join("a.csv"));
        let progress = Progress::default();
        assert!(plain.looked_into(&Choice::default(), &progress).unwrap().around().is_none());
        let source = Source::File(folder.path().to_owned()).looked_into(&Choice::default(), &progress).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut source.reader().unwrap(), &mut text).unwrap();
        assert_eq!(text, "name,date,Source file\nAcme,2024-03-01,a.csv\nBern,2024-03-01,b.csv\n");
        assert_eq!(source.around().unwrap().files, ["a.csv", "b.csv"]);
        assert_eq!(source.name(), "a.csv; b.csv");
        assert!(source.path().is_some());
    }
}
