//! What a number counts that counts nobody: gigabytes, money, a share, shops.

use serde::{Deserialize, Serialize};

use super::token::Token;

/// What a number counts where it does not count people, accounts, records and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// An amount of data: `82Go`, `1.2 TB`.
    Volume,
    /// An amount of money: `$5 million`.
    Money,
    /// A share of something: `12 %`.
    Share,
    /// Things that have no unit here: `63 stores`.
    Things,
}

const VOLUMES: &[&str] = &[
    "ko",
    "kb",
    "kib",
    "mo",
    "mb",
    "mib",
    "go",
    "gb",
    "gib",
    "gig",
    "gigs",
    "to",
    "tb",
    "tib",
    "po",
    "pb",
    "pib",
    "octets",
    "bytes",
    "byte",
    "octet",
    "bits",
    "kilobytes",
    "megabytes",
    "gigabytes",
    "terabytes",
    "petabytes",
    "gigabyte",
    "terabyte",
    "kilo-octets",
    "megaoctets",
    "mega-octets",
    "gigaoctets",
    "giga-octets",
    "teraoctets",
    "tera-octets",
    "teraoctet",
    "gigaoctet",
    "megas",
    "gigas",
];
const MONEY: &[&str] = &[
    "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pounds", "chf", "francs", "yen", "bitcoin", "bitcoins",
    "btc", "eth", "xmr", "monero", "rupees", "roubles", "rubles", "cad", "aud",
];
const SHARES: &[&str] = &["percent", "pct", "pourcent", "cent"];

impl Quantity {
    /// All quantities.
    pub const ALL: [Self; 4] = [Self::Volume, Self::Money, Self::Share, Self::Things];

    /// The stable key, also for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Volume => "volume",
            Self::Money => "money",
            Self::Share => "share",
            Self::Things => "things",
        }
    }

    /// A sentence for whoever wrote it where people are counted.
    pub(super) const fn sentence(self) -> &'static str {
        match self {
            Self::Volume => "This is an amount of data, not a number of people or records; give the number affected.",
            Self::Money => "This is an amount of money; give the number affected.",
            Self::Share => "This is a share; give the number affected.",
            Self::Things => "This counts something other than people, accounts or records; give the number affected.",
        }
    }
}

/// What the signs of a text say: a currency or a percentage anywhere in it.
pub(super) fn by_sign(tokens: &[Token<'_>]) -> Option<Quantity> {
    let is_percent = |two: &[Token<'_>]| two.iter().map(Token::word).eq([Some("pour"), Some("cent")]);
    if tokens.windows(2).any(is_percent) {
        return Some(Quantity::Share);
    }
    tokens.iter().find_map(|token| match token {
        Token::Sign('$' | '€' | '£' | '¥' | '₹' | '₿') => Some(Quantity::Money),
        Token::Sign('%' | '‰') => Some(Quantity::Share),
        _ => None,
    })
}

/// What the words after a number count, when they name no unit of ours.
pub(super) fn by_words(tokens: &[Token<'_>]) -> Quantity {
    let first = tokens.iter().filter_map(Token::word).find(|word| !matches!(*word, "of" | "de" | "d'" | "des" | "per"));
    match first {
        Some(word) if VOLUMES.contains(&word) => Quantity::Volume,
        Some(word) if MONEY.contains(&word) => Quantity::Money,
        Some(word) if SHARES.contains(&word) => Quantity::Share,
        _ => Quantity::Things,
    }
}
