//! Many short texts in one buffer: what a batch's columns borrow from.

/// Texts one after the other. Appending costs no allocation of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    bytes: String,
    ends: Vec<usize>,
}

impl Texts {
    pub(crate) fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len());
    }

    /// More words behind the last text.
    pub(crate) fn extend_last(&mut self, words: &str) {
        if let Some(end) = self.ends.last_mut() {
            self.bytes.push_str(words);
            *end = self.bytes.len();
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Empty texts up to `count`.
    pub(crate) fn pad(&mut self, count: usize) {
        self.ends.resize(count.max(self.ends.len()), self.bytes.len());
    }

    pub(crate) fn truncate(&mut self, count: usize) {
        self.ends.truncate(count);
        self.bytes.truncate(self.ends.last().copied().unwrap_or(0));
    }

    pub(crate) fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.bytes.get(start..end).unwrap_or_default()
    }

    pub(crate) fn all(&self) -> Vec<&str> {
        let mut start = 0;
        let mut texts = Vec::with_capacity(self.ends.len());
        for &end in &self.ends {
            texts.push(self.bytes.get(start..end).unwrap_or_default());
            start = end;
        }
        texts
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.bytes.is_empty()
    }
}
