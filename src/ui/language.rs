//! The language of the screen.

use crate::messages::InterfaceLanguage;

/// Returns the language of everything that is drawn.
pub(super) fn language() -> InterfaceLanguage {
    InterfaceLanguage::default()
}
