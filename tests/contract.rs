//! The machine contract: whatever the command prints is what `docs/gouji-1.schema.json` says, and its members agree.

mod support;

use std::path::PathBuf;

use gouji::write::json::{Output, ReportObject};
use jsonschema::Validator;
use serde_json::{Value, json};
use support::command::{gouji, json as parsed, text};
use support::fixtures::{BROKEN, LAYOUTS, path, read};

/// A validator for the whole schema, or for one of its definitions.
fn schema(definition: Option<&str>) -> Validator {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/gouji-1.schema.json");
    let mut schema: Value = serde_json::from_str(&std::fs::read_to_string(file).expect("the schema")).expect("JSON");
    if let Some(definition) = definition {
        schema = json!({
            "$schema": schema["$schema"],
            "$ref": format!("#/$defs/{definition}"),
            "$defs": schema["$defs"],
        });
    }
    jsonschema::draft202012::new(&schema).expect("a schema")
}

fn assert_valid(validator: &Validator, value: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(value).take(5).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// All fixtures, and the real reports where they are at hand.
fn reports() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = LAYOUTS.into_iter().chain(BROKEN.map(|(name, _)| name)).map(path).collect();
    let seeds = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    match std::fs::read_dir(&seeds) {
        Ok(entries) => paths.extend(entries.map(|entry| entry.expect("an entry").path())),
        Err(_) => println!("skipped: the real reports are not here ({})", seeds.display()),
    }
    paths
}

fn check(format: &str, paths: &[PathBuf]) -> Vec<u8> {
    let options = ["check", "--format", format].map(Into::into);
    gouji(options.into_iter().chain(paths.iter().cloned())).stdout
}

#[test]
fn every_output_is_valid() {
    let paths = reports();
    let output = parsed(&check("json", &paths));
    assert_valid(&schema(None), &output);
    assert_eq!(output["reports"].as_array().expect("reports").len(), paths.len());
    assert_eq!(output["engine"], env!("CARGO_PKG_VERSION"));

    let extracted = gouji(["extract".into()].into_iter().chain(paths.iter().cloned())).stdout;
    assert_valid(&schema(Some("extract")), &parsed(&extracted));
    for lang in ["zh-CN", "zh-TW", "en"] {
        let rules = parsed(&gouji(["rules", "--format", "json", "--lang", lang]).stdout);
        assert_valid(&schema(Some("catalogue")), &rules);
        assert_eq!(rules.as_array().expect("rules").len(), gouji::check::all().len());
    }
}

#[test]
fn the_schema_is_strict() {
    let validator = schema(None);
    let sound = parsed(&check("json", &[path("broken/wrong-sum.txt")]));
    assert_valid(&validator, &sound);
    for (pointer, value) in [
        ("/reports/0/report/tables/applications/granted/total", json!("22")),
        ("/reports/0/report/cells/applications.granted.total/state", json!("zero")),
        ("/reports/0/report/cells/applications.granted.total/span", json!(null)),
        ("/reports/0/diagnostics/0/severity", json!("fatal")),
        ("/reports/0/diagnostics/0/span/line", json!(0)),
        ("/reports/0/source/kind", json!("txt")),
        ("/schema", json!("gouji/2")),
    ] {
        let mut wrong = sound.clone();
        *wrong.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
        assert!(!validator.is_valid(&wrong), "{pointer}");
    }
    for pointer in
        ["", "/reports/0", "/reports/0/report", "/reports/0/report/tables/applications/granted", "/reports/0/diagnostics/0"]
    {
        let mut wrong = sound.clone();
        let object = wrong.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap_or_else(|| panic!("no {pointer}"));
        object.insert("more".to_owned(), json!(0));
        assert!(!validator.is_valid(&wrong), "{pointer} may have another member");
    }
}

#[test]
fn cell_ids_are_those_of_the_contract_in_its_order() {
    let ids = read("report.tsv");
    let ids: Vec<&str> = ids.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(ids.len(), 200);
    let output: Output = serde_json::from_slice(&check("json", &[path("pipes.txt")])).expect("an output");
    let content = &output.reports[0].report;
    assert_eq!(content.cells.iter().map(|(id, _)| id).collect::<Vec<_>>(), ids);
    let mut in_tables = Vec::new();
    for (table, rows) in content.tables.iter() {
        for (row, columns) in rows.iter() {
            in_tables.extend(columns.iter().map(|(column, _)| format!("{table}.{row}.{column}")));
        }
    }
    assert_eq!(in_tables, ids);
}

