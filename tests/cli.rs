//! The command as people and scripts use it: files, folders, standard input, exit codes, messages.

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use support::command::{gouji, json, text, with_input};
use support::fixtures::{path, read};

/// A report on the form of 2019, as far as it takes to see that.
const OTHER_FORM: &str = "\
云岭市青禾区水务局2019年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 12 | 0 | 118 |
";

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn fixture(name: &str) -> String {
    path(name).display().to_string()
}

#[test]
fn the_exit_code_tells_what_was_found() {
    for (fail_on, name, expected) in [
        ("error", "pipes.txt", 0),
        ("warning", "pipes.txt", 0),
        ("error", "broken/wrong-sum.txt", 1),
        ("warning", "broken/wrong-sum.txt", 1),
        ("never", "broken/wrong-sum.txt", 0),
        ("error", "broken/blank.txt", 0),
        ("warning", "broken/blank.txt", 1),
    ] {
        let output = gouji(["check", "--fail-on", fail_on, &fixture(name)]);
        assert_eq!(code(&output), Some(expected), "{fail_on}, {name}: {}", text(&output.stdout));
        assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    }
}

#[test]
fn a_wrong_call_is_explained_in_one_line() {
    for call in
        [&["check"][..], &["check", "--previous", "a", "b"], &["check", "--format", "sarif", "a"], &["rollup"], &["chekc"]]
    {
        let output = gouji(call);
        assert_eq!(code(&output), Some(2), "{call:?}");
        assert_eq!(text(&output.stderr).lines().count(), 1, "{}", text(&output.stderr));
        assert!(output.stdout.is_empty());
    }
    for call in [&["--help"][..], &["check", "--help"], &["--version"]] {
        assert_eq!(code(&gouji(call)), Some(0), "{call:?}");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let folder = folder("unreadable");
    let pdf = folder.join("a.pdf");
    let gbk = folder.join("b.txt");
    fs::write(&pdf, b"%PDF-1.7").expect("a file");
    fs::write(&gbk, b"\xB1\xA8\xB8\xE6").expect("a file");
    let missing = folder.join("none.txt");
    let large = folder.join("large.txt");
    fs::File::create(&large).and_then(|file| file.set_len(65 << 20)).expect("a sparse file");
    for (lang, causes) in [
        ("zh-CN", ["PDF", "UTF-8", "找不到", "65 MB"]),
        ("zh-TW", ["PDF", "UTF-8", "找不到", "65 MB"]),
        ("en", ["PDF", "UTF-8", "no such file", "65 MB"]),
    ] {
        let paths = [&pdf, &gbk, &missing, &large].map(|path| path.display().to_string());
        let sound = fixture("pipes.txt");
        let call = ["check", "--format", "ndjson", "--lang", lang, &paths[0], &paths[1], &sound, &paths[2], &paths[3]];
        let output = gouji(call);
        assert_eq!(code(&output), Some(2));
        let lines: Vec<&str> = text(&output.stderr).lines().collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        for ((line, path), cause) in lines.iter().zip(&paths).zip(causes) {
            assert!(line.contains(path.as_str()) && line.contains(cause), "{line}");
        }
        assert_eq!(json(&output.stdout)["source"]["name"], sound.as_str());
    }
}

#[test]
fn a_report_on_another_form_is_never_taken_for_a_pass() {
    let output = with_input(["check", "-"], OTHER_FORM.as_bytes());
    assert_eq!(code(&output), Some(2));
    assert!(text(&output.stderr).contains("2021 年表式") && text(&output.stdout).contains("没有核对"));
    let output = with_input(["check", "--format", "json", "--lang", "en", "-"], OTHER_FORM.as_bytes());
    assert_eq!(code(&output), Some(2));
    let report = &json(&output.stdout)["reports"][0];
    assert_eq!((&report["source"]["notes"][0], &report["report"]["form"]), (&"form-unsupported".into(), &"unknown".into()));
}

#[test]
fn the_standard_input_is_a_report() {
    let output = with_input(["check", "--format", "json", "-"], read("broken/wrong-sum.txt").as_bytes());
    assert_eq!(code(&output), Some(1));
    assert_eq!(json(&output.stdout)["reports"][0]["source"]["name"], Value::Null);
    assert_eq!(code(&with_input(["check", "-", "-"], b"")), Some(2));
    let output = with_input(["check", "-"], b"");
    assert!(!text(&output.stdout).contains("没有发现问题"), "nothing is wrong with nothing: {}", text(&output.stdout));
}

#[test]
fn a_folder_is_every_report_in_it_by_name() {
    let folder = folder("many");
    fs::create_dir_all(folder.join("b/c")).expect("folders");
    for name in ["d.txt", "b/c/x.TXT", "b/a.txt", "a.txt"] {
        fs::write(folder.join(name), read("pipes.txt")).expect("a file");
    }
    fs::write(folder.join("notes.md"), "no report").expect("a file");
    let output = gouji(["check", "--format", "ndjson", &folder.display().to_string()]);
    let names: Vec<PathBuf> = text(&output.stdout)
        .lines()
        .map(|line| PathBuf::from(json(line.as_bytes())["source"]["name"].as_str().expect("a name")))
        .map(|path| path.strip_prefix(&folder).expect("in the folder").to_owned())
        .collect();
    assert_eq!(names, ["a.txt", "b/a.txt", "b/c/x.TXT", "d.txt"].map(PathBuf::from));
    let output = gouji(["check", &folder.join("b").join("none").display().to_string()]);
    assert_eq!(code(&output), Some(2));
    fs::create_dir(folder.join("empty")).expect("a folder");
    let output = gouji(["check", &folder.join("empty").display().to_string()]);
    assert_eq!((code(&output), text(&output.stderr).contains(".txt")), (Some(2), true));
}

#[test]
fn the_output_goes_to_a_file_but_never_over_a_report() {
    let folder = folder("output");
    let (report, result) = (folder.join("a.txt"), folder.join("result.json"));
    fs::write(&report, read("pipes.txt")).expect("a file");
    let call = |output: &PathBuf| {
        gouji(["check", "--format", "json", "--output", &output.display().to_string(), &report.display().to_string()])
    };
    let output = call(&result);
    assert_eq!((code(&output), output.stdout.len()), (Some(0), 0));
    assert_eq!(json(&fs::read(&result).expect("the result"))["schema"], "gouji/1");
    let output = call(&report);
    assert_eq!(code(&output), Some(2));
    assert_eq!(fs::read_to_string(&report).expect("the report"), read("pipes.txt"), "the report is as it was");
    let output = call(&folder.join("none/result.json"));
    assert_eq!((code(&output), text(&output.stderr).lines().count()), (Some(2), 1));
}

#[test]
fn the_text_shows_the_place_in_its_line() {
    let output = gouji(["check", &fixture("broken/wrong-sum.txt")]);
    let shown = text(&output.stdout);
    let line = read("broken/wrong-sum.txt").lines().position(|line| line.contains("| 45 |")).expect("the line") + 1;
    assert!(shown.contains("错误[T3-ROW-SUM]: ") && shown.contains(&format!("wrong-sum.txt:{line}:")), "{shown}");
    assert!(shown.contains("一、本年新收政府信息公开申请数量 | 38 | 9 | 1 | 2 | 3 | 1 | 45 | ||\n"), "{shown}");
    assert!(shown.contains("^^") && shown.contains("等式: ") && shown.contains("依据: "), "{shown}");
    let last = shown.lines().last().expect("a line");
    for part in ["云岭市青禾区水务局", "2024 年", "2021 年表式", "错误 ", "200/200"] {
        assert!(last.contains(part), "{last}");
    }
    assert!(!shown.contains('\u{1B}'), "no colours where there is no terminal");
}

#[test]
fn every_rule_is_explained_in_every_language() {
    for lang in ["zh-CN", "zh-TW", "en"] {
        let listed = gouji(["rules", "--lang", lang]);
        for rule in gouji::check::all() {
            assert!(text(&listed.stdout).contains(rule.id), "{}", rule.id);
            let output = gouji(["explain", "--lang", lang, &rule.id.to_lowercase()]);
            assert_eq!(code(&output), Some(0));
            for part in [rule.doc.name, rule.doc.catches, rule.doc.basis, rule.doc.mend, rule.doc.limits] {
                let part = part.get(match lang {
                    "zh-CN" => gouji::Lang::ZhCn,
                    "zh-TW" => gouji::Lang::ZhTw,
                    _ => gouji::Lang::En,
                });
                assert!(part.lines().all(|line| text(&output.stdout).contains(line)), "{}: {part}", rule.id);
            }
        }
    }
    let output = gouji(["explain", "T3-ROW-SUN"]);
    assert_eq!((code(&output), text(&output.stderr).contains("T3-ROW-SUM")), (Some(2), true));
}

#[test]
fn a_reader_who_stops_reading_is_no_fault() {
    let folder = folder("pipe");
    for index in 0..40 {
        fs::write(folder.join(format!("{index}.txt")), read("pipes.txt")).expect("a file");
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_gouji"))
        .args(["check", "--format", "json"])
        .arg(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("gouji starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("gouji ends");
    assert_eq!((code(&output), text(&output.stderr)), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn names_that_are_not_utf_8_work() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let path = folder("names").join(OsStr::from_bytes(b"\xB1\xA8\x1B.txt"));
    fs::write(&path, read("broken/wrong-sum.txt")).expect("a file");
    let options = ["check", "--format"].map(|option| OsStr::new(option).to_owned());
    for format in ["text", "json"] {
        let call = options.iter().cloned().chain([format.into(), path.clone().into_os_string()]);
        let output = gouji(call);
        assert_eq!((code(&output), output.stderr.len()), (Some(1), 0));
        assert!(!output.stdout.contains(&0x1B), "a name cannot steer the terminal");
    }
    fs::remove_file(&path).expect("the file");
    assert_eq!(code(&gouji([OsStr::new("check"), path.as_os_str()])), Some(2));
}
