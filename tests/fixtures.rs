//! The fixtures are what they are said to be, and are read as that.

mod support;

use gouji::write::json::{Offsets, Value, report};
use gouji::{Checked, Lang};
use support::fixtures::{BROKEN, LAYOUTS, made, path, read, values};

fn check(name: &str) -> Checked {
    gouji::check(gouji::read::text(&read(name), Some(name)), Lang::ZhCn)
}

/// The files are kept in the repository, so that they can be read; `GOUJI_WRITE_FIXTURES=1` writes them anew.
#[test]
fn the_files_are_those_that_are_made() {
    for name in LAYOUTS.into_iter().chain(BROKEN.map(|(name, _)| name)) {
        let Some(text) = made(name) else { continue };
        if std::env::var_os("GOUJI_WRITE_FIXTURES").is_some() {
            std::fs::create_dir_all(path(name).parent().expect("a folder")).expect("a folder");
            std::fs::write(path(name), &text).expect("a writable file");
        }
        assert!(read(name) == text, "{name} is not what support/fixtures.rs makes; GOUJI_WRITE_FIXTURES=1 writes it anew");
    }
    assert_eq!(support::fixtures::sound().print(support::layout::Layout::Pipes), read("pipes.txt"), "the printer");
}

#[test]
fn every_fixture_is_read_to_the_last_cell() {
    for name in LAYOUTS.into_iter().chain(BROKEN.map(|(name, _)| name)) {
        let object = report(&check(name), Offsets::Utf8);
        let mut wrong = Vec::new();
        for (path, expected) in values(name) {
            let [table, row, column] = path.split('.').collect::<Vec<_>>().try_into().expect("three parts");
            let value = object.report.tables.get(table).and_then(|table| table.get(row)).and_then(|row| row.get(column));
            let value = value.unwrap_or_else(|| panic!("{name}: no {path}")).map(|value| match value {
                Value::Whole(whole) => whole.to_string(),
                Value::Decimal(decimal) => decimal.to_string(),
            });
            if value != expected {
                wrong.push(format!("{path}: {value:?}, not {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn the_sound_report_has_neither_errors_nor_warnings_in_any_layout() {
    for name in LAYOUTS {
        let found: Vec<_> = check(name).diagnostics.into_iter().filter(|found| found.severity < gouji::Severity::Info).collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn every_fault_is_found_by_its_rule() {
    for (name, rule) in BROKEN {
        let rules: Vec<_> = check(name).diagnostics.iter().map(|found| found.rule.id).collect();
        assert!(rules.contains(&rule), "{name}: {rules:?}");
    }
}
