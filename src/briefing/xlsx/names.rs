//! Names of sheets: short, each once, with no sign that a program refuses.

/// Most signs of a name, counted in UTF-16 as workbooks count.
const MOST: usize = 31;

/// The names that are taken, in small letters.
#[derive(Default)]
pub struct Names {
    taken: Vec<String>,
}

impl Names {
    /// A name like the one that is wanted, which no other sheet has.
    pub fn take(&mut self, wanted: &str) -> String {
        let is_bad = |sign: char| sign.is_control() || "[]:*?/\\".contains(sign);
        let plain: String = wanted.chars().map(|sign| if is_bad(sign) { ' ' } else { sign }).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut found = fitted(&plain, "");
        let mut number = 2_u32;
        while found.is_empty() || self.taken.contains(&found.to_lowercase()) || found.to_lowercase() == "history" {
            found = fitted(&plain, &format!(" {number}"));
            number += 1;
        }
        self.taken.push(found.to_lowercase());
        found
    }
}

/// A name cut so that it fits with its ending, without an apostrophe at either end.
fn fitted(name: &str, ending: &str) -> String {
    let room = MOST - ending.encode_utf16().count();
    let is_long = name.encode_utf16().count() > room;
    let mut kept = String::new();
    let mut used = usize::from(is_long);
    for sign in name.trim_matches(['\'', ' ']).chars() {
        used += sign.len_utf16();
        if used > room {
            break;
        }
        kept.push(sign);
    }
    if is_long {
        kept.truncate(kept.trim_end().len());
        kept.push('…');
    }
    kept.push_str(ending);
    kept.trim_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_different_and_without_forbidden_signs() {
        let mut names = Names::default();
        assert_eq!(names.take("1 A/B: [c]*?\\"), "1 A B c");
        assert_eq!(names.take("1 a b C"), "1 a b C 2");
        assert_eq!(names.take("History"), "History 2");
        assert_eq!(names.take("''"), "2");
        assert_eq!(names.take(""), "3");
        let long = names.take("12 Délai entre la prise de connaissance et la notification");
        assert_eq!((long.as_str(), long.encode_utf16().count()), ("12 Délai entre la prise de con…", 31));
        let wide = names.take(&"😀".repeat(40));
        assert!(wide.encode_utf16().count() <= 31, "{wide}");
        assert_eq!(names.take("'quoted'"), "quoted");
    }
}
