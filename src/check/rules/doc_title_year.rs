//! DOC-TITLE-YEAR: the title's year is the year that the report is about.

use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::report::Title;
use crate::text::fold::{Folded, folded};
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "DOC-TITLE-YEAR",
    severity: Severity::Error,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "标题年份与统计期限或正文不一致",
            zh_tw: "標題年份與統計期限或正文不一致",
            en: "The title's year is not the report's",
        },
        catches: Text {
            zh_cn: "标题中的年份与统计期限的年份不同；没有统计期限时，与第一部分明确所述的年份不同。",
            zh_tw: "標題中的年份與統計期限的年份不同；沒有統計期限時，與第一部分明確所述的年份不同。",
            en: "The title's year differs from the year of the period; where no period is given, from the year that section one clearly speaks of.",
        },
        basis: Text {
            zh_cn: "条例第四十九条：公布的是上一年度的年度报告；统计期限与标题须为同一年度",
            zh_tw: "條例第四十九條：公布的是上一年度的年度報告；統計期限與標題須為同一年度",
            en: "条例 article 49: the report is on the year before; title and period must name the same year",
        },
        example: "青山县教育局2024年政府信息公开工作年度报告\n本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
        mend: Text {
            zh_cn: "核对报告所属年度，改正标题、统计期限或沿用未改的正文。",
            zh_tw: "核對報告所屬年度，改正標題、統計期限或沿用未改的正文。",
            en: "Make sure which year is reported on and mend the title, the period, or text left over from another year.",
        },
        limits: Text {
            zh_cn: "正文年份只在十分明确时才作比较：文件名称、日期、与往年的比较都不算。",
            zh_tw: "正文年份只在十分明確時才作比較：文件名稱、日期、與往年的比較都不算。",
            en: "Years in the text count only when they are quite clear: names of documents, dates and comparisons with other years do not.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(title) = &context.report.title else { return Vec::new() };
    let titled = title.year;
    if let Some(period) = &context.report.period {
        let year = period.from.year;
        // A period over two years is another rule's; another title in front, for the period's year, may be the report's own.
        if year != period.to.year || year == titled || has_title_of(context, title, year) {
            return Vec::new();
        }
        let message = say!(
            context.lang,
            "标题写的是 {titled} 年，统计期限却是 {year} 年",
            "標題寫的是 {titled} 年，統計期限卻是 {year} 年",
            "The title says {titled}, but the period is {year}"
        );
        return vec![Finding::new(title.span, message).about("period")];
    }
    let Some((year, severity)) = other_year(context, titled) else { return Vec::new() };
    if has_title_of(context, title, year) {
        return Vec::new();
    }
    let message = say!(
        context.lang,
        "标题写的是 {titled} 年，第一部分说的却是 {year} 年的情况",
        "標題寫的是 {titled} 年，第一部分說的卻是 {year} 年的情況",
        "The title says {titled}, but section one speaks of {year}"
    );
    vec![Finding::new(title.span, message).about("overview").severity(severity)]
}

/// Whether another line in front of the first section is a title of that year: pages list other years' reports there.
fn has_title_of(context: &Context<'_>, title: &Title, year: u16) -> bool {
    let end = context.report.sections.first().map_or(context.document.text.len(), |section| section.span.start);
    let year = year.to_string();
    context.document.lines().map(|line| line.span).filter(|span| span.end <= end && !title.span.contains(*span)).any(|span| {
        let line = folded(context.document.slice(span));
        line.contains(&year) && line.contains("信息公开") && line.contains("报告") && !line.contains(['。', ','])
    })
}

