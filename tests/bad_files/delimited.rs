//! Delimited text that is broken, odd or hostile.

use crate::shelf::{Bad, GOOD, data, written};

const HEADER: &str = "Organisation,Date disclosed,People affected";

pub fn files() -> Vec<Bad> {
    [nothing_in_it(), quotes(), shapes(), bytes(), cells()].into_iter().flatten().collect()
}

fn good_rows(rows: usize) -> String {
    (0..rows)
        .map(|row| format!("Organisation {row},2024-03-{:02},{}\n", row % 28 + 1, row * 7 + 3))
        .collect::<Vec<_>>()
        .concat()
}

fn nothing_in_it() -> Vec<Bad> {
    vec![
        data("empty.csv", "no byte", ""),
        data("only_blanks.csv", "spaces, tabs and line ends", "   \n\n \t \r\n\u{a0}\n"),
        data("only_mark.csv", "a byte-order mark and nothing else", "\u{feff}"),
        data("only_headers.csv", "a header line without rows", format!("{HEADER}\n")),
        data("only_delimiters.csv", "a header line, then delimiters", format!("{HEADER}\n,,\n,,\n , ,\n")),
        data("million_blank_lines.csv", "a million empty lines between two rows", {
            format!("{HEADER}\nAcme,2024-03-04,12\n{}Bern,2024-04-13,40\n", "\n".repeat(1_000_000))
        }),
        data("one_column.csv", "one column of names", "Organisation\nAcme\nBern Clinic\n"),
        data("one_line.csv", "one line without an end", "Acme,2024-03-04,1200"),
    ]
}

fn quotes() -> Vec<Bad> {
    vec![
        data("quote_never_closed.csv", "a quote in the second row is not closed", {
            format!("{HEADER}\nAcme,2024-03-04,12\n\"Bern,2024-04-13,40\nCoastal Bank,2024-05-21,90\n")
        }),
        data("quote_never_closed_in_last_column.csv", "the same, where the number of cells comes out right", {
            "Organisation,Date disclosed,Summary\nAcme,2024-03-04,x\nBern,2024-04-13,\"y\nCoastal,2024-05-21,z\n"
        }),
        data("quote_never_closed_in_header.csv", "a quote in the header is not closed", {
            format!("Organisation,Date disclosed,\"People affected\n{}", good_rows(2_000))
        }),
        written("quote_never_closed_70_mib.csv", "a quote is not closed and 70 MiB follow", |out| {
            out.write_all(format!("{HEADER}\n{}\"Bern,2024-04-13,40\n", good_rows(100)).as_bytes())?;
            let rows = good_rows(20_000);
            for _ in 0..=(70 << 20) / rows.len() {
                out.write_all(rows.as_bytes())?;
            }
            Ok(())
        }),
        written("quotes_alone.csv", "5 MiB of quotes", |out| {
            out.write_all(format!("{HEADER}\n").as_bytes())?;
            out.write_all(&vec![b'"'; 5 << 20])
        }),
        data("quotes_inside.csv", "quotes where none belong", {
            format!("{HEADER}\nAc\"me,2024-03-04,12\n\"Bern\" Clinic,2024-04-13,40\n\"\"\"\",2024-05-21,9\n")
        }),
    ]
}

fn shapes() -> Vec<Bad> {
    let many = |count: usize, cell: &dyn Fn(usize) -> String| (0..count).map(cell).collect::<Vec<_>>().join(",");
    let three_thousand = format!(
        "{}\n{}\n",
        many(3_000, &|column| format!("Column of number {column}")),
        many(3_000, &|column| column.to_string())
    );
    vec![
        data("columns_3000.csv", "3,000 columns", three_thousand),
        data("header_of_delimiters.csv", "a header of 900,000 empty names", format!("{}\na,b\n", ",".repeat(900_000))),
        data("header_one_name_300000_times.csv", "one name 300,000 times", format!("{}x\n1,2\n", "x,".repeat(300_000))),
        data("header_name_1_mib.csv", "a column with a name of 1 MiB", {
            format!("Organisation,{},People affected\n{}", "x".repeat(1 << 20), good_rows(3))
        }),
        data("line_wider_than_all.csv", "a row with 500,000 cells", {
            format!("{HEADER}\nAcme,2024-03-04,12{}\nBern,2024-04-13,40\n", ",9".repeat(500_000))
        }),
        data("ragged.csv", "rows with too few and too many cells", {
            format!("{HEADER}\nAcme,2024-03-04\nBern,2024-04-13,40,x,y\nCoastal,2024-05-21,90\nDelta\n,,,,,\n")
        }),
        data("headers_twice.csv", "the same name over two columns", {
            "Organisation,Date disclosed,Date disclosed,People affected,People affected\n\
             Acme,2024-03-04,2024-03-05,12,13\nBern,2024-04-13,2024-04-14,40,41\n"
        }),
        data("headers_empty.csv", "columns without a name", {
            "Organisation,,,People affected\nAcme,2024-03-04,a,12\nBern,2024-04-13,b,40\n"
        }),
        data("header_again.csv", "the header line again in the middle", {
            format!("{HEADER}\nAcme,2024-03-04,12\n{HEADER}\nBern,2024-04-13,40\n")
        }),
        data("two_tables.csv", "a second table below the first", {
            format!("{HEADER}\nAcme,2024-03-04,12\n\nSector,Count\nHealth,3\nEnergy,4\n")
        }),
        data("totals.csv", "a row of totals at the end", {
            format!("{HEADER}\nAcme,2024-03-04,12\nBern,2024-04-13,40\nTotal,,52\n")
        }),
        data("sep_word.csv", "a sep= line with a word", format!("sep=nonsense\n{GOOD}")),
        data("sep_nothing.csv", "a sep= line with nothing", format!("sep=\n{GOOD}")),
        data("sep_accent.csv", "a sep= line with a letter beyond ASCII", format!("sep=é\n{GOOD}")),
        data("sep_quote.csv", "a sep= line with a quote", format!("sep=\"\n{GOOD}")),
        data("sep_alone.csv", "a sep= line and nothing else", "sep=;"),
        data("prose.csv", "a letter", "Dear colleague,\nplease find the figures below.\nKind regards\n"),
    ]
}