#[test]
fn members_agree_with_each_other_and_with_the_text() {
    for path in reports() {
        let output: Output = serde_json::from_slice(&check("json", std::slice::from_ref(&path))).expect("an output");
        let text = std::fs::read_to_string(&path).expect("a readable report");
        let name = path.display().to_string();
        let report = &output.reports[0];
        assert_eq!(report.source.name.as_deref(), Some(name.as_str()));
        assert_places(&name, report, &text);
        assert_cells(&name, report, &text);
        let of = |severity| report.diagnostics.iter().filter(|found| found.severity == severity).count();
        assert_eq!(
            (report.summary.errors, report.summary.warnings, report.summary.infos),
            (of("error"), of("warning"), of("info"))
        );
        let unsupported = report.source.notes.iter().any(|note| note == "form-unsupported");
        assert_eq!(unsupported, report.report.form == "unknown", "{name}");
        assert_eq!(report.summary.cells_expected, if unsupported { 0 } else { 200 }, "{name}");
    }
}

fn assert_places(name: &str, report: &ReportObject, text: &str) {
    for section in &report.report.sections {
        assert_eq!(&text[section.span.start..section.span.end], section.heading, "{name}");
    }
    let mut fingerprints: Vec<&str> = Vec::new();
    for found in &report.diagnostics {
        let (start, end) = (found.span.start, found.span.end);
        assert!(text[start..end].starts_with(&found.quote), "{name}: {}: {}", found.rule, found.quote);
        let before: Vec<&str> = text[..start].split('\n').collect();
        let column = before.last().expect("a line").chars().count() + 1;
        assert_eq!((found.span.line, found.span.column), (before.len(), column), "{name}: {}", found.rule);
        fingerprints.push(&found.fingerprint);
    }
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), report.diagnostics.len(), "{name}: fingerprints");
}

fn assert_cells(name: &str, report: &ReportObject, text: &str) {
    let mut read = 0;
    for (id, cell) in report.report.cells.iter() {
        if let Some(span) = cell.span {
            assert_eq!(text[span.start..span.end], cell.raw, "{name}: {id}");
        }
        let [table, row, column] = id.split('.').collect::<Vec<_>>().try_into().expect("three parts");
        let tables = &report.report.tables;
        let value = tables.get(table).and_then(|rows| rows.get(row)).and_then(|columns| columns.get(column));
        let value = value.unwrap_or_else(|| panic!("{name}: {id} is not in the tables"));
        assert_eq!(value.is_some(), cell.state == "number", "{name}: {id} is {value:?}, its state {}", cell.state);
        read += usize::from(!matches!(cell.state.as_str(), "missing" | "unreadable"));
    }
    assert_eq!(read, report.summary.cells_read, "{name}");
}

#[test]
fn a_blank_is_null_and_not_zero() {
    let output = parsed(&check("json", &[path("broken/blank.txt")]));
    let report = &output["reports"][0]["report"];
    assert_eq!(report["tables"]["applications"]["carried_out"]["commercial_enterprise"], Value::Null);
    assert_eq!(report["cells"]["applications.carried_out.commercial_enterprise"]["state"], "blank");
    assert_eq!(report["tables"]["applications"]["carried_out"]["research_institution"], 0);
}

#[test]
fn lines_of_ndjson_are_the_report_objects() {
    let paths = reports();
    let (whole, lines) = (check("json", &paths), check("ndjson", &paths));
    let whole = parsed(&whole);
    let lines: Vec<Value> = text(&lines).lines().map(|line| parsed(line.as_bytes())).collect();
    assert_eq!(whole["reports"].as_array(), Some(&lines));
    let validator = schema(Some("report"));
    for line in &lines {
        assert_valid(&validator, line);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let paths = reports();
    for format in ["text", "json", "ndjson"] {
        let options = |jobs| ["check", "--format", format, "--jobs", jobs].map(PathBuf::from);
        let run = |jobs| gouji(options(jobs).into_iter().chain(paths.iter().cloned())).stdout;
        let first = run("1");
        assert!(!first.is_empty());
        assert_eq!(first, run("1"), "{format}");
        assert_eq!(first, run("7"), "{format}, on several threads");
    }
}

#[test]
fn what_is_printed_can_be_read_back_whole() {
    let printed = check("json", &[path("pipes.txt"), path("broken/wrong-sum.txt")]);
    let output: Output = serde_json::from_slice(&printed).expect("an output");
    assert_eq!(serde_json::to_string(&output).expect("JSON") + "\n", text(&printed));
}