/// The year other than the title's that section one clearly speaks of, and how grave that is.
fn other_year(context: &Context<'_>, titled: u16) -> Option<(u16, Severity)> {
    let body = context.report.section("overview")?.body;
    let text = Folded::new(context.document.slice(body), body.start).text;
    let named = text.matches(&titled.to_string()).count();
    let told = told_years(&without_brackets(&text));
    let count = |year: u16| told.iter().filter(|told| told.0 == year).count();
    let leading = |year: u16| told.iter().filter(|told| told.0 == year && told.1).count();
    let year = told.iter().map(|told| told.0).filter(|&year| year != titled).max_by_key(|&year| (count(year), year))?;
    if named == 0 && count(year) > 1 && leading(year) > 0 {
        Some((year, Severity::Error))
    } else if named > 0 && count(year) > 3 && count(year) >= 4 * named && leading(year) > 1 {
        // The title's own year is named too, perhaps as the year to come.
        Some((year, Severity::Warning))
    } else {
        None
    }
}

/// The years that a folded text tells of, each with whether it begins a sentence. Dates, ranges and comparisons are left out.
fn told_years(text: &str) -> Vec<(u16, bool)> {
    text.match_indices('年')
        .filter_map(|(at, mark)| {
            let start = at.checked_sub("20xx".len())?;
            let digits = text.get(start..at).filter(|digits| digits.starts_with("20"))?;
            let year: u16 = digits.parse().ok()?;
            let previous = text[..start].chars().next_back();
            let next = text[at + mark.len()..].chars().next();
            let compared = previous.is_some_and(|c| c.is_ascii_digit() || "较比与和同自从至到截以于、-—~年".contains(c));
            let dated = next.is_some_and(|c| c.is_ascii_digit() || "至以起底末初-—~、".contains(c));
            let leading = previous.is_none_or(|c| matches!(c, '\n' | '。' | ';' | '!'));
            (!compared && !dated).then_some((year, leading))
        })
        .collect()
}

/// A folded text without what stands in brackets: names and numbers of documents, remarks.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|&c| {
            match c {
                '《' | '〔' | '(' | '[' | '〈' => depth += 1,
                '》' | '〕' | ')' | ']' | '〉' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                // A bracket that is never closed must not swallow the text.
                '\n' => depth = 0,
                _ => {}
            }
            depth == 0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::Severity;
    use crate::check::testing::{Sample, assert_fails, assert_passes, report};

    fn overview(text: &str) -> Sample {
        report().preface("").section("一、总体情况", text)
    }

    #[test]
    fn the_period_of_another_year_fails() {
        let preface = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。";
        let found = assert_fails(&RULE, &report().preface(preface).text());
        assert_eq!(found.severity, Severity::Error);
        assert!(found.message.contains("2024") && found.message.contains("2023"), "{}", found.message);
    }

    #[test]
    fn a_text_that_only_tells_of_another_year_fails() {
        let text = "2023年，我局主动公开信息30条。2023年未收到申请。";
        assert_eq!(assert_fails(&RULE, &overview(text).text()).severity, Severity::Error);
        let text =
            "2023年，我局公开信息30条。\n2023年，我局没有收到申请。全局2023年培训2次，2023年考核1次，为2024年工作打下基础。";
        assert_eq!(assert_fails(&RULE, &overview(text).text()).severity, Severity::Warning);
    }

    #[test]
    fn comparisons_names_and_dates_pass() {
        for text in [
            "2024年，我局公开信息30条，较2023年增长5%，与2023年相比更加及时。2023年为28条，2023年申请2件。",
            "全年公开信息30条。落实《2023年政务公开工作要点》。2023年12月5日召开会议，自2023年起每年培训。",
            "今年以来公开信息30条。2023年为28条。",
            "公开信息30条。",
        ] {
            assert_passes(&RULE, &overview(text).text());
        }
    }

    #[test]
    fn titles_of_other_years_in_front_pass() {
        let titles = "青山县教育局2023年政府信息公开工作年度报告\n青山县教育局2024年政府信息公开工作年度报告";
        assert_passes(&RULE, &report().title(titles).text());
        assert_passes(&RULE, &report().text());
    }
}
