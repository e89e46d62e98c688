//! `vigie chart`: one chart as a picture, or its numbers as a table.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::briefing::deck::Deck;
use crate::briefing::format::{self, Format};
use crate::chart::gallery::choice::Options;
use crate::chart::gallery::{self, Ask, Drawn, Family};
use crate::chart::kinds;
use crate::chart::model::ChartKey;
use crate::chart::model::csv::csv;
use crate::cli::answer::{Answer, AnswerArgs};
use crate::cli::{Failure, cautions, options, output, source};
use crate::draw::layout::{Size, scene_with_panels};
use crate::draw::png::png;
use crate::draw::style::Style;
use crate::draw::{font, pdf, svg};
use crate::frame::batch::Field;
use crate::frame::{RecordId, RowValues};
use crate::model::incident::Incident;
use crate::model::organisation::{Party, Role};
use crate::workspace::Workspace;
use crate::workspace::data_file::write_whole;

/// Draw a chart of a file or workspace
#[derive(Clone, Debug, clap::Args)]
pub struct ChartArgs {
    #[command(flatten)]
    answer: AnswerArgs,
    /// Which chart
    #[arg(long, value_name = "incidents|affected|disclosure|…", value_parser = parse_figure)]
    figure: ChartKey,
    /// What is chosen for it; several are given one by one
    #[arg(long = "option", value_name = "NAME=VALUE", value_parser = parse_option)]
    options: Vec<(String, String)>,
    /// Width and height of the picture in points, as 640x400; it is higher where its words need more
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = parse_size)]
    size: Option<Size>,
    /// Light words on dark ground
    #[arg(long)]
    dark: bool,
    /// The picture, by its ending: .svg, .png or .pdf; or its numbers as a table: .csv; or both: .xlsx
    #[arg(short, long, value_name = "OUT.svg|png|pdf|csv|xlsx", value_parser = parse_out)]
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
        return Err(Failure::wrong_use("--json is for stats; a chart is a picture or a table."));
    }
    let overview = ChartKey::OVERVIEW.contains(&args.figure);
    // Other figures may look at any field whose words are kept.
    let answer = args.answer.answer_with(&|field| !overview && source::for_figures(field))?;
    let options = Options(args.options.iter().cloned().collect());
    let drawn = drawn(args, &answer, &options);
    options::refuse_what_is_not_offered(args.figure, &args.options, &drawn)?;
    let (model, panels) = (&drawn.model, &drawn.panels);
    let style = if args.dark { Style::dark() } else { Style::print() };
    let page = scene_with_panels(model, panels, args.size.unwrap_or(Size::SLIDE), &style);
    let is_table = has_ending(&args.output, "csv");
    let bytes = if is_table {
        if model.table.headers.is_empty() {
            return Err(Failure::could_not(format!("{} It has no table; nothing was written.", model.title)));
        }
        csv(&model.table).into_bytes()
    } else if has_ending(&args.output, "xlsx") {
        let deck = Deck::of_figure(drawn.clone(), args.answer.lang, answer.question.as_of);
        format::write(&deck, Format::Xlsx, &format::Options::default()).map_err(Failure::could_not)?
    } else if has_ending(&args.output, "png") {
        png(&page, SCALE).map_err(Failure::could_not)?
    } else if has_ending(&args.output, "pdf") {
        pdf::figure(&page, args.answer.lang.code()).map_err(Failure::could_not)?
    } else {
        svg::svg(&page).into_bytes()
    };
    write_whole(&args.output, &bytes).map_err(|error| {
        Failure::could_not(format!(
            "The file could not be written ({error}); nothing else was changed. Choose another place than {}.",
            args.output.display()
        ))
    })?;
    let missing: String = page.texts().flat_map(|text| font::missing(&text.text)).collect();
    output::line(&model.title)?;
    for assumption in &answer.loaded.assumptions {
        output::line(&assumption.words(args.answer.lang))?;
    }
    for caution in cautions::of(&answer, model, &options, args.answer.lang) {
        output::line(&cautions::line(&caution, args.answer.lang))?;
    }
    if missing.is_empty() || is_table {
        return Ok(());
    }
    output::line(&format!("The font of the picture has no signs for: {missing}"))
}

