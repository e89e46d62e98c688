//! The masses of Turnbull's estimate: self-consistency, then projected Newton steps.
//!
//! Each record covers a run of innermost intervals, so that sums over records and over intervals are
//! running sums: one pass costs the number of intervals plus the number of different records. The
//! Newton direction comes from conjugate gradients, for which a pass is all that is needed.

/// Equal records: the run of innermost intervals they cover, and how many they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Group {
    /// Index of the first innermost interval inside.
    pub first: usize,
    /// Index of the last.
    pub last: usize,
    /// Number of records.
    pub weight: f64,
}

/// Masses that maximise the likelihood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Solved {
    /// One mass for each innermost interval; they sum to 1.
    pub masses: Vec<f64>,
    /// Logarithm of the likelihood.
    pub log_likelihood: f64,
    /// Largest excess of a gradient over n, as a share of n.
    pub gap: f64,
    /// Whether no other masses have this likelihood.
    pub unique: bool,
}

/// The search ends when no gradient exceeds n by more than this share of it.
const GAP: f64 = 1e-9;
/// Newton steps after which the search is given up; a handful is usual.
const MAX_STEPS: usize = 300;
/// Passes of self-consistency before the first Newton step, and between two.
const FIRST_PASSES: usize = 40;
const PASSES: usize = 3;
/// Steps of conjugate gradients for one Newton direction.
const MAX_DIRECTIONS: usize = 250;
/// Masses that change by less than this rest.
const STILL: f64 = 1e-10;
/// Differences of the likelihood below this share of it are rounding.
const ROUNDING: f64 = 1e-14;
/// A mass below this is none, if the condition holds without it.
const NO_MASS: f64 = 1e-9;

/// Finds the masses of `num` innermost intervals.
pub(super) fn solve(groups: &[Group], num: usize) -> Solved {
    if num == 0 || groups.is_empty() {
        return Solved { masses: Vec::new(), log_likelihood: 0.0, gap: 0.0, unique: true };
    }
    let problem = Problem { groups, num, n: groups.iter().map(|group| group.weight).sum() };
    let mut masses = vec![1.0 / num as f64; num];
    problem.self_consistent(&mut masses, FIRST_PASSES);
    let mut best = (problem.gap(&masses), masses.clone());
    for _ in 0..MAX_STEPS {
        let before = masses.clone();
        let moved = problem.newton(&mut masses);
        normalise(&mut masses);
        problem.self_consistent(&mut masses, PASSES);
        problem.revive(&mut masses);
        let gap = problem.gap(&masses);
        let change = before.iter().zip(&masses).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
        if gap < best.0 || gap <= GAP {
            best = (gap, masses.clone());
        }
        // The gradient is flat where a mass vanishes at the border: the masses must rest as well.
        if best.0 <= GAP && (change < STILL || !moved) {
            break;
        }
        if !moved {
            problem.self_consistent(&mut masses, FIRST_PASSES);
        }
    }
    let (mut gap, mut masses) = best;
    let mut cleaned: Vec<f64> = masses.iter().map(|mass| if *mass < NO_MASS { 0.0 } else { *mass }).collect();
    normalise(&mut cleaned);
    let cleaned_gap = problem.gap(&cleaned);
    if cleaned_gap <= gap.max(GAP) {
        (gap, masses) = (cleaned_gap, cleaned);
    }
    let unique = problem.is_unique(&masses);
    Solved { log_likelihood: problem.log_likelihood(&masses), masses, gap, unique }
}

struct Problem<'a> {
    groups: &'a [Group],
    num: usize,
    n: f64,
}

