//! The files in `tests/fixtures`, and how those that are not written by hand are made from the one that is.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::layout::Layout;
use super::sheet::{Sheet, paths};
use super::traditional::traditional;

/// The path of a file in `tests/fixtures`.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A file in `tests/fixtures`.
pub(crate) fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What each cell of a fixture holds; none where there is no number. `report.tsv` has the cells of the sound report, and a
/// file beside a fixture those that are different in it.
pub(crate) fn values(name: &str) -> BTreeMap<String, Option<String>> {
    let mut values = tsv(&read("report.tsv"));
    let own = path(name).with_extension("tsv");
    if own.exists() {
        values.extend(tsv(&std::fs::read_to_string(own).expect("a readable file")));
    }
    values
}

fn tsv(text: &str) -> BTreeMap<String, Option<String>> {
    text.lines()
        .map(|line| line.split_once('\t').unwrap_or_else(|| panic!("no tab in {line}")))
        .map(|(path, value)| (path.to_owned(), (value != "null").then(|| value.to_owned())))
        .collect()
}

/// The sound report.
pub(crate) fn sound() -> Sheet {
    let mut sheet = Sheet::with_prose_of(&read("pipes.txt"));
    let values = values("report");
    for path in paths() {
        sheet.set(&path, values[&path].as_deref().expect("a number"));
    }
    sheet
}

/// The fixtures that show one layout each, all of the same report.
pub(crate) const LAYOUTS: [&str; 7] =
    ["pipes.txt", "cell-a-line.txt", "lines.txt", "tabs.txt", "gaps.txt", "blanks.txt", "traditional.txt"];

/// The fixtures with one fault each, and the rule that is to find it.
pub(crate) const BROKEN: [(&str, &str); 9] = [
    ("broken/six-numbers.txt", "FMT-CELL-COUNT"),
    ("broken/blank.txt", "CELL-BLANK"),
    ("broken/slash.txt", "CELL-NONNUM"),
    ("broken/decimal.txt", "CELL-DECIMAL"),
    ("broken/wrong-sum.txt", "T3-ROW-SUM"),
    ("broken/missing-section.txt", "SEC-MISSING"),
    ("broken/swapped-sections.txt", "SEC-ORDER"),
    ("broken/wrong-period.txt", "DOC-PERIOD-WRONG"),
    ("broken/cut-off.txt", "FMT-ROW-MISSING"),
];

/// What is to stand in a fixture; none for the one that is written by hand.
pub(crate) fn made(name: &str) -> Option<String> {
    let sheet = sound();
    let text = sheet.print(Layout::Pipes);
    let edited = |from: &str, to: &str| {
        assert_eq!(text.matches(from).count(), 1, "{name}: “{from}”");
        text.replace(from, to)
    };
    Some(match name {
        "cell-a-line.txt" => sheet.print(Layout::CellALine),
        "lines.txt" => sheet.print(Layout::Lines),
        "tabs.txt" => sheet.print(Layout::Tabs),
        "gaps.txt" => sheet.print(Layout::Gaps),
        "blanks.txt" => sheet.print(Layout::Blanks),
        "traditional.txt" => traditional(&text),
        "broken/six-numbers.txt" => {
            edited("（一）予以公开 | 14 | 5 | 1 | 1 | 0 | 1 | 22 |", "（一）予以公开 | 14 | 5 | 1 | 1 | 0 | 22 |")
        }
        "broken/blank.txt" => edited("四、结转下年度继续办理 | 3 | 0 | 0 |", "四、结转下年度继续办理 | 3 |  | 0 |"),
        "broken/slash.txt" => edited("规章 | 0 | 0 | 0 |", "规章 | / | / | / |"),
        "broken/decimal.txt" => {
            edited("2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "2.重复申请 | 1.5 | 0 | 0 | 0 | 0 | 0 | 1.5 |")
        }
        "broken/wrong-sum.txt" => edited("| 38 | 9 | 1 | 2 | 3 | 1 | 54 |", "| 38 | 9 | 1 | 2 | 3 | 1 | 45 |"),
        "broken/missing-section.txt" => {
            let (from, to) = (text.find("五、存在的").expect("a heading"), text.find("六、其他需要").expect("a heading"));
            format!("{}{}", &text[..from], &text[to..])
        }
        "broken/swapped-sections.txt" => {
            let place = |heading| text.find(heading).expect("a heading");
            let [three, four, five] = ["\n三、收到和处理", "\n四、政府信息公开行政", "\n五、存在的"].map(place);
            format!("{}{}{}{}", &text[..three], &text[four..five], &text[three..four], &text[five..])
        }
        "broken/wrong-period.txt" => edited("2024年1月1日起至2024年12月31日止", "2024年1月1日起至2024年11月30日止"),
        "broken/cut-off.txt" => {
            let row = text.find("8.属于行政查询事项").expect("a row");
            let end = row + text[row..].find(" | 0").expect("a cell");
            text[..end].to_owned()
        }
        _ => return None,
    })
}
