//! SEC-MISSING: all sections of the form are there; and what to say when nothing of a report is.

use super::fmt_table_missing::has_traces;
use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::form::Section;
use crate::report::{FoundSection, Recognition, TableReading};
use crate::text::fold::{Folded, folded, key};
use crate::{Severity, Span, Text, say};

pub(super) static RULE: Rule = Rule {
    id: super::SECTIONS_MISSING,
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "缺少规定的部分", zh_tw: "缺少規定的部分", en: "A section is missing" },
        catches: Text {
            zh_cn: "统一格式规定的六个部分缺了一个；文本完全不像年度报告时，只作一条提示。",
            zh_tw: "統一格式規定的六個部分缺了一個；文字完全不像年度報告時，只作一則提示。",
            en: "One of the form's six sections is absent. A text that is no such report at all gives one finding that says so.",
        },
        basis: Text {
            zh_cn: "条例第五十条；国办公开办函〔2021〕30号：年度报告由六个部分组成",
            zh_tw: "條例第五十條；国办公开办函〔2021〕30号：年度報告由六個部分組成",
            en: "条例 article 50; 国办公开办函〔2021〕30号: a report has six sections",
        },
        example: "四、政府信息公开行政复议、行政诉讼情况\n……\n六、其他需要报告的事项\n……",
        mend: Text {
            zh_cn: "补上该部分，标题用统一格式的原文；没有内容的也要如实写明。",
            zh_tw: "補上該部分，標題用統一格式的原文；沒有內容的也要如實寫明。",
            en: "Add the section under its official heading; where there is nothing to report, say so.",
        },
        limits: Text {
            zh_cn: "通行的标题变体不算缺少；只是标题未见而统计表在、或者有写法相近的标题时，降为提醒。",
            zh_tw: "通行的標題變體不算缺少；只是標題未見而統計表在、或者有寫法相近的標題時，降為提醒。",
            en: "Usual variants of a heading are accepted. Only a warning when the section's table or a heading much like it is there.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.report.recognition == Recognition::NotAReport {
        return vec![Finding::new(Span::at(0), not_a_report(context)).about("report")];
    }
    let missing = missing(context);
    missing.iter().map(|&index| finding(context, index, &missing)).collect()
}

fn not_a_report(context: &Context<'_>) -> String {
    say!(
        context.lang,
        "这段文本不像政府信息公开工作年度报告。请粘贴报告全文，从标题到“六、其他需要报告的事项”，表格一并复制",
        "這段文字不像政府資訊公開工作年度報告。請貼上報告全文，從標題到“六、其他需要报告的事项”，表格一併複製",
        "This does not look like a 政府信息公开工作年度报告. Please paste the whole report, from its title to “六、其他需要报告的事项”, tables included"
    )
}

/// The indices of the form's sections whose headings were not found.
pub(super) fn missing(context: &Context<'_>) -> Vec<usize> {
    let sections = context.form.sections.iter().enumerate();
    sections.filter(|(_, section)| context.report.section(section.id).is_none()).map(|(index, _)| index).collect()
}

fn finding(context: &Context<'_>, index: usize, missing: &[usize]) -> Finding {
    let section = &context.form.sections[index];
    let heading = section.heading;
    let reading = section.table.and_then(|id| context.report.table(id));
    let whole = Span::new(0, context.document.text.len());
    let traces =
        || reading.filter(|reading| has_traces(context, reading.table, whole)).map(|_| Span::at(gap(context, index).end));
    if let Some(span) = reading.and_then(|reading| reading.span).or_else(traces) {
        let message = say!(
            context.lang,
            "未见标题“{heading}”，但它的统计表在；请核对标题是否缺漏",
            "未見標題“{heading}”，但它的統計表在；請核對標題是否缺漏",
            "The heading “{heading}” was not found, though its table is there; please see whether the heading is missing"
        );
        return Finding::new(Span::at(span.start), message).about(section.id).severity(Severity::Warning);
    }
    if let Some(other) = stand_in(context, index).map(|other| other.span).or_else(|| lookalike(context, index)) {
        let found = context.document.slice(other).trim_matches(['|', ' ']);
        let message = say!(
            context.lang,
            "未见“{heading}”部分，该处的标题是“{found}”；如为同一部分，请改用统一标题",
            "未見“{heading}”部分，該處的標題是“{found}”；如為同一部分，請改用統一標題",
            "The section “{heading}” was not found; in its place stands “{found}”. If it is the same, please use the official heading"
        );
        return Finding::new(other, message).about(section.id).severity(Severity::Warning);
    }
    if let Some(inline) = inline_heading(context, section) {
        let message = say!(
            context.lang,
            "标题“{heading}”没有单独成行，该部分未能读出；请恢复原来的分行",
            "標題“{heading}”沒有單獨成行，該部分未能讀出；請恢復原來的分行",
            "The heading “{heading}” is not on a line of its own, so the section was not read; please restore the line breaks"
        );
        return Finding::new(inline, message).about(section.id).severity(Severity::Warning);
    }
    // When everything from some point on is missing, the text was probably not pasted to its end.
    let tail = (index..context.form.sections.len()).all(|later| missing.contains(&later));
    let long_tail = tail && missing.contains(&(context.form.sections.len() - 2));
    let message = if long_tail {
        say!(
            context.lang,
            "缺少“{heading}”部分；其后也没有其他部分，请确认文本完整",
            "缺少“{heading}”部分；其後也沒有其他部分，請確認文字完整",
            "The section “{heading}” is missing, and no other follows; please make sure that the text is complete"
        )
    } else {
        say!(context.lang, "缺少“{heading}”部分", "缺少“{heading}”部分", "The section “{heading}” is missing")
    };
    Finding::new(Span::at(gap(context, index).end), message).about(section.id)
}

