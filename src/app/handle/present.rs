//! The presentation: full screen, page after page.

use eframe::egui::{self, ViewportCommand};

use crate::app::App;
use crate::app::briefings::command::{BriefingsCommand, Present};
use crate::app::briefings::present::{Drill, Presenting};
use crate::app::command::{Command, Page};
use crate::app::listing::Listing;
use crate::app::theme::{self, ThemeChoice};
use crate::chart::describe;
use crate::chart::figures::affected::name_of;
use crate::chart::records::RecordsKey;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::{RecordId, Snapshot};
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::query::Expr;
use crate::text::Lang;

/// Most records that are named beside a figure.
const NAMED: usize = 12;

impl App {
    pub(super) fn start_presenting(&mut self, ctx: &egui::Context) {
        let Some(opened) = &self.state.opened else { return };
        let Some((at, _)) = opened.briefings.page() else { return };
        self.state.briefing.present = Some(Presenting::new(at));
        // Slides are light, and so are the figures on them.
        theme::choose(ctx, ThemeChoice::Light);
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        egui::Popup::close_all(ctx);
    }

    pub(super) fn run_present_command(&mut self, ctx: &egui::Context, command: Present) {
        let pages = self.state.opened.as_ref().and_then(|opened| opened.briefings.shown());
        let Some(last) = pages.map(|briefing| briefing.pages.len().saturating_sub(1)) else { return };
        let parts = |at: usize| {
            let shown = self.state.opened.as_ref().and_then(|opened| opened.briefings.shown());
            let page = shown.and_then(|briefing| briefing.pages.get(at).map(|page| (briefing, page)));
            page.and_then(|(briefing, page)| self.decks.slides(briefing, page)).map_or(1, |(slides, _)| slides.len())
        };
        let Some(now) = self.state.briefing.present.as_ref().map(|presenting| (presenting.at, presenting.part)) else {
            return;
        };
        let slide = |number: usize| {
            let mut left = number.max(1) - 1;
            for at in 0..=last {
                if left < parts(at) {
                    return (at, left);
                }
                left -= parts(at);
            }
            (last, parts(last).saturating_sub(1))
        };
        let to = match (&command, now) {
            (Present::Go(to), _) => Some(((*to).min(last), 0)),
            (Present::ToSlide(number), _) => Some(slide(*number)),
            (Present::On, (at, part)) if part + 1 < parts(at) => Some((at, part + 1)),
            (Present::On, (at, _)) if at < last => Some((at + 1, 0)),
            (Present::Back, (at, part)) if part > 0 => Some((at, part - 1)),
            (Present::Back, (at, _)) if at > 0 => Some((at - 1, parts(at - 1).saturating_sub(1))),
            _ => None,
        };
        let Some(presenting) = &mut self.state.briefing.present else { return };
        match command {
            Present::Go(_) | Present::ToSlide(_) | Present::On | Present::Back => {
                (presenting.at, presenting.part) = to.unwrap_or(now);
                presenting.drill = None;
                presenting.is_blank = false;
            }
            Present::Blank => presenting.is_blank = !presenting.is_blank,
            Present::Drill { figure, plot, keys, words } => self.drill((figure, plot), keys, words),
            Present::Drilled(drill) => presenting.drill = Some(drill),
            Present::Reset => presenting.drill = None,
            Present::Records => {
                let drill = presenting.drill.take();
                self.leave_presentation(ctx);
                if let Some(Drill { words, ids, .. }) = drill {
                    self.state.listing = Some(Listing { words, ids, from: Page::Briefings, left_out_of: None });
                    self.state.page = Page::Records;
                }
            }
            Present::Leave => self.leave_presentation(ctx),
        }
    }

    fn leave_presentation(&mut self, ctx: &egui::Context) {
        let Some(presenting) = self.state.briefing.present.take() else { return };
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        ctx.set_zoom_factor(self.state.settings.zoom);
        theme::choose(ctx, self.state.settings.theme);
        if let Some(opened) = &mut self.state.opened {
            let page = opened.briefings.shown().and_then(|briefing| briefing.pages.get(presenting.at));
            if let Some(id) = page.map(|page| page.id) {
                opened.briefings.turn_to(id);
            }
        }
    }

    fn drill(&mut self, (figure, plot): (usize, usize), keys: Vec<RecordsKey>, words: String) {
        let at = self.state.briefing.present.as_ref().map(|presenting| presenting.at);
        let shown = self.state.opened.as_ref().and_then(|opened| opened.briefings.shown());
        let Some(page) = shown.zip(at).and_then(|(briefing, at)| briefing.pages.get(at)).map(|page| page.id) else {
            return;
        };
        let lang = self.state.lang;
        let count = keys.iter().find_map(|key| match key {
            RecordsKey::Where(Expr::Count { measure, .. }) => Some(*measure),
            _ => None,
        });
        let by = move |date_of| count.map_or(By::Date(date_of), By::Count);
        self.behind_page((page, figure), keys.clone(), move |ids, ground, date_of| {
            let by = by(date_of);
            let lines = first_of(ground.snapshot(), &ids, by);
            let lines = lines.into_iter().map(|id| line_of(ground.snapshot(), id, by, lang)).collect();
            let drill = Drill { plot, keys, words, ids: ids.into(), lines };
            Command::Briefings(BriefingsCommand::Present(Present::Drilled(drill)))
        });
    }
}

/// What records are listed by, and what is told of them.
#[derive(Clone, Copy)]
enum By {
    /// The latest first, with their date.
    Date(EventKind),
    /// The largest first, with their count.
    Count((Unit, Effect)),
}

fn date_of(snapshot: &Snapshot, id: RecordId, kind: EventKind) -> Option<DateCell> {
    let (chunk, index) = snapshot.row_of(id).and_then(|row| snapshot.locate(row))?;
    chunk.dates(kind).map(|column| column.get(index)).filter(|date| date.state == DateState::Date)
}

fn count_of(snapshot: &Snapshot, id: RecordId, measure: (Unit, Effect)) -> Option<CountCell> {
    let (chunk, index) = snapshot.row_of(id).and_then(|row| snapshot.locate(row))?;
    chunk.counts(measure).map(|column| column.get(index)).filter(|count| count.state == CountState::Count)
}

/// The records that are named: those that come first.
fn first_of(snapshot: &Snapshot, ids: &[RecordId], by: By) -> Vec<RecordId> {
    let rank = |id: &RecordId| match by {
        By::Date(kind) => date_of(snapshot, *id, kind).map(|date| i128::from(date.lo)),
        By::Count(measure) => count_of(snapshot, *id, measure).map(|count| i128::from(count.lo)),
    };
    let mut ranked: Vec<(Option<i128>, RecordId)> = ids.iter().map(|id| (rank(id), *id)).collect();
    let order = |a: &(Option<i128>, RecordId), b: &(Option<i128>, RecordId)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
    if ranked.len() > NAMED {
        ranked.select_nth_unstable_by(NAMED, order);
        ranked.truncate(NAMED);
    }
    ranked.sort_unstable_by(order);
    ranked.into_iter().map(|(_, id)| id).collect()
}

/// A record in a line: its name, and its date on the time axis or its count.
fn line_of(snapshot: &Snapshot, id: RecordId, by: By, lang: Lang) -> (String, String) {
    let told = match by {
        By::Date(kind) => date_of(snapshot, id, kind).map(|date| describe::date_cell(lang, date).0),
        By::Count(measure) => count_of(snapshot, id, measure).map(|count| describe::count_cell(lang, count)),
    };
    (name_of(snapshot, id), told.unwrap_or_default())
}
