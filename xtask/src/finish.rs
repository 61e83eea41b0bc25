//! The last step of the build, called by Trunk: names with their content's hash, and the service worker's list.
//!
//! A file with a hash in its name never changes, so that a page can never load parts of two versions, and
//! hosts may let browsers keep it for ever. The entry points keep the names that other people write down.

use crate::dist::Dist;
use crate::service_worker;
use anyhow::{Context, Result, bail};
use regex::Regex;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What other sites, browsers and people refer to by name.
const ENTRY_POINTS: [&str; 7] = [
    "index.html",
    service_worker::FILE,
    "gouji-checker.js",
    "gouji.js",
    "gouji.d.ts",
    "manifest.webmanifest",
    "demo/portal.html",
];

/// `cargo xtask finish`, in the environment of a Trunk hook.
pub(crate) fn run() -> Result<()> {
    let dir = std::env::var_os("TRUNK_STAGING_DIR").context("TRUNK_STAGING_DIR is not set: Trunk calls this command")?;
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        // While developing, names stay readable and nothing is kept offline.
        return Ok(());
    }
    let dir = Path::new(&dir);
    let mut built = Dist::read(dir)?;
    tidy_page(&mut built)?;
    let mut dist = finish(&built)?;
    service_worker::write_list(&mut dist)?;
    replace(dir, &dist)
}

/// Takes out of the page what only the build reads: comments, and the link that Trunk leaves behind.
fn tidy_page(built: &mut Dist) -> Result<()> {
    let page = built.files.get_mut("index.html").context("the build has no index.html")?;
    let text = String::from_utf8(std::mem::take(page))?;
    let build_only = Regex::new(r"\s*(?s:<!--.*?-->|<link data-trunk[^>]*>)").expect("a regex");
    *page = build_only.replace_all(&text, "").into_owned().into_bytes();
    Ok(())
}

/// The same files under their final names, with every reference following.
fn finish(built: &Dist) -> Result<Dist> {
    let mut work = Work { built, names: BTreeMap::new(), open: Vec::new(), finished: Dist::default() };
    for path in built.files.keys() {
        work.name_of(path)?;
    }
    for path in ENTRY_POINTS.iter().filter(|path| built.files.contains_key(**path)) {
        let content = work.content_of(path)?;
        work.finished.files.insert((*path).to_owned(), content);
    }
    Ok(work.finished)
}

struct Work<'a> {
    built: &'a Dist,
    /// Final paths, of the files that are done.
    names: BTreeMap<String, String>,
    /// The files being done, each waiting for the next.
    open: Vec<String>,
    finished: Dist,
}

impl Work<'_> {
    /// The final path of a file. Those that it refers to come first: their names are part of its content.
    fn name_of(&mut self, path: &str) -> Result<String> {
        if ENTRY_POINTS.contains(&path) {
            return Ok(path.to_owned());
        }
        if let Some(name) = self.names.get(path) {
            return Ok(name.clone());
        }
        if self.open.iter().any(|open| open == path) {
            bail!(
                "these files refer to each other in a circle, so that none can be named by its content: {}",
                self.open.join(" → ")
            );
        }
        self.open.push(path.to_owned());
        let content = self.content_of(path)?;
        self.open.pop();
        let name = hashed(path, &content);
        self.names.insert(path.to_owned(), name.clone());
        self.finished.files.insert(name.clone(), content);
        Ok(name)
    }

    /// The content of a file with its references rewritten.
    fn content_of(&mut self, path: &str) -> Result<Vec<u8>> {
        let source = &self.built.files[path];
        let mut content = Vec::with_capacity(source.len());
        let mut copied = 0;
        for reference in self.built.references(path) {
            let target = self.name_of(&reference.target)?;
            content.extend_from_slice(&source[copied..reference.name.start]);
            content.extend_from_slice(target.rsplit('/').next().unwrap_or(&target).as_bytes());
            copied = reference.name.end;
        }
        content.extend_from_slice(&source[copied..]);
        Ok(content)
    }
}

/// `a/b.js` → `a/b-0123456789abcdef.js`.
fn hashed(path: &str, content: &[u8]) -> String {
    let hash = Sha256::digest(content).iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    match path.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{path}-{hash}"),
    }
}

fn replace(dir: &Path, dist: &Dist) -> Result<()> {
    for path in Dist::read(dir)?.files.keys() {
        fs::remove_file(dir.join(path))?;
    }
    for (path, content) in &dist.files {
        fs::write(dir.join(path), content).with_context(|| format!("writing {path}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{finish, tidy_page};
    use crate::dist::{Dist, dist_of};

    fn starting_with<'a>(dist: &'a Dist, start: &str) -> (&'a str, &'a str) {
        let (path, content) = dist.files.iter().find(|(path, _)| path.starts_with(start)).expect("is there");
        (path, std::str::from_utf8(content).expect("is text"))
    }

    #[test]
    fn names_follow_the_content_through_all_that_refers_to_it() {
        let build = |wasm| {
            finish(&dist_of(&[
                ("index.html", r#"<script src="start.js">"#),
                ("start.js", r#"new URL("./app.wasm", here); register("./sw.js")"#),
                ("app.wasm", wasm),
                ("sw.js", ""),
            ]))
            .expect("finishes")
        };
        let (one, two) = (build("1"), build("2"));
        let (start, text) = starting_with(&one, "start-");
        let (wasm, _) = starting_with(&one, "app-");
        assert_eq!(text, format!(r#"new URL("./{wasm}", here); register("./sw.js")"#));
        assert_eq!(starting_with(&one, "index.html").1, format!(r#"<script src="{start}">"#));
        assert_ne!(start, starting_with(&two, "start-").0);
        assert!(one.files.contains_key("sw.js"));
        assert_eq!(one.files.len(), 4);
    }

    #[test]
    fn the_page_keeps_nothing_of_the_build() {
        let mut built = dist_of(&[("index.html", "<a>\n<!-- one\ntwo -->\n<link data-trunk rel=\"rust\"\n x>\n<b>")]);
        tidy_page(&mut built).expect("has a page");
        assert_eq!(built.files["index.html"], b"<a>\n<b>");
    }

    #[test]
    fn a_circle_is_named() {
        let error = finish(&dist_of(&[("a.js", r#""b.js""#), ("b.js", r#""a.js""#)])).expect_err("no name possible");
        assert!(error.to_string().contains("a.js → b.js"), "{error}");
    }
}
