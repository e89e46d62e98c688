//! The page that is shown, large: its slide, its headline, its notes and what is kept in them.

use eframe::egui::{self, Rect, RichText, Sense, Stroke, StrokeKind};
use lucide_icons::Icon;

use crate::app::briefings::check::Then;
use crate::app::briefings::command::{BriefingsCommand, Edit};
use crate::app::briefings::typed::{Field, Line, Typed};
use crate::app::briefings::{Wants, send_edit, thumbs};
use crate::app::command::Command;
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, label};
use crate::briefing::document::{Briefing, Page};
use crate::text::{tr, tr_args};
use uuid::Uuid;

/// Draws the page that is shown; `more` draws what is chosen for it, where that stands under it.
pub fn show(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    briefing: &Briefing,
    (typed, wants): (&mut Typed, &mut Wants),
    more: impl FnOnce(&mut egui::Ui, &mut Typed),
) {
    head_ui(ui, view, opened, briefing);
    let Some((at, page)) = opened.briefings.page() else {
        ui.add_space(space::XL);
        label::muted(ui, &view.tr("briefings-no-page"), size::TEXT);
        return;
    };
    ui.add_space(space::XS);
    let scroll = egui::ScrollArea::vertical().id_salt(("page", page.id)).auto_shrink([false, false]);
    scroll.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing.y = space::S;
        slide_ui(ui, view, briefing, (at, page), wants);
        words_ui(ui, view, opened, briefing, page, typed);
        more(ui, typed);
        ui.add_space(space::S);
    });
}

/// The name, and what can be done with the whole.
fn head_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing.x = space::S;
        let send = |command| view.send(Command::Briefings(command));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = icons::with(Icon::Presentation, &view.tr("briefings-present"));
            let has_pages = !briefing.pages.is_empty();
            let present = ui.add_enabled_ui(has_pages, |ui| button::primary(ui, &words)).inner;
            let present = present.accessible_name(view.tr("briefings-present"));
            if present.on_hover_text(view.tr("briefings-present-why")).clicked() {
                send(BriefingsCommand::Check(Then::Present));
            }
            if has_pages && !crate::briefing::format::Format::ALL.is_empty() {
                let words = icons::with(Icon::Share, &view.tr("briefings-export"));
                if button::secondary(ui, &words).accessible_name(view.tr("briefings-export")).clicked() {
                    send(BriefingsCommand::Check(Then::Export));
                }
            }
            if has_pages {
                let words = icons::with(Icon::ShieldCheck, &view.tr("briefings-check"));
                let response = button::quiet(ui, &words).accessible_name(view.tr("briefings-check"));
                if response.on_hover_text(view.tr("check-hint")).clicked() {
                    send(BriefingsCommand::Check(Then::Look));
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let name = RichText::new(&briefing.name).font(theme::bold(size::CARD));
                ui.add(egui::Label::new(name).truncate());
            });
        });
        if opened.is_read_only() {
            label::foot(ui, &view.tr("app-status-read-only"));
        }
    });
}

fn slide_ui(ui: &mut egui::Ui, view: &View<'_>, briefing: &Briefing, (at, page): (usize, &Page), wants: &mut Wants) {
    let width = ui.available_width().min(1280.0).floor();
    let height = (width * 9.0 / 16.0).round();
    let pixels = thumbs::pixels(ui, width);
    wants.large = Some((page.id, pixels));
    let count = view.decks.slides(briefing, page).map_or(1, |(slides, _)| slides.len().max(1));
    let whole = egui::vec2(ui.available_width(), (height + space::S) * count as f32 - space::S);
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    for part in 0..count {
        let top = rect.top() + (height + space::S) * part as f32;
        let place = Rect::from_min_size(egui::pos2(rect.left(), top), egui::vec2(width, height));
        thumbs::picture_ui(ui, view, briefing, (page, part), place, pixels);
        ui.painter().rect_stroke(place, 2.0, Stroke::new(1.0, view.tokens.line_strong), StrokeKind::Inside);
    }
    let headline = thumbs::headline_of(view, briefing, page);
    let name =
        view.tr_args("briefings-page-name", &[("number", (at + 1).into()), ("headline", headline.as_str().into())]);
    let sheet = view.decks.sheet(briefing, page);
    let said =
        sheet.map(|(sheet, _)| sheet.models().iter().map(|model| model.alt.as_str()).collect::<Vec<_>>().join("\n"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::Image);
        node.set_label(name.as_str());
        if let Some(said) = &said {
            node.set_description(said.as_str());
        }
    });
    if sheet.is_none() && view.decks.is_waiting() {
        let words = view.tr("app-overview-computing");
        let (font, colour) = (theme::plain(size::TEXT), view.tokens.muted);
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, words, font, colour);
    }
}

