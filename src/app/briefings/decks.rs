//! The pages of the briefing that is shown, worked out on a thread and kept by what they rest on: revision, datasets,
//! language, and the page itself.
//!
//! While a page is worked out anew the one before stays and is dimmed; the window's thread never computes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::app::awaited::Awaited;
use crate::app::briefings::command::Edit;
use crate::app::briefings::pictures::bare_deck;
use crate::app::clock;
use crate::app::opened::Opened;
use crate::briefing::compose::ground::Ground;
use crate::briefing::compose::{self, method};
use crate::briefing::deck::{Deck, Sheet};
use crate::briefing::document::{Briefing, Content, KeptObjection, Page, Said};
use crate::briefing::paging::paged;
use crate::briefing::renew::{self, Renewal};
use crate::chart::honesty::Rule;
use crate::frame::{RecordId, Revision, Snapshot};
use crate::model::calendar::Day;
use crate::model::dataset::Dataset;
use crate::text::Lang;
use crate::workspace::reader::Reader;

/// After this time a job gives what it has, so that the first pages are seen while the last are worked out.
const ROUND: Duration = Duration::from_millis(250);

/// How many pages are kept.
const KEPT: usize = 160;

/// What every page of a briefing rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    opened: u64,
    revision: Revision,
    datasets: Vec<Dataset>,
    lang: Lang,
}

impl Base {
    fn of(opened: &Opened, lang: Lang) -> Self {
        Self { opened: opened.number, revision: opened.snapshot.revision(), datasets: opened.datasets.clone(), lang }
    }

    fn is(&self, opened: &Opened, lang: Lang) -> bool {
        (self.opened, self.revision, self.lang) == (opened.number, opened.snapshot.revision(), lang)
            && self.datasets == opened.datasets
    }
}

/// What a page rests on beside that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetKey {
    briefing: Uuid,
    page: Page,
    kept: Vec<KeptObjection>,
    /// The name, for the title page.
    name: String,
    /// All of the briefing, for the page that is put together from the others.
    whole: Option<Box<Briefing>>,
}

impl SheetKey {
    fn of(briefing: &Briefing, page: &Page) -> Self {
        let is_title = matches!(page.content, Content::Title { .. });
        let is_method = matches!(page.content, Content::Method);
        Self {
            briefing: briefing.id,
            page: page.clone(),
            kept: briefing.kept.iter().filter(|kept| kept.page == page.id).cloned().collect(),
            name: if is_title { briefing.name.clone() } else { String::new() },
            whole: is_method.then(|| Box::new(briefing.clone())),
        }
    }

    /// Whether this is the same page of the same briefing, as it was or as it is.
    fn is_of_same(&self, other: &Self) -> bool {
        self.briefing == other.briefing && self.page.id == other.page.id
    }
}

/// A page, worked out.
#[derive(Clone, Debug)]
struct Known {
    key: SheetKey,
    sheet: Arc<Sheet>,
    /// Its slides: one, or more where it goes on.
    slides: Vec<Arc<Sheet>>,
    /// What its finding says, whatever headline it has; none for a page that looks at no records.
    finding: Option<Said>,
    /// What was written by hand to it and is to be looked at again.
    renewals: Vec<Renewal>,
    as_of: Day,
    /// Whether it rests on the records as they are.
    is_current: bool,
}

impl Known {
    fn new((briefing, page): (&Briefing, &Page), sheet: Arc<Sheet>, ground: &Ground<'_>) -> Self {
        let whole = Deck { sheets: vec![Sheet::clone(&sheet)], ..bare_deck(ground.lang, "") };
        let slides = paged(&whole).sheets.into_iter().map(Arc::new).collect();
        let (finding, renewals) = (renew::said_of(page, &sheet, ground), renew::of_page(briefing, page, ground));
        let key = SheetKey::of(briefing, page);
        Self { key, sheet, slides, finding, renewals, as_of: ground.as_of(), is_current: true }
    }
}

/// What a job is to work out.
pub struct Work {
    base: Base,
    briefing: Briefing,
    known: Vec<Option<Arc<Sheet>>>,
    first: usize,
}

/// What a job worked out.
#[derive(Debug)]
pub struct Worked {
    key: (Base, Briefing),
    sheets: Vec<Known>,
}

/// All pages that are known.
#[derive(Default)]
pub struct Decks {
    base: Option<Base>,
    known: Vec<Known>,
    awaited: Awaited<(Base, Briefing)>,
}

