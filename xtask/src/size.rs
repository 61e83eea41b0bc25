//! What a visitor downloads, as a host sends it (brotli), and its limits.

use crate::dist::Dist;
use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use std::collections::BTreeSet;
use std::path::Path;

/// HTML, JavaScript, CSS and wasm of the page itself, in bytes.
const PAGE_LIMIT: usize = 200 * 1000;
/// The checker's wasm, loaded by the worker.
const ENGINE_LIMIT: usize = 300 * 1000;

const ENGINE: &str = "gouji-engine_bg";

/// `cargo xtask size`: prints the table and fails over a limit.
pub(crate) fn run(dir: &Path) -> Result<()> {
    let dist = Dist::read(dir).context("nothing is built yet: cargo xtask build")?;
    let own = reachable(&dist, "index.html");
    let (mut page, mut engine) = (0, 0);
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    for (path, content) in &dist.files {
        let packed = brotli_size(content)?;
        let kind = path.rsplit('.').next().unwrap_or_default();
        let counted = if path.starts_with(ENGINE) {
            engine += packed;
            "checker"
        } else if own.contains(path) && ["html", "js", "css", "wasm"].contains(&kind) {
            page += packed;
            "page"
        } else {
            ""
        };
        println!("{:>10} {packed:>10}  {path:<44} {counted}", content.len());
    }
    println!();
    let fits = [within("page (HTML, JavaScript, CSS, wasm)", page, PAGE_LIMIT), within("checker (wasm)", engine, ENGINE_LIMIT)];
    if engine == 0 || !fits.iter().all(|fits| *fits) {
        bail!("the page is too large, or incomplete");
    }
    Ok(())
}

fn within(what: &str, size: usize, limit: usize) -> bool {
    let fits = size <= limit;
    let sign = if fits { "✓" } else { "✗" };
    println!("{sign} {what}: {size} of {limit} bytes, brotli");
    fits
}

/// `start` and every file that it names, directly or not.
fn reachable(dist: &Dist, start: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![start.to_owned()];
    while let Some(path) = open.pop() {
        // The list in the service worker names everything, the page's or not.
        if path != crate::service_worker::FILE {
            open.extend(
                dist.references(&path).into_iter().map(|reference| reference.target).filter(|target| !found.contains(target)),
            );
        }
        found.insert(path);
    }
    found
}

fn brotli_size(mut content: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    Ok(brotli::BrotliCompress(&mut content, &mut packed, &parameters)?)
}
