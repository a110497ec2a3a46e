//! Sample messages: every variant of an enum, with arguments.

/// An enum of messages with samples, implemented by `samples!`.
pub trait Samples: Sized {
    /// The name of the enum.
    const NAME: &'static str;
    /// The place where people read its messages.
    const SHOWN: &'static str;

    /// Returns every message with sample arguments; some occur twice or more, such as for 1 and 2.
    fn samples() -> Vec<Self>;

    /// Returns the name of the variant.
    fn id(&self) -> &'static str;
}

/// Implements [`Samples`] from a list of all variants, each with one or more sets of arguments. A
/// variant that is not in the list does not compile.
///
/// ```text
/// samples!(GapMessage: "a gap of a report" {
///     NoKeyMessage {},
///     Drafts { count: 1 } { count: 2 },
/// });
/// ```
macro_rules! samples {
    ($messages:ident $(<$life:lifetime>)?: $shown:literal {
        $($variant:ident $({ $($arguments:tt)* })+),+ $(,)?
    }) => {
        impl $crate::messages::Samples for $messages $(<$life>)? {
            const NAME: &'static str = stringify!($messages);
            const SHOWN: &'static str = $shown;

            fn samples() -> Vec<Self> {
                vec![$($(Self::$variant { $($arguments)* }),+),+]
            }

            fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => stringify!($variant)),+
                }
            }
        }
    };
}

pub(super) use samples;