impl Decks {
    /// Brings the pages of the briefing that is shown up to date. Returns what has to be worked out, once.
    pub fn refresh(&mut self, opened: Option<&Opened>, lang: Lang) -> Option<Work> {
        let Some((opened, briefing)) = opened.and_then(|opened| Some((opened, opened.briefings.shown()?))) else {
            self.awaited.rest();
            return None;
        };
        if self.base.as_ref().is_none_or(|base| !base.is(opened, lang)) {
            if self.base.as_ref().is_some_and(|base| base.opened != opened.number) {
                self.known.clear();
            }
            self.base = Some(Base::of(opened, lang));
            // What was worked out before is shown, dimmed, until it is worked out anew.
            self.known.iter_mut().for_each(|known| known.is_current = false);
        }
        let base = self.base.clone()?;
        let known: Vec<Option<Arc<Sheet>>> = briefing
            .pages
            .iter()
            .map(|page| {
                let key = SheetKey::of(briefing, page);
                self.find(&key).map(|known| Arc::clone(&known.sheet))
            })
            .collect();
        if known.iter().all(Option::is_some) {
            self.awaited.rest();
            return None;
        }
        let key = (base, briefing.clone());
        if !self.awaited.ask(&key) {
            return None;
        }
        let (base, briefing) = key;
        let first = opened.briefings.page().map_or(0, |(at, _)| at);
        Some(Work { base, briefing, known, first })
    }

    /// Takes pages in.
    pub fn take(&mut self, worked: Worked) {
        self.awaited.came(&worked.key);
        if self.base.as_ref() != Some(&worked.key.0) {
            return;
        }
        for new in worked.sheets {
            self.known.retain(|known| !known.key.is_of_same(&new.key));
            self.known.push(new);
        }
        if self.known.len() > KEPT {
            self.known.drain(..self.known.len() - KEPT);
        }
    }

    /// The job did not finish: the same is not asked for again.
    pub fn give_up(&mut self) {
        self.awaited.fail();
    }

    /// A page as it was last worked out, and whether that is how it is now.
    pub fn sheet(&self, briefing: &Briefing, page: &Page) -> Option<(&Arc<Sheet>, bool)> {
        self.latest(briefing, page).map(|(known, is_now)| (&known.sheet, is_now))
    }

    /// The slides of a page as it was last worked out, and whether that is how it is now.
    pub fn slides(&self, briefing: &Briefing, page: &Page) -> Option<(&[Arc<Sheet>], bool)> {
        self.latest(briefing, page).map(|(known, is_now)| (known.slides.as_slice(), is_now))
    }

    /// The number of a page's first slide, counted from 1; a page that is not worked out yet counts as one slide.
    pub fn number(&self, briefing: &Briefing, at: usize) -> usize {
        let slides = |page| self.slides(briefing, page).map_or(1, |(slides, _)| slides.len().max(1));
        1 + briefing.pages.iter().take(at).map(slides).sum::<usize>()
    }

    fn latest(&self, briefing: &Briefing, page: &Page) -> Option<(&Known, bool)> {
        let key = SheetKey::of(briefing, page);
        let now = self.find(&key).map(|known| (known, true));
        now.or_else(|| self.known.iter().find(|known| known.key.is_of_same(&key)).map(|known| (known, false)))
    }

    fn find(&self, key: &SheetKey) -> Option<&Known> {
        self.known.iter().find(|known| known.is_current && known.key == *key)
    }

    /// All pages of a briefing, where each is known as it is now.
    pub fn all(&self, briefing: &Briefing) -> Option<Vec<&Arc<Sheet>>> {
        let pages = briefing.pages.iter();
        pages.map(|page| self.sheet(briefing, page).filter(|(_, is_now)| *is_now).map(|(sheet, _)| sheet)).collect()
    }

    /// What of a page is to be looked at again; nothing while it is worked out anew.
    pub fn renewals(&self, briefing: &Briefing, page: &Page) -> &[Renewal] {
        let latest = self.latest(briefing, page).filter(|(_, is_now)| *is_now);
        latest.map(|(known, _)| known.renewals.as_slice()).unwrap_or_default()
    }

    /// What the finding of a page says, whatever headline it has.
    pub fn finding(&self, briefing: &Briefing, page: &Page) -> Option<&Said> {
        self.latest(briefing, page).and_then(|(known, _)| known.finding.as_ref())
    }

    /// What a rule objects to on a page, to be kept beside the reason.
    pub fn objection(&self, briefing: &Briefing, page: &Page, rule: Rule, lang: Lang) -> Option<Said> {
        let (known, _) = self.latest(briefing, page)?;
        let text = renew::objection_of(&known.sheet, rule)?;
        Some(renew::said(text, lang, known.as_of))
    }

