//! What a command is given to read: a file, a folder, several files that are one table.

use std::path::{Path, PathBuf};

use crate::cli::Failure;
use crate::cli::source::{self, ReadingArgs};
use crate::import::container::together::{self, Shape};
use crate::import::container::{Choice, Contents, SharedOrigin};
use crate::import::error::ImportError;
use crate::import::progress::Progress;
use crate::workspace::data_file::{self, FileOrigin};

/// One table, or a file that is read whole, with where it comes from.
#[derive(Clone, Debug)]
pub struct Input {
    /// The paths as they were given.
    pub paths: Vec<PathBuf>,
    /// What they hold.
    pub contents: Contents,
}

impl Input {
    /// Looks into a file or a folder.
    ///
    /// # Errors
    /// When it cannot be opened, or there is no table in it.
    pub fn of(path: &Path, args: &ReadingArgs) -> Result<Self, Failure> {
        if let Some(choice) = args.choice_of_recipe()? {
            // A sheet that this workbook has not is looked for like any other.
            if let Ok(input) = Self::chosen(path, &choice) {
                return Ok(input);
            }
        }
        Self::chosen(path, &args.choice())
    }

    fn chosen(path: &Path, choice: &Choice) -> Result<Self, Failure> {
        let progress = Progress::default();
        let contents = if path.is_dir() {
            let folder = data_file::folder(path).map_err(|error| {
                Failure::could_not(format!(
                    "The folder could not be listed ({error}); nothing was read: {}",
                    path.display()
                ))
            })?;
            Contents::of_folder(&folder.files, folder.passed_over, choice, &progress)
        } else {
            // Says of a pipe, a device and a missing file what they are.
            drop(source::open(path)?);
            Contents::of(&[FileOrigin::shared(path)], choice, &progress)
        };
        let contents = contents.map_err(source::about(path))?;
        Ok(Self { paths: vec![path.to_owned()], contents })
    }

    /// Looks into several files and folders. Files of one shape are one table, in the order of their names; each
    /// folder is one.
    ///
    /// # Errors
    /// As [`Input::of`].
    pub fn all(paths: &[PathBuf], args: &ReadingArgs) -> Result<Vec<Self>, Failure> {
        let singles: Vec<Self> = paths.iter().map(|path| Self::of(path, args)).collect::<Result<_, _>>()?;
        if singles.len() < 2 {
            return Ok(singles);
        }
        let mut groups: Vec<(Option<Shape>, Vec<Self>)> = Vec::new();
        for single in singles {
            let is_folder = single.paths.iter().any(|path| path.is_dir());
            // What cannot be told here is told when it is understood.
            let shape = if is_folder { None } else { together::shape_of(&single.contents).ok() };
            let fitting = groups.iter_mut().find(|(other, _)| match (other, &shape) {
                (Some(other), Some(shape)) => other.fits(shape),
                _ => false,
            });
            match fitting {
                Some((_, group)) => group.push(single),
                None => groups.push((shape, vec![single])),
            }
        }
        groups.into_iter().map(|(_, group)| Self::together(group, args)).collect()
    }

    fn together(mut like: Vec<Self>, args: &ReadingArgs) -> Result<Self, Failure> {
        if like.len() == 1
            && let Some(only) = like.pop()
        {
            return Ok(only);
        }
        like.sort_by_key(|input| input.contents.name());
        let paths: Vec<PathBuf> = like.iter().flat_map(|input| input.paths.clone()).collect();
        let origins: Vec<SharedOrigin> = paths.iter().map(|path| FileOrigin::shared(path)).collect();
        let contents = Contents::of(&origins, &args.choice(), &Progress::default());
        let contents = contents.map_err(|error| Failure::could_not(error.to_string()))?;
        Ok(Self { paths, contents })
    }

    /// The paths for a message or a report.
    pub fn shown(&self) -> String {
        let shown: Vec<String> = self.paths.iter().map(|path| path.display().to_string()).collect();
        shown.join("; ")
    }

    /// The plain bytes from their beginning.
    ///
    /// # Errors
    /// When they cannot be opened.
    pub fn open(&self) -> Result<Box<dyn std::io::Read + Send>, Failure> {
        self.contents.open().map_err(|error| self.about()(ImportError::from(error)))
    }

    /// A sentence about it, with its paths behind it.
    pub fn about(&self) -> impl Fn(ImportError) -> Failure + '_ {
        move |error| Failure::could_not(format!("{error} {}", self.shown()))
    }

    /// The only path, where the plain bytes are the file's own.
    pub fn plain_path(&self) -> Option<&Path> {
        match self.paths.as_slice() {
            [path] if self.contents.is_plain() && !path.is_dir() => Some(path),
            _ => None,
        }
    }
}

impl ReadingArgs {
    /// What the recipe that is named says of the sheet, where no flag says anything of it.
    fn choice_of_recipe(&self) -> Result<Option<Choice>, Failure> {
        if self.sheet.is_some() || self.range.is_some() {
            return Ok(None);
        }
        let sheet = source::recipe_asked_for(self)?.and_then(|recipe| recipe.shape.sheet);
        Ok(sheet.map(|rule| Choice { member: self.member.clone(), sheet: Some(rule.name), range: rule.range }))
    }

    /// What the flags say of archives and workbooks.
    pub fn choice(&self) -> Choice {
        Choice { member: self.member.clone(), sheet: self.sheet.clone(), range: self.range }
    }
}
