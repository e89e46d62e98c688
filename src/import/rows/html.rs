//! HTML texts of a source as plain text: tags left out, paragraphs and line breaks as line ends, entities as
//! characters. Nothing is opened or run; an address in a link is left out, its words stay.

/// The plain text of `html`.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let (put, used) = if rest.starts_with('<') { tag(rest) } else { entity(rest) };
        match put {
            Put::Char(c) => text.push(c),
            Put::LineEnd if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
            Put::LineEnd | Put::Nothing => {}
        }
        rest = rest.get(used..).unwrap_or_default();
    }
    text.push_str(rest);
    text.trim().to_owned()
}

enum Put {
    Char(char),
    LineEnd,
    Nothing,
}

/// What a tag stands for, and its length. A `<` that opens no tag is itself.
fn tag(rest: &str) -> (Put, usize) {
    let after = rest.get(1..).unwrap_or_default();
    if !after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
        return (Put::Char('<'), 1);
    }
    let Some(end) = rest.find('>') else { return (Put::Char('<'), 1) };
    let name: String = after
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let block = matches!(name.as_str(), "br" | "p" | "div" | "li" | "ul" | "ol" | "tr" | "h1" | "h2" | "h3" | "h4");
    (if block { Put::LineEnd } else { Put::Nothing }, end + 1)
}

/// What an entity stands for, and its length. An `&` that begins none is itself.
fn entity(rest: &str) -> (Put, usize) {
    let itself = (Put::Char('&'), 1);
    let Some(end) = rest.bytes().take(12).position(|byte| byte == b';') else { return itself };
    let name = rest.get(1..end).unwrap_or_default();
    let found = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "laquo" => Some('«'),
        "raquo" => Some('»'),
        "eacute" => Some('é'),
        "egrave" => Some('è'),
        "agrave" => Some('à'),
        "ccedil" => Some('ç'),
        "euro" => Some('€'),
        _ => numbered(name),
    };
    found.map_or(itself, |c| (Put::Char(c), end + 1))
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number).filter(|c| !c.is_control() || *c == '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        let table = [
            (
                "In <a href=\"https://example.org/?a=1&b=2\" rel=\"noopener\">March 2015</a>, 3 &lt; 5.",
                "In March 2015, 3 < 5.",
            ),
            ("<p>One</p><p>Two<br/>Three</p>", "One\nTwo\nThree"),
            ("caf&#233; &#xe9; &quot;x&quot; &unknown; & alone", "café é \"x\" &unknown; & alone"),
            ("a < b and <unfinished", "a < b and <unfinished"),
            ("", ""),
        ];
        for (html, text) in table {
            assert_eq!(plain(html), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(html in "[<>&;#xa/é ]{0,40}") {
            let _ = plain(&html);
        }
    }
}
