//! Findings for people at a terminal: each with its line and the place marked in it, like a good compiler.
//!
//! Nothing is looked up here: whether to colour, and what the report is called, is the caller's to say.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::report::Recognition;
use crate::write::json::{Summary, summary};
use crate::{Checked, Diagnostic, Document, Lang, Severity, say};

/// More findings than this in one report help nobody.
const MOST: usize = 100;
/// How many columns an excerpt may take; longer lines are trimmed around the mark.
const WIDTH: usize = 100;
/// Lines longer than this, in bytes, are not shown: no paragraph is, but a file without line ends may be.
const LONGEST_LINE: usize = 16 << 10;

/// The findings of a report, and one line that sums them up. `name` is what the report is called, `colour` whether ANSI
/// sequences may be used.
pub fn report(checked: &Checked, name: &str, lang: Lang, colour: bool) -> String {
    let name = visible(name);
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut text = String::new();
    for found in gravest(&checked.diagnostics) {
        text.push_str(&renderer.render(&[group(found, &checked.document, &name, lang)]));
        text.push_str("\n\n");
    }
    if let Some(more @ 1..) = checked.diagnostics.len().checked_sub(MOST) {
        text.push_str(&say!(
            lang,
            "另有 {more} 处没有列出，--format json 可看到全部。\n",
            "另有 {more} 處沒有列出，--format json 可看到全部。\n",
            "{more} more are not shown; --format json gives all of them.\n"
        ));
    }
    text.push_str(&last_line(checked, &name, lang));
    text.push('\n');
    text
}

/// The findings to show, in the order of the text: all, or the gravest when there are too many.
fn gravest(all: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut shown: Vec<(usize, &Diagnostic)> = all.iter().enumerate().collect();
    shown.sort_by_key(|(index, found)| (found.severity, *index));
    shown.truncate(MOST);
    shown.sort_by_key(|(index, _)| *index);
    shown.into_iter().map(|(_, found)| found).collect()
}

fn group<'a>(found: &'a Diagnostic, document: &Document, name: &str, lang: Lang) -> Group<'a> {
    let note = |name: &'static str, text: &'a str| Level::NOTE.with_name(name).message(text);
    let (equation, basis) = match lang {
        Lang::ZhCn => ("等式", "依据"),
        Lang::ZhTw => ("等式", "依據"),
        Lang::En => ("equation", "basis"),
    };
    let mut group = Group::with_title(level(found.severity, lang).primary_title(visible(&found.message)).id(found.rule.id));
    if let Some(excerpt) = excerpt(found, document, name) {
        group = group.element(excerpt);
    }
    if let Some(balance) = &found.balance {
        group = group.element(note(equation, &balance.text));
    }
    group.element(note(basis, found.basis))
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    level.with_name(severity_word(severity, lang))
}

/// The word for a severity.
pub const fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::ZhCn) => "错误",
        (Severity::Error, Lang::ZhTw) => "錯誤",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::ZhCn | Lang::ZhTw) => "提醒",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Info, Lang::ZhCn | Lang::ZhTw) => "提示",
        (Severity::Info, Lang::En) => "info",
    }
}

/// The line of a finding with its place marked; none for a finding about what is nowhere, such as a missing table.
fn excerpt<'a>(found: &Diagnostic, document: &Document, name: &str) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let text = document.text.as_str();
    let (start, end) = (found.span.start, found.span.end);
    if end == 0 {
        return None;
    }
    let from = text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let rest = text.get(start..)?;
    let line_end = start + rest.find('\n').unwrap_or(rest.len());
    let end = text.get(start..end.min(line_end)).map_or(start, |mark| start + mark.trim_end().len());
    // The column is counted in the line as given, so a line that is too long can lose its end only.
    let line_end = (from + LONGEST_LINE..line_end).find(|&at| text.is_char_boundary(at)).unwrap_or(line_end);
    let before = visible(text.get(from..start).filter(|before| before.len() <= LONGEST_LINE)?);
    let mark = visible(text.get(start..end.min(line_end))?);
    let after = visible(text.get(start.max(end)..line_end).unwrap_or_default().trim_end_matches('\r'));
    let marked = before.len()..before.len() + mark.len();
    let snippet = Snippet::source(format!("{before}{mark}{after}")).line_start(found.place.line).path(name.to_owned());
    Some(snippet.annotation(AnnotationKind::Primary.span(marked)))
}

/// A text from outside without what could steer the terminal or break the line; as many characters as before.
fn visible(text: &str) -> String {
    let steers = |c: char| (c.is_control() && c != '\t') || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(steers, "\u{FFFD}")
}

fn last_line(checked: &Checked, name: &str, lang: Lang) -> String {
    let about = about(checked, lang);
    let recognition = checked.report.recognition;
    if recognition == Recognition::OtherForm {
        return say!(lang, "{name}：{about}没有核对", "{name}：{about}沒有核對", "{name}: {about}not checked");
    }
    let Summary { errors, warnings, infos, cells_read, cells_expected } = summary(checked);
    let none = errors + warnings + infos == 0;
    if none && recognition == Recognition::NotAReport {
        // That nothing is wrong with it is not to be said of a text that is no report.
        return say!(lang, "{name}：{about}没有核对", "{name}：{about}沒有核對", "{name}: {about}not checked");
    }
    let found = if none {
        say!(lang, "没有发现问题", "沒有發現問題", "nothing found")
    } else {
        say!(
            lang,
            "错误 {errors}，提醒 {warnings}，提示 {infos}",
            "錯誤 {errors}，提醒 {warnings}，提示 {infos}",
            "errors {errors}, warnings {warnings}, infos {infos}"
        )
    };
    if recognition != Recognition::Known {
        return say!(lang, "{name}：{about}{found}", "{name}：{about}{found}", "{name}: {about}{found}");
    }
    say!(
        lang,
        "{name}：{about}{found}；单元格读出 {cells_read}/{cells_expected}",
        "{name}：{about}{found}；儲存格讀出 {cells_read}/{cells_expected}",
        "{name}: {about}{found}; cells read {cells_read}/{cells_expected}"
    )
}