/// Where a missing section should stand: between the sections found before and after it.
fn gap(context: &Context<'_>, index: usize) -> Span {
    let found = |section: &Section| context.report.section(section.id);
    let (before, after) = (&context.form.sections[..index], &context.form.sections[index + 1..]);
    let start = before.iter().rev().find_map(found).map_or(0, |found| found.span.end);
    let end = after.iter().find_map(found).map_or(context.document.text.len(), |found| found.span.start);
    if start <= end { Span::new(start, end) } else { Span::at(end) }
}

/// A heading that the form does not have, standing just where a missing section should.
pub(super) fn stand_in<'a>(context: &Context<'a>, index: usize) -> Option<&'a FoundSection> {
    let gap = gap(context, index);
    let mut foreign = context.report.sections.iter().filter(|found| found.id.is_none() && gap.contains(found.span));
    let numeral = context.form.sections[index].numeral();
    foreign.find(|found| found.numeral == numeral)
}

/// Titles shorter than this, in characters, are looked for as whole lines only.
const TELLING: usize = 8;
/// How many characters may stand before a title, such as `第五部分`, and how many after it.
const NUMBERING: usize = 6;
const LONGER: usize = 8;

/// A line in the gap that is much like the heading of a missing section, numbered or worded in another way.
fn lookalike(context: &Context<'_>, index: usize) -> Option<Span> {
    let gap = gap(context, index);
    let section = &context.form.sections[index];
    let titles: Vec<String> = std::iter::once(section.title()).chain(section.variants.iter().copied()).map(key).collect();
    let in_table = |span: Span| {
        let mut tables = context.report.tables.iter().filter_map(|table: &TableReading| table.span);
        tables.any(|table| table.contains(span))
    };
    context.document.lines().map(|line| line.span).filter(|&span| gap.contains(span) && !in_table(span)).find(|&span| {
        let text = context.document.slice(span);
        if text.len() > 180 || folded(text).contains(['。', ';']) {
            return false;
        }
        let line = key(text);
        titles.iter().any(|title| {
            let Some(at) = line.find(title.as_str()) else { return false };
            let (before, after) = (line[..at].chars().count(), line[at + title.len()..].chars().count());
            if title.chars().count() < TELLING { before <= 2 && after == 0 } else { before <= NUMBERING && after <= LONGER }
        })
    })
}

/// Where the official heading stands within a line, as it does when line breaks were lost.
fn inline_heading(context: &Context<'_>, section: &Section) -> Option<Span> {
    let text = &context.document.text;
    let all = Folded::new(text, 0);
    let heading = folded(section.heading);
    // In a list of the report's parts it is no heading.
    let listed = |after: &str| after.starts_with([',', ';', '、', '》', '”', '。']);
    let found = all.text.match_indices(&heading).find(|(at, heading)| !listed(&all.text[at + heading.len()..]))?;
    Some(all.span(text, found.0..found.0 + heading.len()))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, findings, report};
    use crate::{Lang, Severity, check, read};

    #[test]
    fn a_section_that_is_not_there_fails_at_its_place() {
        let text = report().without_section("五、存在的主要问题及改进情况").text();
        let found = assert_fails(&RULE, &text);
        assert_eq!(found.severity, Severity::Error);
        assert_eq!(found.span.start, text.find("六、其他").expect("section six"));
        assert!(found.message.contains("五、存在的主要问题及改进情况"), "{}", found.message);
    }

    #[test]
    fn a_lost_heading_over_its_table_is_a_warning() {
        for heading in ["三、收到和处理政府信息公开申请情况\n", "四、政府信息公开行政复议、行政诉讼情况\n"]
        {
            let found = assert_fails(&RULE, &report().text().replace(heading, ""));
            assert_eq!(found.severity, Severity::Warning, "{found:#?}");
        }
    }

    #[test]
    fn a_heading_in_other_words_is_named() {
        for other in ["五、工作中的不足与今后打算", "（五）存在的主要问题及改进情况"] {
            let found = assert_fails(&RULE, &report().text().replace("五、存在的主要问题及改进情况", other));
            assert_eq!((found.severity, found.quote.as_str()), (Severity::Warning, other));
        }
    }

    #[test]
    fn a_text_without_line_breaks_lacks_no_section() {
        let text = report().text().replace('\n', " ");
        assert!(findings(&RULE, &text).iter().all(|found| found.severity == Severity::Warning));
    }

    #[test]
    fn a_text_cut_off_says_so_once_for_each_section() {
        let text = report().text();
        let found = findings(&RULE, &text[..text.find("五、存在的").expect("section five")]);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|found| found.message.contains("完整")), "{found:#?}");
        assert_ne!(found[0].fingerprint, found[1].fingerprint);
    }

    #[test]
    fn what_is_no_report_gives_one_finding() {
        for text in ["", "今天天气很好。", "甲 | 1 | 2 |\n乙 | 3 | 4 |"] {
            let found = check(read::text(text, None), Lang::ZhCn).diagnostics;
            assert_eq!(found.len(), 1, "{found:#?}");
            assert!(found[0].rule.id == RULE.id && found[0].message.contains("不像"), "{found:#?}");
        }
    }

    #[test]
    fn variants_of_headings_pass() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().text().replace("六、其他需要报告的事项", "六、需要报告的其他事项"));
    }
}
