//! What a writer did otherwise than it was asked, to be said once the file is there.

use crate::text::{Lang, tr_args};

/// Something to be said about a file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// So many links of the company's template lead outside and were left out.
    Links(usize),
    /// So many pictures or films of it lie outside and were left out.
    Objects(usize),
    /// So many of its accents could not be told from the page or from each other, and are others in charts.
    Accents(usize),
    /// Its font is wider than the one texts are measured in, and is set smaller.
    Font(String),
}

impl Remark {
    /// The sentence.
    pub fn words(&self, lang: Lang) -> String {
        let number = |count: usize| [("count", (count as u64).into())];
        match self {
            Self::Links(count) => tr_args(lang, "company-links", &number(*count)),
            Self::Objects(count) => tr_args(lang, "company-objects", &number(*count)),
            Self::Accents(count) => tr_args(lang, "company-accents", &number(*count)),
            Self::Font(name) => tr_args(lang, "company-font", &[("name", name.as_str().into())]),
        }
    }
}
