//! The look: the only place that makes colours for the screen, and the sizes everything is laid out with.
//!
//! Code asks for a token by its use ("surface", "accent"), never for a colour. What charts are drawn with comes from
//! `draw/palette.rs`, so that the screen and what is printed have one palette.

use eframe::egui;
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Vec2};
use serde::{Deserialize, Serialize};

use crate::chart::model::ColourRole;
use crate::draw::palette::{self, Colour, Palette};
use crate::draw::style;

/// Steps of 4 points between and inside things.
pub mod space {
    /// 4.
    pub const XS: f32 = 4.0;
    /// 8.
    pub const S: f32 = 8.0;
    /// 12.
    pub const M: f32 = 12.0;
    /// 16.
    pub const L: f32 = 16.0;
    /// 20.
    pub const XL: f32 = 20.0;
    /// Between two cards.
    pub const CARDS: f32 = 14.0;
}

/// Sizes of text and of controls, in points.
pub mod size {
    /// The mark in the rail.
    pub const MARK: f32 = 20.0;
    /// Title of a page.
    pub const PAGE: f32 = 17.0;
    /// Title of a card, bold.
    pub const CARD: f32 = 15.0;
    /// Running text.
    pub const TEXT: f32 = 14.0;
    /// Text in tables.
    pub const TABLE: f32 = 13.0;
    /// Foot of a card, status bar.
    pub const FOOT: f32 = 12.0;
    /// Ticks of a chart.
    pub const TICK: f32 = 11.5;
    /// The number of a finding, bold.
    pub const FINDING: f32 = 23.0;
    /// Height of a field or button.
    pub const CONTROL: f32 = 32.0;
    /// Height of a table row.
    pub const ROW: f32 = 28.0;
    /// Width of the rail with words.
    pub const RAIL: f32 = 184.0;
    /// Width of the rail folded to icons.
    pub const RAIL_FOLDED: f32 = 56.0;
    /// Below this window width the rail folds.
    pub const FOLD_BELOW: f32 = 1100.0;
    /// Corner of a card.
    pub const CARD_CORNER: u8 = 8;
    /// Corner of a field or button.
    pub const CORNER: u8 = 6;
}

/// Which theme the analyst chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ThemeChoice {
    /// All choices, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Key of its name.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::System => "app-theme-system",
            Self::Light => "app-theme-light",
            Self::Dark => "app-theme-dark",
        }
    }

    const fn preference(self) -> egui::ThemePreference {
        match self {
            Self::System => egui::ThemePreference::System,
            Self::Light => egui::ThemePreference::Light,
            Self::Dark => egui::ThemePreference::Dark,
        }
    }
}

/// The colours of one theme, by use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// Behind cards.
    pub ground: Color32,
    /// Cards, bars, tables.
    pub surface: Color32,
    /// A surface under the pointer.
    pub surface_hovered: Color32,
    /// Inside of a field.
    pub field: Color32,
    /// Borders, one point wide.
    pub line: Color32,
    /// Borders of fields and buttons, a little stronger.
    pub line_strong: Color32,
    /// Grid of a chart.
    pub grid: Color32,
    /// Text.
    pub text: Color32,
    /// Text of less weight.
    pub muted: Color32,
    /// The rail.
    pub rail: Color32,
    /// Text in the rail.
    pub rail_text: Color32,
    /// Text of the current place in the rail.
    pub rail_text_selected: Color32,
    /// Ground of the current place in the rail.
    pub rail_selected: Color32,
    /// Ground of a place under the pointer.
    pub rail_hovered: Color32,
    /// Buttons, focus ring, links.
    pub accent: Color32,
    /// Accent under the pointer.
    pub accent_hovered: Color32,
    /// Text on accent.
    pub on_accent: Color32,
    /// Ground of chips and selected rows.
    pub accent_ground: Color32,
    /// The lookout's lamp: the mark and the current place, nothing else.
    pub lamp: Color32,
    /// Problems that need a look.
    pub caution: Color32,
    /// Ground of those.
    pub caution_ground: Color32,
    /// Only for "cannot be saved".
    pub alarm: Color32,
    /// Bars of what is not known.
    pub unknown: Color32,
    /// Bars of "other".
    pub other: Color32,
    /// What these have in common with print, and the data colours, fixed per category.
    pub palette: &'static Palette,
}

