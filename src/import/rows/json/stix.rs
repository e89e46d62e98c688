//! Incidents of a STIX 2.1 bundle as rows: the members of the incident, and beside them what its relationships say of
//! victims, actors, techniques and places. The other objects of a bundle are no rows.

use std::collections::HashMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::import::limits::JSON_RECORD_BYTES;
use crate::import::rows::Cell;
use crate::import::rows::json::flat::{Members, members};

/// Columns that every incident has.
pub(in crate::import) const HEADERS: [&str; 3] = ["id", "name", "created"];
/// The extension in which the standard's committee describes incidents.
const EXTENSION: &str = "extensions.extension-definition--ef765651-680c-498d-9894-99799f2fa126.";
/// Types of objects that say something about an incident.
const TYPES: [&str; 9] = [
    "incident",
    "relationship",
    "identity",
    "threat-actor",
    "intrusion-set",
    "campaign",
    "attack-pattern",
    "location",
    "malware",
];

/// Members of the other objects that are looked at.
const TOLD: [&str; 11] = [
    "type",
    "id",
    "name",
    "roles",
    "sectors",
    "threat_actor_types",
    "country",
    "external_references",
    "source_ref",
    "target_ref",
    "relationship_type",
];

/// Whether an object with these keys is a bundle.
pub(in crate::import) fn is_told_by(keys: &[String]) -> bool {
    ["type", "id", "objects"].iter().all(|wanted| keys.iter().any(|key| key == wanted))
}

/// The rows of the bundle that a map is; objects of no interest are passed over while reading.
///
/// `fresh` is called before each object: the limit of one record is that of one object here.
pub(super) fn rows_of<'de, A: MapAccess<'de>>(mut map: A, fresh: &dyn Fn()) -> Result<Vec<Members>, A::Error> {
    let mut rows = Vec::new();
    while let Some(key) = map.next_key::<String>()? {
        if key == "objects" {
            rows.extend(incidents(&map.next_value_seed(Objects(fresh))?));
        } else {
            map.next_value::<IgnoredAny>()?;
        }
    }
    Ok(rows)
}

/// Reads the objects that matter.
struct Objects<'f>(&'f dyn Fn());

impl<'de> DeserializeSeed<'de> for Objects<'_> {
    type Value = Vec<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Value>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Objects<'_> {
    type Value = Vec<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the objects of a bundle")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Value>, A::Error> {
        let mut objects = Vec::new();
        let mut kept = 0;
        (self.0)();
        while let Some(mut object) = seq.next_element::<Value>()? {
            (self.0)();
            let Some(kind) = word(&object, "type").filter(|kind| TYPES.contains(kind)) else { continue };
            if kind != "incident"
                && let Value::Object(members) = &mut object
            {
                members.retain(|key, _| TOLD.contains(&key.as_str()));
            }
            kept += object.to_string().len();
            if kept > JSON_RECORD_BYTES {
                return Err(A::Error::custom("more than 8 MiB of one bundle is about incidents: split it"));
            }
            objects.push(object);
        }
        Ok(objects)
    }
}

fn word<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str()
}

/// What the relationships of one incident say.
#[derive(Default)]
struct Related {
    victims: Vec<String>,
    sectors: Vec<String>,
    actors: Vec<String>,
    actor_kinds: Vec<String>,
    techniques: Vec<String>,
    malware: Vec<String>,
    campaigns: Vec<String>,
    countries: Vec<String>,
}

fn incidents(objects: &[Value]) -> Vec<Members> {
    let by_id: HashMap<&str, &Value> =
        objects.iter().filter_map(|object| Some((word(object, "id")?, object))).collect();
    let mut related: HashMap<&str, Related> = HashMap::new();
    for link in objects.iter().filter(|object| word(object, "type") == Some("relationship")) {
        let (Some(from), Some(to)) = (word(link, "source_ref"), word(link, "target_ref")) else { continue };
        let kind = word(link, "relationship_type").unwrap_or_default();
        for (incident, other) in [(from, to), (to, from)] {
            if incident.starts_with("incident--")
                && let Some(other) = by_id.get(other)
            {
                related.entry(incident).or_default().add(kind, other);
            }
        }
    }
    let all = objects.iter().filter(|object| word(object, "type") == Some("incident"));
    all.map(|incident| row(incident, word(incident, "id").and_then(|id| related.remove(id)).unwrap_or_default()))
        .collect()
}

impl Related {
    fn add(&mut self, relationship: &str, other: &Value) {
        let name = word(other, "name").unwrap_or_default().to_owned();
        let words = |key: &str| -> Vec<String> {
            let items = other.get(key).and_then(Value::as_array);
            items.into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
        };
        match word(other, "type").unwrap_or_default() {
            "identity" if relationship == "attributed-to" => {
                self.actors.push(name);
                self.actor_kinds.push(words("roles").join(", "));
            }
            "identity" if ["targets", "impacts"].contains(&relationship) => {
                self.victims.push(name);
                self.sectors.extend(words("sectors"));
            }
            "threat-actor" | "intrusion-set" => {
                self.actors.push(name);
                self.actor_kinds.push(words("threat_actor_types").join(", "));
            }
            "attack-pattern" => self.techniques.push(technique_id(other).unwrap_or(name)),
            "malware" => self.malware.push(name),
            "campaign" => self.campaigns.push(name),
            "location" => self.countries.push(word(other, "country").map_or(name, str::to_owned)),
            _ => {}
        }
    }
}

/// The ATT&CK id among an object's references.
fn technique_id(object: &Value) -> Option<String> {
    let references = object.get("external_references").and_then(Value::as_array);
    let ids = references.into_iter().flatten().filter_map(|reference| word(reference, "external_id"));
    let is_id = |id: &&str| id.strip_prefix('T').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    ids.filter(is_id).map(str::to_owned).next()
}

/// The cells of an incident.
fn row(incident: &Value, related: Related) -> Members {
    let mut all: Members = members(incident)
        .into_iter()
        .map(|(name, cell)| match name.strip_prefix(EXTENSION) {
            Some(rest) => (format!("extension.{rest}"), cell),
            None => (name, cell),
        })
        .collect();
    // Kinds of actors go with their names only where each has one.
    let kinds = if related.actor_kinds.iter().all(|kind| !kind.is_empty()) { related.actor_kinds } else { Vec::new() };
    for (name, items) in [
        ("victim", related.victims),
        ("victim.sectors", related.sectors),
        ("actor", related.actors),
        ("actor.kind", kinds),
        ("technique", related.techniques),
        ("malware", related.malware),
        ("campaign", related.campaigns),
        ("location.country", related.countries),
    ] {
        if !items.is_empty() {
            all.push((name.to_owned(), Cell::List(items)));
        }
    }
    all
}
