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
use crate::frame::cell::DateState;
use crate::frame::{RecordId, Snapshot};
use crate::model::event::EventKind;
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
        let to = match (&command, now) {
            (Present::Go(to), _) => Some(((*to).min(last), 0)),
            (Present::On, (at, part)) if part + 1 < parts(at) => Some((at, part + 1)),
            (Present::On, (at, _)) if at < last => Some((at + 1, 0)),
            (Present::Back, (at, part)) if part > 0 => Some((at, part - 1)),
            (Present::Back, (at, _)) if at > 0 => Some((at - 1, parts(at - 1).saturating_sub(1))),
            _ => None,
        };
        let Some(presenting) = &mut self.state.briefing.present else { return };
        match command {
            Present::Go(_) | Present::On | Present::Back => {
                (presenting.at, presenting.part) = to.unwrap_or(now);
                presenting.drill = None;
                presenting.is_blank = false;
            }
            Present::Blank => presenting.is_blank = !presenting.is_blank,
            Present::Drill { figure, keys, words } => self.drill(figure, keys, words),
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

    fn drill(&mut self, figure: usize, keys: Vec<RecordsKey>, words: String) {
        let at = self.state.briefing.present.as_ref().map(|presenting| presenting.at);
        let shown = self.state.opened.as_ref().and_then(|opened| opened.briefings.shown());
        let Some(page) = shown.zip(at).and_then(|(briefing, at)| briefing.pages.get(at)).map(|page| page.id) else {
            return;
        };
        let lang = self.state.lang;
        self.behind_page((page, figure), keys.clone(), move |ids, ground, date_of| {
            let lines = ids.iter().take(NAMED).map(|id| line_of(ground.snapshot(), *id, date_of, lang)).collect();
            let drill = Drill { figure, keys, words, ids: ids.into(), lines };
            Command::Briefings(BriefingsCommand::Present(Present::Drilled(drill)))
        });
    }
}

/// A record in a line: its name and its date on the time axis.
fn line_of(snapshot: &Snapshot, id: RecordId, date_of: EventKind, lang: Lang) -> (String, String) {
    let found = snapshot.row_of(id).and_then(|row| snapshot.locate(row));
    let date = found.and_then(|(chunk, index)| Some(chunk.dates(date_of)?.get(index)));
    let date = date.filter(|date| date.state == DateState::Date);
    (name_of(snapshot, id), date.map(|date| describe::date_cell(lang, date).0).unwrap_or_default())
}