/// The light theme.
pub const LIGHT: Tokens = Tokens {
    ground: hex(0xF4_F6F8),
    surface: screen(palette::LIGHT.surface),
    surface_hovered: hex(0xF7_F9FB),
    field: hex(0xFF_FFFF),
    line: hex(0xDF_E4EA),
    line_strong: hex(0xC9_D1DA),
    grid: screen(palette::LIGHT.grid),
    text: screen(palette::LIGHT.text),
    muted: screen(palette::LIGHT.muted),
    rail: hex(0x15_2030),
    rail_text: hex(0xC3_CCD8),
    rail_text_selected: hex(0xFF_FFFF),
    rail_selected: hex(0x24_344A),
    rail_hovered: hex(0x1C_2A3E),
    accent: hex(0x1D_5FA8),
    accent_hovered: hex(0x17_4F8D),
    on_accent: hex(0xFF_FFFF),
    accent_ground: hex(0xE7_F0FA),
    lamp: hex(0xE3_9A2D),
    caution: hex(0x8A_5A00),
    caution_ground: hex(0xFF_F6E5),
    alarm: hex(0xB4_2318),
    unknown: screen(palette::LIGHT.unknown),
    other: screen(palette::LIGHT.other),
    palette: &palette::LIGHT,
};

/// The dark theme.
pub const DARK: Tokens = Tokens {
    ground: hex(0x10_161E),
    surface: screen(palette::DARK.surface),
    surface_hovered: hex(0x1D_2835),
    field: hex(0x12_1A24),
    line: hex(0x2A_3644),
    line_strong: hex(0x3A_4859),
    grid: screen(palette::DARK.grid),
    text: screen(palette::DARK.text),
    muted: screen(palette::DARK.muted),
    rail: hex(0x0B_1118),
    rail_text: hex(0xAE_B9C6),
    rail_text_selected: hex(0xFF_FFFF),
    rail_selected: hex(0x1C_2A3A),
    rail_hovered: hex(0x14_1E2A),
    accent: hex(0x6C_A9EA),
    accent_hovered: hex(0x8A_BCF2),
    on_accent: hex(0x0E_1620),
    accent_ground: hex(0x1B_2C40),
    lamp: hex(0xF0_B04C),
    caution: hex(0xF2_C572),
    caution_ground: hex(0x2E_2614),
    alarm: hex(0xF2_8B7D),
    unknown: screen(palette::DARK.unknown),
    other: screen(palette::DARK.other),
    palette: &palette::DARK,
};

impl Tokens {
    /// The tokens of the theme in use.
    pub fn of(ctx: &egui::Context) -> &'static Self {
        match ctx.theme() {
            egui::Theme::Light => &LIGHT,
            egui::Theme::Dark => &DARK,
        }
    }

    /// Colour of a text that names marks of a category, counted from 0: readable on the surface.
    pub fn data_text(&self, index: usize) -> Color32 {
        let number = u8::try_from(index + 1).unwrap_or(u8::MAX);
        screen(self.palette.text_colour(ColourRole::Data(number)))
    }

    /// A shade of a colour on the surface, 0 to 1: a cell of a table.
    pub fn shade(&self, colour: Color32, shade: f64) -> Color32 {
        self.surface.lerp_to_gamma(colour, style::strength(shade) as f32)
    }

    /// The colour of a text on a ground: that of text or of the surface, black or white where neither is read well.
    pub fn on(&self, ground: Color32) -> Color32 {
        screen(self.palette.on(Colour(ground.r(), ground.g(), ground.b())))
    }

    /// Data colour of a category, counted from 0; beyond the eighth it is "other".
    pub fn data(&self, index: usize) -> Color32 {
        screen(self.palette.data(index))
    }
}

