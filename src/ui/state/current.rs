//! Copying what one is at.

use super::Wizard;

impl Wizard {
    /// Puts the focus on the first button that copies.
    pub fn copy_current(self) {
        self.focus(".copy".to_owned());
    }
}
