//! DOC-PERIOD-WRONG: the period of the figures is one whole calendar year.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::report::Period;
use crate::text::fold::folded;
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "DOC-PERIOD-WRONG",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text { zh_cn: "统计期限有误", zh_tw: "統計期限有誤", en: "The period is wrong" },
        catches: Text {
            zh_cn: "统计期限不是同一年的1月1日至12月31日，或者起止颠倒。",
            zh_tw: "統計期限不是同一年的1月1日至12月31日，或者起訖顛倒。",
            en: "The period of the figures is not 1 January to 31 December of one year, or ends before it begins.",
        },
        basis: Text {
            zh_cn: "条例第四十九条：年度报告报告上一年度的情况；DB51/T 2660—2019：统计期限为1月1日至12月31日",
            zh_tw: "條例第四十九條：年度報告報告上一年度的情況；DB51/T 2660—2019：統計期限為1月1日至12月31日",
            en: "条例 article 49: the report is on the whole year before; DB51/T 2660—2019: the period is 1 January to 31 December",
        },
        example: "本报告所列数据的统计期限自2024年1月1日起至2023年12月31日止。",
        mend: Text {
            zh_cn: "改为报告年度的1月1日至12月31日。",
            zh_tw: "改為報告年度的1月1日至12月31日。",
            en: "Write 1 January to 31 December of the year reported on.",
        },
        limits: Text {
            zh_cn: "只看写全了年、月、日的统计期限；年中新设立或撤并的机关确有不同期限的，请自行判断。",
            zh_tw: "只看寫全了年、月、日的統計期限；年中新設立或裁併的機關確有不同期限的，請自行判斷。",
            en: "Looks only at periods written in full. An organ founded or dissolved within the year may have another period: judge yourself.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(period) = context.report.period.filter(|period| is_of_the_figures(context, period)) else { return Vec::new() };
    let one_year = period.from.year == period.to.year;
    let whole = (period.from.month, period.from.day) == (1, 1) && (period.to.month, period.to.day) == (12, 31);
    if one_year && whole {
        return Vec::new();
    }
    let titled = context.report.title.as_ref().map(|title| title.year);
    let known = titled.or_else(|| one_year.then_some(period.from.year));
    let year = known.map_or_else(|| "××××".to_owned(), |year| year.to_string());
    let written: String = context.document.slice(period.span).split_whitespace().collect();
    let message = if period.from > period.to {
        say!(
            context.lang,
            "统计期限“{written}”起止颠倒，应为{year}年1月1日至{year}年12月31日",
            "統計期限“{written}”起訖顛倒，應為{year}年1月1日至{year}年12月31日",
            "The period “{written}” ends before it begins; it should be 1 January {year} to 31 December {year}"
        )
    } else if one_year {
        say!(
            context.lang,
            "统计期限“{written}”不是全年，应为{year}年1月1日至{year}年12月31日",
            "統計期限“{written}”不是全年，應為{year}年1月1日至{year}年12月31日",
            "The period “{written}” is not the whole year; it should be 1 January {year} to 31 December {year}"
        )
    } else {
        say!(
            context.lang,
            "统计期限“{written}”跨了年度，应为{year}年1月1日至{year}年12月31日",
            "統計期限“{written}”跨了年度，應為{year}年1月1日至{year}年12月31日",
            "The period “{written}” spans more than one year; it should be 1 January {year} to 31 December {year}"
        )
    };
    vec![Finding::new(period.span, message)]
}

/// How far in front of the period, in characters, its name stands.
const REACH: usize = 30;

/// Whether the words in front say that the figures of the report are meant, not some other period.
fn is_of_the_figures(context: &Context<'_>, period: &Period) -> bool {
    let before = context.document.text.get(..period.span.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let folded = folded(line);
    let clause = folded.rsplit(['。', ';', ',']).next().unwrap_or_default();
    let near: String = {
        let skip = clause.chars().count().saturating_sub(REACH);
        clause.chars().skip(skip).collect()
    };
    let of_figures = ["统计", "数据", "本报告", "报告期"].iter().any(|word| near.contains(word));
    let of_time = ["期限", "时限", "起止", "时间", "期间", "报告期"].iter().any(|word| near.contains(word));
    let preface = context.report.sections.first().is_none_or(|first| period.span.end <= first.span.start);
    let only_telling = ["据统计", "经统计", "统计显示"].iter().any(|word| near.contains(word));
    of_figures && (of_time || preface) && !only_telling
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{assert_fails, assert_passes, report};

    #[test]
    fn a_period_that_ends_before_it_begins_fails() {
        let found = assert_fails(&RULE, &report().preface("统计期限自2024年1月1日起至2023年12月31日止。").text());
        assert!(found.message.contains("颠倒") && found.message.contains("2024年12月31日"), "{}", found.message);
    }

    #[test]
    fn a_period_that_is_not_one_whole_year_fails() {
        for (period, word) in [
            ("2024年1月1日至2024年12月30日", "不是全年"),
            ("2024年1月2日至12月31日", "不是全年"),
            ("2023年12月1日至2024年11月30日", "跨了年度"),
        ] {
            let found = assert_fails(&RULE, &report().preface(&format!("本报告数据的统计期限为{period}。")).text());
            assert!(found.message.contains(word), "{}", found.message);
        }
    }

    #[test]
    fn a_whole_year_passes_and_so_do_other_periods() {
        for preface in [
            "本报告所列数据的统计期限自２０２４年１月１日起至12月31日止。",
            "统计期限为2024年1月1日—2024年12月31日。",
            "意见征集期限为2024年3月1日至2024年3月31日。",
            "据统计，2024年5月1日至2024年5月7日公开信息3条。",
        ] {
            assert_passes(&RULE, &report().preface(preface).text());
        }
    }
}
