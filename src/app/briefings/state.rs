//! The briefings of the open workspace: what is kept of them in the file, which of them is shown, and the way back from
//! every change of this session.

use uuid::Uuid;

use crate::app::briefings::command::{Change, Edit};
use crate::briefing::document::{Briefing, Content, KeptObjection, Page, STATE, Said};
use crate::workspace::Workspace;

/// Steps that can be taken back.
const STEPS: usize = 200;

/// The briefings of a workspace.
#[derive(Debug, Default)]
pub struct Briefings {
    all: Vec<Briefing>,
    /// What is in the file cannot be read: it is left as it is, and nothing can be changed.
    is_unreadable: bool,
    shown: Option<Uuid>,
    page: Option<Uuid>,
    before: Vec<Step>,
    after: Vec<Step>,
}

/// What there was before a change, and what the change was.
#[derive(Clone, Debug)]
struct Step {
    change: Change,
    all: Vec<Briefing>,
    shown: Option<Uuid>,
    page: Option<Uuid>,
}

impl Briefings {
    /// The briefings that a workspace keeps.
    pub fn of(workspace: &Workspace) -> Self {
        let kept = workspace.state::<Vec<Briefing>>(STATE).unwrap_or_default();
        // What cannot be read is told from what is not there; where not even that is known, nothing is written.
        let has_some = kept.is_some() || workspace.has_state(STATE).unwrap_or(true);
        match kept {
            None if has_some => Self { is_unreadable: true, ..Self::default() },
            kept => {
                let all = kept.unwrap_or_default();
                let shown = all.first().map(|briefing| briefing.id);
                let page = all.first().and_then(|briefing| briefing.pages.first()).map(|page| page.id);
                Self { all, shown, page, ..Self::default() }
            }
        }
    }

    /// All of them, in the order of their making.
    pub fn all(&self) -> &[Briefing] {
        &self.all
    }

    /// Whether there is nothing to be kept of them.
    pub fn is_unused(&self) -> bool {
        self.all.is_empty() && !self.is_unreadable
    }

    /// Whether the file holds briefings that cannot be read.
    pub const fn is_unreadable(&self) -> bool {
        self.is_unreadable
    }

    /// One of them.
    pub fn get(&self, id: Uuid) -> Option<&Briefing> {
        self.all.iter().find(|briefing| briefing.id == id)
    }

    /// The one that is shown.
    pub fn shown(&self) -> Option<&Briefing> {
        self.shown.and_then(|id| self.get(id))
    }

    /// The page that is shown, and its place.
    pub fn page(&self) -> Option<(usize, &Page)> {
        let briefing = self.shown()?;
        let at = self.page.and_then(|id| briefing.pages.iter().position(|page| page.id == id)).unwrap_or(0);
        briefing.pages.get(at).map(|page| (at, page))
    }

    /// Shows a briefing at its first page.
    pub fn show(&mut self, id: Uuid) {
        if self.shown != Some(id) {
            self.shown = Some(id);
            self.page = self.shown().and_then(|briefing| briefing.pages.first()).map(|page| page.id);
        }
    }

    /// Shows a page of the briefing that is shown.
    pub fn turn_to(&mut self, page: Uuid) {
        self.page = Some(page);
    }

    /// The change that can be taken back.
    pub fn undo_change(&self) -> Option<&Change> {
        self.before.last().map(|step| &step.change)
    }

    /// The change that can be made again.
    pub fn redo_change(&self) -> Option<&Change> {
        self.after.last().map(|step| &step.change)
    }

