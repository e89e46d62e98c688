//! Data that comes without a file dialog: a table from the clipboard.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::App;
use crate::app::command::Command;
use crate::app::notices::Gravity;
use crate::app::reading::{Pasted, Source};
use crate::text::tr;

impl App {
    /// Reviews a pasted table. A single line that names a file opens that file.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        self.state.import.paste_asked = None;
        if text.trim().is_empty() {
            let words = tr(self.state.lang, "importing-paste-empty");
            return self.state.notices.say(Gravity::Information, words);
        }
        if let Some(path) = path_in(text).filter(|path| path.exists()) {
            return match self.state.opened {
                Some(_) => self.review(Source::File(path)),
                None => self.commands.send(Command::Open(path)),
            };
        }
        let name = tr(self.state.lang, "importing-pasted-name");
        self.review(Source::Pasted(Pasted { name, text: Arc::from(text) }));
    }
}

/// The path that a single line may be, as people and file managers copy it.
fn path_in(text: &str) -> Option<PathBuf> {
    let line = text.trim().trim_matches(['"', '\'']);
    let line = line.strip_prefix("file://").unwrap_or(line);
    let is_one = !line.is_empty() && line.len() < 4096 && !line.contains(['\n', '\t']);
    is_one.then(|| Path::new(line).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_may_be_a_path_and_a_table_is_none() {
        for (text, path) in [
            ("/home/a/b.csv", Some("/home/a/b.csv")),
            ("\"C:\\My files\\b.csv\"\n", Some("C:\\My files\\b.csv")),
            ("file:///home/a/b.csv", Some("/home/a/b.csv")),
            ("a\tb", None),
            ("a,b\n1,2", None),
            ("  ", None),
        ] {
            assert_eq!(path_in(text), path.map(PathBuf::from), "{text}");
        }
    }
}
