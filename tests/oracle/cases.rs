//! Reads vector files, runs a method over their cases and compares.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// Runs a method over the cases of its own file, and of the folder named by `VIGIE_ORACLES`.
pub fn run(method: &str, compute: fn(&Value) -> Value) {
    run_folder(&own_folder(), method, compute);
    if let Some(folder) = std::env::var_os("VIGIE_ORACLES") {
        run_folder(Path::new(&folder), method, compute);
    }
}

/// The vectors of this repository.
pub fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles")
}

/// The names of the vector files in a folder, sorted.
pub fn methods_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

fn run_folder(folder: &Path, method: &str, compute: fn(&Value) -> Value) {
    let path = folder.join(format!("{method}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(!cases.is_empty(), "{} has no case", path.display());
    let mut wrong = Vec::new();
    for case in &cases {
        let tolerance = |key: &str| case["tolerance"][key].as_f64().expect("a tolerance");
        let got = compute(&case["input"]);
        let compare = Comparison { relative: tolerance("rel"), absolute: tolerance("abs") };
        let before = wrong.len();
        compare.values(&format!("{method} / {}", case["name"]), &got, &case["expected"], &mut wrong);
        // One difference of each case is enough to see.
        wrong.truncate(before + 1);
    }
    assert!(wrong.is_empty(), "{} of {} cases differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

struct Comparison {
    relative: f64,
    absolute: f64,
}

impl Comparison {
    fn values(&self, place: &str, got: &Value, want: &Value, wrong: &mut Vec<String>) {
        match (got, want) {
            (Value::Object(got), Value::Object(want)) => {
                let keys = |object: &serde_json::Map<String, Value>| {
                    let mut keys: Vec<String> = object.keys().cloned().collect();
                    keys.sort();
                    keys
                };
                if keys(got) != keys(want) {
                    wrong.push(format!("{place}: keys {:?}, want {:?}", keys(got), keys(want)));
                    return;
                }
                for (key, want) in want {
                    self.values(&format!("{place}.{key}"), &got[key], want, wrong);
                }
            }
            (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
                for (index, (got, want)) in got.iter().zip(want).enumerate() {
                    self.values(&format!("{place}[{index}]"), got, want, wrong);
                }
            }
            _ if got == want || self.numbers_agree(got, want) => {}
            _ => wrong.push(format!("{place}: got {got}, want {want}")),
        }
    }

    /// A whole number must be equal; only where a float is wanted is there a tolerance.
    fn numbers_agree(&self, got: &Value, want: &Value) -> bool {
        if !want.is_f64() {
            return false;
        }
        match (got.as_f64(), want.as_f64()) {
            (Some(got), Some(want)) => (got - want).abs() <= self.absolute + self.relative * want.abs(),
            _ => false,
        }
    }
}

#[test]
fn oracle_comparison_can_fail() {
    let compare = Comparison { relative: 1e-9, absolute: 0.0 };
    let differ = |got: Value, want: Value| {
        let mut wrong = Vec::new();
        compare.values("", &got, &want, &mut wrong);
        !wrong.is_empty()
    };
    assert!(differ(json!(1), json!(2)));
    assert!(differ(json!(1.0), json!(1)), "a float is not a whole number");
    assert!(differ(json!(1.000_001), json!(1.0)));
    assert!(differ(json!(null), json!(0.0)));
    assert!(differ(json!([1]), json!([1, 2])));
    assert!(differ(json!({"a": 1}), json!({"a": 1, "b": 2})));
    assert!(differ(json!("inf"), json!(null)));
    assert!(!differ(json!(1.000_000_000_1), json!(1.0)));
}