    /// Makes a change, as `write` keeps it: first in the file, then here. Says whether anything changed.
    ///
    /// # Errors
    /// What `write` says; everything is as before then.
    pub fn change<E>(
        &mut self,
        change: &Change,
        write: impl FnOnce(&Vec<Briefing>) -> Result<(), E>,
    ) -> Result<bool, E> {
        let mut next = self.all.clone();
        let (shown, page) = made(&mut next, change, (self.shown, self.page));
        if next == self.all {
            return Ok(false);
        }
        write(&next)?;
        let step = Step {
            change: change.clone(),
            all: std::mem::replace(&mut self.all, next),
            shown: self.shown,
            page: self.page,
        };
        self.before.push(step);
        if self.before.len() > STEPS {
            self.before.remove(0);
        }
        self.after.clear();
        (self.shown, self.page) = (shown, page);
        Ok(true)
    }

    /// Takes the last change back. `None` where there is none.
    ///
    /// # Errors
    /// What `write` says; everything is as before then.
    pub fn undo<E>(&mut self, write: impl FnOnce(&Vec<Briefing>) -> Result<(), E>) -> Result<Option<Change>, E> {
        self.step(true, write)
    }

    /// Makes the change again that was taken back last. `None` where there is none.
    ///
    /// # Errors
    /// What `write` says; everything is as before then.
    pub fn redo<E>(&mut self, write: impl FnOnce(&Vec<Briefing>) -> Result<(), E>) -> Result<Option<Change>, E> {
        self.step(false, write)
    }

    fn step<E>(
        &mut self,
        back: bool,
        write: impl FnOnce(&Vec<Briefing>) -> Result<(), E>,
    ) -> Result<Option<Change>, E> {
        let (from, to) = if back { (&mut self.before, &mut self.after) } else { (&mut self.after, &mut self.before) };
        let Some(step) = from.last() else { return Ok(None) };
        write(&step.all)?;
        let Some(Step { change, all, shown, page }) = from.pop() else { return Ok(None) };
        to.push(Step {
            change: change.clone(),
            all: std::mem::replace(&mut self.all, all),
            shown: self.shown,
            page: self.page,
        });
        (self.shown, self.page) = (shown, page);
        Ok(Some(change))
    }
}

/// Makes a change in a list of briefings; gives what is shown then.
fn made(
    all: &mut Vec<Briefing>,
    change: &Change,
    (shown, page): (Option<Uuid>, Option<Uuid>),
) -> (Option<Uuid>, Option<Uuid>) {
    match change {
        Change::New(briefing) => {
            let first = briefing.pages.first().map(|page| page.id);
            all.push(briefing.clone());
            (Some(briefing.id), first)
        }
        Change::Copy { of, id, name } => {
            let Some(at) = all.iter().position(|briefing| briefing.id == *of) else { return (shown, page) };
            let mut copy = all.get(at).cloned().unwrap_or_default();
            (copy.id, copy.name) = (*id, name.clone());
            let first = copy.pages.first().map(|page| page.id);
            all.insert(at + 1, copy);
            (Some(*id), first)
        }
        Change::Delete(id) => {
            let Some(at) = all.iter().position(|briefing| briefing.id == *id) else { return (shown, page) };
            all.remove(at);
            if shown != Some(*id) {
                return (shown, page);
            }
            let next = all.get(at).or_else(|| all.last());
            (next.map(|briefing| briefing.id), next.and_then(|next| next.pages.first()).map(|page| page.id))
        }
        Change::Edit(id, edit) => {
            let Some(briefing) = all.iter_mut().find(|briefing| briefing.id == *id) else { return (shown, page) };
            let turned = edited(briefing, edit);
            let page = if shown == Some(*id) { turned.or(page) } else { page };
            (shown, page)
        }
    }
}

