//! The words of the reasons why drafts are not kept.

use std::borrow::Cow;

use crate::messages::KeepingFault;

/// Returns the English text of a reason.
pub(in crate::messages) fn fault(fault: &KeepingFault) -> Cow<'static, str> {
    match fault {
        KeepingFault::NoSpace => "no space in the state folder".into(),
        KeepingFault::Unwritable => "the state folder cannot be written".into(),
        KeepingFault::FileInTheWay => "a file is in the place of the state folder".into(),
        KeepingFault::Other { why } => why.clone().into(),
    }
}
