//! Named views: kept in the file at once.

use crate::app::App;
use crate::app::clock;
use crate::app::command::ViewsCommand;
use crate::app::jobs::JobKind;
use crate::query::view::{STATE, SavedView, place_of};

impl App {
    pub(super) fn run_views_command(&mut self, command: ViewsCommand) {
        let Some(opened) = &mut self.state.opened else { return };
        let before = opened.views.clone();
        match command {
            ViewsCommand::Use(at) => {
                if let Some(saved) = opened.views.get(at) {
                    saved.apply(&mut opened.question);
                    opened.settle_basis(clock::today());
                    self.state.listing = None;
                    self.jobs.cancel(JobKind::Behind);
                    self.view_changed();
                }
                return;
            }
            ViewsCommand::Save(name) if !name.trim().is_empty() => {
                let saved = SavedView::of(&name, &opened.question);
                match place_of(&opened.views, &name).and_then(|at| opened.views.get_mut(at)) {
                    Some(held) => *held = saved,
                    None => opened.views.push(saved),
                }
            }
            ViewsCommand::Rename(at, name) => {
                let is_free = place_of(&opened.views, &name).is_none_or(|held| held == at);
                if let Some(held) = opened.views.get_mut(at).filter(|_| is_free && !name.trim().is_empty()) {
                    name.trim().clone_into(&mut held.name);
                }
            }
            ViewsCommand::Delete(at) if at < opened.views.len() => {
                opened.views.remove(at);
            }
            ViewsCommand::Save(_) | ViewsCommand::Delete(_) => {}
        }
        if opened.views != before
            && let Err(error) = opened.workspace.set_state(STATE, &opened.views)
        {
            opened.views = before;
            self.say_error(&error);
        }
    }
}
