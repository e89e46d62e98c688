//! The check before a briefing is shown: what could be objected to on each page, repaired or kept with a reason.

use eframe::egui::{self, Label, RichText};
use lucide_icons::Icon;
use uuid::Uuid;

use crate::app::briefings::command::{BriefingsCommand, Edit};
use crate::app::briefings::{renewals, send_edit};
use crate::app::charts_page::shelf;
use crate::app::command::Command;
use crate::app::icons;
use crate::app::objections::panel;
use crate::app::opened::Opened;
use crate::app::overlays;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, field, label};
use crate::briefing::document::{Briefing, Content, FigureSpec, KeptObjection, Page};
use crate::chart::gallery::choice::Options;
use crate::chart::honesty::{Caution, Repair, Rule};
use crate::chart::records::RecordsKey;

/// What goes on after the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Look,
    /// The presentation.
    Present,
    /// The choices of the export.
    Export,
}

/// The panel's own passing state.
#[derive(Default)]
pub struct CheckPanel {
    /// The objection whose reason is typed.
    kept: Option<(Uuid, Rule)>,
    reason: String,
    /// Whether the reason's field has had the keyboard yet.
    had: bool,
    /// Whether what goes on has had the keyboard since the panel opened.
    is_open: bool,
}

impl CheckPanel {
    /// Draws the panel over the page. Without anything to say about a briefing that is about to be shown, it goes on at
    /// once.
    pub fn show(&mut self, ctx: &egui::Context, view: &View<'_>, opened: &Opened, briefing: &Briefing, then: Then) {
        let sheets = view.decks.all(briefing);
        let objected = |sheets: &[&std::sync::Arc<crate::briefing::deck::Sheet>]| {
            sheets.iter().map(|sheet| sheet.cautions.len()).sum::<usize>()
        };
        let again: usize = briefing.pages.iter().map(|page| view.decks.renewals(briefing, page).len()).sum();
        let count = sheets.as_deref().map(objected).map(|count| count + again);
        if count == Some(0) && briefing.kept.is_empty() && then != Then::Look {
            view.send(Command::Briefings(BriefingsCommand::GoOn(then)));
            return;
        }
        let title = view.tr("briefings-check-title");
        let shown = overlays::modal(ctx, "briefing check", &title).show(ctx, |ui| {
            let room = ctx.content_rect();
            ui.set_width(620.0_f32.min(room.width() - 80.0));
            overlays::heading(ui, &title);
            let height = (room.height() - 240.0).max(120.0);
            let scroll = egui::ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
            scroll.show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                ui.spacing_mut().item_spacing.y = space::S;
                match count {
                    None => {
                        label::muted(ui, &view.tr("check-looking"), size::TABLE);
                    }
                    Some(0) => {
                        label::muted(ui, &view.tr("briefings-check-nothing"), size::TEXT);
                    }
                    Some(count) => {
                        let words = view.tr_args("briefings-check-count", &[("count", count.into())]);
                        label::muted(ui, &words, size::TABLE);
                    }
                }
                for (at, page) in briefing.pages.iter().enumerate() {
                    self.page_ui(ui, view, opened, briefing, (at, page));
                }
            });
            ui.add_space(space::M);
            ui.horizontal(|ui| self.foot_ui(ui, view, count, then));
        });
        overlays::settle(ctx, "briefing check", &shown);
        if shown.should_close() {
            (self.kept, self.is_open) = (None, false);
            view.send(Command::Briefings(BriefingsCommand::CloseCheck));
        }
    }

    fn page_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        briefing: &Briefing,
        (at, page): (usize, &Page),
    ) {
        let Some((sheet, _)) = view.decks.sheet(briefing, page) else { return };
        let has_kept = briefing.kept.iter().any(|kept| kept.page == page.id);
        if sheet.cautions.is_empty() && !has_kept && view.decks.renewals(briefing, page).is_empty() {
            return;
        }
        ui.add_space(space::XS);
        let name = view.tr_args(
            "briefings-page-name",
            &[("number", (at + 1).into()), ("headline", sheet.headline.as_str().into())],
        );
        ui.add(Label::new(RichText::new(name).font(theme::bold(size::TABLE))).wrap());
        for (number, caution) in sheet.cautions.iter().enumerate() {
            ui.push_id((page.id, number), |ui| self.caution_ui(ui, view, opened, briefing, page, caution));
        }
        renewals::list_ui(ui, view, opened, briefing, page);
        for kept in briefing.kept.iter().filter(|kept| kept.page == page.id) {
            kept_ui(ui, view, opened, briefing, kept);
        }
    }

    fn caution_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        opened: &Opened,
        briefing: &Briefing,
        page: &Page,
        caution: &Caution,
    ) {
        let is_kept = self.kept == Some((page.id, caution.rule));
        caution_ui(ui, view, opened, (briefing, page), caution, |ui| {
            if opened.is_read_only() || is_kept {
                return;
            }
            if button::quiet(ui, &view.tr("briefings-keep")).clicked() {
                self.kept = Some((page.id, caution.rule));
                self.reason.clear();
                self.had = false;
            }
        });
        if !is_kept {
            return;
        }
        ui.horizontal(|ui| {
            let name = view.tr("briefings-keep-because");
            let width = ui.available_width() - 190.0;
            let typed = ui.add(field::line(&mut self.reason, width).hint_text(&name)).accessible_name(&name);
            if !std::mem::replace(&mut self.had, true) {
                typed.request_focus();
            }
            let is_entered = typed.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let has_reason = !self.reason.trim().is_empty();
            let keep = ui.add_enabled_ui(has_reason, |ui| button::secondary(ui, &view.tr("briefings-keep-it"))).inner;
            if (is_entered || keep.clicked()) && has_reason {
                let reason = self.reason.trim().to_owned();
                let rule = caution.rule.key().to_owned();
                let said = view.decks.objection(briefing, page, caution.rule, view.lang());
                send_edit(view, briefing.id, Edit::Keep(KeptObjection { page: page.id, rule, reason, said }));
                self.kept = None;
            }
        });
        label::foot(ui, &view.tr("briefings-keep-where"));
    }

    fn foot_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, count: Option<usize>, then: Then) {
        let send = |command| view.send(Command::Briefings(command));
        let go = match then {
            Then::Look => None,
            Then::Present => Some("briefings-present-now"),
            Then::Export => Some("briefings-export-now"),
        };
        if let Some(key) = go {
            let is_ready = count.is_some();
            let response = ui.add_enabled_ui(is_ready, |ui| button::primary(ui, &view.tr(key))).inner;
            // Once for each time the panel opens: Enter goes on.
            if is_ready && !std::mem::replace(&mut self.is_open, true) {
                response.request_focus();
            }
            if response.clicked() {
                self.is_open = false;
                send(BriefingsCommand::GoOn(then));
            }
        }
        if button::secondary(ui, &view.tr("app-close")).clicked() {
            self.is_open = false;
            send(BriefingsCommand::CloseCheck);
        }
    }
}

