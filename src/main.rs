//! The `vigie` program: see the library.

fn main() {}