/// A colour with another opacity, 0 to 1.
pub fn faded(colour: Color32, opacity: f32) -> Color32 {
    colour.gamma_multiply(opacity)
}

/// A picture as it is.
pub const WHOLE: Color32 = Color32::WHITE;

/// A screen that shows nothing.
pub const BLACK: Color32 = Color32::BLACK;

/// No colour at all.
pub const NONE: Color32 = Color32::TRANSPARENT;

/// Colours of the mark in the title bar: ground, glow and lamp, as red, green and blue.
pub(super) fn mark_colours() -> ([u8; 3], [u8; 3], [u8; 3]) {
    let rgb = |colour: Color32| [colour.r(), colour.g(), colour.b()];
    (rgb(LIGHT.rail), rgb(LIGHT.rail.lerp_to_gamma(LIGHT.lamp, 0.35)), rgb(LIGHT.lamp))
}

/// A colour of the palette on the screen.
pub const fn screen(colour: Colour) -> Color32 {
    Color32::from_rgb(colour.0, colour.1, colour.2)
}

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The family of bold text.
fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Bold text of a size.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, bold_family())
}

/// Plain text of a size.
pub fn plain(size: f32) -> FontId {
    FontId::proportional(size)
}

/// Puts the theme, the fonts and the spacing in force. Called once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.set_style_of(egui::Theme::Light, style(&LIGHT, egui::Visuals::light()));
    ctx.set_style_of(egui::Theme::Dark, style(&DARK, egui::Visuals::dark()));
}

/// Which edge of a bar gets its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The upper edge.
    Top,
    /// The lower edge.
    Bottom,
    /// The left edge.
    Left,
}

/// Draws the line that parts a bar from what is next to it.
pub fn edge_line(ui: &egui::Ui, bar: egui::Rect, edge: Edge) {
    let stroke = Stroke::new(1.0, Tokens::of(ui.ctx()).line);
    match edge {
        Edge::Top => ui.painter().hline(bar.x_range(), bar.top() + 0.5, stroke),
        Edge::Bottom => ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, stroke),
        Edge::Left => ui.painter().vline(bar.left() + 0.5, bar.y_range(), stroke),
    };
}

/// Applies the analyst's choice of theme.
pub fn choose(ctx: &egui::Context, choice: ThemeChoice) {
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    ctx.set_theme(choice.preference());
}

fn fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::default();
    let fallback: Vec<String> = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts.font_data.insert(name.to_owned(), std::sync::Arc::new(egui::FontData::from_static(bytes)));
    };
    add("noto-sans", ttf_noto_sans::REGULAR);
    add("noto-sans-bold", ttf_noto_sans::BOLD);
    add("lucide", lucide_icons::LUCIDE_FONT_BYTES);
    if let Some(data) = fonts.font_data.get_mut("lucide") {
        // The icons sit high beside Noto Sans: bring their middle to the middle of the capitals.
        std::sync::Arc::make_mut(data).tweak.y_offset_factor = 0.11;
    }
    let family = |first: &str| {
        let mut names = vec![first.to_owned(), "lucide".to_owned()];
        names.extend(fallback.iter().cloned());
        names
    };
    fonts.families.insert(FontFamily::Proportional, family("noto-sans"));
    fonts.families.insert(bold_family(), family("noto-sans-bold"));
    fonts
}