/// The objections to the page that is shown, beside it, and what was written for other findings.
pub fn of_page_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing, page: &Page) {
    renewals::of_page_ui(ui, view, opened, briefing, page);
    let Some((sheet, _)) = view.decks.sheet(briefing, page) else { return };
    if sheet.cautions.is_empty() {
        return;
    }
    ui.add_space(space::XS);
    let words = icons::with(Icon::TriangleAlert, &view.tr("briefings-objections"));
    label::muted(ui, &words, size::FOOT);
    for (number, caution) in sheet.cautions.iter().enumerate() {
        ui.push_id(("caution", number), |ui| caution_ui(ui, view, opened, (briefing, page), caution, |_| ()));
    }
}

/// An objection with its repair and its records; `more` adds what else can be done.
fn caution_ui(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    (briefing, page): (&Briefing, &Page),
    caution: &Caution,
    more: impl FnOnce(&mut egui::Ui),
) {
    card::caution(ui, view.tokens, |ui| {
        if let Content::Two(both) = &page.content
            && let Some(spec) = both.get(caution.figure)
        {
            let side = view.tr(if caution.figure == 0 { "briefings-left" } else { "briefings-right" });
            let name = crate::text::tr_or(view.lang(), &format!("charts-name-{}", spec.chart), &spec.chart);
            let words = view.tr_args("briefings-of-figure", &[("side", side.into()), ("name", name.into())]);
            ui.add(Label::new(RichText::new(words).font(theme::bold(size::TABLE))).wrap());
        }
        ui.add(Label::new(RichText::new(&caution.why).size(size::TABLE)).wrap().selectable(true));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let mut lists = caution.records.clone();
            match &caution.repair {
                Some((words, Repair::List(key))) => {
                    if button::secondary(ui, words).clicked() {
                        list(view, (page.id, caution.figure), key.clone(), words.clone());
                    }
                    lists = None;
                }
                Some((words, repair)) => {
                    let repaired = repaired(opened, page, caution.figure, repair);
                    if (repaired.is_some() || of_dataset(opened, repair))
                        && !opened.is_read_only()
                        && button::secondary(ui, words).clicked()
                    {
                        match repaired {
                            Some(content) => send_edit(view, briefing.id, Edit::Content(page.id, content)),
                            None => panel::of_dataset(view, repair),
                        }
                    }
                }
                None => {}
            }
            if let Some(key) = lists.filter(|_| !page.content.views().is_empty())
                && button::link(ui, &view.tr("app-list-these"), size::TABLE).clicked()
            {
                list(view, (page.id, caution.figure), key, caution.rule.name(view.lang()));
            }
            more(ui);
        });
    });
}

