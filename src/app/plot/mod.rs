//! Charts on the screen: a [`ChartModel`] fed to egui_plot, with what egui_plot lacks painted over it.
//!
//! Nothing about content is decided here. Positions, ticks, labels and hover texts come from the model; this module
//! turns roles into colours and finds what is under the pointer or the keyboard's cursor.

pub mod choice;
pub mod choosing;
pub mod feed;
pub mod layout;
pub mod names;
pub mod over;
pub mod over_picture;
pub mod pick;

#[cfg(test)]
mod tests;

use eframe::egui::{self, UiBuilder};
use egui_plot::{AxisHints, GridMark, Plot, PlotBounds, PlotTransform};

use crate::app::plot::choice::Span;
use crate::app::plot::layout::Layout;
use crate::app::plot::pick::Target;
use crate::app::theme::{self, Tokens, size};
use crate::chart::model::{ChartModel, Grid};
use crate::chart::records::RecordsKey;

/// What was done with a chart.
pub struct PlotOutcome {
    /// What was done with its marks.
    pub act: Option<Act>,
    /// The chart's own response.
    pub response: egui::Response,
}

/// What was done with marks.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Only these, and what the first and the last of them say.
    Only(Vec<RecordsKey>, [String; 2]),
    /// Only these so far: the pointer still moves.
    Brushing(Vec<RecordsKey>, [String; 2]),
    /// A stretch of a curve's horizontal axis.
    Stretch {
        /// Where it begins, in axis units.
        from: f64,
        /// Where it ends.
        to: f64,
        /// Whether the pointer was let go.
        is_done: bool,
    },
    /// What else can be done with one: asked for at this place.
    More(RecordsKey, String, egui::Pos2),
    /// Nothing is chosen any more.
    Clear,
}

/// How a chart is shown beyond what its model says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    /// Said at the foot of the hover text.
    pub hint: &'a str,
    /// Marks that are set off from the rest; none is all.
    pub chosen: &'a [RecordsKey],
}

/// Draws a chart as wide as there is room, `height` high. `hint` is said at the foot of the hover text.
pub fn show(ui: &mut egui::Ui, model: &ChartModel, height: f32, hint: &str) -> PlotOutcome {
    show_with(ui, model, height, &Look { hint, chosen: &[] })
}

/// Draws a chart as wide as there is room, `height` high.
pub fn show_with(ui: &mut egui::Ui, model: &ChartModel, height: f32, look: &Look<'_>) -> PlotOutcome {
    let tokens = Tokens::of(ui.ctx());
    let wanted = egui::vec2(ui.available_width(), height);
    let (id, rect) = ui.allocate_space(wanted);
    let layout = Layout::of(ui, model, rect);
    let targets = pick::targets(model);
    let cursor = pick::cursor(ui, id, targets.len());

    let mut child = ui.new_child(UiBuilder::new().max_rect(layout.plot_with_axes).id_salt("plot"));
    let (response, transform) = plot_ui(&mut child, model, &layout, look.chosen, tokens);
    name_for_screen_readers(ui, &response, model);

    let hovered = pick::under_pointer(&response, &transform, &targets);
    // Whichever was used last: a pointer that rests must not hold the arrow keys back.
    let is_pointing = ui.input(|input| input.pointer.is_moving() || input.pointer.any_down());
    let cursor = cursor.filter(|_| response.has_focus() && !is_pointing);
    if is_pointing && hovered.is_some() {
        pick::forget_cursor(ui, id);
    }
    let current = cursor.or(hovered).and_then(|index| targets.get(index));
    over::chosen_stretch(ui, model, &transform, look.chosen, tokens);
    over::paint(ui, model, &transform, &layout, tokens, current);
    let dragged = dragged(ui, &response, &transform, model);
    if let Some((area, _)) = dragged {
        over::brush(ui, area, tokens);
    } else if let Some(target) = current {
        hover_ui(ui, &response, &transform, target, look.hint, tokens);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 4.0, egui::Stroke::new(2.0, tokens.accent), egui::StrokeKind::Outside);
    }
    pick::walk(ui, id, &response, &targets, !look.chosen.is_empty());
    let act = match dragged {
        Some((area, is_done)) => brushed(model, &targets, &transform, area, is_done),
        None => clicked(ui, &response, &transform, current, look.chosen),
    };
    PlotOutcome { act, response }
}

/// The part of the plot that the pointer was drawn across, and whether it was let go.
fn dragged(
    ui: &egui::Ui,
    response: &egui::Response,
    transform: &PlotTransform,
    model: &ChartModel,
) -> Option<(egui::Rect, bool)> {
    let is_done = response.drag_stopped_by(egui::PointerButton::Primary);
    if !is_done && !response.dragged_by(egui::PointerButton::Primary) {
        return None;
    }
    let start = response.id.with("from");
    if response.drag_started() {
        let from = ui.input(|input| input.pointer.press_origin())?;
        ui.data_mut(|data| data.insert_temp(start, from));
    }
    let from: egui::Pos2 = ui.data(|data| data.get_temp(start))?;
    let to = response.interact_pointer_pos().or_else(|| ui.input(|input| input.pointer.latest_pos()))?;
    let frame = *transform.frame();
    frame.expand(2.0).contains(from).then(|| (Span::of(model).between(frame, from, to), is_done))
}

