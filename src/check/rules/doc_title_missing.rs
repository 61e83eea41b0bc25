//! DOC-TITLE-MISSING: a report has a title that names the organ and the year.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::text::fold::folded;
use crate::{Severity, Span, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "DOC-TITLE-MISSING",
    severity: Severity::Warning,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "没有规范的报告标题", zh_tw: "沒有規範的報告標題", en: "No title" },
        catches: Text {
            zh_cn: "第一部分之前没有写明年度的报告标题。",
            zh_tw: "第一部分之前沒有寫明年度的報告標題。",
            en: "No title with the year stands in front of the first section.",
        },
        basis: Text {
            zh_cn: "编制惯例：《××机关××××年政府信息公开工作年度报告》；条例第四十九条、第五十条",
            zh_tw: "編製慣例：《××機關××××年政府資訊公開工作年度報告》；條例第四十九條、第五十條",
            en: "Practice: “<organ><year>年政府信息公开工作年度报告”; 条例 articles 49 and 50",
        },
        example: "一、总体情况\n2024年，青山县教育局……",
        mend: Text {
            zh_cn: "在正文之前写明标题：机关全称、年份和“政府信息公开工作年度报告”。",
            zh_tw: "在正文之前寫明標題：機關全稱、年份和“政府信息公开工作年度报告”。",
            en: "Put the title in front: the organ's full name, the year and “政府信息公开工作年度报告”.",
        },
        limits: Text {
            zh_cn: "网页的标题常在正文之外，复制时容易漏掉：粘贴的文本只作提示，文件才作提醒。",
            zh_tw: "網頁的標題常在正文之外，複製時容易漏掉：貼上的文字只作提示，檔案才作提醒。",
            en: "A web page's title often stands outside the text and is not copied: pasted text gives a note only, a file a warning.",
        },
    },
    check,
};

/// A title is not longer than this, in characters.
const LONGEST: usize = 60;

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.report.title.is_some() {
        return Vec::new();
    }
    let year = context.report.year.map_or_else(|| "××××".to_owned(), |found| found.year.to_string());
    if let Some(span) = title_like(context) {
        let line = context.document.slice(span);
        let message = say!(
            context.lang,
            "标题“{line}”与通行写法不同，宜写作“机关全称{year}年政府信息公开工作年度报告”",
            "標題“{line}”與通行寫法不同，宜寫作“機關全稱{year}年政府信息公开工作年度报告”",
            "The title “{line}” is not in the usual form, “<organ>{year}年政府信息公开工作年度报告”"
        );
        return vec![Finding::new(span, message).severity(Severity::Info)];
    }
    let message = say!(
        context.lang,
        "未找到报告标题，应有“机关全称{year}年政府信息公开工作年度报告”",
        "未找到報告標題，應有“機關全稱{year}年政府信息公开工作年度报告”",
        "No title was found; there should be “<organ>{year}年政府信息公开工作年度报告”"
    );
    let pasted = context.document.source.name.is_none();
    let finding = Finding::new(Span::at(0), message);
    vec![if pasted { finding.severity(Severity::Info) } else { finding }]
}

/// A line before the first section that may well be meant as the title, though it is not in the usual form.
fn title_like(context: &Context<'_>) -> Option<Span> {
    let end = context.report.sections.first().map_or(context.document.text.len(), |section| section.span.start);
    context.document.lines().map(|line| line.span).take_while(|span| span.end <= end).find(|&span| {
        let text = folded(context.document.slice(span));
        let text = text.trim_end_matches(['|', ')']);
        text.chars().count() <= LONGEST
            && !text.contains(['。', ',', ';', ':', '>'])
            && (text.contains("信息公开") || text.contains("政务公开"))
            && ["报告", "总结", "年报"].iter().any(|word| text.ends_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};
    use crate::{Lang, Severity, check, read};

    #[test]
    fn a_file_without_a_title_is_warned_of_and_a_paste_is_only_told() {
        let text = report().title("").text();
        let found = assert_fails(&RULE, &text);
        assert_eq!(found.severity, Severity::Warning);
        assert!(found.message.contains("2024年政府信息公开工作年度报告"), "{}", found.message);
        let pasted = check(read::text(&text, None), Lang::ZhCn).diagnostics;
        assert!(pasted.iter().any(|found| found.rule.id == RULE.id && found.severity == Severity::Info));
    }

    #[test]
    fn a_line_that_may_be_the_title_is_pointed_at() {
        let found = assert_fails(&RULE, &report().title("青山县教育局政府信息公开工作情况报告").text());
        assert_eq!((found.severity, found.quote.as_str()), (Severity::Info, "青山县教育局政府信息公开工作情况报告"));
    }

    #[test]
    fn titles_pass_in_either_order_and_over_two_lines() {
        for title in ["2024年青山县教育局政府信息公开工作年度报告", "青山县教育局\n2024年政府信息公开工作年度报告"]
        {
            assert_passes(&RULE, &report().title(title).text());
        }
    }
}
