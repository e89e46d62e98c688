//! Whether the file is whole, and what in its records needs a look.

use std::collections::BTreeMap;

use crate::frame::RecordId;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::validate;
use crate::workspace::error::Result;
use crate::workspace::open::{Workspace, is_within};

/// The most words of a value that a problem shows.
const SHOWN: usize = 80;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// What SQLite finds wrong with the file; empty when it is whole.
    pub file: Vec<String>,
    /// Number of records looked at.
    pub records: u64,
    /// What needs a look in records.
    pub problems: Vec<(RecordId, Problem)>,
}

impl CheckReport {
    /// Whether the file is whole and every document can be read.
    pub fn is_sound(&self) -> bool {
        self.file.is_empty() && self.problems.iter().all(|(_, problem)| problem.kind != ProblemKind::BadShape)
    }
}

impl Workspace {
    /// Looks at the whole file and at every record. Changes nothing; takes seconds for a million records.
    pub fn check(&self) -> Result<CheckReport> {
        let file = self.check_file().map_err(|error| self.sqlite(&error))?;
        let mut report = CheckReport { file, ..CheckReport::default() };
        let datasets = self.datasets()?;
        self.each(|id, incident| {
            report.records += 1;
            match incident {
                Ok(incident) => {
                    let dataset = incident.origin.as_ref().map(|origin| origin.dataset);
                    let as_of = datasets.iter().find(|held| Some(held.id) == dataset).map(|held| held.as_of);
                    let found = validate::check(&incident, as_of);
                    report.problems.extend(found.into_iter().map(|problem| (id, problem)));
                }
                Err(error) => {
                    report.problems.push((id, problem("document", &error.to_string(), ProblemKind::BadShape)));
                }
            }
            true
        })?;
        self.find_duplicates(&mut report.problems).map_err(|error| self.sqlite(&error))?;
        report.problems.sort_by_key(|(id, problem)| (*id, problem.kind));
        Ok(report)
    }

    fn check_file(&self) -> rusqlite::Result<Vec<String>> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(found.into_iter().filter(|line| line != "ok").collect())
    }

    /// Records whose source key another record of the same dataset has.
    fn find_duplicates(&self, problems: &mut Vec<(RecordId, Problem)>) -> rusqlite::Result<()> {
        let hidden = crate::workspace::open::hidden_ranges(&self.connection)?;
        let mut statement = self.connection.prepare(
            "SELECT id, dataset, source_key FROM record WHERE (dataset, source_key) IN (
                 SELECT dataset, source_key FROM record WHERE dataset IS NOT NULL AND source_key IS NOT NULL
                 GROUP BY dataset, source_key HAVING count(*) > 1)",
        )?;
        let mut found: BTreeMap<(i64, String), Vec<i64>> = BTreeMap::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if !is_within(&hidden, id) {
                found.entry((row.get(1)?, row.get(2)?)).or_default().push(id);
            }
        }
        for ((_, key), ids) in found.into_iter().filter(|(_, ids)| ids.len() > 1) {
            for id in ids {
                problems.push((RecordId(id.unsigned_abs()), problem("key", &key, ProblemKind::DuplicateKey)));
            }
        }
        Ok(())
    }
}

fn problem(column: &str, found: &str, kind: ProblemKind) -> Problem {
    Problem { row: None, column: column.to_owned(), found: found.chars().take(SHOWN).collect(), kind }
}
