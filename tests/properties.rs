//! What must hold for every report, not only for those that somebody thought of.

mod support;

use std::collections::BTreeMap;

use gouji::form::Role;
use gouji::report::State;
use gouji::{Checked, Lang};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use support::layout::Layout;
use support::random::{Digits, Numbers, cell, digits, numbers, sheet};
use support::sheet::form;
use support::traditional::traditional;

fn check(text: &str) -> Checked {
    gouji::check(gouji::read::text(text, None), Lang::ZhCn)
}

fn layouts() -> impl Strategy<Value = Layout> {
    select(Layout::ALL.to_vec())
}

/// Layouts with a row a line.
fn row_layouts() -> impl Strategy<Value = Layout> {
    select(vec![Layout::Pipes, Layout::Tabs, Layout::Markdown, Layout::Gaps, Layout::Blanks])
}

/// The number read in each cell; cells without one are left out.
fn read(checked: &Checked) -> BTreeMap<String, String> {
    let cells = checked.report.tables.iter().flat_map(|table| &table.cells);
    cells
        .filter_map(|cell| match cell.state {
            State::Number(number) => Some((cell.id.to_string(), number.to_string())),
            _ => None,
        })
        .collect()
}

/// The cells that were not read as what was printed.
fn differences(printed: &Numbers, checked: &Checked) -> Vec<String> {
    let read = read(checked);
    let of = |path: &String| read.get(path);
    printed
        .0
        .iter()
        .filter(|(path, number)| of(path) != Some(number))
        .map(|(path, number)| format!("{path}: {:?}, not {number}", of(path)))
        .collect()
}

/// The findings that say something about the tables.
fn about_tables(checked: &Checked) -> Vec<String> {
    let tables = |id: &str| ["T2-", "T3-", "T4-", "FMT-", "CELL-"].iter().any(|family| id.starts_with(family));
    let found = checked.diagnostics.iter().filter(|found| tables(found.rule.id));
    found.map(|found| format!("{}: {}", found.rule.id, found.message)).collect()
}

/// Few cases, since each is a whole report; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 32 };
    // Failing cases are kept where the next run finds them.
    let kept = FileFailurePersistence::Direct("tests/properties.proptest-regressions");
    ProptestConfig { cases, max_shrink_iters: 400, failure_persistence: Some(Box::new(kept)), ..asked }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_consistent_report_reads_back_in_any_layout(numbers in numbers(), layout in layouts(), digits in digits(), is_traditional: bool) {
        let text = sheet(&numbers, digits).print(layout);
        let checked = check(&if is_traditional { traditional(&text) } else { text });
        prop_assert_eq!(differences(&numbers, &checked), Vec::<String>::new());
        prop_assert_eq!(about_tables(&checked), Vec::<String>::new());
    }

    #[test]
    fn a_changed_cell_is_reported(numbers in numbers(), layout in layouts(), path in cell(&["applications", "remedies"]), by in 1..500_u32) {
        let mut changed = numbers;
        let number: u32 = changed.0[&path].parse().expect("a count");
        changed.0.insert(path, (number + by).to_string());
        let checked = check(&sheet(&changed, Digits::Plain).print(layout));
        prop_assert_eq!(differences(&changed, &checked), Vec::<String>::new());
        prop_assert!(checked.diagnostics.iter().any(|found| found.balance.is_some()));
    }

    #[test]
    fn a_lost_cell_never_gives_a_wrong_number(numbers in numbers(), layout in layouts(), path in cell(&["disclosure", "applications", "remedies"])) {
        let mut sheet = sheet(&numbers, Digits::Plain);
        sheet.leave_out(&path);
        let checked = check(&sheet.print(layout));
        let wrong: Vec<_> = read(&checked).into_iter().filter(|(path, number)| numbers.0[path] != *number).collect();
        prop_assert_eq!(wrong, Vec::new());
        prop_assert!(!read(&checked).contains_key(&path), "{} is not in the report, but was read", path);
        let found = checked.diagnostics.iter().any(|found| found.rule.id == "FMT-CELL-COUNT");
        prop_assert!(found, "FMT-CELL-COUNT says nothing of {}", path);
    }

    #[test]
    fn rows_in_another_order_are_still_themselves(numbers in numbers(), layout in row_layouts(), a in 0..14_usize, b in 0..14_usize) {
        let text = sheet(&numbers, Digits::Plain).print(layout);
        let mut lines: Vec<&str> = text.lines().collect();
        // Rows whose line begins with their own label, not with a group's.
        let labels = form().table("applications").expect("a table").labels().filter(|label| label.role == Role::Row);
        let starts: Vec<&str> = labels.map(|label| label.text).filter(|text| text.starts_with(|c: char| c.is_ascii_digit())).collect();
        let rows: Vec<usize> =
            (0..lines.len()).filter(|&line| starts.iter().any(|label| lines[line].trim_start_matches(['|', ' ', '\t']).starts_with(label))).collect();
        lines.swap(rows[a % rows.len()], rows[b % rows.len()]);
        let checked = check(&lines.join("\n"));
        prop_assert_eq!(differences(&numbers, &checked), Vec::<String>::new());
        prop_assert_eq!(about_tables(&checked), Vec::<String>::new());
    }

    #[test]
    fn a_number_too_many_never_gives_a_wrong_one(numbers in numbers(), path in cell(&["disclosure", "applications", "remedies"]), extra in 0..99_u32) {
        let mut sheet = sheet(&numbers, Digits::Plain);
        sheet.set(&path, &format!("{} | {extra}", numbers.0[&path]));
        let checked = check(&sheet.print(Layout::Pipes));
        let wrong: Vec<_> = read(&checked).into_iter().filter(|(path, number)| numbers.0[path] != *number).collect();
        prop_assert_eq!(wrong, Vec::new());
        prop_assert!(checked.diagnostics.iter().any(|found| found.rule.id == "FMT-CELL-COUNT") || numbers.0[&path] == extra.to_string());
    }

    #[test]
    fn no_damage_breaks_the_checker(
        numbers in numbers(),
        layout in layouts(),
        damage in vec((0..20_000_usize, 0..300_usize, select(vec!["", "\n", "|", "\t", "9", "/", "𠮷", "\u{FFFD}", "\u{200B}", "99999999999999999999"])), 1..12),
    ) {
        let mut text: Vec<char> = sheet(&numbers, Digits::Plain).print(layout).chars().collect();
        for (at, length, put) in damage {
            let at = at % (text.len() + 1);
            let end = (at + length).min(text.len());
            text.splice(at..end, put.chars());
        }
        let text: String = text.into_iter().collect();
        let checked = check(&text);
        for found in &checked.diagnostics {
            prop_assert!(text.get(found.span.start..found.span.end).is_some_and(|quote| quote.starts_with(&found.quote)), "{:?}", found);
        }
        for cell in checked.report.tables.iter().flat_map(|table| &table.cells) {
            if let (Some(span), Some(number)) = (cell.span, cell.number()) {
                prop_assert_eq!(gouji::Number::parse(&text[span.start..span.end]), Some(number));
            }
        }
    }
}
