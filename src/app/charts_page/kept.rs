//! What is kept of the page of charts in the workspace: which figure was shown, and what was chosen for each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::app::charts_page::shelf;
use crate::chart::gallery::choice::Options;
use crate::chart::model::ChartKey;

/// The view of the page of charts. Figures stand in it by their keys as text, so that a file that knows other figures
/// than this program is read all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChartsView {
    shown: Option<String>,
    options: BTreeMap<String, Options>,
}

impl ChartsView {
    /// The figure shown; `None` is the gallery.
    pub fn shown(&self) -> Option<ChartKey> {
        let key = self.shown.as_deref().and_then(ChartKey::from_key)?;
        shelf::family(key).map(|_| key)
    }

    /// Shows a figure, or the gallery.
    pub fn show(&mut self, chart: Option<ChartKey>) {
        self.shown = chart.map(|chart| chart.key().to_owned());
    }

    /// What was chosen for a figure.
    pub fn options(&self, chart: ChartKey) -> Options {
        self.options.get(chart.key()).cloned().unwrap_or_default()
    }

    /// Chooses everything for a figure.
    pub fn set(&mut self, chart: ChartKey, options: Options) {
        if options.0.is_empty() {
            self.reset(chart);
        } else {
            self.options.insert(chart.key().to_owned(), options);
        }
    }

    /// Whether anything was chosen for a figure.
    pub fn is_changed(&self, chart: ChartKey) -> bool {
        self.options.get(chart.key()).is_some_and(|options| !options.0.is_empty())
    }

    /// Chooses something for a figure; `None` is as at first.
    pub fn choose(&mut self, chart: ChartKey, key: &str, value: Option<String>) {
        let options = self.options.entry(chart.key().to_owned()).or_default();
        match value {
            Some(value) => options.0.insert(key.to_owned(), value),
            None => options.0.remove(key),
        };
        if options.0.is_empty() {
            self.reset(chart);
        }
    }

    /// Everything about a figure as at first.
    pub fn reset(&mut self, chart: ChartKey) {
        self.options.remove(chart.key());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_of_another_program_is_read_and_kept() {
        let text = r#"{"shown":"a-figure-of-tomorrow","options":{"incidents":{"average":"on"},"tomorrow":{"a":"b"}}}"#;
        let mut view: ChartsView = serde_json::from_str(text).unwrap();
        assert_eq!(view.shown(), None, "an unknown figure is the gallery");
        assert!(view.options(ChartKey::Incidents).is_on("average"));
        view.choose(ChartKey::Incidents, "average", None);
        assert!(!view.is_changed(ChartKey::Incidents));
        view.show(Some(ChartKey::Disclosure));
        assert_eq!(view.shown(), Some(ChartKey::Disclosure));
        assert!(serde_json::to_string(&view).unwrap().contains("tomorrow"), "what is not known is not lost");
        assert_eq!(serde_json::from_str::<ChartsView>("{}").unwrap(), ChartsView::default());
    }
}
