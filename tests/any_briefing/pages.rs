//! Pages of every kind, with what the figures themselves offer to choose.

use uuid::Uuid;
use vigie::briefing::compose::ground::Ground;
use vigie::briefing::document::{Content, FigureSpec, LastPeriods, Page, PageView, Rank};
use vigie::chart::gallery::choice::{Choice, Control, Options};
use vigie::chart::gallery::{Ask, draw};
use vigie::chart::model::ChartKey;
use vigie::model::affected::{Effect, Unit};
use vigie::model::event::EventKind;
use vigie::query::question::PeriodKind;
use vigie::query::view::SavedView;

use crate::records::Records;

/// What a page is made from.
pub type Seed = [u8; 9];

const PERIODS: [PeriodKind; 5] =
    [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year, PeriodKind::FiscalYear];

fn pick<T: Copy>(of: &[T], by: u8) -> T {
    of[usize::from(by) % of.len()]
}

fn view(ground: &Ground<'_>, [.., period, kinds, measure, last]: Seed) -> PageView {
    let mut view = SavedView::of("", &ground.first);
    view.period = pick(&PERIODS, period);
    if kinds > 128 {
        view.date_of = pick(&EventKind::ALL, kinds);
        view.delay = (pick(&EventKind::ALL, kinds / 2), pick(&EventKind::ALL, kinds / 3));
    }
    if measure > 128 {
        view.measure = (pick(&Unit::ALL, measure), pick(&Effect::ALL, measure / 7));
    }
    let last = (last > 80).then(|| LastPeriods { count: u16::from(last % 13), period: pick(&PERIODS, last / 13) });
    PageView { view, last }
}

/// A figure with a value for one of the choices that it offers.
fn spec(seed: Seed, chart: u8, ground: &Ground<'_>) -> FigureSpec {
    let key = pick(&ChartKey::ALL, chart);
    let view = view(ground, seed);
    let prepared = ground.prepare(&view);
    let ask = Ask {
        snapshot: ground.snapshot,
        question: &prepared.question,
        selection: &prepared.selection,
        scope: &prepared.scope,
        options: &Options::default(),
        context: &ground.context(&prepared.question),
        document: ground.document,
    };
    let mut options = Options::default();
    for choice in draw(key, &ask).map(|drawn| drawn.choices).unwrap_or_default() {
        let Choice::Own(own) = choice else { continue };
        let by = seed[3].wrapping_add(u8::try_from(own.key.len()).unwrap_or_default());
        let value = match &own.control {
            Control::Segments(values) | Control::List(values) if !values.is_empty() => {
                values[usize::from(by) % values.len()].0.clone()
            }
            Control::Switch if by % 2 == 0 => "on".to_owned(),
            Control::Number { from, to } => (from + u64::from(by) % (to - from + 1)).to_string(),
            Control::Text { .. } if by % 3 == 0 => "kind:ransomware".to_owned(),
            _ => continue,
        };
        if by % 4 != 0 {
            options.0.insert(own.key.to_owned(), value);
        }
    }
    FigureSpec { chart: key.key().to_owned(), options, view }
}

/// A page from a seed.
pub fn page(seed: &Seed, number: u128, records: &Records, ground: &Ground<'_>) -> Page {
    let [kind, first, second, ..] = *seed;
    let incident = || {
        let row = usize::from(first) % records.snapshot.len().max(1);
        let id = records.snapshot.id_at(row).and_then(|id| records.document(id)).map(|document| document.id);
        id.unwrap_or(Uuid::from_u128(99))
    };
    let content = match kind % 16 {
        0 => Content::Title { subtitle: "Under\nthe title".to_owned() },
        1 => Content::Numbers { view: view(ground, *seed), answers: Vec::new(), delay_over: None },
        2 => Content::Records { view: view(ground, *seed), rank: Rank::Largest, top: second },
        3 => Content::Incident(incident()),
        4 => Content::Timeline(incident()),
        5 => Content::Text { body: "- a point\n\nA paragraph of words. ".repeat(usize::from(first)) },
        6 => Content::Method,
        7 => Content::Table(spec(*seed, first, ground)),
        8 | 9 => Content::Two(Box::new([spec(*seed, first, ground), spec(*seed, second, ground)])),
        _ => Content::Figure(spec(*seed, first, ground)),
    };
    let mut page = Page::new(Uuid::from_u128(number), content);
    if second % 9 == 0 {
        page.headline = Some("A headline that was typed by hand and goes on and on; ".repeat(usize::from(second / 9)));
    }
    page
}
