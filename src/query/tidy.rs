//! The plain form of an expression: what the query language writes and reads.

use crate::query::expr::Expr;

/// What no record meets.
const NOTHING: Expr = Expr::Any(Vec::new());

impl Expr {
    /// Whether no record meets it, whatever the data.
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Any(parts) if parts.is_empty())
    }

    /// The same condition said plainly: no condition within one of its own kind, none said twice, no list of one, no
    /// doubled "not", and what holds always or never left out where it changes nothing. The same records meet it.
    #[must_use]
    pub fn tidied(self) -> Self {
        match self {
            Self::All(parts) => all(parts),
            Self::Any(parts) => any(parts),
            Self::Not(part) => match part.tidied() {
                Self::Not(inner) => *inner,
                Self::All(parts) if parts.is_empty() => NOTHING,
                Self::Any(parts) if parts.is_empty() => Self::default(),
                other => Self::Not(Box::new(other)),
            },
            leaf => leaf_tidied(leaf),
        }
    }

    /// The conditions that must all hold, in their order.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) => parts,
            one => std::slice::from_ref(one),
        }
    }
}

fn all(parts: Vec<Expr>) -> Expr {
    let mut kept = Vec::new();
    for part in parts.into_iter().map(Expr::tidied) {
        match part {
            Expr::All(more) => more.into_iter().for_each(|part| add(&mut kept, part)),
            part if part.is_nothing() => return NOTHING,
            part => add(&mut kept, part),
        }
    }
    single(kept, Expr::All)
}

fn any(parts: Vec<Expr>) -> Expr {
    let mut kept = Vec::new();
    for part in parts.into_iter().map(Expr::tidied) {
        match part {
            Expr::Any(more) => more.into_iter().for_each(|part| add(&mut kept, part)),
            part if part.is_everything() => return Expr::default(),
            part => add(&mut kept, part),
        }
    }
    single(kept, Expr::Any)
}

fn add<T: PartialEq>(kept: &mut Vec<T>, part: T) {
    if !kept.contains(&part) {
        kept.push(part);
    }
}

fn single(mut parts: Vec<Expr>, list: impl FnOnce(Vec<Expr>) -> Expr) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { list(parts) }
}

fn once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(items.len());
    for item in items {
        add(&mut kept, item);
    }
    kept
}

fn leaf_tidied(leaf: Expr) -> Expr {
    match leaf {
        Expr::Text(text) if crate::frame::fold::fold(&text).is_empty() => Expr::default(),
        Expr::Like { patterns, .. } if patterns.is_empty() => NOTHING,
        Expr::Like { field, patterns } if patterns.iter().all(super::Pattern::is_blank) => Expr::word(field, ""),
        Expr::Like { field, patterns } => Expr::Like { field, patterns: once(patterns) },
        Expr::Words { words, .. } if words.is_empty() => NOTHING,
        Expr::Words { field, words } => Expr::Words { field, words: once(words) },
        Expr::NoDate { event, reasons } => Expr::NoDate { event, reasons: once(reasons) },
        Expr::NoCount { measure, reasons } => Expr::NoCount { measure, reasons: once(reasons) },
        Expr::Date { from: Some(from), to: Some(to), .. } if from > to => NOTHING,
        Expr::Count { from, to: Some(to), .. } if from > to => NOTHING,
        Expr::Count { measure, from, to: Some(u64::MAX), how } => Expr::Count { measure, from, to: None, how },
        Expr::Delay { from, to: Some(to), .. } if from > to => NOTHING,
        Expr::Delay { ends, from, to: Some(u32::MAX), how } => Expr::Delay { ends, from, to: None, how },
        Expr::Datasets(ids) if ids.is_empty() => NOTHING,
        Expr::Datasets(ids) => Expr::Datasets(once(ids)),
        Expr::Records(ids) if ids.is_empty() => NOTHING,
        Expr::Records(mut ids) => {
            ids.sort_unstable();
            ids.dedup();
            Expr::Records(ids)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::batch::Field;

    #[test]
    fn plain_forms() {
        let (health, theft) = (Expr::word(Field::Sector, "Health"), Expr::word(Field::Kind, "Theft"));
        let not = |expr: &Expr| Expr::Not(Box::new(expr.clone()));
        for (given, wanted) in [
            (Expr::All(vec![Expr::All(vec![health.clone()]), health.clone()]), health.clone()),
            (not(&not(&health)), health.clone()),
            (not(&Expr::default()), NOTHING),
            (Expr::Any(vec![health.clone(), Expr::default()]), Expr::default()),
            (Expr::All(vec![health.clone(), NOTHING]), NOTHING),
            (
                Expr::Any(vec![health.clone(), Expr::Any(vec![theft.clone(), NOTHING])]),
                Expr::Any(vec![health.clone(), theft.clone()]),
            ),
            (Expr::Text("  ".to_owned()), Expr::default()),
            (Expr::Records(Vec::new()), NOTHING),
        ] {
            assert_eq!(given.clone().tidied(), wanted, "{given:?}");
        }
        assert_eq!(Expr::All(vec![health.clone(), theft.clone()]).parts(), [health.clone(), theft]);
        assert_eq!(health.parts(), std::slice::from_ref(&health));
    }
}
