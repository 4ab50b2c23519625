//! The completed steps of each scenario, as ticked off by the user. The browser stores them as text; entries that
//! cannot be read are ignored.

use crate::plan::StepId;

/// The maximum number of scenarios. Ticking a step of another one removes the least recently ticked scenario.
pub const MOST: usize = 20;

/// The completed steps by the link of their scenario, most recently ticked scenario first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress(Vec<(String, Vec<StepId>)>);

impl Progress {
    /// Reads a text that [`Progress::write`] has written.
    pub fn read(text: &str) -> Self {
        let mut all: Vec<(String, Vec<StepId>)> = Vec::new();
        for (link, ids) in form_urlencoded::parse(text.as_bytes()) {
            let is_named = |step: &StepId| ids.split(',').any(|id| id == step.id());
            let steps: Vec<StepId> = StepId::ALL.iter().copied().filter(is_named).collect();
            if all.len() < MOST && !steps.is_empty() && !all.iter().any(|(known, _)| *known == link) {
                all.push((link.into_owned(), steps));
            }
        }
        Self(all)
    }

    /// Writes the progress as form-urlencoded pairs of link and step ids.
    pub fn write(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for (link, steps) in &self.0 {
            let ids: Vec<&str> = steps.iter().map(|step| step.id()).collect();
            text.append_pair(link, &ids.join(","));
        }
        text.finish()
    }

    /// Whether no step is completed in any scenario.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The completed steps of a scenario.
    pub fn done(&self, link: &str) -> &[StepId] {
        self.0.iter().find(|(known, _)| known == link).map_or(&[], |(_, steps)| steps)
    }

    /// Marks a step of a scenario as completed, or as not completed.
    pub fn tick(&mut self, link: &str, step: StepId, is_done: bool) {
        let place = self.0.iter().position(|(known, _)| known == link);
        let mut steps = place.map(|place| self.0.remove(place).1).unwrap_or_default();
        steps.retain(|known| *known != step);
        if is_done {
            let place = steps.iter().position(|known| *known as usize > step as usize);
            steps.insert(place.unwrap_or(steps.len()), step);
        }
        if !steps.is_empty() {
            self.0.insert(0, (link.to_owned(), steps));
            self.0.truncate(MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ticked_comes_back_from_the_text() {
        let mut progress = Progress::default();
        progress.tick("", StepId::SignIn, true);
        progress.tick("v=1&cluster-name=a%26b", StepId::VerifyExtension, true);
        progress.tick("v=1&cluster-name=a%26b", StepId::SignIn, true);
        let again = Progress::read(&progress.write());
        assert_eq!(again, progress);
        assert_eq!(again.done("v=1&cluster-name=a%26b"), [StepId::SignIn, StepId::VerifyExtension]);
        assert_eq!(again.done(""), [StepId::SignIn]);
        assert_eq!(again.done("v=1"), []);
    }

    #[test]
    fn a_scenario_without_ticks_is_not_kept() {
        let mut progress = Progress::default();
        progress.tick("v=1", StepId::Tools, true);
        progress.tick("v=1", StepId::Tools, true);
        progress.tick("v=1", StepId::Tools, false);
        progress.tick("v=2", StepId::Tools, false);
        assert!(progress.is_empty());
        assert_eq!(progress.write(), "");
    }

    #[test]
    fn the_scenario_that_was_ticked_least_recently_goes() {
        let mut progress = Progress::default();
        for number in 0..MOST {
            progress.tick(&number.to_string(), StepId::SignIn, true);
        }
        progress.tick("0", StepId::Tools, true);
        progress.tick("new", StepId::SignIn, true);
        assert_eq!(progress.done("0"), [StepId::SignIn, StepId::Tools]);
        assert_eq!(progress.done("1"), []);
        assert_eq!(progress.done("2"), [StepId::SignIn]);
        assert_eq!(Progress::read(&progress.write()), progress);
    }

    #[test]
    fn whatever_stands_in_the_browser_gives_progress() {
        for text in ["", "&&&", "=", "=x", "a=b,c", "%FF=%FF", "sign-in", "a=Sign-In", "a=,,,"] {
            assert!(Progress::read(text).is_empty(), "{text}");
        }
        assert_eq!(Progress::read("a=x,sign-in,sign-in&a=tools").done("a"), [StepId::SignIn]);
        let many: Vec<String> = (0..50).map(|number| format!("n{number}=tools")).collect();
        let progress = Progress::read(&many.join("&"));
        assert_eq!((progress.done("n19").len(), progress.done("n20").len()), (1, 0));
    }
}
