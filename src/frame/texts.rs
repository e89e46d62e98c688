//! Many short texts in one buffer.

/// Texts one after the other, each closed by a line feed, so that one search over the buffer finds all rows.
///
/// No text holds a line feed. A buffer never exceeds 4 GiB: [`Texts::is_full`] says when to begin another.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub(super) buffer: String,
    pub(super) ends: Vec<u32>,
}

impl Texts {
    /// Number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether another buffer should be begun: this one holds 1 GiB.
    pub fn is_full(&self) -> bool {
        self.buffer.len() > 1 << 30
    }

    /// The text at `index`; empty beyond the end.
    pub fn get(&self, index: usize) -> &str {
        let start = match index.checked_sub(1) {
            None => 0,
            Some(before) => self.ends.get(before).map_or(self.buffer.len(), |&end| end as usize),
        };
        let end = self.ends.get(index).map_or(start, |&end| end as usize);
        self.buffer.get(start..end.saturating_sub(1).max(start)).unwrap_or("")
    }

    /// Appends a text; line feeds in it become spaces.
    pub fn push(&mut self, text: &str) {
        self.push_with(|buffer| {
            if text.contains('\n') {
                buffer.extend(text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
            } else {
                buffer.push_str(text);
            }
        });
    }

    /// Appends the folded form of a text.
    pub fn push_folded(&mut self, text: &str) {
        self.push_with(|buffer| crate::frame::fold::fold_into(text, buffer));
    }

    fn push_with(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.buffer.len();
        write(&mut self.buffer);
        if u32::try_from(self.buffer.len() + 1).is_err() {
            self.buffer.truncate(start);
        }
        self.buffer.push('\n');
        self.ends.push(u32::try_from(self.buffer.len()).unwrap_or(u32::MAX));
    }

    /// Appends empty texts until there are `len`.
    pub fn pad(&mut self, len: usize) {
        while self.ends.len() < len {
            self.push("");
        }
    }

    /// The texts in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    /// The whole buffer, texts closed by line feeds.
    pub fn buffer(&self) -> &str {
        &self.buffer
    }

    /// End of each text in the buffer, its line feed included.
    pub fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// Gives back memory that is not needed.
    pub fn shrink(&mut self) {
        self.buffer.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes held on the heap.
    pub fn bytes(&self) -> usize {
        self.buffer.capacity() + self.ends.capacity() * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_pushed() {
        let mut texts = Texts::default();
        for text in ["", "a", "two words", "é", ""] {
            texts.push(text);
        }
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["", "a", "two words", "é", ""]);
        texts.push("two\nlines");
        assert_eq!(texts.get(5), "two lines");
        assert_eq!(texts.get(6), "");
        assert_eq!(texts.buffer(), "\na\ntwo words\né\n\ntwo lines\n");
    }
}
