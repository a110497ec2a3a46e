//! The list of the sample messages of an enum.

/// Gives an enum of messages `samples()` and `id()` from a list of its variants, each with one or
/// more sets of sample arguments. A variant that is not in the list does not compile.
///
/// ```ignore
/// samples!(GapMessage {
///     NoKeyMessage {},
///     Drafts { count: 1 } { count: 2 },
/// });
/// ```
macro_rules! samples {
    ($messages:ty { $($variant:ident $({ $($arguments:tt)* })+),+ $(,)? }) => {
        impl $messages {
            /// Returns each message with sample arguments, for translators and tests.
            pub fn samples() -> Vec<Self> {
                vec![$($(Self::$variant { $($arguments)* }),+),+]
            }

            /// Returns the name of the variant.
            pub const fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => stringify!($variant)),+
                }
            }
        }
    };
}

pub(super) use samples;
