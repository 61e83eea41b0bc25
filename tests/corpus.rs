//! Real reports, read cell by cell.
//!
//! They lie outside the project, in `../shared/seeds`; without that folder these tests say that they are skipped. The true values
//! were written down from the documents: `tests/corpus/*.tsv` names the cells that are not zero (a cell, a tab, its value), and
//! `-` for a cell that cannot be told. Every other cell of the form is 0.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gouji::report::State;
use gouji::{Checked, Lang, Number};

fn seeds() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: the real reports (../shared/seeds) are not here");
    None
}

/// The seed whose name begins with a number, checked.
fn seed(folder: &Path, number: &str) -> Checked {
    let file = std::fs::read_dir(folder)
        .expect("a folder")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))
        .unwrap_or_else(|| panic!("no seed {number}"));
    let bytes = std::fs::read(&file).expect("a file");
    gouji::check(gouji::read::bytes(&bytes, Some("seed.txt")).expect("text"), Lang::ZhCn)
}

/// The true values of a seed: none for a cell that cannot be told.
fn truth(number: &str) -> BTreeMap<String, Option<Number>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpus/{number}.tsv"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let (cell, value) = line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line:?}"));
            let value = (value != "-").then(|| Number::parse(value).unwrap_or_else(|| panic!("no number in {line:?}")));
            (cell.to_owned(), value)
        })
        .collect()
}

fn assert_read_right(number: &str) {
    let Some(folder) = seeds() else { return };
    let checked = seed(&folder, number);
    let mut truth = truth(number);
    let cells: Vec<_> = checked.report.tables.iter().flat_map(|table| &table.cells).collect();
    assert_eq!(cells.len(), 200, "the form has 200 cells");
    for cell in cells {
        let path = cell.id.to_string();
        let expected = truth.remove(&path).unwrap_or(Some(Number::whole(0)));
        assert_eq!(cell.number(), expected, "{number}: {path} reads {:?} ({:?})", cell.raw, cell.state);
        if let (State::Number(number), Some(span)) = (cell.state, cell.span) {
            assert_eq!(Number::parse(checked.document.slice(span)), Some(number), "{path}: the span shows the number");
        }
    }
    assert!(truth.is_empty(), "no such cells: {truth:?}");
    let false_alarms: Vec<_> = checked
        .diagnostics
        .iter()
        .filter(|finding| finding.rule.id.starts_with("T3-") || finding.rule.id.starts_with("T4-"))
        .map(|finding| &finding.message)
        .collect();
    assert!(false_alarms.is_empty(), "{number}: the tables balance, but {false_alarms:#?}");
}

#[test]
fn seed_000_is_read_cell_by_cell() {
    assert_read_right("000");
}

#[test]
fn seed_002_is_read_but_for_its_short_row() {
    assert_read_right("002");
}

#[test]
fn seed_003_is_read_although_its_labels_are_damaged() {
    assert_read_right("003");
}

#[test]
fn seed_004_is_read_cell_by_cell() {
    assert_read_right("004");
}

/// Which rules speak on which seed; each finding was judged by reading the document.
#[test]
fn the_true_defects_are_found_and_nothing_else() {
    let Some(folder) = seeds() else { return };
    for (number, expected) in [
        ("000", &["DOC-TITLE-MISSING", "SEC-FEE-MISSING"][..]),
        ("001", &[]),
        ("002", &["DOC-TITLE-MISSING", "FMT-CELL-COUNT", "FMT-FEE-UNIT"]),
        ("003", &[]),
        ("004", &["DOC-TITLE-MISSING"]),
    ] {
        let checked = seed(&folder, number);
        let mut found: Vec<_> = checked.diagnostics.iter().map(|finding| finding.rule.id).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "seed {number}");
    }
}
