//! The service worker's list of files and its version, written from what was built.

use crate::dist::Dist;
use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Its name never changes: browsers look for a new version under it.
pub(crate) const FILE: &str = "sw.js";

const VERSION: &str = "const VERSION = \"development\";";
const FILES: &str = "const FILES = {};";

/// Fills in the version and the list, with the hash of every file that is kept offline.
pub(crate) fn write_list(dist: &mut Dist) -> Result<()> {
    let list: BTreeMap<&str, String> = dist
        .files
        .iter()
        .filter(|(path, _)| path.as_str() != FILE && !path.ends_with(".d.ts"))
        .map(|(path, content)| (path.as_str(), format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))))
        .collect();
    let list = serde_json::to_string(&list)?;
    let script = dist.files.get(FILE).context("the build has no sw.js")?;
    let script = String::from_utf8(script.clone())?;
    // The script's own text counts: a change in it is a new version as well.
    let version = BASE64_STANDARD.encode(Sha256::digest(format!("{script}{list}")))[..12].to_owned();
    let script = fill_in(&script, VERSION, &format!("const VERSION = {};", serde_json::to_string(&version)?))?;
    let script = fill_in(&script, FILES, &format!("const FILES = {list};"))?;
    dist.files.insert(FILE.to_owned(), script.into_bytes());
    Ok(())
}

fn fill_in(script: &str, line: &str, filled: &str) -> Result<String> {
    let (before, after) = script.split_once(line).with_context(|| format!("sw.js has no line `{line}`"))?;
    Ok(format!("{before}{filled}{after}"))
}

#[cfg(test)]
mod tests {
    use super::{FILE, write_list};
    use crate::dist::{Dist, dist_of};

    fn written(page: &str) -> String {
        let script = include_str!("../../www/js/sw.js");
        let mut dist: Dist = dist_of(&[("index.html", page), ("gouji.d.ts", ""), (FILE, script)]);
        write_list(&mut dist).expect("is filled in");
        String::from_utf8(dist.files[FILE].clone()).expect("is text")
    }

    #[test]
    fn lists_what_the_page_needs_with_its_hash() {
        assert!(written("").contains(r#"const FILES = {"index.html":"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="};"#));
    }

    #[test]
    fn every_change_is_a_new_version() {
        let version = |page| written(page).lines().find(|line| line.starts_with("const VERSION")).map(str::to_owned);
        assert!(version("a").is_some());
        assert_eq!(version("a"), version("a"));
        assert_ne!(version("a"), version("b"));
    }
}
