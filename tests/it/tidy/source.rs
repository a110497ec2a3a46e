//! What a source file declares and imports, read from its tokens as far as the rules of the house
//! need it. Code under `#[cfg(test)]` does not count.

#![expect(clippy::string_slice, reason = "a wrong slice fails the test")]

use std::collections::BTreeSet;

/// A file as a module.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// The path from the crate's root: `["store", "session", "wire"]`.
    pub(super) path: Vec<String>,
    /// The names that `use` brings into the module.
    pub(super) imports: Vec<Import>,
    /// The paths of two or more names in the code, as written, imports excluded.
    pub(super) paths: Vec<Vec<String>>,
    /// All identifiers in the code, imports excluded.
    pub(super) words: BTreeSet<String>,
    /// The declared structs, enums, traits and aliases.
    pub(super) types: Vec<String>,
    /// The types that get methods here, other than those of a trait.
    pub(super) with_methods: BTreeSet<String>,
    /// The modules declared for tests only.
    pub(super) test_modules: Vec<String>,
}

/// An imported name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Import {
    /// The path as written.
    pub(super) path: Vec<String>,
    /// The name that it gets here.
    pub(super) name: String,
    /// Whether others may import it from here.
    pub(super) is_public: bool,
}

impl Module {
    /// Reads a module from its source text.
    pub(super) fn new(path: Vec<String>, code: &str) -> Self {
        let tokens = tokens(code);
        let mut module = Self {
            path,
            ..Self::default()
        };
        let (mut at, mut depth) = (0, 0_usize);
        let token = |at: usize| tokens.get(at).map_or("", String::as_str);
        let is_name = |at: usize| token(at).starts_with(is_of_name);
        while at < tokens.len() {
            let is_public = at > 0 && matches!(token(at - 1), "pub" | ")");
            match token(at) {
                "{" => depth += 1,
                "}" => depth -= 1,
                "#" if tokens[at..].starts_with(&TEST.map(str::to_owned)) => {
                    let end = end_of_item(&tokens, at + TEST.len());
                    if let [.., "mod", name, ";"] = words(&tokens[at..end])[..] {
                        module.test_modules.push(name.to_owned());
                    }
                    at = end;
                    continue;
                }
                "pub" if token(at + 1) == "(" => at = find(&tokens, at, &[")"]),
                "use" if token(at + 1) != "<" => {
                    let end = find(&tokens, at, &[";"]);
                    module.import(&tokens[at + 1..end], &[], is_public);
                    at = end;
                }
                "mod" if token(at + 2) == ";" => at += 2,
                "struct" | "enum" | "trait" if is_name(at + 1) => {
                    module.types.push(token(at + 1).to_owned());
                }
                "type" if depth == 0 => module.types.push(token(at + 1).to_owned()),
                // Not a type such as `impl Iterator`.
                "impl" if at == 0 || matches!(token(at - 1), "}" | ";" | "]") => {
                    let end = find(&tokens, at, &["{"]);
                    module.with_methods.extend(own_type(&tokens[at + 1..end]));
                }
                _ if is_name(at) && token(at.wrapping_sub(1)) != "::" => {
                    let mut path = vec![token(at).to_owned()];
                    while token(at + 1) == "::" && is_name(at + 2) {
                        at += 2;
                        path.push(token(at).to_owned());
                    }
                    module.words.extend(path.iter().cloned());
                    if path.len() > 1 {
                        module.paths.push(path);
                    }
                }
                _ => (),
            }
            at += 1;
        }
        module
    }

    /// Adds the names of a `use`, given without the word and the semicolon.
    fn import(&mut self, tree: &[String], before: &[String], is_public: bool) {
        let mut path = before.to_vec();
        let mut rest = words(tree).into_iter().peekable();
        let mut at = 0;
        while let Some(token) = rest.next() {
            at += 1;
            match token {
                "::" | "," => (),
                "{" => return self.import_group(&tree[at..], &path, is_public),
                "as" => {
                    let name = rest.next().unwrap_or_default().to_owned();
                    self.imports.push(Import {
                        path,
                        name,
                        is_public,
                    });
                    return;
                }
                "self" if !before.is_empty() => (),
                token => path.push(token.to_owned()),
            }
        }
        if let Some(name) = path.last().cloned().filter(|_| !tree.is_empty()) {
            self.imports.push(Import {
                path,
                name,
                is_public,
            });
        }
    }

    fn import_group(&mut self, group: &[String], before: &[String], is_public: bool) {
        let (mut depth, mut start) = (0, 0);
        for (at, token) in group.iter().enumerate() {
            match token.as_str() {
                "{" => depth += 1,
                "," | "}" if depth == 0 => {
                    self.import(&group[start..at], before, is_public);
                    start = at + 1;
                }
                "}" => depth -= 1,
                _ => (),
            }
        }
    }
}

