//! What was chosen for a figure on the command line, held against what the figure offers.

use crate::chart::gallery::Drawn;
use crate::chart::gallery::choice::{Choice, Control, OwnChoice};
use crate::chart::model::ChartKey;
use crate::cli::Failure;

/// Most values of one option that are written out; of more the first are named and the others are counted.
const MOST_VALUES: usize = 12;

/// Refuses options that a figure would not heed: ones that it has not, or not with what else is chosen, and values that
/// it does not offer. A figure that cannot be drawn and says why, before it offers anything, is left to say it.
///
/// # Errors
/// With what the figure offers.
pub fn refuse_what_is_not_offered(key: ChartKey, options: &[(String, String)], drawn: &Drawn) -> Result<(), Failure> {
    let own = || drawn.choices.iter().filter_map(own_of);
    if drawn.model.empty.is_some() && own().next().is_none() {
        return Ok(());
    }
    for (at, (name, value)) in options.iter().enumerate() {
        if options.iter().take(at).any(|(before, _)| before == name) {
            return Err(Failure::wrong_use(format!("The option {name} is given twice; leave one out.")));
        }
        let Some(offered) = own().find(|own| own.key == name) else {
            return Err(Failure::wrong_use(format!(
                "\"{name}\" is no option of the figure {} as it stands now, of these records and with what else is \
                 chosen. {}",
                key.key(),
                all(&drawn.choices)
            )));
        };
        if !is_heeded(offered, value) {
            return Err(Failure::wrong_use(format!(
                "\"{value}\" is not offered by the figure {} here. Write {}.",
                key.key(),
                told(offered)
            )));
        }
    }
    Ok(())
}

const fn own_of(choice: &Choice) -> Option<&OwnChoice> {
    match choice {
        Choice::Own(own) => Some(own),
        Choice::DateOf | Choice::Period(_) | Choice::Delay | Choice::Measure => None,
    }
}

/// Whether a value is among those offered, or the one that the figure took up.
fn is_heeded(own: &OwnChoice, value: &str) -> bool {
    own.current.eq_ignore_ascii_case(value)
        || match &own.control {
            Control::Segments(values) | Control::List(values) => values.iter().any(|(offered, _)| offered == value),
            Control::Switch => ["on", "off", ""].contains(&value),
            Control::Number { from, to } => value.parse().is_ok_and(|number: u64| (*from..=*to).contains(&number)),
            Control::Text { .. } => true,
        }
}

/// Everything that a figure offers.
fn all(choices: &[Choice]) -> String {
    let options: Vec<String> = choices.iter().filter_map(own_of).map(told).collect();
    let flags: Vec<&str> = choices.iter().filter_map(flag_of).collect();
    let takes = match options.as_slice() {
        [] => "It takes no --option.".to_owned(),
        options => format!("It takes {}.", options.join(", ")),
    };
    match flags.as_slice() {
        [] => takes,
        flags => format!("{takes} It heeds the flags {}.", flags.join(", ")),
    }
}

const fn flag_of(choice: &Choice) -> Option<&'static str> {
    match choice {
        Choice::DateOf => Some("--date-of"),
        Choice::Period(_) => Some("--period"),
        Choice::Delay => Some("--delay"),
        Choice::Measure => Some("--measure"),
        Choice::Own(_) => None,
    }
}

/// One option with its values: `show=delay|people`, `top=3..20`.
fn told(own: &OwnChoice) -> String {
    let values = match &own.control {
        Control::Segments(values) | Control::List(values) => {
            let named: Vec<&str> =
                values.iter().map(|(value, _)| value.as_str()).filter(|value| !value.is_empty()).collect();
            let first = named.iter().take(MOST_VALUES).copied().collect::<Vec<_>>().join("|");
            match named.len().saturating_sub(MOST_VALUES) {
                0 => first,
                more => format!("{first} or one of {more} more"),
            }
        }
        Control::Switch => "on|off".to_owned(),
        Control::Number { from, to } => format!("{from}..{to}"),
        Control::Text { .. } => "TEXT".to_owned(),
    };
    format!("{}={values}", own.key)
}
