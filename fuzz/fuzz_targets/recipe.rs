//! Recipes: read, written and read again they are the same, and a table is read by them in both ways alike.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vigie::import::recipe_file;

const TABLE: &str = "Organisation,Date disclosed,People affected,Kind,Year,Month,Day,Note\n\
    Acme,2024-03-04,1200,\"Theft; Phishing\",2024,3,4,x\n\
    Acme,03/04/2024,\"1,200\",['Theft'],2024,,,<p>y</p>\n\
    ,soon,about 300 people and 12 companies,,n/a,0,99,\n\
    Bern,45355,-1,yes,24,March,1,\"two\nlines\"\n\
    ,,,,,,,\n\
    short\n\
    Total,Between 14/02/2023 and 21/02/2023,500,no,,,,CVE-2024-1234\n";

fuzz_target!(|data: &[u8]| {
    let Ok(recipe) = recipe_file::parse(data) else { return };
    let written = serde_json::to_vec(&recipe).expect("a document");
    assert_eq!(recipe_file::parse(&written), Ok(recipe.clone()));
    let _ = vigie_fuzz::by_recipe(TABLE.as_bytes(), &recipe);
});
