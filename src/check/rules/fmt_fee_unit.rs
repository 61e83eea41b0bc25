//! FMT-FEE-UNIT: the header over the fees says that they are in 万元.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::text::fold::folded;
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "FMT-FEE-UNIT",
    severity: Severity::Warning,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "收费金额未注明单位", zh_tw: "收費金額未註明單位", en: "The unit of the fees is missing"
        },
        catches: Text {
            zh_cn: "表二“本年收费金额”的表头没有“（单位：万元）”，或者写的是别的单位。",
            zh_tw: "表二“本年收费金额”的表頭沒有“（单位：万元）”，或者寫的是別的單位。",
            en: "In table 2 the header “本年收费金额” lacks “（单位：万元）” or gives another unit.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号表样：“本年收费金额（单位：万元）”",
            zh_tw: "国办公开办函〔2021〕30号表樣：“本年收费金额（单位：万元）”",
            en: "国办公开办函〔2021〕30号, form: “本年收费金额（单位：万元）”",
        },
        example: "信息内容 | 本年收费金额 |\n行政事业性收费 | 36.52 |",
        mend: Text {
            zh_cn: "表头补上“（单位：万元）”，并核对金额是按万元填的。",
            zh_tw: "表頭補上“（单位：万元）”，並核對金額是按萬元填的。",
            en: "Complete the header and make sure that the amount is in 万元.",
        },
        limits: Text {
            zh_cn: "表头未读出、被截断，或者本部分别处已写明万元的，不作判断。",
            zh_tw: "表頭未讀出、被截斷，或者本部分別處已寫明萬元的，不作判斷。",
            en: "Says nothing when the header was not found or is cut off, or when 万元 stands elsewhere in the section.",
        },
    },
    check,
};

const LABEL: &str = "本年收费金额（单位：万元）";
/// How many characters after the header may hold a unit that was split from it.
const AFTER: usize = 24;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(reading) = context.report.table("disclosure") else { return Vec::new() };
    let Some(head) = reading.heads.iter().find(|head| head.label == LABEL) else { return Vec::new() };
    let text = &context.document.text;
    let printed = folded(context.document.slice(head.span));
    let after: String = text.get(head.span.end..).map(|rest| folded(rest).chars().take(AFTER).collect()).unwrap_or_default();
    let around = reading.span.map(|span| folded(context.document.slice(span))).unwrap_or_default();
    let section = context.report.section("disclosure").map(|found| folded(context.document.slice(found.body)));
    let texts = [printed.as_str(), &after, &around, section.as_deref().unwrap_or_default()];
    // A header that is cut off may have had its unit.
    let whole = printed.contains("收费金额") && !printed.ends_with(['(', ':', '万', '单', '位']);
    if !whole || texts.iter().any(|text| text.contains("万元")) {
        return Vec::new();
    }
    let message = if printed.contains("元") {
        let printed = context.document.slice(head.span).trim();
        say!(
            context.lang,
            "表二表头写的是“{printed}”，统一格式的单位是万元；请核对金额",
            "表二表頭寫的是“{printed}”，統一格式的單位是“万元”；請核對金額",
            "The header in Table 2 says “{printed}”, but the form's unit is 万元; please check the amount"
        )
    } else {
        say!(
            context.lang,
            "表二“本年收费金额”表头缺“（单位：万元）”",
            "表二“本年收费金额”表頭缺“（单位：万元）”",
            "In Table 2 the header “本年收费金额” lacks “（单位：万元）”"
        )
    };
    vec![Finding::new(head.span, message).cells(context.form.cell("disclosure.fees.amount"))]
}

#[cfg(test)]
mod tests {
    use super::{LABEL, RULE};
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn a_header_without_its_unit_fails() {
        let found = assert_fails(&RULE, &report().label(LABEL, "本年收费金额").text());
        assert_eq!(found.quote, "本年收费金额");
        let found = assert_fails(&RULE, &report().label(LABEL, "本年收费金额（单位：元）").text());
        assert!(found.message.contains("单位：元"), "{}", found.message);
    }

    #[test]
    fn the_unit_passes_however_it_is_typed_and_wherever_it_stands() {
        assert_passes(&RULE, &report().text());
        for label in ["本年收費金額(單位:萬元)", "本年收费金额\n（单位：万元）", "本年收费金额（万元）", "本年收费金额（单位："]
        {
            assert_passes(&RULE, &report().label(LABEL, label).text());
        }
    }
}