/// Edits a briefing; gives the page that is looked at then, where that is another.
fn edited(briefing: &mut Briefing, edit: &Edit) -> Option<Uuid> {
    let place = |briefing: &Briefing, id: Uuid| briefing.pages.iter().position(|page| page.id == id);
    match edit {
        Edit::Name(name) => name.trim().clone_into(&mut briefing.name),
        Edit::Marking(marking) => marking.trim().clone_into(&mut briefing.marking),
        Edit::Headline(id, text) => put_headline(briefing, *id, text, None)?,
        Edit::HeadlineFor(id, text, said) => put_headline(briefing, *id, text, said.clone())?,
        Edit::Notes(id, text) => {
            let page = briefing.pages.iter_mut().find(|page| page.id == *id)?;
            text.trim_end().clone_into(&mut page.notes);
        }
        Edit::Content(id, content) => {
            let page = briefing.pages.iter_mut().find(|page| page.id == *id)?;
            page.content = Content::clone(content);
        }
        Edit::Add { page, after } => {
            let at = after.and_then(|id| place(briefing, id)).map_or_else(|| end_of(briefing), |at| at + 1);
            briefing.pages.insert(at.min(briefing.pages.len()), Page::clone(page));
            return Some(page.id);
        }
        Edit::Copy { of, id } => {
            let at = place(briefing, *of)?;
            let mut copy = briefing.pages.get(at)?.clone();
            copy.id = *id;
            briefing.pages.insert(at + 1, copy);
            let kept: Vec<KeptObjection> = briefing.kept.iter().filter(|kept| kept.page == *of).cloned().collect();
            briefing.kept.extend(kept.into_iter().map(|kept| KeptObjection { page: *id, ..kept }));
            return Some(*id);
        }
        Edit::Remove(id) => {
            let at = place(briefing, *id)?;
            briefing.pages.remove(at);
            briefing.kept.retain(|kept| kept.page != *id);
            return briefing.pages.get(at).or_else(|| briefing.pages.last()).map(|page| page.id);
        }
        Edit::Move { page, to } => {
            let from = place(briefing, *page)?;
            briefing.move_page(from, *to);
        }
        Edit::Keep(kept) => {
            briefing.kept.retain(|other| (other.page, &other.rule) != (kept.page, &kept.rule));
            briefing.kept.push(KeptObjection::clone(kept));
        }
        Edit::Object { page, rule } => briefing.kept.retain(|kept| (kept.page, &kept.rule) != (*page, rule)),
    }
    None
}

/// Puts a headline, with what the finding says; an empty one is the finding.
fn put_headline(briefing: &mut Briefing, id: Uuid, text: &str, said: Option<Said>) -> Option<()> {
    let text = text.trim();
    let page = briefing.pages.iter_mut().find(|page| page.id == id)?;
    page.headline = (!text.is_empty()).then(|| text.to_owned());
    page.written_for = said.filter(|_| !text.is_empty());
    Some(())
}

