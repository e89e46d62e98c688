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

/// Whether there is an entity anywhere (`&quot;`, `&#39;`, `&amp;nbsp;`).
pub fn has_entity(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| entity(text.get(at..).unwrap_or_default()).1 > 1)
}

/// What an entity stands for, and its length. An `&` that begins none is itself. One that was escaped twice
/// (`&amp;quot;`) is what it was at first.
fn entity(rest: &str) -> (Put, usize) {
    let itself = (Put::Char('&'), 1);
    let Some((name, used)) = entity_name(rest) else { return itself };
    if name == "amp"
        && let Some(after) = rest.get(used..)
        && let Some(end) = after.bytes().take(12).position(|byte| byte == b';')
        && let Some(c) = after.get(..end).and_then(named)
    {
        return (Put::Char(c), used + end + 1);
    }
    named(name).map_or(itself, |c| (Put::Char(c), used))
}

/// The name behind an `&`, and the length with both marks.
fn entity_name(rest: &str) -> Option<(&str, usize)> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    Some((rest.get(1..end)?, end + 1))
}

/// Names of entities met in texts of the web, in order.
const NAMES: &str = "amp& lt< gt> quot\" apos' ndash– mdash— hellip… lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« \
    raquo» lsaquo‹ rsaquo› bull• middot· euro€ pound£ yen¥ cent¢ sect§ copy© reg® trade™ deg° plusmn± times× divide÷ \
    frac12½ frac14¼ frac34¾ sup2² sup3³ ordmº ordfª iexcl¡ iquest¿ agraveà aacuteá acircâ atildeã aumlä aringå aeligæ \
    ccedilç egraveè eacuteé ecircê eumlë igraveì iacuteí icircî iumlï ntildeñ ograveò oacuteó ocircô otildeõ oumlö \
    oslashø ugraveù uacuteú ucircû uumlü yacuteý yumlÿ szligß oeligœ OEligŒ AgraveÀ AacuteÁ AcircÂ AumlÄ AringÅ AEligÆ \
    CcedilÇ EgraveÈ EacuteÉ EcircÊ EumlË IcircÎ IumlÏ NtildeÑ OcircÔ OumlÖ UgraveÙ UcircÛ UumlÜ";

fn named(name: &str) -> Option<char> {
    if name == "nbsp" {
        return Some('\u{a0}');
    }
    if name.starts_with('#') {
        return numbered(name);
    }
    NAMES.split_ascii_whitespace().find_map(|entry| {
        let stands_for = entry.chars().last()?;
        (entry.strip_suffix(stands_for) == Some(name)).then_some(stands_for)
    })
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => digits.parse().ok()?,
    };
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(number) {
        // Written for Windows: browsers read these as that page of characters.
        let bytes = [byte];
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return text.chars().next().filter(|c| !c.is_control());
    }
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
            ("it&amp;#39;s &amp;quot;x&amp;quot; &amp;amp; AT&amp;T", "it's \"x\" & AT&T"),
            ("l&#146;&eacute;t&eacute; &OElig;uvre 3 &frac12; &nbsp;&euro;", "l’été Œuvre 3 ½ \u{a0}€"),
            ("R&D; &; &#; &#x110000; &#0;", "R&D; &; &#; &#x110000; &#0;"),
            ("", ""),
        ];
        for (html, text) in table {
            assert_eq!(plain(html), text);
        }
    }

    #[test]
    fn entities_are_told_from_other_marks() {
        for (text, expected) in
            [("R&D", false), ("a &amp; b", true), ("&#39;", true), ("x & y; z", false), ("&amp;nbsp;", true)]
        {
            assert_eq!(has_entity(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(html in "[<>&;#xa/é ]{0,40}") {
            let _ = plain(&html);
        }
    }
}
