//! `vigie chart`: one chart as a picture.

use std::path::{Path, PathBuf};

use crate::chart::kinds;
use crate::chart::model::ChartKey;
use crate::cli::answer::AnswerArgs;
use crate::cli::{Failure, output};
use crate::draw::layout::{Size, scene};
use crate::draw::png::png;
use crate::draw::style::Style;
use crate::draw::{font, svg};

/// Draw a chart of a file or workspace
#[derive(Clone, Debug, clap::Args)]
pub struct ChartArgs {
    #[command(flatten)]
    answer: AnswerArgs,
    /// Which chart
    #[arg(long, value_name = "incidents|affected|affected-periods|disclosure", value_parser = parse_figure)]
    figure: ChartKey,
    /// The picture, by its ending: .svg or .png
    #[arg(short, long, value_name = "OUT.svg|OUT.png", value_parser = parse_out)]
    output: PathBuf,
}

/// Pixels a point of a PNG: 960 × 540 points become 1920 × 1080 pixels.
const SCALE: f64 = 2.0;

/// Runs the command.
///
/// # Errors
/// When the file cannot be read or the picture cannot be written.
pub fn run(args: &ChartArgs) -> Result<(), Failure> {
    if args.answer.question.json {
        return Err(Failure::wrong_use("--json is for stats; a chart is a picture."));
    }
    let answer = args.answer.answer()?;
    let model = kinds::build(args.figure, &answer.overview, &args.answer.context(&answer));
    let page = scene(&model, Size::SLIDE, &Style::print());
    let bytes = if has_ending(&args.output, "png") {
        png(&page, SCALE).map_err(Failure::could_not)?
    } else {
        svg::svg(&page).into_bytes()
    };
    write_whole(&args.output, &bytes)?;
    let missing: String = page.texts().flat_map(|text| font::missing(&text.text)).collect();
    output::line(&model.title)?;
    for assumption in &answer.loaded.assumptions {
        output::line(&assumption.words(args.answer.lang))?;
    }
    if missing.is_empty() {
        return Ok(());
    }
    output::line(&format!("The font of the picture has no signs for: {missing}"))
}

/// Writes beside the target and then takes its place, so that a picture is there whole or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path)).map_err(|error| {
        // What is left of an unfinished picture is of no use; if it cannot be removed it harms nothing.
        std::fs::remove_file(&beside).ok();
        Failure::could_not(format!(
            "The picture could not be written ({error}); nothing else was changed. Choose another place than {}.",
            path.display()
        ))
    })
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn parse_figure(text: &str) -> Result<ChartKey, String> {
    match text.trim().to_ascii_lowercase().as_str() {
        "incidents" => Ok(ChartKey::Incidents),
        "affected" | "affected-sizes" => Ok(ChartKey::AffectedSizes),
        "affected-periods" => Ok(ChartKey::AffectedPeriods),
        "disclosure" => Ok(ChartKey::Disclosure),
        _ => Err("write incidents, affected, affected-periods or disclosure".to_owned()),
    }
}

fn parse_out(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if has_ending(&path, "svg") || has_ending(&path, "png") {
        Ok(path)
    } else {
        Err("write a file name that ends in .svg or .png".to_owned())
    }
}