fn list(view: &View<'_>, (page, figure): (Uuid, usize), key: RecordsKey, words: String) {
    view.send(Command::Briefings(BriefingsCommand::List { page, figure, key, words }));
}

/// An objection that was kept, with its reason.
fn kept_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing, kept: &KeptObjection) {
    let rule = Rule::ALL.into_iter().find(|rule| rule.key() == kept.rule);
    let name = rule.map_or_else(|| kept.rule.clone(), |rule| rule.name(view.lang()));
    let arguments = [("rule", name.into()), ("reason", kept.reason.as_str().into())];
    ui.horizontal_wrapped(|ui| {
        label::muted(ui, &icons::with(Icon::Check, &view.tr_args("briefings-kept", &arguments)), size::TABLE);
        if !opened.is_read_only() && button::link(ui, &view.tr("briefings-object-again"), size::TABLE).clicked() {
            let edit = Edit::Object { page: kept.page, rule: kept.rule.clone() };
            send_edit(view, briefing.id, edit);
        }
    });
}

/// Whether a repair changes what is said of a dataset, for all pages.
fn of_dataset(opened: &Opened, repair: &Repair) -> bool {
    match repair {
        Repair::AsOf(id, _) | Repair::Mechanism(id, _) => opened.dataset(*id).is_some(),
        _ => false,
    }
}

/// What a page shows with a repair of one of its figures; `None` where it cannot be made on the page alone.
fn repaired(opened: &Opened, page: &Page, figure: usize, repair: &Repair) -> Option<Content> {
    let mut content = page.content.clone();
    if let Some(spec) = spec_of(&mut content, figure) {
        match repair {
            Repair::Option { key, value } if value.is_empty() => {
                spec.options.0.remove(*key);
            }
            Repair::Option { key, value } => {
                spec.options.0.insert((*key).to_owned(), value.clone());
            }
            Repair::Figure(chart) if shelf::family(*chart).is_some() => {
                chart.key().clone_into(&mut spec.chart);
                spec.options = Options::default();
            }
            _ => {}
        }
    }
    if let Some(asked) = content.views_mut().into_iter().nth(figure) {
        let filter = &mut asked.view.filter;
        match repair {
            Repair::Range(from, to) => {
                asked.last = None;
                (filter.from, filter.to) = (*from, *to);
            }
            Repair::Measure(unit, effect) => asked.view.measure = (*unit, *effect),
            Repair::Dataset(id) if opened.dataset(*id).is_some() => filter.datasets = vec![*id],
            Repair::Narrow(more) => filter.expr = std::mem::take(&mut filter.expr).narrowed(more.clone()),
            _ => {}
        }
    }
    (content != page.content).then_some(content)
}

/// A figure of a page, by its number.
fn spec_of(content: &mut Content, figure: usize) -> Option<&mut FigureSpec> {
    match content {
        Content::Figure(spec) | Content::Table(spec) => Some(spec),
        Content::Two(both) => both.get_mut(figure),
        _ => None,
    }
}
