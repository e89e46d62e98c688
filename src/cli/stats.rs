//! `vigie stats`: the three answers as text or JSON.

use crate::chart::findings;
use crate::chart::model::{Finding, FootPart};
use crate::cli::answer::{Answer, AnswerArgs};
use crate::cli::{Failure, output, stats_json};
use crate::text::Lang;

/// How many, how many people, how long: figures of a file or workspace
#[derive(Clone, Debug, clap::Args)]
pub struct StatsArgs {
    #[command(flatten)]
    answer: AnswerArgs,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be read or standard output cannot be written to.
pub fn run(args: &StatsArgs) -> Result<(), Failure> {
    let answer = args.answer.answer()?;
    let context = args.answer.context(&answer);
    let findings = findings::all(&answer.overview, &context);
    if args.answer.question.json {
        output::json(&stats_json::of(&answer, &findings, &context))
    } else {
        output::line(&as_text(&answer, &findings, context.lang))
    }
}

fn as_text(answer: &Answer, findings: &[Finding], lang: Lang) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        if !text.is_empty() {
            out.push_str(text);
            out.push('\n');
        }
    };
    for finding in findings {
        line(&format!("{} — {}", finding.question, finding.headline));
        line(&indented(&finding.sentence));
        line(&indented(&joined(&finding.small_print)));
        line(&indented(finding.aside.as_deref().unwrap_or_default()));
    }
    for group in stats_json::groups(answer) {
        line(&format!("{}: {}", group.word, group.incidents));
    }
    for assumption in &answer.loaded.assumptions {
        line(&assumption.words(lang));
    }
    out.truncate(out.trim_end().len());
    out
}

fn indented(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("  {text}") }
}

fn joined(parts: &[FootPart]) -> String {
    let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    texts.join(" · ")
}