impl Problem<'_> {
    /// The mass inside each group's run.
    fn inside(&self, masses: &[f64]) -> Vec<f64> {
        let mut sums = Vec::with_capacity(self.num + 1);
        let mut sum = 0.0;
        sums.push(sum);
        for mass in masses {
            sum += mass;
            sums.push(sum);
        }
        let inside = |group: &Group| {
            if group.first == group.last { masses[group.first] } else { sums[group.last + 1] - sums[group.first] }
        };
        self.groups.iter().map(inside).collect()
    }

    /// For each innermost interval, the sum of a value over the groups that cover it.
    fn over_groups(&self, value: impl Fn(usize, &Group) -> f64) -> Vec<f64> {
        let mut alone = vec![0.0; self.num];
        let mut change = vec![0.0; self.num + 1];
        for (index, group) in self.groups.iter().enumerate() {
            let value = value(index, group);
            if group.first == group.last {
                alone[group.first] += value;
            } else {
                change[group.first] += value;
                change[group.last + 1] -= value;
            }
        }
        let mut sum = 0.0;
        for (alone, change) in alone.iter_mut().zip(&change) {
            sum += change;
            *alone += sum;
        }
        alone
    }

    fn gradient(&self, inside: &[f64]) -> Vec<f64> {
        self.over_groups(|index, group| group.weight / inside[index].max(f64::MIN_POSITIVE))
    }

    fn gap(&self, masses: &[f64]) -> f64 {
        let gradient = self.gradient(&self.inside(masses));
        gradient.iter().copied().fold(0.0, f64::max) / self.n - 1.0
    }

    fn log_likelihood(&self, masses: &[f64]) -> f64 {
        let inside = self.inside(masses);
        self.groups.iter().zip(&inside).map(|(group, inside)| group.weight * libm::log(*inside)).sum()
    }

    /// The likelihood less a price of n for each unit of mass: its maximum over all masses that are not
    /// negative has a sum of 1.
    fn priced(&self, masses: &[f64]) -> f64 {
        let inside = self.inside(masses);
        if inside.iter().any(|inside| *inside <= 0.0) {
            return f64::NEG_INFINITY;
        }
        let sum: f64 = masses.iter().sum();
        self.groups.iter().zip(&inside).map(|(group, inside)| group.weight * libm::log(*inside)).sum::<f64>()
            - self.n * sum
    }

    fn self_consistent(&self, masses: &mut [f64], passes: usize) {
        for _ in 0..passes {
            let gradient = self.gradient(&self.inside(masses));
            for (mass, gradient) in masses.iter_mut().zip(&gradient) {
                *mass *= gradient / self.n;
            }
        }
    }

    /// Gives a little mass back where there is none and the gradient says there should be.
    fn revive(&self, masses: &mut [f64]) {
        let gradient = self.gradient(&self.inside(masses));
        let mut revived = false;
        for (mass, gradient) in masses.iter_mut().zip(&gradient) {
            if *mass <= 0.0 && *gradient > self.n * (1.0 + GAP) {
                *mass = 1e-6;
                revived = true;
            }
        }
        if revived {
            normalise(masses);
        }
    }

    /// One projected Newton step of the priced likelihood; `false` if none improves it.
    fn newton(&self, masses: &mut Vec<f64>) -> bool {
        let inside = self.inside(masses);
        let slope: Vec<f64> = self.gradient(&inside).iter().map(|gradient| gradient - self.n).collect();
        // A mass that is nearly none and pushed further down is held at none.
        let free: Vec<bool> =
            masses.iter().zip(&slope).map(|(mass, slope)| *mass > 1e-7 || (*mass > 0.0 && *slope > 0.0)).collect();
        let direction = self.direction(masses, &inside, &slope, &free);
        let before = self.priced(masses);
        let near = slope.iter().copied().fold(0.0, f64::max) <= self.n * 1e-6;
        let slack = if near { before.abs() * ROUNDING } else { 0.0 };
        let mut length = 1.0;
        while length > 1e-12 {
            let moved: Vec<f64> = masses
                .iter()
                .zip(direction.iter().zip(&free))
                .map(|(mass, (step, free))| if *free { (mass + length * step).max(0.0) } else { 0.0 })
                .collect();
            if self.priced(&moved) > before - slack {
                *masses = moved;
                return true;
            }
            length *= 0.5;
        }
        false
    }

    /// Conjugate gradients on H·d = slope over the free masses, each scaled by its own mass: the
    /// scaled matrix has its eigenvalues between 0 and n times the largest mass.
    fn direction(&self, masses: &[f64], inside: &[f64], slope: &[f64], free: &[bool]) -> Vec<f64> {
        let scale: Vec<f64> =
            masses.iter().zip(free).map(|(mass, free)| if *free { libm::sqrt(*mass) } else { 0.0 }).collect();
        let scaled =
            |values: &[f64]| -> Vec<f64> { values.iter().zip(&scale).map(|(value, scale)| value * scale).collect() };
        let times_hessian = |values: &[f64]| -> Vec<f64> {
            let covered = self.inside(&scaled(values));
            let summed =
                self.over_groups(|index, group| group.weight * covered[index] / (inside[index] * inside[index]));
            scaled(&summed)
        };
        let mut solution = vec![0.0; self.num];
        let mut residual = scaled(slope);
        let mut search = residual.clone();
        let mut size = dot(&residual, &residual);
        let enough = size * 1e-24;
        for _ in 0..MAX_DIRECTIONS {
            if size <= enough {
                break;
            }
            let image = times_hessian(&search);
            let curvature = dot(&search, &image);
            if curvature <= 0.0 {
                break;
            }
            let step = size / curvature;
            for (index, value) in solution.iter_mut().enumerate() {
                *value += step * search[index];
                residual[index] -= step * image[index];
            }
            let next = dot(&residual, &residual);
            let keep = next / size;
            search.iter_mut().zip(&residual).for_each(|(search, residual)| *search = residual + keep * *search);
            size = next;
        }
        scaled(&solution)
    }

    /// Whether the masses are the only solution. Each group fixes the sum of its run at the maximum, so
    /// a difference of two solutions has running sums that agree at both ends of each run: they all
    /// agree if the ends are connected. Only intervals that may have mass matter.
    fn is_unique(&self, masses: &[f64]) -> bool {
        let gradient = self.gradient(&self.inside(masses));
        let may = |index: usize| masses[index] > 0.0 || gradient[index] >= self.n * (1.0 - 1e-6);
        let mut place = Vec::with_capacity(self.num + 1);
        let mut count = 0_usize;
        place.push(0);
        for index in 0..self.num {
            count += usize::from(may(index));
            place.push(count);
        }
        let mut parent: Vec<usize> = (0..=count).collect();
        let mut parts = count + 1;
        let ends = self.groups.iter().map(|group| (place[group.first], place[group.last + 1]));
        for (one, other) in ends.chain([(0, count)]) {
            let (one, other) = (root(&mut parent, one), root(&mut parent, other));
            if one != other {
                parent[one] = other;
                parts -= 1;
            }
        }
        parts == 1
    }
}

fn normalise(masses: &mut [f64]) {
    let sum: f64 = masses.iter().sum();
    if sum > 0.0 {
        for mass in masses {
            *mass /= sum;
        }
    }
}

fn root(parent: &mut [usize], mut node: usize) -> usize {
    while parent[node] != node {
        parent[node] = parent[parent[node]];
        node = parent[node];
    }
    node
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}
