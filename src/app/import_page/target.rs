//! Where a column goes: a list to search, grouped by what, when, how many and who.

use eframe::egui::{self, PopupCloseBehavior, RichText};
use lucide_icons::Icon;

use crate::app::command::Command;
use crate::app::icons;
use crate::app::import_page::columns::ColumnRow;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::state::Review;
use crate::app::import_page::{ImportPage, words};
use crate::app::theme::{size, space};
use crate::app::view::View;
use crate::frame::batch::Field;
use crate::frame::fold::fold;
use crate::import::propose::counts::thousands;
use crate::import::propose::decided_order;
use crate::import::propose::survey::ColumnSurvey;
use crate::import::propose::words::separator;
use crate::import::recipe::{Blank, DateOrder, DateReading, Target};
use crate::model::affected::{Effect, Unit};
use crate::model::event::EventKind;
use crate::model::organisation::Role;

/// Width of the button and of the list.
const WIDTH: f32 = 240.0;

/// A place a column can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Ignore,
    Custom,
    Field(Field),
}

/// The groups, with the key of their title.
fn groups() -> Vec<(&'static str, Vec<Place>)> {
    let fields = |fields: &[Field]| fields.iter().cloned().map(Place::Field).collect::<Vec<_>>();
    let what = [
        Field::Title,
        Field::Kind,
        Field::Severity,
        Field::Status,
        Field::DataClass,
        Field::Motive,
        Field::Confidentiality,
        Field::Integrity,
        Field::Availability,
        Field::Confidence,
        Field::Technique,
        Field::Tag,
        Field::Summary,
        Field::Description,
        Field::Key,
        Field::SourceName,
        Field::SourceAddress,
    ];
    let who = [
        Field::Organisation(Role::Victim),
        Field::Organisation(Role::Processor),
        Field::Organisation(Role::Notifier),
        Field::Sector,
        Field::Country,
        Field::Region,
        Field::City,
        Field::Actor,
        Field::ActorKind,
    ];
    let when = EventKind::ALL.map(Field::Event);
    let units =
        [Unit::People, Unit::Users, Unit::Accounts, Unit::Customers, Unit::Records, Unit::Organisations, Unit::Systems];
    let mut many: Vec<Field> = units.map(|unit| Field::Affected(unit, Effect::DataExposed)).into();
    many.extend(units.map(|unit| Field::Affected(unit, Effect::AccessCut)));
    vec![
        ("importing-group-keep", vec![Place::Custom, Place::Ignore]),
        ("importing-group-what", fields(&what)),
        ("importing-group-when", fields(&when)),
        ("importing-group-many", fields(&many)),
        ("importing-group-who", fields(&who)),
    ]
}

impl ImportPage {
    /// The button that says where a column goes, and its list.
    pub(super) fn target_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, review: &Review, row: ColumnRow<'_>) {
        let current = words::target(view.lang(), &row.rule.target);
        let label = RichText::new(&current).size(size::TABLE);
        let chevron = RichText::new(icons::glyph(Icon::ChevronDown).to_string()).color(view.tokens.muted);
        let button = egui::Button::new(label).right_text(chevron).truncate().min_size(egui::vec2(WIDTH, 28.0));
        let name = view
            .tr_args("importing-target-of", &[("column", row.rule.header.clone().into()), ("target", current.into())]);
        let response = ui
            .scope(|ui| {
                ui.set_max_width(WIDTH);
                ui.add(button)
            })
            .inner
            .accessible_name(name);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            self.find.clear();
        }
        let is_new = response.clicked();
        egui::Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(WIDTH + 40.0).show(
            |ui| {
                if self.list_ui(ui, view, review, row, is_new) {
                    ui.close();
                }
            },
        );
    }

    /// The list; says whether something was chosen.
    fn list_ui(
        &mut self,
        ui: &mut egui::Ui,
        view: &View<'_>,
        review: &Review,
        row: ColumnRow<'_>,
        is_new: bool,
    ) -> bool {
        let hint = view.tr("importing-find-field");
        let find = egui::TextEdit::singleline(&mut self.find)
            .hint_text(&hint)
            .margin(egui::Margin::symmetric(8, 4))
            .desired_width(f32::INFINITY)
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.add(find).accessible_name(&hint);
        if is_new {
            response.request_focus();
        }
        let wanted = fold(&self.find);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let current = place_of(&row.rule.target);
        let mut chosen = None;
        egui::ScrollArea::vertical().max_height(300.0).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut first = None;
            for (title, places) in groups() {
                let named: Vec<(String, Place)> = places
                    .into_iter()
                    .map(|place| (place_words(view, &place), place))
                    .filter(|(words, _)| wanted.is_empty() || fold(words).contains(&wanted))
                    .collect();
                if named.is_empty() {
                    continue;
                }
                ui.add_space(space::XS);
                ui.label(RichText::new(view.tr(title)).size(size::FOOT).color(view.tokens.muted));
                for (words, place) in named {
                    let taken = taken_by(review, row, &place);
                    if entry_ui(ui, view, &words, taken, place == current) {
                        chosen = Some(place.clone());
                    }
                    first.get_or_insert(place);
                }
            }
            match first {
                Some(place) if entered && !wanted.is_empty() => chosen = Some(place),
                None => drop(ui.label(RichText::new(view.tr("app-filter-none-found")).size(size::FOOT))),
                Some(_) => {}
            }
        });
        let Some(place) = chosen else { return false };
        if place != current {
            let target = target_for(&place, &row.rule.target, row.survey);
            let header = row.rule.header.clone();
            view.send(Command::Import(ImportCommand::Column { header, target, on_bad: row.rule.on_bad }));
        }
        true
    }
}