/// The headline, the notes, and what the notes keep in any case.
fn words_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing, page: &Page, typed: &mut Typed) {
    let known = view.decks.sheet(briefing, page).map(|(sheet, _)| sheet);
    let finding = finding_of(view, known.map(|sheet| (sheet.headline.as_str(), sheet.notes.as_slice())), page);
    ui.horizontal(|ui| {
        label::muted(ui, &view.tr("briefings-headline"), size::FOOT);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            tools_ui(ui, view, opened, briefing, page);
        });
    });
    ui.add_enabled_ui(!opened.is_read_only(), |ui| {
        let name = view.tr("briefings-headline");
        let line = Line { name: &name, hint: &finding, rows: 1 };
        let written = page.headline.as_deref().unwrap_or_default();
        typed.show(ui, view, (briefing.id, page.id, Field::Headline), written, &line);
        label::muted(ui, &view.tr("briefings-notes"), size::FOOT);
        let name = view.tr("briefings-notes");
        let line = Line { name: &name, hint: &view.tr("briefings-notes-hint"), rows: 3 };
        typed.show(ui, view, (briefing.id, page.id, Field::Notes), &page.notes, &line);
    });
    let written = page.notes.lines().filter(|line| !line.trim().is_empty()).count();
    let kept: Vec<&String> = known.map(|sheet| sheet.notes.iter().skip(written).collect()).unwrap_or_default();
    if !kept.is_empty() {
        label::muted(ui, &view.tr("briefings-notes-kept"), size::FOOT);
        for line in kept {
            ui.add(
                egui::Label::new(RichText::new(line).size(size::FOOT).color(view.tokens.muted)).wrap().selectable(true),
            );
        }
    }
}

/// A page twice, or a page less.
fn tools_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, briefing: &Briefing, page: &Page) {
    if opened.is_read_only() {
        return;
    }
    ui.spacing_mut().item_spacing.x = 0.0;
    if button::icon(ui, Icon::Trash2, &view.tr("briefings-remove-page")).clicked() {
        send_edit(view, briefing.id, Edit::Remove(page.id));
    }
    if button::icon(ui, Icon::CopyPlus, &view.tr("briefings-duplicate-page")).clicked() {
        send_edit(view, briefing.id, Edit::Copy { of: page.id, id: Uuid::new_v4() });
    }
    let at = briefing.pages.iter().position(|one| one.id == page.id).unwrap_or(0);
    let step = |ui: &mut egui::Ui, icon: Icon, key: &str, to: Option<usize>| {
        let shown = ui.add_enabled_ui(to.is_some(), |ui| button::icon(ui, icon, &view.tr(key))).inner;
        if let Some(to) = to.filter(|_| shown.clicked()) {
            send_edit(view, briefing.id, Edit::Move { page: page.id, to });
        }
    };
    step(ui, Icon::ArrowDown, "briefings-move-down", Some(at + 1).filter(|to| *to < briefing.pages.len()));
    step(ui, Icon::ArrowUp, "briefings-move-up", at.checked_sub(1));
}

/// The finding of a page: its headline, or what its notes keep of it.
fn finding_of(view: &View<'_>, sheet: Option<(&str, &[String])>, page: &Page) -> String {
    let Some((headline, notes)) = sheet else { return String::new() };
    if page.headline.is_none() {
        return headline.to_owned();
    }
    let mark = tr_args(view.lang(), "briefing-notes-finding", &[("finding", String::new().into())]);
    let found = notes.iter().find_map(|note| note.strip_prefix(mark.trim_end()));
    found.map_or_else(|| tr(view.lang(), "briefings-headline-none"), |found| found.trim().to_owned())
}
