//! Briefings that fill themselves: each template proposes pages, draws them once, and keeps those that have something
//! to say.

use uuid::Uuid;

use crate::briefing::compose::figure;
use crate::briefing::compose::ground::Ground;
use crate::briefing::compose::incident::headline;
use crate::briefing::compose::pages::begun_in;
use crate::briefing::compose::records;
use crate::briefing::deck::Body;
use crate::briefing::document::{Briefing, Content, FigureSpec, LastPeriods, Page, PageView, Rank};
use crate::chart::gallery::choice::Options;
use crate::chart::gallery::fields::groupable;
use crate::chart::model::ChartKey;
use crate::frame::batch::Field;
use crate::model::dataset::Mechanism;
use crate::model::incident::Incident;
use crate::query::question::{PeriodKind, Question};
use crate::query::view::SavedView;
use crate::text::{Lang, tr, tr_args};

/// A template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// The last complete month.
    Monthly,
    /// The last complete quarter.
    Quarterly,
    /// The last complete year of the data.
    Annual,
    /// One incident.
    Incident,
}

impl Template {
    /// All templates, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Monthly, Self::Quarterly, Self::Annual, Self::Incident];

    /// The stable key used on the command line and for translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::Annual => "annual",
            Self::Incident => "incident",
        }
    }

    /// The template with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.key() == key)
    }

    /// What it is called.
    pub fn name(self, lang: Lang) -> String {
        tr(lang, &format!("briefing-template-{}", self.key()))
    }
}

/// A briefing that a template made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The briefing.
    pub briefing: Briefing,
    /// Pages of the template that have nothing to show, each with the reason, in the reader's language.
    pub left_out: Vec<String>,
}

/// Fills a template from the records. Pages are numbered from 1 as their identities; `id` is the briefing's.
///
/// `asked` is what the analyst looks at: its records, dates, delay and measure are those of every page. A figure that
/// says why it is silent is left out and told.
pub fn fill(template: Template, asked: &Question, id: Uuid, ground: &Ground<'_>) -> Filled {
    let (last, period, years) = match template {
        Template::Monthly => {
            (LastPeriods { count: 1, period: PeriodKind::Month }, PeriodKind::Month, (24, PeriodKind::Month))
        }
        Template::Quarterly => {
            (LastPeriods { count: 1, period: PeriodKind::Quarter }, PeriodKind::Quarter, (12, PeriodKind::Quarter))
        }
        Template::Annual | Template::Incident => {
            let year = if asked.fiscal_start == (1, 1) { PeriodKind::Year } else { PeriodKind::FiscalYear };
            (LastPeriods { count: 1, period: year }, year, (5, year))
        }
    };
    let now = PageView { view: view_of(asked, period), last: Some(last) };
    let course = PageView { view: view_of(asked, period), last: Some(LastPeriods { count: years.0, period: years.1 }) };
    let mut filling = Filling { pages: Vec::new(), left_out: Vec::new(), ground };
    filling.keep(Content::Title { subtitle: String::new() });
    let chart = |key: ChartKey, view: &PageView, options: &[(&str, &str)]| spec(key, view, options);
    let few = ground.prepare(&now).selection.len() < 5;
    // With a handful of records in the period the whole data speaks, and each record by itself.
    let period_alone = now.clone();
    let now = if few { PageView { view: view_of(asked, period), last: None } } else { now };
    let over = LastPeriods { count: years.0, period: years.1 };
    let has_days = !ground.prepare(&course).selection.is_empty();
    filling.keep(Content::Numbers { view: now.clone(), answers: Vec::new(), delay_over: has_days.then_some(over) });
    // Is it getting worse?
    filling.figure(chart(ChartKey::Incidents, &course, &[]));
    let which = match template {
        Template::Monthly => "month",
        Template::Quarterly => "quarter",
        Template::Annual | Template::Incident => "year",
    };
    if !few {
        filling.figure(chart(ChartKey::ComparePeriods, &course, &[("which", which)]));
    }
    if template == Template::Annual {
        filling.figure(chart(ChartKey::Season, &whole(asked, period), &[]));
        filling.figure(chart(ChartKey::Control, &course, &[]));
    }
    // Who was hit, and by what?
    if ground.prepare(&now).selection.len() >= 5 {
        filling.breakdowns(|field| chart(ChartKey::Breakdown, &now, &[("field", field)]));
    }
    // How many people?
    if ground.prepare(&now).overview(ground.snapshot).affected.n >= 5 {
        filling.figure(chart(ChartKey::AffectedSizes, &now, &[]));
    }
    filling.sizes_over_time(chart(ChartKey::AffectedPeriods, &course, &[]));
    if template == Template::Annual {
        filling.figure(chart(ChartKey::Concentration, &now, &[]));
    }
    if !few {
        filling.records(&now, Rank::Largest, 10);
    }
    // How quickly was it told? By the day on which the delay began.
    let year = if asked.fiscal_start == (1, 1) { PeriodKind::Year } else { PeriodKind::FiscalYear };
    let begun = |last| {
        let begun = begun_in(&course, last);
        // Where no record says when its delay began, those of the other pages say why there is no figure.
        if ground.prepare(&begun).selection.is_empty() { course.clone() } else { begun }
    };
    filling.figure(chart(ChartKey::Disclosure, &begun(over), &[]));
    filling.cohorts(chart(ChartKey::DelayCohorts, &begun(LastPeriods { count: 5, period: year }), &[]));
    filling.figure(chart(ChartKey::Milestones, &now, &[]));
    if few {
        // All of a small collection, else those of the period.
        let small = ground.prepare(&now).selection.len() <= 8;
        let ids: Vec<Uuid> = filling.some_incidents(if small { &now } else { &period_alone }, 8);
        for id in ids {
            filling.keep(Content::Incident(id));
        }
    }
    filling.keep(Content::Method);
    let Filling { pages, left_out, .. } = filling;
    let name = tr_args(ground.lang, &format!("briefing-name-{}", template.key()), &[]);
    Filled { briefing: Briefing { id, name, pages, ..Briefing::default() }, left_out }
}