fn bytes() -> Vec<Bad> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut odd = vec![0xff, 0xfe];
    odd.extend(wide(GOOD));
    odd.pop();
    let mut half_pair = vec![0xff, 0xfe];
    half_pair.extend(wide(&format!("{HEADER}\nAc")));
    half_pair.extend([0x00, 0xd8]);
    half_pair.extend(wide("me,2024-03-04,12\n"));
    let marked_but_western =
        [b"\xef\xbb\xbf".as_slice(), HEADER.as_bytes(), b"\nSoci\xe9t\xe9,2024-03-04,12\n"].concat();
    let mut zeroed = GOOD.as_bytes().to_vec();
    zeroed.extend(vec![0; 8_192]);
    vec![
        data("mixed_line_ends.csv", "three sorts of line end", {
            format!("{HEADER}\r\nAcme,2024-03-04,12\nBern,2024-04-13,40\rCoastal,2024-05-21,90\r\n\r\n")
        }),
        data("only_carriage_returns.csv", "carriage returns for line ends", GOOD.replace('\n', "\r")),
        data("two_marks.csv", "two byte-order marks", format!("\u{feff}\u{feff}{GOOD}")),
        data("mark_of_utf_8_on_western.csv", "marked as UTF-8, written in Windows-1252", marked_but_western),
        data("utf_16_odd.csv", "UTF-16 with an odd number of bytes", odd),
        data("utf_16_half_pair.csv", "UTF-16 with half a surrogate pair", half_pair),
        data("utf_7.csv", "UTF-7", format!("{HEADER}\nSoci+AOk-t+AOk- priv+AOk-e,2024-03-04,12\n")),
        data("cut_character.csv", "cut within a character", [GOOD.as_bytes(), b"Soci\xc3"].concat()),
        data("cut_record.csv", "cut within a record", &GOOD.as_bytes()[..GOOD.len() - 12]),
        data("nul_bytes.csv", "zero bytes in cells", GOOD.replace("Bern", "Be\0rn").replace("85", "8\x005")),
        data("zeros_behind.csv", "8 KiB of zero bytes behind the table", zeroed),
        data("escape_codes.csv", "codes that command a terminal", {
            "Organisation,Date \u{1b}[31mdisclosed,People affected\nAcme\u{1b}]0;x\u{7},2024-03-04,\u{1b}[2J\nB,2024-04-13,9\n"
        }),
        data("direction_marks.csv", "marks that turn the direction of writing", {
            format!("{HEADER}\n\u{202e}emcA,2024-03-04,12\nBern\u{2066},2024-04-13,40\n")
        }),
    ]
}

fn cells() -> Vec<Bad> {
    vec![
        data("cell_2_mib.csv", "a cell of 2 MiB", {
            format!("{HEADER}\n{},2024-03-04,12\nBern,2024-04-13,40\n", "x".repeat(2 << 20))
        }),
        written("line_100_mib.csv", "a line of 100 MiB", |out| {
            out.write_all(format!("{HEADER}\nAcme,2024-03-04,12\n").as_bytes())?;
            for _ in 0..100 {
                out.write_all(&vec![b'x'; 1 << 20])?;
            }
            Ok(())
        }),
        written("long_cells_40_mb.csv", "40 rows with a cell of 1,000,000 bytes each", |out| {
            out.write_all(format!("{HEADER},Notes\n").as_bytes())?;
            let note = "Words. ".repeat(1_000_000 / 7);
            for row in 0..40 {
                writeln!(out, "Organisation {row},2024-03-04,12,{note}")?;
            }
            Ok(())
        }),
        written("long_rows_set_aside.csv", "60 long rows with a cell too few", |out| {
            out.write_all(format!("{HEADER},Notes\nAcme,2024-03-04,12,x\n").as_bytes())?;
            let note = "Words. ".repeat(1_000_000 / 7);
            for row in 0..60 {
                writeln!(out, "Organisation {row},2024-03-04,{note}")?;
            }
            Ok(())
        }),
        written("all_rows_short.csv", "200,001 rows with a cell too few", |out| {
            out.write_all(format!("{HEADER}\nAcme,2024-03-04,12\n").as_bytes())?;
            out.write_all("Bern\n".repeat(200_001).as_bytes())
        }),
        data("dates_impossible.csv", "dates that do not exist", {
            let bad =
                ["2024-02-30", "2024-13-01", "0000-00-00", "99999-01-01", "2023-02-29", "-2024-06-01", "2024-00-10"];
            let rows = bad.map(|date| format!("Acme,{date},7\n")).concat();
            format!("{HEADER}\n{}{rows}", good_rows(12))
        }),
        data("counts_impossible.csv", "counts beyond any number", {
            let bad =
                ["99999999999999999999999", "-5", "1e400", "NaN", "inf", "0x1F", "1e-3", "9223372036854775808", "१२३"];
            let rows = bad.map(|count| format!("Acme,2024-03-04,{count}\n")).concat();
            format!("{HEADER}\n{}{rows}", good_rows(12))
        }),
        data("formulas.csv", "cells that a spreadsheet would run", {
            format!("{HEADER}\n=1+2,2024-03-04,12\n@SUM(A1),2024-04-13,40\n\"=HYPERLINK(\"\"x\"\")\",2024-05-21,9\n")
        }),
    ]
}
