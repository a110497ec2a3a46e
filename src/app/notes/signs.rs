//! The signs of notes, for the help and docs/KEYS.md.

/// Each sign as it is typed, and its meaning.
pub const SIGNS: [(&str, &str); 7] = [
    (
        "Mali:",
        "the speaker: a country, a code, a grouping, an organization, or a name in quotes",
    ),
    (":", "no speaker, although someone has the floor"),
    ("+commitment", "the kind, by its beginning"),
    ("q2", "the guiding question"),
    ("p41", "the paragraph"),
    ("... text", "continues your last note, for the same speaker"),
    ("\\q2", "the word itself, not a sign"),
];