fn entry_ui(ui: &mut egui::Ui, view: &View<'_>, words: &str, taken: Option<&str>, is_current: bool) -> bool {
    let mut button = egui::Button::selectable(is_current, RichText::new(words).size(size::TABLE))
        .truncate()
        .min_size(egui::vec2(ui.available_width(), 26.0));
    if let Some(column) = taken {
        button = button.right_text(RichText::new(column).size(size::FOOT).color(view.tokens.muted));
    }
    let response = ui.add(button).accessible_name(words);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.clicked()
}

fn place_words(view: &View<'_>, place: &Place) -> String {
    match place {
        Place::Ignore => view.tr("importing-target-ignore"),
        Place::Custom => view.tr("importing-target-custom"),
        Place::Field(field) => words::field(view.lang(), field),
    }
}

fn place_of(target: &Target) -> Place {
    match target {
        Target::Ignore => Place::Ignore,
        Target::Text(Field::Custom(_)) | Target::Html(Field::Custom(_)) => Place::Custom,
        Target::Text(field) | Target::Html(field) | Target::List { field, .. } | Target::Count { field, .. } => {
            Place::Field(field.clone())
        }
        Target::Date { event, .. } => Place::Field(Field::Event(*event)),
    }
}

/// The other column that goes there already.
fn taken_by<'a>(review: &'a Review, row: ColumnRow<'_>, place: &Place) -> Option<&'a str> {
    let Place::Field(_) = place else { return None };
    let others = review.recipe.columns.iter().filter(|rule| rule.header != row.rule.header);
    others.into_iter().find(|rule| place_of(&rule.target) == *place).map(|rule| rule.header.as_str())
}

/// How a column is read when it goes there: as before where that suits, else as its cells look.
fn target_for(place: &Place, before: &Target, survey: &ColumnSurvey) -> Target {
    let field = match place {
        Place::Ignore => return Target::Ignore,
        Place::Custom => return Target::Text(Field::Custom(survey.header.clone())),
        Place::Field(field) => field.clone(),
    };
    match field {
        Field::Event(event) => match before {
            Target::Date { order, blank, reading, parts, .. } => {
                Target::Date { event, order: *order, blank: *blank, reading: *reading, parts: parts.clone() }
            }
            _ => Target::Date {
                event,
                order: decided_order(&survey.dates).unwrap_or(DateOrder::YearMonthDay),
                blank: Blank::NothingSaid,
                reading: DateReading::default(),
                parts: None,
            },
        },
        Field::Affected(..) => match before {
            Target::Count { thousands, placeholders, unit_column, .. } => Target::Count {
                field,
                thousands: *thousands,
                placeholders: placeholders.clone(),
                unit_column: unit_column.clone(),
            },
            _ => Target::Count { field, thousands: thousands(survey), placeholders: Vec::new(), unit_column: None },
        },
        Field::Kind | Field::DataClass | Field::Motive | Field::Technique | Field::Tag | Field::Actor => {
            let separator = match before {
                Target::List { separator, .. } => separator.clone(),
                _ => separator(survey).unwrap_or_else(|| ";".to_owned()),
            };
            Target::List { field, separator }
        }
        field if survey.share(survey.html) > 0.1 => Target::Html(field),
        field => Target::Text(field),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_offered_once_and_found_again() {
        let places: Vec<Place> = groups().into_iter().flat_map(|(_, places)| places).collect();
        let mut survey = ColumnSurvey::default();
        "Column".clone_into(&mut survey.header);
        for (at, place) in places.iter().enumerate() {
            assert!(!places[..at].contains(place), "{place:?} stands twice");
            assert_eq!(place_of(&target_for(place, &Target::Ignore, &survey)), *place);
        }
        for (field, key) in Field::WORDS {
            assert!(places.contains(&Place::Field(field)), "{key} is not offered");
        }
    }

    #[test]
    fn choices_that_still_suit_are_kept() {
        let reading = DateReading { pivot: 30, ..DateReading::default() };
        let date =
            |event| Target::Date { event, order: DateOrder::MonthDayYear, blank: Blank::NotYet, reading, parts: None };
        let before = date(EventKind::Aware);
        let place = Place::Field(Field::Event(EventKind::Detected));
        let after = target_for(&place, &before, &ColumnSurvey::default());
        assert_eq!(after, date(EventKind::Detected));
    }
}
