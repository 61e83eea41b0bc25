//! FMT-TABLE-MISSING: sections two to four have their tables.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::form::{PrintedRow, Table};
use crate::report::{FoundSection, TableReading};
use crate::text::fold::{folded, key};
use crate::{Severity, Span, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "FMT-TABLE-MISSING",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "缺少统计表", zh_tw: "缺少統計表", en: "A table is missing" },
        catches: Text {
            zh_cn: "第二、三、四部分有标题，却没有规定的统计表。",
            zh_tw: "第二、三、四部分有標題，卻沒有規定的統計表。",
            en: "The heading of section two, three or four is there, but not its table.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：第二至第四部分以表格形式报告",
            zh_tw: "国办公开办函〔2021〕30号表樣：第二至第四部分以表格形式報告",
            en: "国办公开办函〔2021〕30号, form: sections two to four are given as tables",
        },
        example: "三、收到和处理政府信息公开申请情况\n本年度未收到政府信息公开申请。\n四、政府信息公开行政复议、行政诉讼情况",
        mend: Text {
            zh_cn: "按统一格式补上统计表，没有数据的填0；表格是图片或附件的，请把表格的文字一并粘贴。",
            zh_tw: "按統一格式補上統計表，沒有資料的填0；表格是圖片或附件的，請把表格的文字一併貼上。",
            en: "Add the form's table, with 0 where there is nothing. If the table is a picture or an attachment, paste its text too.",
        },
        limits: Text {
            zh_cn: "表格以图片、附件列出或者读不出时无法核验，只作提醒；缺了整个部分的，由 SEC-MISSING 提出。",
            zh_tw: "表格以圖片、附件列出或者讀不出時無法核驗，只作提醒；缺了整個部分的，由 SEC-MISSING 提出。",
            en: "A table given as a picture or attachment, or too damaged to be read, gives a warning. A missing section is SEC-MISSING's.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    context
        .report
        .tables
        .iter()
        .filter(|reading| !reading.is_found())
        .filter_map(|reading| {
            let (_, section) = context.section_of(reading.table.id)?;
            Some(finding(context, reading, section.heading, context.report.section(section.id)?))
        })
        .collect()
}

fn finding(context: &Context<'_>, reading: &TableReading, heading: &str, found: &FoundSection) -> Finding {
    let (name, id) = (context.table_name(reading.table), reading.table.id);
    let whole = Span::new(0, context.document.text.len());
    if has_traces(context, reading.table, whole) {
        let message = say!(
            context.lang,
            "“{heading}”的{name}读不完整，无法核验；请确认表格粘贴完整",
            "“{heading}”的{name}讀不完整，無法核驗；請確認表格貼上完整",
            "{name} of “{heading}” could not be read and is not checked; please make sure that all of it was pasted"
        );
        return Finding::new(found.span, message).about(id).severity(Severity::Warning);
    }
    let message = say!(
        context.lang,
        "“{heading}”下未见统计表（{name}）；如为图片或附件，请把表格文字一并粘贴",
        "“{heading}”下未見統計表（{name}）；如為圖片或附件，請把表格文字一併貼上",
        "{name} was not found under “{heading}”; if it is a picture or an attachment, please paste its text too"
    );
    let finding = Finding::new(found.span, message).about(id);
    if is_elsewhere(context, found) { finding.severity(Severity::Warning) } else { finding }
}

/// Whether labels that only this table has stand somewhere: then it is there, and only our reading failed.
pub(super) fn has_traces(context: &Context<'_>, table: &Table, within: Span) -> bool {
    let labels =
        |table: &Table| table.printed.iter().flat_map(PrintedRow::labels).map(|label| key(label.text)).collect::<Vec<_>>();
    let others: Vec<String> = context.form.tables.iter().filter(|other| other.id != table.id).flat_map(labels).collect();
    let own: Vec<String> = labels(table).into_iter().filter(|label| !others.contains(label)).collect();
    let pieces = context.document.slice(within).split(['\n', '\r', '|', '\t', ' ', '\u{3000}']);
    pieces.filter(|piece| piece.len() <= LONGEST).map(key).filter(|piece| own.contains(piece)).take(2).count() > 1
}

/// Longer pieces of text, in bytes, are no labels.
const LONGEST: usize = 150;

/// Whether the section says that the table is to be found elsewhere.
fn is_elsewhere(context: &Context<'_>, found: &FoundSection) -> bool {
    let body = folded(context.document.slice(found.body));
    ["附件", "附表", "附后", "见下图", "如图", "图片", "下载", ".jpg", ".png", ".xls", ".doc", ".pdf"]
        .iter()
        .any(|word| body.contains(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, findings, report};
    use crate::{Lang, Severity, check, read};

    #[test]
    fn a_heading_without_its_table_fails_and_nothing_follows_from_it() {
        let text = report().without_table("applications").section("三、收到和处理政府信息公开申请情况", "未收到申请。").text();
        let found = assert_fails(&RULE, &text);
        assert_eq!((found.severity, found.quote.as_str()), (Severity::Error, "三、收到和处理政府信息公开申请情况"));
        assert_eq!(check(read::text(&text, Some("a.txt")), Lang::ZhCn).diagnostics.len(), 1);
    }

    #[test]
    fn an_attachment_or_a_wreck_is_only_a_warning() {
        let text = report().without_table("remedies");
        let attached = text.section("四、政府信息公开行政复议、行政诉讼情况", "详见附件。").text();
        assert_eq!(assert_fails(&RULE, &attached).severity, Severity::Warning);
        let text = report().without_table("applications");
        let wreck = text.section("三、收到和处理政府信息公开申请情况", "自然人\n商业企业\n（图）").text();
        assert_eq!(assert_fails(&RULE, &wreck).severity, Severity::Warning);
    }

    #[test]
    fn a_missing_section_is_not_said_twice() {
        assert_passes(&RULE, &report().text());
        assert!(findings(&RULE, &report().without_section("二、主动公开政府信息情况").text()).is_empty());
    }
}