/// The attribute of an item for tests.
const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn words(tokens: &[String]) -> Vec<&str> {
    tokens.iter().map(String::as_str).collect()
}

/// Returns the index of the next of these tokens.
fn find(tokens: &[String], from: usize, wanted: &[&str]) -> usize {
    let rest = tokens[from..].iter();
    let at = rest.take_while(|token| !wanted.contains(&token.as_str()));
    from + at.count()
}

/// Returns the index after an item: after its semicolon or its last brace.
fn end_of_item(tokens: &[String], from: usize) -> usize {
    let mut at = find(tokens, from, &["{", ";"]);
    let mut depth = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => (),
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Returns the type of an `impl`, given up to its brace; `None` if it is that of a trait.
fn own_type(head: &[String]) -> Option<String> {
    let (mut depth, mut name) = (0, None);
    for token in words(head) {
        match token {
            "<" => depth += 1,
            ">" => depth -= 1,
            "for" if depth == 0 => return None,
            "where" if depth == 0 => break,
            token if depth == 0 && token.starts_with(is_of_name) => name = Some(token.to_owned()),
            _ => (),
        }
    }
    name
}

const fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Splits code into names, `::` and single signs, without comments, texts and lifetimes.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => text(rest),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw_text(rest),
            '\'' => letter_or_lifetime(rest),
            first if is_of_name(first) => {
                let taken = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
                tokens.push(rest[..taken].to_owned());
                taken
            }
            ':' if rest.starts_with("::") => {
                tokens.push("::".to_owned());
                2
            }
            // An arrow is no angle bracket.
            '-' | '=' if rest[1..].starts_with('>') => 2,
            first => {
                if !first.is_whitespace() {
                    tokens.push(first.to_string());
                }
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    tokens
}

/// Returns the length of a text in quotation marks.
fn text(code: &str) -> usize {
    let mut is_escaped = false;
    let end = code[1..].find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.map_or(code.len(), |end| end + 2)
}

/// Returns the length of a raw text, or of the `r#` before a name.
fn raw_text(code: &str) -> usize {
    let signs = code[1..].chars().take_while(|c| *c == '#').count();
    let inside = 2 + signs;
    if !code[1 + signs..].starts_with('"') {
        return inside - 1;
    }
    let end = format!("\"{}", "#".repeat(signs));
    let length = code[inside..].find(&end);
    length.map_or(code.len(), |length| inside + length + end.len())
}

/// Returns the length of a character in quotation marks, or of the mark before a lifetime.
fn letter_or_lifetime(code: &str) -> usize {
    let mut inside = code[1..].chars();
    match (inside.next(), inside.next()) {
        (Some('\\'), Some(escaped)) => {
            let before = 2 + escaped.len_utf8();
            let end = code[before..].find('\'');
            end.map_or(code.len(), |end| before + end + 1)
        }
        (Some(letter), Some('\'')) => letter.len_utf8() + 2,
        (letter, _) => 1 + letter.map_or(0, |_| lifetime(&code[1..])),
    }
}

fn lifetime(code: &str) -> usize {
    code.find(|c| !is_of_name(c)).unwrap_or(code.len())
}

#[test]
fn the_parts_of_a_source_are_read() {
    let code = r##"
        use std::{fmt, io::{self, Write as _}};
        pub(super) use super::{one::One, two};
        mod child;
        #[cfg(test)]
        mod laws;
        pub(in crate::room) struct Own<'a>(&'a str);
        type Alias = Own<'static>;
        impl<'a, T: Fn() -> Vec<T>> Own<'a> where T: Copy {
            fn a(self) -> impl Fn() { child::run('"', '\'', "struct No; // {", r#"enum "No" {"#) }
        }
        impl<T> Trait for Own<'_> { type Item = T; }
        // struct Commented;
        #[cfg(test)]
        mod tests { use super::*; struct Test; }
        enum Last {}
    "##;
    let module = Module::new(vec!["room".to_owned()], code);
    let imports: Vec<_> = module
        .imports
        .iter()
        .map(|import| {
            let path = import.path.join("::");
            format!("{path} as {} {}", import.name, import.is_public)
        })
        .collect();
    assert_eq!(
        imports,
        [
            "std::fmt as fmt false",
            "std::io as io false",
            "std::io::Write as _ false",
            "super::one::One as One true",
            "super::two as two true",
        ]
    );
    assert_eq!(module.types, ["Own", "Alias", "Last"]);
    assert_eq!(Vec::from_iter(module.with_methods), ["Own"]);
    assert_eq!(module.test_modules, ["laws"]);
    assert_eq!(module.paths, [["child", "run"]]);
}