    /// The edit that says that something written by hand holds with the present data too.
    pub fn holds(&self, briefing: &Briefing, page: &Page, renewal: &Renewal) -> Option<Edit> {
        let (known, _) = self.latest(briefing, page)?;
        match renewal {
            Renewal::Headline { .. } => {
                Some(Edit::HeadlineFor(page.id, page.headline.clone().unwrap_or_default(), known.finding.clone()))
            }
            Renewal::Objection { rule, reason, then, now, .. } => {
                let lang = then.as_ref().map_or(Lang::En, |then| then.lang);
                let said = now.clone().map(|text| renew::said(text, lang, known.as_of));
                let rule = rule.key().to_owned();
                said.map(|said| {
                    Edit::Keep(KeptObjection { page: page.id, rule, reason: reason.clone(), said: Some(said) })
                })
            }
        }
    }

    /// Whether pages are being worked out.
    pub const fn is_waiting(&self) -> bool {
        self.awaited.is_waiting()
    }

    /// Whether that takes so long that what is shown is dimmed.
    pub fn is_dimmed(&self) -> bool {
        self.awaited.is_late()
    }

    /// When what is shown is to be dimmed.
    pub fn dims_in(&self) -> Option<Duration> {
        self.awaited.late_in()
    }
}

/// The records of a workspace, owned, to work pages out on a thread.
pub struct GroundOf {
    snapshot: Snapshot,
    datasets: Vec<Dataset>,
    lang: Lang,
    today: Day,
    reader: Option<Reader>,
}

impl GroundOf {
    /// Those of an open workspace. Without a reader, pages do without what stands only in whole records.
    pub fn new(opened: &Opened, lang: Lang) -> Self {
        Self {
            snapshot: opened.snapshot.clone(),
            datasets: opened.datasets.clone(),
            lang,
            today: clock::today(),
            reader: opened.workspace.reader().ok(),
        }
    }

    /// The same without a way to whole records: for questions, which need none.
    pub fn without_documents(opened: &Opened, lang: Lang) -> Self {
        let (snapshot, datasets) = (opened.snapshot.clone(), opened.datasets.clone());
        Self { snapshot, datasets, lang, today: clock::today(), reader: None }
    }

    /// Its records.
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Works something out against them.
    pub fn with<R>(&self, work: impl FnOnce(&Ground<'_>) -> R) -> R {
        let reader = self.reader.as_ref();
        let document = |id: RecordId| {
            let found = reader?.page(&[id]).ok()?;
            found.into_iter().next().map(|(_, incident)| incident)
        };
        let find = |id: Uuid| reader?.find(id).ok().flatten();
        let ground = Ground::new((&self.snapshot, &self.datasets), self.lang, self.today, &document, &find);
        let imports = reader.and_then(|reader| reader.imports().ok()).unwrap_or_default();
        work(&ground.with_imports(imports))
    }
}

impl Work {
    /// Works pages out, the one that is looked at first, until all are known, the time of a round is over, or nobody
    /// waits any more.
    pub fn run(self, ground: &GroundOf, is_cancelled: impl Fn() -> bool) -> Worked {
        let began = Instant::now();
        let Self { base, briefing, mut known, first } = self;
        let is_method = |at: usize| briefing.pages.get(at).is_some_and(|page| page.content == Content::Method);
        let mut places: Vec<usize> = (0..briefing.pages.len()).filter(|at| !is_method(*at)).collect();
        places.sort_by_key(|at| (*at != first, *at));
        let mut sheets = Vec::new();
        ground.with(|ground| {
            for at in places {
                let (Some(page), Some(slot)) = (briefing.pages.get(at), known.get_mut(at)) else { continue };
                if slot.is_some() {
                    continue;
                }
                let sheet = Arc::new(compose::sheet(&briefing, page, ground));
                *slot = Some(Arc::clone(&sheet));
                sheets.push(Known::new((&briefing, page), sheet, ground));
                if began.elapsed() >= ROUND || is_cancelled() {
                    return;
                }
            }
            sheets.extend(methods(&briefing, &known, ground));
        });
        Worked { key: (base, briefing), sheets }
    }
}

/// The method pages, once all others are known.
fn methods(briefing: &Briefing, known: &[Option<Arc<Sheet>>], ground: &Ground<'_>) -> Vec<Known> {
    let pages = briefing.pages.iter().zip(known);
    if !pages.clone().any(|(page, known)| page.content == Content::Method && known.is_none()) {
        return Vec::new();
    }
    let all = pages.map(|(page, known)| match known {
        Some(sheet) => Sheet::clone(sheet),
        None => compose::sheet(briefing, page, ground),
    });
    let filled = method::fill(all.collect(), briefing, ground);
    let of_pages = briefing.pages.iter().zip(filled).filter(|(page, _)| page.content == Content::Method);
    let known = |(page, sheet)| Known::new((briefing, page), Arc::new(sheet), ground);
    of_pages.map(known).collect()
}
