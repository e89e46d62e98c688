//! What is no table at all, under the name of one.

use crate::shelf::{Bad, data, noise};

const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body><p>Your session has ended, \
                    please sign in.</p>\n<form action=\"/login\"><input name=\"user\"></form></body></html>\n";

pub fn files() -> Vec<Bad> {
    let table = "<html><body><table>\n<tr><th>Organisation</th><th>Date disclosed</th></tr>\n<tr><td>Acme</td>\
                 <td>2024-03-04</td></tr>\n</table></body></html>\n";
    let png =
        [b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06".as_slice(), &noise(900, 3)];
    let elf = [b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00".as_slice(), &noise(900, 5)].concat();
    let pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 >>\n\
               endobj\ntrailer << /Root 1 0 R, /Size 3 >>\n%%EOF\n";
    vec![
        data("noise.csv", "bytes without order", noise(64 * 1024, 7)),
        data("page.csv", "a page of the web, saved as CSV", PAGE),
        data("page.xls", "a page with a table, saved as a workbook", table),
        data("error_page.json", "an error page, saved as JSON", "<html>\n<h1>503 Service Unavailable</h1>\n</html>\n"),
        data("error.xml", "an error in XML", "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>\n"),
        data("image.csv", "an image", png.concat()),
        data("program.csv", "a program", elf),
        data("document.csv", "a PDF", pdf),
        data(
            "letter.csv",
            "an RTF text",
            "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\n\\f0\\fs24 Dear colleague, x\\par\n}\n",
        ),
        data("message.eml", "an e-mail", "From: a@example.org\nTo: b@example.org\nSubject: figures\n\nSee below.\n"),
        data("database.sql", "statements for a database", {
            "CREATE TABLE incident (id INTEGER, name TEXT);\nINSERT INTO incident VALUES (1, 'Acme');\n"
        }),
        data(
            "settings.yaml",
            "YAML",
            "- organisation: Acme\n  disclosed: 2024-03-04\n- organisation: Bern\n  disclosed: 2024-04-13\n",
        ),
        data("too_many_requests.txt", "a sentence", "429 Too Many Requests\n"),
    ]
}
