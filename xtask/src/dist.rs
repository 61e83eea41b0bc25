//! The built page as a set of files that refer to each other.

use anyhow::{Context, Result};
use regex::Regex;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

/// All files of a folder, by their path in it (with `/`, on every system).
#[derive(Debug, Default)]
pub(crate) struct Dist {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// A place in a file where another file is named.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Path of the file that is meant.
    pub(crate) target: String,
    /// Bytes of its name (without folders) in the file that refers to it.
    pub(crate) name: Range<usize>,
}

impl Dist {
    pub(crate) fn read(dir: &Path) -> Result<Self> {
        let mut dist = Self::default();
        dist.read_folder(dir, "").with_context(|| format!("reading {}", dir.display()))?;
        Ok(dist)
    }

    fn read_folder(&mut self, dir: &Path, prefix: &str) -> Result<()> {
        for entry in fs::read_dir(dir)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.read_folder(&entry.path(), &format!("{path}/"))?;
            } else {
                self.files.insert(path, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Where the file at `path` names others of this folder: in quotes or brackets, relative to itself.
    pub(crate) fn references(&self, path: &str) -> Vec<Reference> {
        static QUOTED: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"["'(](?P<path>(?:[\w.-]+/)*(?P<name>[\w.-]+\.\w+))["')]"#).expect("a regex"));
        let Some(text) = self.text(path) else { return Vec::new() };
        QUOTED
            .captures_iter(text)
            .filter_map(|found| {
                let target = resolve(path, &found["path"]);
                let name = found.name("name").expect("is in the regex").range();
                (target != path && self.files.contains_key(&target)).then_some(Reference { target, name })
            })
            .collect()
    }

    /// The file's text, if it is of a kind that refers to others.
    fn text(&self, path: &str) -> Option<&str> {
        let (_, extension) = path.rsplit_once('.')?;
        if !["html", "css", "js", "webmanifest", "svg"].contains(&extension) {
            return None;
        }
        std::str::from_utf8(self.files.get(path)?).ok()
    }
}

/// `reference` as written in the file at `base`, as a path from the folder.
fn resolve(base: &str, reference: &str) -> String {
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in reference.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
pub(crate) fn dist_of(files: &[(&str, &str)]) -> Dist {
    Dist { files: files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect() }
}

#[cfg(test)]
mod tests {
    use super::{dist_of, resolve};

    #[test]
    fn a_reference_is_relative_to_the_file_it_stands_in() {
        assert_eq!(resolve("start.js", "./app.js"), "app.js");
        assert_eq!(resolve("demo/portal.html", "../gouji-checker.js"), "gouji-checker.js");
        assert_eq!(resolve("styles/page.css", "mark.svg"), "styles/mark.svg");
    }

    #[test]
    fn references_stand_in_quotes_or_brackets_and_name_files_that_exist() {
        let dist = dist_of(&[
            ("a.js", r#"import "./b.js"; new URL('c.wasm', here); f("none.js"); // b.js"#),
            ("s/a.css", "a { background: url(../i.svg) }"),
            ("b.js", ""),
            ("c.wasm", ""),
            ("i.svg", ""),
        ]);
        let targets = |path| dist.references(path).into_iter().map(|found| found.target).collect::<Vec<_>>();
        assert_eq!(targets("a.js"), ["b.js", "c.wasm"]);
        assert_eq!(targets("s/a.css"), ["i.svg"]);
        let found = &dist.references("s/a.css")[0];
        assert_eq!(&"a { background: url(../i.svg) }"[found.name.clone()], "i.svg");
    }
}