/// The chart with its panels: a figure of the gallery, or one of the overview.
fn drawn(args: &ChartArgs, answer: &Answer, options: &Options) -> Drawn {
    let context = args.answer.context(answer);
    let selection = answer.selection();
    let documents = Documents { path: &args.answer.file, answer, reader: OnceCell::new() };
    let ask = Ask {
        snapshot: &answer.loaded.snapshot,
        question: &answer.question,
        selection: &selection,
        scope: &answer.overview.scope,
        options,
        context: &context,
        document: &|id| documents.read(id),
    };
    gallery::draw(args.figure, &ask).unwrap_or_else(|| Drawn {
        model: kinds::build(
            args.figure,
            &answer.overview,
            &context.choosing(&answer.question.filter, &answer.loaded.snapshot),
        ),
        panels: Vec::new(),
        definition: Vec::new(),
        choices: Vec::new(),
    })
}

/// Single records, read again where they stand: documents of a workspace, rows of a long table.
struct Documents<'a> {
    path: &'a Path,
    answer: &'a Answer,
    reader: OnceCell<Option<Workspace>>,
}

impl Documents<'_> {
    fn read(&self, id: RecordId) -> Option<Incident> {
        if self.answer.loaded.report.is_some() {
            return self.answer.loaded.read_again(self.path, id).map(|values| as_incident(&values));
        }
        let workspace = self.reader.get_or_init(|| Workspace::open_read_only(self.path).ok()).as_ref()?;
        workspace.page(&[id]).ok()?.into_iter().next().map(|(_, incident)| incident)
    }
}

/// What a row of a table says of names, as a record.
fn as_incident(values: &RowValues) -> Incident {
    let party = |role: Role, name: &String| Party { role, name: name.clone(), ..Party::default() };
    let names = |role: Role| values.words.get(&Field::Organisation(role)).into_iter().flatten();
    let organisations = Role::ALL.into_iter().flat_map(|role| names(role).map(move |name| party(role, name)));
    Incident { organisations: organisations.collect(), title: values.title.clone(), ..Incident::default() }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn parse_figure(text: &str) -> Result<ChartKey, String> {
    let key = text.trim().to_ascii_lowercase();
    let short = if key == "affected" { "affected-sizes" } else { &key };
    let known = |chart: &ChartKey| Family::of(*chart).is_some() || ChartKey::OVERVIEW.contains(chart);
    ChartKey::from_key(short).filter(known).ok_or_else(|| {
        let keys: Vec<&str> = ChartKey::ALL.into_iter().filter(known).map(ChartKey::key).collect();
        format!("write one of {}", keys.join(", "))
    })
}

fn parse_option(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| "write NAME=VALUE, for example top=5".to_owned())?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

/// Narrowest and widest picture that is drawn, in points.
const WIDTHS: std::ops::RangeInclusive<f64> = 240.0..=4_000.0;
/// Lowest and highest picture that is asked for, in points.
const HEIGHTS: std::ops::RangeInclusive<f64> = 100.0..=4_000.0;

fn parse_size(text: &str) -> Result<Size, String> {
    let number = |part: &str| part.trim().parse::<f64>().ok();
    let sides = text.split_once(['x', 'X', '×']).and_then(|(width, height)| Some((number(width)?, number(height)?)));
    let (width_pt, height_pt) = sides.ok_or_else(|| "write WIDTHxHEIGHT in points, for example 640x400".to_owned())?;
    if WIDTHS.contains(&width_pt) && HEIGHTS.contains(&height_pt) {
        return Ok(Size { width_pt, height_pt });
    }
    Err("write a width from 240 to 4000 and a height from 100 to 4000 points".to_owned())
}

fn parse_out(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if ["svg", "png", "pdf", "csv", "xlsx"].iter().any(|ending| has_ending(&path, ending)) {
        Ok(path)
    } else {
        Err("write a file name that ends in .svg, .png, .pdf, .csv or .xlsx".to_owned())
    }
}