fn style(tokens: &Tokens, visuals: egui::Visuals) -> egui::Style {
    let text_styles = [
        (TextStyle::Heading, bold(size::PAGE)),
        (TextStyle::Body, plain(size::TEXT)),
        (TextStyle::Button, plain(size::TEXT)),
        (TextStyle::Small, plain(size::FOOT)),
        (TextStyle::Monospace, FontId::monospace(size::TABLE)),
    ];
    let mut style = egui::Style {
        text_styles: text_styles.into(),
        animation_time: 0.08,
        visuals: visuals_of(tokens, visuals),
        ..egui::Style::default()
    };
    style.spacing.item_spacing = Vec2::new(space::S, space::S);
    style.spacing.button_padding = Vec2::new(space::M, space::XS);
    style.spacing.interact_size = Vec2::new(40.0, size::CONTROL);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.combo_width = 120.0;
    style.spacing.combo_height = 360.0;
    style.spacing.text_edit_width = 200.0;
    style.spacing.icon_width = 18.0;
    style.spacing.icon_width_inner = 10.0;
    style.spacing.icon_spacing = space::S;
    style.spacing.tooltip_width = 320.0;
    style.spacing.scroll = egui::style::ScrollStyle::floating();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    style
}

fn visuals_of(tokens: &Tokens, mut visuals: egui::Visuals) -> egui::Visuals {
    let corner = CornerRadius::same(size::CORNER);
    let line = Stroke::new(1.0, tokens.line);
    let look = |fill: Color32, border: Stroke, text: Color32| egui::style::WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: border,
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let strong = Stroke::new(1.0, tokens.line_strong);
    let ring = Stroke::new(2.0, tokens.accent);
    visuals.widgets.noninteractive = look(tokens.surface, line, tokens.text);
    visuals.widgets.inactive = look(tokens.field, strong, tokens.text);
    visuals.widgets.hovered = look(tokens.surface_hovered, Stroke::new(1.0, tokens.muted), tokens.text);
    visuals.widgets.active = look(tokens.surface_hovered, ring, tokens.text);
    visuals.widgets.open = look(tokens.surface_hovered, strong, tokens.text);
    visuals.selection.bg_fill = tokens.accent_ground;
    visuals.selection.stroke = ring;
    visuals.hyperlink_color = tokens.accent;
    visuals.weak_text_color = Some(tokens.muted);
    visuals.faint_bg_color = tokens.surface_hovered;
    visuals.extreme_bg_color = tokens.field;
    visuals.text_edit_bg_color = Some(tokens.field);
    visuals.code_bg_color = tokens.ground;
    visuals.warn_fg_color = tokens.caution;
    visuals.error_fg_color = tokens.alarm;
    visuals.window_corner_radius = CornerRadius::same(size::CARD_CORNER);
    visuals.menu_corner_radius = CornerRadius::same(size::CARD_CORNER);
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = line;
    visuals.panel_fill = tokens.ground;
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.text_cursor.stroke = Stroke::new(1.5, tokens.accent);
    // A blinking caret would redraw the window for ever.
    visuals.text_cursor.blink = false;
    visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: Color32, b: Color32) -> f64 {
        let plain = |colour: Color32| Colour(colour.r(), colour.g(), colour.b());
        plain(a).contrast(plain(b))
    }

    #[test]
    fn text_is_readable_on_its_ground() {
        for tokens in [&LIGHT, &DARK] {
            for (text, ground) in [
                (tokens.text, tokens.surface),
                (tokens.text, tokens.ground),
                (tokens.muted, tokens.surface),
                (tokens.muted, tokens.ground),
                (tokens.accent, tokens.surface),
                (tokens.accent, tokens.accent_ground),
                (tokens.on_accent, tokens.accent),
                (tokens.on_accent, tokens.accent_hovered),
                (tokens.caution, tokens.caution_ground),
                (tokens.caution, tokens.surface),
                (tokens.alarm, tokens.surface),
                (tokens.rail_text, tokens.rail),
                (tokens.rail_text, tokens.rail_hovered),
                (tokens.rail_text_selected, tokens.rail_selected),
            ] {
                assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {:.2}", contrast(text, ground));
            }
        }
    }
}
