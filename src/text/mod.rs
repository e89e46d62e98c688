//! Words, numbers and dates in English and French. A leaf: every layer may use it, it uses none of them.
//!
//! The words stand in `assets/i18n/<language>/<module>.ftl` (Fluent). A key is the same in both languages; a test
//! asserts that none is missing or unused. Numbers that reach a message are grouped as the language does it.

pub mod date;
pub mod number;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use date::{day, day_range, day_short, month, month_short, quarter, year_span};
pub use number::{decimal, decimal_wide, number, people, share};

/// A language of the interface and of exports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, British spelling.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Both languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The code used in files and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language with this code; `fr-FR` and `fr_CA.UTF-8` count as French.
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| code.split(['-', '_', '.']).next() == Some(lang.code()))
    }

    /// Its own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
        }
    }
}

macro_rules! sources {
    ($($module:literal,)*) => {
        /// The sources of one language: (module, text).
        pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
            match lang {
                Lang::En => &[$(($module, include_str!(concat!("../../assets/i18n/en/", $module, ".ftl")))),*],
                Lang::Fr => &[$(($module, include_str!(concat!("../../assets/i18n/fr/", $module, ".ftl")))),*],
            }
        }
    };
}

sources! {
    "model",
    "chart",
    "import",
    "workspace",
    "cli",
    "app",
    "records",
    "importing",
    "container",
    "honesty",
    "slides",
    "company",
    "facts",
    "time",
    "comparing",
    "charts",
    "brush",
    "delay",
    "people",
    "trend",
    "query",
    "proposals",
    "breakdown",
    "why",
    "check",
    "briefing",
    "briefings",
    "xlsx",
    "report",
    "renew",
}

/// A value put into a message.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Text as it stands.
    Text(String),
    /// A whole number: decides between singular and plural and is shown grouped.
    Number(u64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

/// The words for `key`.
///
/// ```
/// use vigie::text::{Lang, tr};
/// assert_eq!(tr(Lang::Fr, "event-aware"), "Prise de connaissance");
/// ```
pub fn tr(lang: Lang, key: &str) -> String {
    tr_args(lang, key, &[])
}

/// The words for `key`, with values put in.
///
/// A key that does not exist gives the key itself, so that a slip is seen and harms nothing else.
pub fn tr_args(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        debug_assert!(false, "no words for the key {key}");
        return key.to_owned();
    };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        match value {
            Arg::Text(text) => values.set(*name, text.as_str()),
            #[expect(clippy::cast_precision_loss, reason = "Fluent's numbers are f64; beyond 2^53 pass text")]
            Arg::Number(number) => values.set(*name, *number as f64),
        }
    }
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, Some(&values), &mut errors);
    debug_assert!(errors.is_empty(), "{key}: {errors:?}");
    words.into_owned()
}

/// Whether there are words for `key`.
pub fn has(lang: Lang, key: &str) -> bool {
    bundle(lang).has_message(key)
}

/// The words for `key` if there are any, otherwise `fallback`: for words that come from data.
pub fn tr_or(lang: Lang, key: &str, fallback: &str) -> String {
    if has(lang, key) { tr(lang, key) } else { fallback.to_owned() }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    static FRENCH: OnceLock<Bundle> = OnceLock::new();
    match lang {
        Lang::En => ENGLISH.get_or_init(|| build(lang)),
        Lang::Fr => FRENCH.get_or_init(|| build(lang)),
    }
}

fn build(lang: Lang) -> Bundle {
    let id = lang.code().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| format_number(Lang::En, value),
        Lang::Fr => |value, _| format_number(Lang::Fr, value),
    }));
    for (module, source) in sources(lang) {
        let source = if lang == Lang::Fr { unbroken(source) } else { (*source).to_owned() };
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            debug_assert!(false, "{module}.ftl ({}): {errors:?}", lang.code());
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            debug_assert!(false, "{module}.ftl ({}): {errors:?}", lang.code());
        }
    }
    bundle
}

/// French keeps its high punctuation with the word before it: no line begins with a semicolon.
fn unbroken(source: &str) -> String {
    const PAIRS: [(&str, &str); 6] = [
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        (" :", "\u{a0}:"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
    ];
    PAIRS.into_iter().fold(source.to_owned(), |text, (loose, kept)| text.replace(loose, kept))
}

/// Groups whole numbers; anything else is left to Fluent.
fn format_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value >= 0.0 && number.value.fract() == 0.0 =>
        {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
            Some(self::number(lang, number.value as u64))
        }
        _ => None,
    }
}
