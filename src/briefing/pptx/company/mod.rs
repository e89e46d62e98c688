//! A company's template.

pub mod fit;

use crate::briefing::format::ExportError;
use crate::briefing::pptx::look::Look;
use crate::briefing::pptx::package::Package;
use crate::briefing::pptx::stage::Stage;

/// What is taken of a template.
pub struct Company {
    /// What slides stand on.
    pub stage: Stage,
    /// Colours and fonts.
    pub look: Look,
    /// Parts of masters.
    pub masters: Vec<(String, u32)>,
    /// Part of the first master's theme.
    pub theme: String,
}

/// Reads a template.
pub fn read(_bytes: &[u8], _lang: &'static str) -> Result<Company, ExportError> {
    Err(ExportError::Template("templates are not read yet".to_owned()))
}

impl Company {
    /// Puts its parts into a package.
    pub fn put(&self, _package: &mut Package) {}
}