/// Where a page goes that is added to a briefing: before the method page, where that is the last.
fn end_of(briefing: &Briefing) -> usize {
    let ends_with_method = briefing.pages.last().is_some_and(|page| page.content == Content::Method);
    briefing.pages.len() - usize::from(ends_with_method)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn text(number: u128) -> Page {
        Page::new(id(number), Content::Text { body: number.to_string() })
    }

    fn with(pages: Vec<Page>) -> Briefings {
        let briefing = Briefing { id: id(100), pages, ..Briefing::default() };
        let mut briefings = Briefings::default();
        briefings.change(&Change::New(briefing), |_| Ok::<_, ()>(())).unwrap();
        briefings
    }

    fn order(briefings: &Briefings) -> Vec<u128> {
        briefings.shown().unwrap().pages.iter().map(|page| page.id.as_u128()).collect()
    }

    fn edit(briefings: &mut Briefings, edit: Edit) -> bool {
        briefings.change(&Change::Edit(id(100), Box::new(edit)), |_| Ok::<_, ()>(())).unwrap()
    }

    #[test]
    fn every_change_is_taken_back_and_made_again() {
        let mut briefings = with(vec![text(1), text(2), Page::new(id(3), Content::Method)]);
        let kept =
            KeptObjection { page: id(2), rule: "too-few".to_owned(), reason: "said aloud".to_owned(), said: None };
        let edits = vec![
            Edit::Name(" Review ".to_owned()),
            Edit::Marking("TLP:GREEN".to_owned()),
            Edit::Headline(id(2), "By hand".to_owned()),
            Edit::Notes(id(1), "slowly".to_owned()),
            Edit::Keep(kept),
            Edit::Add { page: text(7), after: None },
            Edit::Copy { of: id(2), id: id(8) },
            Edit::Move { page: id(8), to: 0 },
            Edit::Object { page: id(2), rule: "too-few".to_owned() },
            Edit::Content(id(1), Content::Text { body: "other".to_owned() }),
            Edit::Remove(id(1)),
        ];
        let mut states = vec![briefings.all().to_vec()];
        for one in edits {
            assert!(edit(&mut briefings, one.clone()), "{one:?} changes something");
            assert!(
                !edit(&mut briefings, one.clone()) || matches!(one, Edit::Add { .. } | Edit::Copy { .. }),
                "{one:?}"
            );
            if matches!(one, Edit::Add { .. } | Edit::Copy { .. }) {
                briefings.undo(|_| Ok::<_, ()>(())).unwrap();
            }
            states.push(briefings.all().to_vec());
        }
        for expected in states.iter().rev().skip(1) {
            assert!(briefings.undo(|_| Ok::<_, ()>(())).unwrap().is_some());
            assert_eq!(briefings.all(), expected);
        }
        for expected in states.iter().skip(1) {
            assert!(briefings.redo(|_| Ok::<_, ()>(())).unwrap().is_some());
            assert_eq!(briefings.all(), expected);
        }
        assert_eq!(briefings.redo(|_| Ok::<_, ()>(())).unwrap(), None);
    }

    #[test]
    fn what_is_added_stands_before_the_method_page_and_is_looked_at() {
        let mut briefings = with(vec![text(1), Page::new(id(3), Content::Method)]);
        edit(&mut briefings, Edit::Add { page: text(7), after: None });
        assert_eq!(order(&briefings), [1, 7, 3]);
        assert_eq!(briefings.page().map(|(at, page)| (at, page.id)), Some((1, id(7))));
        edit(&mut briefings, Edit::Remove(id(7)));
        assert_eq!(briefings.page().map(|(at, _)| at), Some(1), "the next page");
        edit(&mut briefings, Edit::Remove(id(3)));
        edit(&mut briefings, Edit::Remove(id(1)));
        assert_eq!(briefings.page(), None);
        edit(&mut briefings, Edit::Add { page: text(9), after: None });
        assert_eq!(order(&briefings), [9]);
    }

    #[test]
    fn what_cannot_be_written_did_not_happen() {
        let mut briefings = with(vec![text(1), text(2)]);
        let before = briefings.all().to_vec();
        let change = Change::Edit(id(100), Box::new(Edit::Remove(id(1))));
        assert_eq!(briefings.change(&change, |_| Err("disk full")), Err("disk full"));
        assert_eq!(briefings.all(), before);
        assert_eq!(briefings.undo(|_| Err("disk full")), Err("disk full"));
        assert_eq!(briefings.all(), before);
        assert_eq!(briefings.page().map(|(at, _)| at), Some(0));
    }

    #[test]
    fn a_copy_is_another_briefing_and_deleting_shows_the_neighbour() {
        let mut briefings = with(vec![text(1)]);
        let copy = Change::Copy { of: id(100), id: id(101), name: "Copy".to_owned() };
        briefings.change(&copy, |_| Ok::<_, ()>(())).unwrap();
        assert_eq!(briefings.shown().map(|shown| (shown.id, shown.name.as_str())), Some((id(101), "Copy")));
        briefings.change(&Change::Delete(id(101)), |_| Ok::<_, ()>(())).unwrap();
        assert_eq!(briefings.shown().map(|shown| shown.id), Some(id(100)));
        briefings.undo(|_| Ok::<_, ()>(())).unwrap();
        assert_eq!(briefings.all().len(), 2);
    }
}
