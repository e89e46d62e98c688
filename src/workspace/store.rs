//! Rows of the file: things in both layers, by id and by identity.

use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::model::dataset::Dataset;
use crate::model::incident::Incident;
use crate::model::organisation::Organisation;

/// The three kinds of thing that edits change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entity {
    /// An incident.
    Record = 0,
    /// An organisation.
    Organisation = 1,
    /// A dataset.
    Dataset = 2,
}

impl Entity {
    /// The entity with this number in the file.
    pub fn from_number(number: i64) -> Option<Self> {
        [Self::Record, Self::Organisation, Self::Dataset].into_iter().find(|entity| *entity as i64 == number)
    }

    /// Name of its table and of its counter.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Organisation => "organisation",
            Self::Dataset => "dataset",
        }
    }
}

/// Both layers of a thing, as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// The current document.
    pub document: String,
    /// What was imported, where it differs: a document, or `{"corrected":[…]}` naming the fields that differ.
    pub imported: Option<String>,
}

/// A document as JSON. Serialising our own types into memory cannot fail; should it, the error says so.
pub fn to_json<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// A document from JSON.
pub fn parse<T: DeserializeOwned>(json: &str) -> rusqlite::Result<T> {
    serde_json::from_str(json)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// A document from JSON, in column `index`.
pub fn from_json<T: DeserializeOwned>(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<T> {
    let value = row.get_ref(index)?;
    let bytes = match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        other => return Err(rusqlite::Error::InvalidColumnType(index, "document".to_owned(), other.data_type())),
    };
    serde_json::from_slice(bytes)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, value.data_type(), Box::new(error)))
}

/// The next id of a kind; ids are never given twice.
pub fn next_id(connection: &Connection, entity: Entity) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT next FROM counter WHERE name = ?1")?
        .query_row([entity.table()], |row| row.get(0))
        .optional()
        .map(|next| next.unwrap_or(1))
}

/// Remembers the next id of a kind.
pub fn set_next_id(connection: &Connection, entity: Entity, next: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO counter VALUES (?1, ?2) ON CONFLICT DO UPDATE SET next = excluded.next")?
        .execute(params![entity.table(), next])
        .map(drop)
}

/// Both layers of a thing, or `None` if it is not there.
pub fn layers(connection: &Connection, entity: Entity, id: i64) -> rusqlite::Result<Option<Layers>> {
    let sql = match entity {
        Entity::Record => "SELECT document, imported FROM record WHERE id = ?1",
        Entity::Organisation => "SELECT document, NULL FROM organisation WHERE id = ?1",
        Entity::Dataset => "SELECT document, NULL FROM dataset WHERE id = ?1",
    };
    connection
        .prepare_cached(sql)?
        .query_row([id], |row| Ok(Layers { document: row.get(0)?, imported: row.get(1)? }))
        .optional()
}

/// Puts a thing into exactly this state; `None` deletes it.
pub fn put(connection: &Connection, entity: Entity, id: i64, layers: Option<&Layers>) -> rusqlite::Result<()> {
    let Some(layers) = layers else {
        let sql = match entity {
            Entity::Record => "DELETE FROM record WHERE id = ?1",
            Entity::Organisation => "DELETE FROM organisation WHERE id = ?1",
            Entity::Dataset => "DELETE FROM dataset WHERE id = ?1",
        };
        connection.prepare_cached(sql)?.execute([id])?;
        return Ok(());
    };
    match entity {
        Entity::Record => {
            let incident: Incident = parse(&layers.document)?;
            let (dataset, key) = source_of(connection, &incident)?;
            connection
                .prepare_cached(
                    "INSERT INTO record (id, uuid, dataset, source_key, document, imported)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (id) DO UPDATE SET uuid = ?2, dataset = ?3, source_key = ?4, document = ?5, imported = ?6",
                )?
                .execute(params![id, incident.id.as_bytes(), dataset, key, layers.document, layers.imported])?;
        }
        Entity::Organisation => {
            let organisation: Organisation = parse(&layers.document)?;
            connection
                .prepare_cached(
                    "INSERT INTO organisation (id, uuid, document) VALUES (?1, ?2, ?3)
                     ON CONFLICT (id) DO UPDATE SET uuid = ?2, document = ?3",
                )?
                .execute(params![id, organisation.id.as_bytes(), layers.document])?;
        }
        Entity::Dataset => {
            let dataset: Dataset = parse(&layers.document)?;
            connection
                .prepare_cached(
                    "INSERT INTO dataset (id, uuid, document) VALUES (?1, ?2, ?3)
                     ON CONFLICT (id) DO UPDATE SET uuid = ?2, document = ?3",
                )?
                .execute(params![id, dataset.id.as_bytes(), layers.document])?;
        }
    }
    Ok(())
}

/// The dataset's id and the source key that a record is found by.
pub fn source_of<'a>(
    connection: &Connection,
    incident: &'a Incident,
) -> rusqlite::Result<(Option<i64>, Option<&'a str>)> {
    let Some(origin) = &incident.origin else { return Ok((None, None)) };
    Ok((id_of(connection, Entity::Dataset, origin.dataset)?, origin.key.as_deref()))
}

/// The id of the thing with this identity. Records of an undone import are found too.
pub fn id_of(connection: &Connection, entity: Entity, uuid: Uuid) -> rusqlite::Result<Option<i64>> {
    let sql = match entity {
        Entity::Record => "SELECT id FROM record WHERE uuid = ?1",
        Entity::Organisation => "SELECT id FROM organisation WHERE uuid = ?1",
        Entity::Dataset => "SELECT id FROM dataset WHERE uuid = ?1",
    };
    connection.prepare_cached(sql)?.query_row([uuid.as_bytes()], |row| row.get(0)).optional()
}

/// All things of a small kind, with their ids.
pub fn all<T: DeserializeOwned>(connection: &Connection, entity: Entity) -> rusqlite::Result<Vec<(i64, T)>> {
    let mut statement = connection.prepare(&format!("SELECT id, document FROM {} ORDER BY id", entity.table()))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, from_json(row, 1)?)))?;
    rows.collect()
}