/// Whose report it is, for which year and on which form, as far as that is known, with a comma behind it.
fn about(checked: &Checked, lang: Lang) -> String {
    let report = &checked.report;
    let unit = report.title.as_ref().and_then(|title| title.unit.as_deref()).map(visible);
    let year = report.year.map(|found| found.year).map(|year| say!(lang, "{year} 年", "{year} 年", "{year}"));
    let form = match (report.recognition, report.form) {
        (Recognition::NotAReport, _) => {
            say!(lang, "没有读到年度报告的内容", "沒有讀到年度報告的內容", "no annual report found in it")
        }
        (_, Some(form)) => say!(lang, "{} 年表式", "{} 年表式", "form of {}", form.id),
        (_, None) => say!(lang, "其他年度的表式", "其他年度的表式", "form of other years"),
    };
    let (comma, end) = match lang {
        Lang::ZhCn | Lang::ZhTw => ("，", "；"),
        Lang::En => (", ", "; "),
    };
    [unit, year, Some(form)].into_iter().flatten().collect::<Vec<_>>().join(comma) + end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{MOST, report};
    use crate::check::{Balance, by_id};
    use crate::{Checked, Diagnostic, Lang, Number, Place, Severity, Span};

    fn checked(text: &str, spans: &[Span]) -> Checked {
        let mut checked = crate::check(crate::read::text(text, None), Lang::ZhCn);
        checked.diagnostics = spans.iter().map(|&span| diagnostic(text, span)).collect();
        checked
    }

    fn diagnostic(text: &str, span: Span) -> Diagnostic {
        let balance =
            Balance { text: "28 + 3 ≠ 30".to_owned(), left: Number::whole(31), right: Number::whole(30), blanks: false };
        Diagnostic {
            rule: by_id("T3-ROW-SUM").expect("a rule"),
            severity: Severity::Error,
            message: "总计填的是 30".to_owned(),
            cells: Vec::new(),
            span,
            place: Place::of(text, span.start),
            quote: String::new(),
            balance: Some(balance),
            basis: "表样",
            fingerprint: String::new(),
        }
    }

    fn shown(text: &str, mark: &str) -> String {
        let at = text.find(mark).expect("the mark");
        report(&checked(text, &[Span::new(at, at + mark.len())]), "a.txt", Lang::ZhCn, false)
    }

    #[test]
    fn a_finding_shows_its_line_with_the_place_marked() {
        let expected = "\
错误[T3-ROW-SUM]: 总计填的是 30
 --> a.txt:2:20
  |
2 | （一）予以公开 | 28 | 3 | 30 |
  |                           ^^
  |
  = 等式: 28 + 3 ≠ 30
  = 依据: 表样

";
        let text = shown("一、总体情况\n（一）予以公开 | 28 | 3 | 30 |\r\n后面", "30");
        assert!(text.starts_with(expected), "{text}");
    }

    #[test]
    fn long_lines_are_trimmed_around_the_mark_and_keep_their_column() {
        let prose = "深化政府信息公开，".repeat(60);
        let text = shown(&format!("{prose}收到申请66件，{prose}"), "66件");
        assert!(text.contains(":1:545\n"), "{text}");
        let line = text.lines().find(|line| line.contains("66件")).expect("the line");
        assert!(line.chars().count() < 70 && line.contains("...") && line.contains("收到申请66件"), "{line}");
    }

    #[test]
    fn tabs_move_the_mark_and_control_characters_are_shown() {
        let text = shown("\u{1B}[31m规章\t30", "30");
        assert!(text.contains("1 | \u{FFFD}[31m规章    30\n  |              ^^"), "{text}");
    }

    #[test]
    fn too_many_findings_are_cut_with_their_number() {
        let all: Vec<Span> = (0..MOST + 7).map(|at| Span::new(at, at + 1)).collect();
        let text = report(&checked(&"0 ".repeat(MOST), &all), "a.txt", Lang::En, false);
        assert!(text.contains("7 more are not shown") && text.matches("error[").count() == MOST, "{text}");
    }

    #[test]
    fn colour_only_when_asked_for() {
        let checked = checked("规章 | 30", &[Span::new(9, 11)]);
        assert!(!report(&checked, "a", Lang::ZhTw, false).contains('\u{1B}'));
        assert!(report(&checked, "a", Lang::ZhTw, true).contains('\u{1B}'));
    }

    proptest! {
        #[test]
        fn any_place_in_any_text_can_be_shown(text in r"([\n\r\t| 0-9a一二总计é𠮷\u{0}-\u{9F}\u{2028}]|[^a]){0,60}", a in any::<u8>(), b in any::<u8>()) {
            let boundary = |at: u8| {
                let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                places[usize::from(at) % places.len()]
            };
            let (start, end) = (boundary(a).min(boundary(b)), boundary(a).max(boundary(b)));
            report(&checked(&text, &[Span::new(start, end)]), &text, Lang::ZhCn, true);
        }
    }
}
