//! SEC-FEE-MISSING: section six says what information-processing fees were collected.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::text::fold::{Folded, key};
use crate::{Severity, Span, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "SEC-FEE-MISSING",
    severity: Severity::Warning,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "未报告收取信息处理费情况",
            zh_tw: "未報告收取資訊處理費情況",
            en: "Nothing on information-processing fees",
        },
        catches: Text {
            zh_cn: "2021年度起的报告，第六部分以及全文都没有说明是否收取信息处理费。",
            zh_tw: "2021年度起的報告，第六部分以及全文都沒有說明是否收取資訊處理費。",
            en: "In a report on 2021 or later, neither section six nor any other part says whether 信息处理费 was collected.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样第六部分：“收取信息处理费情况在此处报告”；国办函〔2020〕109号",
            zh_tw: "国办公开办函〔2021〕30号表樣第六部分：“收取信息处理费情况在此处报告”；国办函〔2020〕109号",
            en: "国办公开办函〔2021〕30号, form, section six: “收取信息处理费情况在此处报告”; 国办函〔2020〕109号",
        },
        example: "六、其他需要报告的事项\n无其他需要报告的事项。",
        mend: Text {
            zh_cn: "在第六部分写明发出收费通知的件数和金额、实际收取的金额；没有收取的也要写明。",
            zh_tw: "在第六部分寫明發出收費通知的件數和金額、實際收取的金額；沒有收取的也要寫明。",
            en: "State in section six how many fee notices were sent, for how much, and what was collected; if nothing was, say so.",
        },
        limits: Text {
            zh_cn: "全文任何一处说到信息公开收费的都算已报告；说得对不对不在此判断。",
            zh_tw: "全文任何一處說到資訊公開收費的都算已報告；說得對不對不在此判斷。",
            en: "Any statement on such fees anywhere in the text is enough; whether it is right is not judged here.",
        },
    },
    check,
};

/// The first year whose report must state it.
const SINCE: u16 = 2021;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(section) = context.report.section("other_matters") else { return Vec::new() };
    if context.report.year.is_some_and(|found| found.year < SINCE) || is_stated(context, section.body) {
        return Vec::new();
    }
    let number = section.numeral.as_str();
    let number = if number.is_empty() { "六" } else { number };
    let body = context.document.slice(section.body);
    let first =
        body.lines().map(|line| line.trim_matches([' ', '\u{3000}', '\t', '\r', '|', ':', '：'])).find(|line| !line.is_empty());
    let message = match first.filter(|line| line.chars().count() <= SHORT) {
        Some(line) => say!(
            context.lang,
            "第{number}部分写的是“{line}”，没有报告收取信息处理费情况；没有收取的也要写明",
            "第{number}部分寫的是“{line}”，沒有報告收取資訊處理費情況；沒有收取的也要寫明",
            "Section six says “{line}” but nothing on 信息处理费; if none was collected, it must say so"
        ),
        None => say!(
            context.lang,
            "第{number}部分没有报告收取信息处理费情况；没有收取的也要写明",
            "第{number}部分沒有報告收取資訊處理費情況；沒有收取的也要寫明",
            "Section six says nothing on 信息处理费; if none was collected, it must say so"
        ),
    };
    vec![Finding::new(section.span, message)]
}

/// A text of section six so short that it is quoted.
const SHORT: usize = 20;
/// Fees that are none for information, and labels of the tables.
const OTHER: [&str; 9] = [
    "行政事业性收费",
    "涉企收费",
    "收费标准",
    "收费项目",
    "收费目录",
    "收费清单",
    "收费公示",
    "本年收费金额",
    "未按收费通知要求缴纳费用",
];

/// Whether the text says anything that may be meant as a statement on fees for information.
fn is_stated(context: &Context<'_>, section: Span) -> bool {
    let document = context.document;
    if key(&document.text).contains("处理费") {
        return true;
    }
    let mentions = |span: Span, own: bool| {
        let folded = Folded::new(document.slice(span), span.start).text;
        folded.split(['。', ';', '\n']).any(|clause| {
            let clause = OTHER.iter().fold(clause.to_owned(), |clause, other| clause.replace(other, ""));
            let fee = ["收费", "费用", "收取", "缴费"].iter().any(|word| clause.contains(word));
            let of_information = ["信息公开", "政府信息", "依申请", "申请人"].iter().any(|word| clause.contains(word));
            // “免费” alone may be anybody's: the footer of a page, a free service.
            (fee && (own || of_information)) || (clause.contains("免费") && of_information)
        })
    };
    mentions(section, true) || context.report.prose.iter().any(|&span| mentions(span, false))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{Sample, assert_fails, assert_passes, report};

    fn section_six(text: &str) -> Sample {
        report().section("六、其他需要报告的事项", text)
    }

    #[test]
    fn a_section_that_only_says_none_fails() {
        let found = assert_fails(&RULE, &section_six("无。").text());
        assert!(found.message.contains("“无。”"), "{}", found.message);
        assert_fails(&RULE, &section_six("无。\n主办：青山免费资料网 版权所有").text());
        assert_fails(&RULE, &section_six("及时公开行政事业性收费目录和涉企收费标准。").text());
    }

    #[test]
    fn every_way_to_say_it_passes() {
        for text in [
            "全年没有发生公开处理费。",
            "全年沒有收取資訊公開信息處理費。",
            "本年度未发生收费情况。",
            "未因公开信息收取任何费用。",
            "发出收费通知2件，收取 400 元。",
        ] {
            assert_passes(&RULE, &section_six(text).text());
        }
    }

    #[test]
    fn a_statement_in_another_section_passes_and_so_do_years_before() {
        let overview = "2024年收到依申请公开3件，未收取申请人任何费用。";
        assert_passes(&RULE, &section_six("无。").section("一、总体情况", overview).text());
        let before = section_six("无。").title("青山县教育局2020年政府信息公开工作年度报告");
        assert_passes(&RULE, &before.text());
    }

    #[test]
    fn without_section_six_the_missing_section_says_it() {
        assert_passes(&RULE, &report().without_section("六、其他需要报告的事项").text());
    }
}
