//! Counts by power of ten, with what cannot be placed apart.

use crate::chart::records::SizeBin;
use crate::frame::cell::{CountCell, CountState};

/// The bar in which a count stands. A range that lies in one power of ten is placed; one that spans several, or has
/// no upper bound, is not.
///
/// ```
/// use vigie::chart::figures::sizes::bin;
/// use vigie::chart::records::SizeBin;
/// use vigie::frame::cell::CountCell;
/// assert_eq!(bin(CountCell::exact(1_000)), Some(SizeBin::PowerOfTen(3)));
/// assert_eq!(bin(CountCell { hi: 300_000, ..CountCell::exact(0) }), Some(SizeBin::Imprecise));
/// ```
pub fn bin(cell: CountCell) -> Option<SizeBin> {
    match cell.state {
        CountState::NotApplicable | CountState::NoneIdentified => None,
        CountState::Blank | CountState::Unknown | CountState::NotStated | CountState::Withheld => {
            Some(SizeBin::Unknown)
        }
        CountState::Count => match (cell.lo.checked_ilog10(), cell.hi.checked_ilog10()) {
            _ if cell.hi == u64::MAX => Some(SizeBin::Imprecise),
            (None, None) => Some(SizeBin::Zero),
            (Some(low), Some(high)) if low == high => u8::try_from(low).ok().map(SizeBin::PowerOfTen),
            _ => Some(SizeBin::Imprecise),
        },
    }
}

/// Number of records in each bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// No number known.
    pub unknown: u64,
    /// Nobody.
    pub zero: u64,
    /// By power of ten, from 10^0.
    pub powers: [u64; 20],
    /// Too imprecise to be placed.
    pub imprecise: u64,
}

impl Sizes {
    /// Counts one record.
    pub fn add(&mut self, bin: SizeBin) {
        let place = match bin {
            SizeBin::Unknown => Some(&mut self.unknown),
            SizeBin::Zero => Some(&mut self.zero),
            SizeBin::PowerOfTen(power) => self.powers.get_mut(usize::from(power)),
            SizeBin::Imprecise => Some(&mut self.imprecise),
        };
        if let Some(place) = place {
            *place += 1;
        }
    }

    /// Adds what another has counted.
    pub fn merge(&mut self, other: &Self) {
        self.unknown += other.unknown;
        self.zero += other.zero;
        self.imprecise += other.imprecise;
        for (mine, more) in self.powers.iter_mut().zip(other.powers) {
            *mine += more;
        }
    }

    /// Powers of ten from the smallest to the largest in use, empty ones between them included.
    pub fn powers_in_use(&self) -> impl Iterator<Item = (u8, u64)> {
        let first = self.powers.iter().position(|count| *count > 0).unwrap_or(0);
        let end = self.powers.iter().rposition(|count| *count > 0).map_or(0, |last| last + 1);
        (0_u8..).zip(self.powers).take(end).skip(first)
    }
}