/// What a drag across a part of the plot chooses.
fn brushed(
    model: &ChartModel,
    targets: &[Target<'_>],
    transform: &PlotTransform,
    area: egui::Rect,
    is_done: bool,
) -> Option<Act> {
    if choice::is_curve(model.key) {
        let at = |x: f32| transform.value_from_position(egui::pos2(x, area.center().y)).x;
        let (from, to) = (at(area.left()).max(model.x.lo), at(area.right()).min(model.x.hi));
        return (from < to).then_some(Act::Stretch { from, to, is_done });
    }
    let (keys, ends) = choice::inside(targets, transform, area);
    let ends = ends?;
    Some(if is_done { Act::Only(keys, ends) } else { Act::Brushing(keys, ends) })
}

/// What a click or a key does.
fn clicked(
    ui: &egui::Ui,
    response: &egui::Response,
    transform: &PlotTransform,
    current: Option<&Target<'_>>,
    chosen: &[RecordsKey],
) -> Option<Act> {
    let is_pointed = response.clicked_by(egui::PointerButton::Primary);
    let asks_more = response.secondary_clicked()
        || (is_pointed && ui.input(|input| input.modifiers.shift))
        || (response.clicked() && !is_pointed);
    let escapes = response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
    let Some((target, records)) = current.and_then(|target| Some((target, target.records?))) else {
        return (escapes || is_pointed).then_some(Act::Clear);
    };
    if asks_more {
        let place = target.screen(transform);
        let at = response.interact_pointer_pos().filter(|_| response.secondary_clicked() || is_pointed);
        return Some(Act::More(records.clone(), target.words(), at.unwrap_or_else(|| place.center_bottom())));
    }
    if is_pointed {
        // The same again takes it back.
        if chosen == [records.clone()] {
            return Some(Act::Clear);
        }
        let words = target.hover.first().cloned().unwrap_or_default();
        return Some(Act::Only(vec![records.clone()], [words.clone(), words]));
    }
    escapes.then_some(Act::Clear)
}

fn plot_ui(
    ui: &mut egui::Ui,
    model: &ChartModel,
    layout: &Layout,
    chosen: &[RecordsKey],
    tokens: &'static Tokens,
) -> (egui::Response, PlotTransform) {
    let axis = |hints: AxisHints<'static>, labels: &layout::Labels| {
        let texts = labels.shown.clone();
        hints
            .tick_label_font(theme::plain(size::TICK))
            .tick_label_color(tokens.muted)
            .label_spacing(0.0..=0.1)
            .formatter(move |mark, _| {
                texts.iter().find(|(at, _)| *at == mark.value).map_or_else(String::new, |(_, text)| text.clone())
            })
    };
    let marks = |labels: &layout::Labels| {
        let marks: Vec<GridMark> =
            labels.shown.iter().map(|(at, _)| GridMark { value: *at, step_size: 1e12 }).collect();
        move |_input: egui_plot::GridInput| marks.clone()
    };
    let bounds = PlotBounds::from_min_max([model.x.lo, model.y.lo], [model.x.hi, model.y.hi]);
    let response = Plot::new("chart")
        .width(layout.plot_with_axes.width())
        .height(layout.plot_with_axes.height())
        .sense(egui::Sense::click_and_drag())
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .show_grid([model.x.grid == Grid::Lines, model.y.grid == Grid::Lines])
        .grid_color(tokens.grid)
        .grid_fade(0.0)
        .grid_spacing(0.0..=0.1)
        .x_grid_spacer(marks(&layout.x))
        .y_grid_spacer(marks(&layout.y))
        .custom_x_axes(vec![axis(AxisHints::new_x(), &layout.x).min_thickness(layout.x_thickness)])
        .custom_y_axes(vec![axis(AxisHints::new_y(), &layout.y).min_thickness(layout.y_thickness)])
        .show(ui, |plot| {
            plot.set_plot_bounds(bounds);
            feed::feed(plot, model, chosen, layout.plot_width, tokens);
        });
    (response.response, response.transform)
}

/// One node with the chart in words; the marks themselves are silent.
fn name_for_screen_readers(ui: &egui::Ui, response: &egui::Response, model: &ChartModel) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, ui.is_enabled(), &model.title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::Figure);
        node.set_label(model.title.as_str());
        node.set_description(model.alt.as_str());
    });
}

fn hover_ui(
    ui: &egui::Ui,
    response: &egui::Response,
    transform: &PlotTransform,
    target: &Target<'_>,
    hint: &str,
    tokens: &Tokens,
) {
    let rect = target.screen(transform);
    let anchor = egui::Rect::from_min_max(rect.min.max(response.rect.min), rect.max.min(response.rect.max));
    let mut tooltip = egui::Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id, anchor).gap(8.0);
    tooltip.popup = tooltip.popup.align(egui::RectAlign::TOP);
    tooltip.show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, line) in target.hover.iter().enumerate() {
            let text = egui::RichText::new(line).size(size::TABLE);
            ui.label(if index == 0 { text.font(theme::bold(size::TABLE)) } else { text });
        }
        if !hint.is_empty() {
            ui.label(egui::RichText::new(hint).size(size::FOOT).color(tokens.muted));
        }
    });
}
