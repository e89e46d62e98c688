//! Names of months, days of the week, seasons and ordinals in English, French, German, Spanish and Italian, folded.

/// The number of a month by its name or usual abbreviation.
pub(super) fn month_of(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "janvier" | "janv" | "januar" | "janner" | "enero" | "ene" | "gennaio" | "gen" | "genn" => {
            1
        }
        "february" | "feb" | "febr" | "fevrier" | "fevr" | "fev" | "februar" | "feber" | "febrero" | "febbraio"
        | "febb" => 2,
        "march" | "mar" | "mars" | "marz" | "maerz" | "mrz" | "marzo" => 3,
        "april" | "apr" | "avril" | "avr" | "abril" | "abr" | "aprile" => 4,
        "may" | "mai" | "mayo" | "maggio" | "mag" | "magg" => 5,
        "june" | "jun" | "juin" | "juni" | "junio" | "giugno" | "giu" => 6,
        "july" | "jul" | "juillet" | "juil" | "juli" | "julio" | "luglio" | "lug" => 7,
        "august" | "aug" | "aout" | "agosto" | "ago" => 8,
        "september" | "sep" | "sept" | "septembre" | "septiembre" | "setiembre" | "settembre" | "set" | "sett" => 9,
        "october" | "oct" | "octobre" | "oktober" | "okt" | "octubre" | "ottobre" | "ott" => 10,
        "november" | "nov" | "novembre" | "noviembre" => 11,
        "december" | "dec" | "decembre" | "dezember" | "dez" | "diciembre" | "dicembre" | "dic" => 12,
        _ => return None,
    })
}

/// Whether a word is the name of a day of the week and nothing else.
pub(super) fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 58] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lun",
        "mer",
        "jeu",
        "ven",
        "sam",
        "dim",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonnabend",
        "sonntag",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
        "mie",
        "jue",
        "vie",
        "sab",
        "dom",
        "lunedi",
        "martedi",
        "mercoledi",
        "giovedi",
        "venerdi",
        "sabato",
        "domenica",
        "gio",
    ];
    NAMES.contains(&word)
}

/// Abbreviations of days of the week that are also something else (March, mid, from, so): only before a day.
pub(super) fn is_short_weekday(word: &str) -> bool {
    matches!(word, "mar" | "mo" | "di" | "mi" | "do" | "fr" | "sa" | "so" | "lu" | "ma" | "me" | "je" | "ve")
}

/// The end of an ordinal: the "th" of "4th".
pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd"
            | "rd"
            | "th"
            | "er"
            | "ere"
            | "re"
            | "e"
            | "eme"
            | "nde"
            | "o"
            | "ro"
            | "do"
            | "to"
            | "ter"
            | "te"
            | "º"
            | "ª"
    )
}

/// Words between the parts of a date that say nothing ("4 de mayo de 2024").
pub(super) fn is_link(word: &str) -> bool {
    matches!(
        word,
        "of" | "de"
            | "d"
            | "du"
            | "in"
            | "en"
            | "the"
            | "le"
            | "l"
            | "del"
            | "dell"
            | "di"
            | "des"
            | "der"
            | "dem"
            | "den"
            | "vom"
            | "von"
            | "im"
            | "el"
            | "il"
            | "año"
            | "ano"
            | "anno"
            | "year"
    )
}

/// Words before a date that say nothing.
pub(super) fn is_article(word: &str) -> bool {
    matches!(
        word,
        "the" | "le" | "la" | "l" | "on" | "el" | "il" | "lo" | "der" | "den" | "dem" | "die" | "das" | "am" | "im"
    )
}

/// First to fourth, as words of quarters and halves; "last" is the fourth.
pub(super) fn ordinal_of(word: &str) -> Option<u32> {
    Some(match word {
        "first" | "premier" | "premiere" | "erstes" | "erste" | "ersten" | "primer" | "primero" | "primera"
        | "primo" | "prima" | "i" => 1,
        "second" | "seconde" | "deuxieme" | "zweites" | "zweite" | "zweiten" | "segundo" | "segunda" | "secondo"
        | "seconda" | "ii" => 2,
        "third" | "troisieme" | "drittes" | "dritte" | "dritten" | "tercer" | "tercero" | "terzo" | "iii" => 3,
        "fourth" | "quatrieme" | "viertes" | "vierte" | "vierten" | "cuarto" | "quarto" | "last" | "dernier"
        | "letztes" | "ultimo" | "iv" => 4,
        _ => return None,
    })
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The season of a word.
pub(super) fn season_of(word: &str) -> Option<Season> {
    Some(match word {
        "spring" | "springtime" | "printemps" | "fruhling" | "fruhjahr" | "primavera" => Season::Spring,
        "summer" | "summertime" | "ete" | "sommer" | "verano" | "estate" => Season::Summer,
        "autumn" | "fall" | "automne" | "herbst" | "otono" | "autunno" => Season::Autumn,
        "winter" | "wintertime" | "hiver" | "invierno" | "inverno" => Season::Winter,
        _ => return None,
    })
}
