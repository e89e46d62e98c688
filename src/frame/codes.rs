//! Small numbers in as few bytes as they need: word codes, dataset numbers.

/// A column of codes, one, two or four bytes each; it widens by itself when a larger code is pushed.
#[derive(Clone, Debug)]
pub enum Codes {
    /// All codes fit in one byte.
    Narrow(Vec<u8>),
    /// All codes fit in two bytes.
    Middle(Vec<u16>),
    /// Four bytes.
    Wide(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Codes {
    /// `len` zeros.
    pub fn zeros(len: usize) -> Self {
        Self::Narrow(vec![0; len])
    }

    /// Number of codes.
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(codes) => codes.len(),
            Self::Middle(codes) => codes.len(),
            Self::Wide(codes) => codes.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code at `index`; 0 beyond the end.
    pub fn get(&self, index: usize) -> u32 {
        match self {
            Self::Narrow(codes) => codes.get(index).map_or(0, |&code| code.into()),
            Self::Middle(codes) => codes.get(index).map_or(0, |&code| code.into()),
            Self::Wide(codes) => codes.get(index).copied().unwrap_or(0),
        }
    }

    /// Appends a code.
    pub fn push(&mut self, code: u32) {
        match self {
            Self::Narrow(codes) => match u8::try_from(code) {
                Ok(small) => codes.push(small),
                Err(_) => self.widen_and_push(code),
            },
            Self::Middle(codes) => match u16::try_from(code) {
                Ok(small) => codes.push(small),
                Err(_) => self.widen_and_push(code),
            },
            Self::Wide(codes) => codes.push(code),
        }
    }

    #[cold]
    fn widen_and_push(&mut self, code: u32) {
        let len = self.len();
        if let Ok(middle) = u16::try_from(code) {
            let mut codes = Vec::with_capacity(len + 1);
            codes.extend(self.iter().map(|old| old as u16));
            codes.push(middle);
            *self = Self::Middle(codes);
        } else {
            let mut codes = Vec::with_capacity(len + 1);
            codes.extend(self.iter());
            codes.push(code);
            *self = Self::Wide(codes);
        }
    }

    /// Appends zeros until there are `len` codes.
    pub fn pad(&mut self, len: usize) {
        match self {
            Self::Narrow(codes) if codes.len() < len => codes.resize(len, 0),
            Self::Middle(codes) if codes.len() < len => codes.resize(len, 0),
            Self::Wide(codes) if codes.len() < len => codes.resize(len, 0),
            _ => {}
        }
    }

    /// The codes in order.
    pub fn iter(&self) -> CodeIter<'_> {
        match self {
            Self::Narrow(codes) => CodeIter::Narrow(codes.iter()),
            Self::Middle(codes) => CodeIter::Middle(codes.iter()),
            Self::Wide(codes) => CodeIter::Wide(codes.iter()),
        }
    }

    /// The same codes, each replaced by `map[code]` (0 where the map is too short).
    #[must_use]
    pub fn mapped(&self, map: &[u32]) -> Self {
        let mut out = Self::default();
        out.reserve(self.len());
        for code in self {
            out.push(map.get(code as usize).copied().unwrap_or(0));
        }
        out
    }

    /// Makes room for `more` codes.
    pub fn reserve(&mut self, more: usize) {
        match self {
            Self::Narrow(codes) => codes.reserve(more),
            Self::Middle(codes) => codes.reserve(more),
            Self::Wide(codes) => codes.reserve(more),
        }
    }

    /// Gives back memory that is not needed.
    pub fn shrink(&mut self) {
        match self {
            Self::Narrow(codes) => codes.shrink_to_fit(),
            Self::Middle(codes) => codes.shrink_to_fit(),
            Self::Wide(codes) => codes.shrink_to_fit(),
        }
    }

    /// Bytes held on the heap.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Narrow(codes) => codes.capacity(),
            Self::Middle(codes) => codes.capacity() * 2,
            Self::Wide(codes) => codes.capacity() * 4,
        }
    }

    /// Calls `visit(index, code)` for every code, with the width chosen once.
    pub fn each(&self, mut visit: impl FnMut(usize, u32)) {
        match self {
            Self::Narrow(codes) => codes.iter().enumerate().for_each(|(index, &code)| visit(index, code.into())),
            Self::Middle(codes) => codes.iter().enumerate().for_each(|(index, &code)| visit(index, code.into())),
            Self::Wide(codes) => codes.iter().enumerate().for_each(|(index, &code)| visit(index, code)),
        }
    }
}

impl<'a> IntoIterator for &'a Codes {
    type Item = u32;
    type IntoIter = CodeIter<'a>;

    fn into_iter(self) -> CodeIter<'a> {
        self.iter()
    }
}

impl FromIterator<u32> for Codes {
    fn from_iter<I: IntoIterator<Item = u32>>(codes: I) -> Self {
        let mut out = Self::default();
        for code in codes {
            out.push(code);
        }
        out
    }
}

/// Iterates over [`Codes`].
#[derive(Clone, Debug)]
pub enum CodeIter<'a> {
    /// Over one-byte codes.
    Narrow(std::slice::Iter<'a, u8>),
    /// Over two-byte codes.
    Middle(std::slice::Iter<'a, u16>),
    /// Over four-byte codes.
    Wide(std::slice::Iter<'a, u32>),
}

impl Iterator for CodeIter<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        match self {
            Self::Narrow(codes) => codes.next().map(|&code| code.into()),
            Self::Middle(codes) => codes.next().map(|&code| code.into()),
            Self::Wide(codes) => codes.next().copied(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Narrow(codes) => codes.size_hint(),
            Self::Middle(codes) => codes.size_hint(),
            Self::Wide(codes) => codes.size_hint(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widens_without_losing_a_code() {
        let wanted = [0, 255, 3, 256, 65_535, 1, 65_536, u32::MAX];
        let codes: Codes = wanted.into_iter().collect();
        assert_eq!(codes.iter().collect::<Vec<_>>(), wanted);
        assert_eq!((0..8).map(|i| codes.get(i)).collect::<Vec<_>>(), wanted);
        assert!(matches!(codes, Codes::Wide(_)));
    }

    #[test]
    fn maps_and_narrows() {
        let codes: Codes = [0, 1, 2, 1].into_iter().collect();
        assert_eq!(codes.mapped(&[0, 7, 300]).iter().collect::<Vec<_>>(), [0, 7, 300, 7]);
        assert_eq!(codes.get(99), 0);
    }
}