/// A briefing about one incident. Its own page holds all that is known of it, on as many slides as that needs.
pub fn of_incident(incident: &Incident, asked: &Question, id: Uuid, ground: &Ground<'_>) -> Filled {
    let mut filling = Filling { pages: Vec::new(), left_out: Vec::new(), ground };
    filling.keep(Content::Title { subtitle: tr(ground.lang, "briefing-template-incident") });
    filling.keep(Content::Incident(incident.id));
    let all = PageView {
        view: SavedView { filter: crate::query::question::Filter::default(), ..view_of(asked, asked.period) },
        last: None,
    };
    if let Some(record) = (ground.find)(incident.id) {
        let own = record.0.to_string();
        filling.figure(spec(ChartKey::DelayAmong, &all, &[("incident", &own)]));
    }
    filling.keep(Content::Method);
    let Filling { pages, left_out, .. } = filling;
    Filled { briefing: Briefing { id, name: headline(incident), pages, ..Briefing::default() }, left_out }
}

/// What is looked at, cut into these periods, without its own days: those are the template's.
fn view_of(asked: &Question, period: PeriodKind) -> SavedView {
    let mut view = SavedView::of("", asked);
    view.period = period;
    view
}

fn whole(asked: &Question, period: PeriodKind) -> PageView {
    PageView { view: view_of(asked, period), last: None }
}

fn spec(key: ChartKey, view: &PageView, options: &[(&str, &str)]) -> FigureSpec {
    let options = options.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    FigureSpec { chart: key.key().to_owned(), options: Options(options), view: view.clone() }
}

struct Filling<'a, 'g> {
    pages: Vec<Page>,
    left_out: Vec<String>,
    ground: &'a Ground<'g>,
}

impl Filling<'_, '_> {
    fn keep(&mut self, content: Content) {
        let id = Uuid::from_u128(self.pages.len() as u128 + 1);
        self.pages.push(Page::new(id, content));
    }

