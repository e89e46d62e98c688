//! Texts that must come out to the letter. `UPDATE=1` writes them anew; the difference is then for a person to read.

use std::path::Path;

pub fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
        std::fs::write(&path, found).expect("a file to write");
        return;
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if wanted == found {
        return;
    }
    let line = wanted.lines().zip(found.lines()).position(|(wanted, found)| wanted != found);
    let line = line.unwrap_or_else(|| wanted.lines().count().min(found.lines().count()));
    panic!(
        "{name} differs from line {}:\n  wanted {:?}\n  found  {:?}\nUPDATE=1 writes it anew",
        line + 1,
        wanted.lines().nth(line).unwrap_or("(nothing)"),
        found.lines().nth(line).unwrap_or("(nothing)")
    );
}
