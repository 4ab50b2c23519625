//! Scenarios that the user has saved, each under a name. The browser stores the list as text; entries that cannot be
//! read are ignored.

use crate::model::answers::Answers;
use crate::model::link;

/// The maximum number of saved scenarios. Saving another one removes the oldest.
pub const MOST: usize = 10;

/// The maximum number of characters in a name.
pub const LONGEST_NAME: usize = 60;

/// A saved scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its name.
    pub name: String,
    /// The scenario as a link, which remains readable for ever.
    pub link: String,
}

/// The saved scenarios, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedList(Vec<Saved>);

/// The reason why a scenario cannot have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// The name is empty.
    Empty,
    /// The name has too many characters.
    TooLong,
    /// The name contains an invisible character.
    Invisible,
    /// Another scenario has this name.
    Taken,
    /// The scenario is no longer saved.
    Gone,
}

impl SavedList {
    /// Reads a list from a text that [`SavedList::write`] has written.
    pub fn read(text: &str) -> Self {
        let pairs = form_urlencoded::parse(text.as_bytes());
        let all = pairs.map(|(name, link)| Saved { name: name.into_owned(), link: link.into_owned() });
        let mut list = Vec::new();
        for saved in all.take(MOST) {
            if check(&saved.name).is_ok() && !list.iter().any(|known: &Saved| known.name == saved.name) {
                list.push(saved);
            }
        }
        Self(list)
    }

    /// Writes the list as text: form-urlencoded pairs of name and link.
    pub fn write(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for saved in &self.0 {
            text.append_pair(&saved.name, &saved.link);
        }
        text.finish()
    }

    /// The saved scenarios, newest first.
    pub fn all(&self) -> &[Saved] {
        &self.0
    }

    /// The scenario that saving another one removes.
    pub fn next_to_go(&self) -> Option<&Saved> {
        self.0.get(MOST - 1)
    }

    /// Saves a scenario, and replaces one with the same name.
    ///
    /// # Errors
    /// When the name is not valid. The list is then unchanged.
    pub fn keep(&mut self, name: &str, answers: &Answers) -> Result<(), NameError> {
        let name = name.trim();
        check(name)?;
        self.remove(name);
        self.0.insert(0, Saved { name: name.to_owned(), link: link::write(answers) });
        self.0.truncate(MOST);
        Ok(())
    }

    /// Renames a scenario.
    ///
    /// # Errors
    /// When the name is not valid or already used. The list is then unchanged.
    pub fn rename(&mut self, name: &str, new: &str) -> Result<(), NameError> {
        let new = new.trim();
        check(new)?;
        if new != name && self.0.iter().any(|saved| saved.name == new) {
            return Err(NameError::Taken);
        }
        let saved = self.0.iter_mut().find(|saved| saved.name == name).ok_or(NameError::Gone)?;
        new.clone_into(&mut saved.name);
        Ok(())
    }

    /// Restores the scenarios of an earlier list to their places, as far as there is room. Scenarios saved since then
    /// stay.
    pub fn restore(&mut self, before: &Self) {
        for (place, saved) in before.0.iter().enumerate() {
            if self.0.len() < MOST && !self.0.iter().any(|known| known.name == saved.name) {
                self.0.insert(place.min(self.0.len()), saved.clone());
            }
        }
    }

    /// Removes a scenario.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|saved| saved.name != name);
    }
}

fn check(name: &str) -> Result<(), NameError> {
    if name.is_empty() {
        Err(NameError::Empty)
    } else if name.chars().count() > LONGEST_NAME {
        Err(NameError::TooLong)
    } else if name.chars().any(crate::base::invisible::is_invisible) {
        Err(NameError::Invisible)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Field;

    fn named(name: &str) -> Answers {
        let mut answers = Answers::default();
        answers.set(Field::ClusterName, name).unwrap();
        answers
    }

    fn names(list: &SavedList) -> Vec<&str> {
        list.all().iter().map(|saved| saved.name.as_str()).collect()
    }

    #[test]
    fn what_is_kept_comes_back_from_the_text() {
        let mut list = SavedList::default();
        for name in ["Prod & co", "a=b&c", "テスト 🔑", "100 %"] {
            list.keep(name, &named(name)).unwrap();
        }
        let again = SavedList::read(&list.write());
        assert_eq!(again, list);
        assert_eq!(names(&again), ["100 %", "テスト 🔑", "a=b&c", "Prod & co"]);
        assert_eq!(link::read(&again.all()[0].link).answers, named("100 %"));
    }

    #[test]
    fn the_eleventh_takes_the_place_of_the_first() {
        let mut list = SavedList::default();
        for number in 1..=10 {
            assert_eq!(list.next_to_go(), None);
            list.keep(&number.to_string(), &named("c")).unwrap();
        }
        assert_eq!(list.next_to_go().unwrap().name, "1");
        list.keep("11", &named("c")).unwrap();
        assert_eq!(names(&list), ["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"]);
    }

    #[test]
    fn one_of_the_same_name_is_replaced() {
        let mut list = SavedList::default();
        list.keep("a", &named("one")).unwrap();
        list.keep("b", &named("two")).unwrap();
        list.keep(" a ", &named("three")).unwrap();
        assert_eq!(names(&list), ["a", "b"]);
        assert_eq!(link::read(&list.all()[0].link).answers, named("three"));
    }

    #[test]
    fn a_name_is_one_that_can_be_read_and_is_not_taken() {
        let mut list = SavedList::default();
        list.keep("a", &named("c")).unwrap();
        list.keep("b", &named("c")).unwrap();
        assert_eq!(list.keep("  ", &named("c")), Err(NameError::Empty));
        assert_eq!(list.keep(&"x".repeat(61), &named("c")), Err(NameError::TooLong));
        assert_eq!(list.keep("a\u{202E}b", &named("c")), Err(NameError::Invisible));
        assert_eq!(list.rename("a", "b"), Err(NameError::Taken));
        assert_eq!(names(&list), ["b", "a"]);
        list.rename("a", " c ").unwrap();
        list.rename("b", "b").unwrap();
        assert_eq!(names(&list), ["b", "c"]);
        list.remove("b");
        assert_eq!(names(&list), ["c"]);
        assert_eq!(list.rename("b", "d"), Err(NameError::Gone));
    }

    #[test]
    fn what_was_taken_away_comes_back_to_its_place_and_what_was_kept_since_stays() {
        let mut list = SavedList::default();
        for name in ["c", "b", "a"] {
            list.keep(name, &named(name)).unwrap();
        }
        let before = list.clone();
        list.remove("b");
        list.keep("new", &named("new")).unwrap();
        list.restore(&before);
        assert_eq!(names(&list), ["new", "b", "a", "c"]);
        for number in 1..=6 {
            list.keep(&number.to_string(), &named("x")).unwrap();
        }
        list.keep("c", &named("other")).unwrap();
        list.restore(&before);
        assert_eq!(list.all().len(), MOST);
        assert_eq!(link::read(&list.all()[0].link).answers, named("other"), "what stands is not replaced");
    }

    #[test]
    fn whatever_stands_in_the_browser_gives_a_list() {
        for text in ["", "&&&", "=x", "a", "%FF=%FF", "a=1&a=2", "a%00b=c", "\u{202E}=x"] {
            let list = SavedList::read(text);
            assert!(list.all().len() <= 1, "{text}: {list:?}");
        }
        let many: Vec<String> = (0..50).map(|number| format!("n{number}=v")).collect();
        assert_eq!(SavedList::read(&many.join("&")).all().len(), MOST);
    }
}