    /// Keeps a figure that has something to show.
    fn figure(&mut self, spec: FigureSpec) {
        match self.silent(&spec) {
            None => self.keep(Content::Figure(spec)),
            Some(why) => self.left_out.push(why),
        }
    }

    /// Two figures side by side, or the one that has something to show.
    fn two(&mut self, left: FigureSpec, right: FigureSpec) {
        match (self.silent(&left), self.silent(&right)) {
            (None, None) => self.keep(Content::Two(Box::new([left, right]))),
            (None, Some(why)) => {
                self.keep(Content::Figure(left));
                self.left_out.push(why);
            }
            (Some(why), None) => {
                self.keep(Content::Figure(right));
                self.left_out.push(why);
            }
            (Some(one), Some(other)) => self.left_out.extend([one, other]),
        }
    }

    /// Disclosure by period of start, but where nobody knows how records got in: those must not be compared.
    fn cohorts(&mut self, spec: FigureSpec) {
        if self.ground.prepare(&spec.view).question.mechanism == Mechanism::Mixed {
            let lang = self.ground.lang;
            let name = crate::text::tr_or(lang, &format!("charts-name-{}", spec.chart), &spec.chart);
            let why = tr(lang, "briefing-no-mechanism");
            self.left_out.push(tr_args(lang, "briefing-left-out", &[("figure", name.into()), ("why", why.into())]));
        } else {
            self.figure(spec);
        }
    }

    /// Typical sizes over time, where a whole period has one.
    fn sizes_over_time(&mut self, spec: FigureSpec) {
        let lang = self.ground.lang;
        let has_finding = figure::make(&spec, self.ground).is_some_and(|made| {
            made.drawn.model.empty.is_some() || made.drawn.model.title != tr(lang, "chart-title-affected-periods")
        });
        if has_finding {
            return self.figure(spec);
        }
        let name = crate::text::tr_or(lang, &format!("charts-name-{}", spec.chart), &spec.chart);
        let why = tr(lang, "briefing-no-typical");
        self.left_out.push(tr_args(lang, "briefing-left-out", &[("figure", name.into()), ("why", why.into())]));
    }

    /// Who and what: the sector before the kind of incident, or the first two fields that group the records, side by
    /// side.
    fn breakdowns(&mut self, by: impl Fn(&str) -> FigureSpec) {
        let mut fields = groupable(self.ground.snapshot);
        // Columns of the file's own ("IsVerified") say little to who did not make it.
        if fields.iter().any(|field| !matches!(field, Field::Custom(_))) {
            fields.retain(|field| !matches!(field, Field::Custom(_)));
        }
        if let Some(sector) = fields.iter().position(|field| *field == Field::Sector) {
            let sector = fields.remove(sector);
            fields.insert(0, sector);
        }
        match fields.as_slice() {
            [] => {}
            [only] => self.figure(by(&only.key())),
            [one, other, ..] => self.two(by(&one.key()), by(&other.key())),
        }
    }

    fn records(&mut self, view: &PageView, rank: Rank, top: u8) {
        let sheet = records::sheet(view, rank, top, self.ground);
        match sheet.body {
            Body::Empty(why) => self.left_out.push(why),
            _ => self.keep(Content::Records { view: view.clone(), rank, top }),
        }
    }

    /// Why a figure would show nothing.
    fn silent(&self, spec: &FigureSpec) -> Option<String> {
        let lang = self.ground.lang;
        let why = figure::make(spec, self.ground)?.drawn.model.empty?;
        let name = crate::text::tr_or(lang, &format!("charts-name-{}", spec.chart), &spec.chart);
        Some(tr_args(lang, "briefing-left-out", &[("figure", name.into()), ("why", why.into())]))
    }

    /// Identities of the first records.
    fn some_incidents(&self, view: &PageView, most: usize) -> Vec<Uuid> {
        let prepared = self.ground.prepare(view);
        let ids = prepared.selection.ids(self.ground.snapshot).take(most);
        ids.filter_map(|id| (self.ground.document)(id)).map(|incident| incident.id).filter(|id| !id.is_nil()).collect()
    }
}
