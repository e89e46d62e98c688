//! Numbers that look random and are the same on every system: SplitMix64.
//!
//! Not for secrets. A seed is always an argument, is stored with what it made, and is shown with it.

/// The seed of every figure that draws at random, unless another is given.
pub const DEFAULT_SEED: u64 = 20_261_121;

/// Draws 64 bits at a time from a seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// A sequence that is decided by `seed` alone.
    ///
    /// Reference: Steele, Lea & Flood 2014, Fast splittable pseudorandom number generators, OOPSLA,
    /// 453–472; constants of Vigna's `splitmix64.c`.
    ///
    /// ```
    /// use vigie::stats::random::SplitMix64;
    /// assert_eq!(SplitMix64::new(0).draw(), 16_294_208_416_658_607_535);
    /// ```
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// An index below `len`: the high 64 bits of draw × len. 0 when `len` is 0.
    ///
    /// Indices differ in probability by at most len/2⁶⁴. Reference: Lemire 2019, Fast random integer
    /// generation in an interval, ACM TOMACS 29(1):3.
    ///
    /// ```
    /// assert!(vigie::stats::random::SplitMix64::new(7).index(10) < 10);
    /// ```
    pub fn index(&mut self, len: usize) -> usize {
        ((u128::from(self.draw()) * len as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn indices_stay_below_the_length(seed in any::<u64>(), len in 1..5_000_usize) {
            let mut random = SplitMix64::new(seed);
            prop_assert!((0..200).all(|_| random.index(len) < len));
        }
    }

    #[test]
    fn indices_are_spread_evenly() {
        let mut random = SplitMix64::new(DEFAULT_SEED);
        let mut counts = [0_u32; 10];
        for _ in 0..100_000 {
            counts[random.index(10)] += 1;
        }
        assert!(counts.iter().all(|count| (9_500..10_500).contains(count)), "{counts:?}");
    }
}
