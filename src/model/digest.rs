//! The digest of a revision's content.

use std::fmt;

/// A digest of a revision's content: equal content has the same digest in every version of this
/// program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(u64);

impl Digest {
    /// Computes the digest of parts in order; a missing part differs from an empty one.
    pub(super) fn of<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        // FNV-1a. A forged collision gains nothing: both revisions are then settled together.
        let hash = |hash: u64, bytes: &[u8]| {
            bytes.iter().fold(hash, |hash, byte| {
                (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
            })
        };
        let parts = parts.into_iter();
        Self(
            parts.fold(0xcbf2_9ce4_8422_2325, |so_far, part| match part {
                Some(part) => hash(hash(so_far, part.as_bytes()), &[0xFF]),
                None => hash(so_far, &[0xFE]),
            }),
        )
    }

    /// Parses sixteen hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let is_whole = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u64::from_str_radix(text, 16).ok();
        number.filter(|_| is_whole).map(Self)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_their_boundaries_count() {
        let all = [
            Digest::of([Some("ab"), Some("c")]),
            Digest::of([Some("a"), Some("bc")]),
            Digest::of([Some(""), None]),
            Digest::of([None, Some("")]),
            Digest::of([]),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|other| other != one));
            assert_eq!(Digest::from_hex(&one.to_string()), Some(*one));
        }
        // Digests are stored in notes files, so they must never change.
        assert_eq!(all[0].to_string(), "20ba9b3025a8b421");
        for wrong in ["", "0", "+0ba9b3025a8b421", "20ba9b3025a8b4210"] {
            assert_eq!(Digest::from_hex(wrong), None);
        }
    }
}
