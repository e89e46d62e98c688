//! Curves of steps for programs that know straight lines alone.

/// The corners of a curve of steps: from each point its height holds until the next, the last until `until`. No corner
/// is a gap, which the charts' lists of places could hold too.
pub fn corners(points: impl Iterator<Item = [f64; 2]>, until: f64) -> Vec<Option<[f64; 2]>> {
    let mut corners: Vec<[f64; 2]> = Vec::new();
    for [x, y] in points {
        if let Some([_, before]) = corners.last().copied() {
            corners.push([x, before]);
        }
        corners.push([x, y]);
    }
    if let Some([_, last]) = corners.last().copied() {
        corners.push([until, last]);
    }
    corners.dedup();
    corners.into_iter().map(Some).collect()
}
