//! SEC-ORDER: the sections stand in the form's order, under its numerals, and no others stand beside them.

use super::sec_missing::{missing, stand_in};
use crate::check::context::{Context, Finding};
use crate::check::rule::{Rule, RuleDoc};
use crate::report::FoundSection;
use crate::{Severity, Text, say};

pub(super) static RULE: Rule = Rule {
    id: "SEC-ORDER",
    severity: Severity::Warning,
    forms: &["2021"],
    doc: RuleDoc {
        name: Text {
            zh_cn: "章节顺序、序号或数量不符", zh_tw: "章節順序、序號或數量不符", en: "Order or numbering of sections"
        },
        catches: Text {
            zh_cn: "六个部分的先后或序号与统一格式不同，或者多出了其他一级标题。",
            zh_tw: "六個部分的先後或序號與統一格式不同，或者多出了其他一級標題。",
            en: "The six sections stand in another order or under other numerals, or there are further headings of level one.",
        },
        basis: Text {
            zh_cn: "国办公开办函〔2021〕30号：按统一格式编制，内容“不能遗漏，也不宜泛化”",
            zh_tw: "国办公开办函〔2021〕30号：按統一格式編製，內容“不能遗漏，也不宜泛化”",
            en: "国办公开办函〔2021〕30号: one form for all, “不能遗漏，也不宜泛化” (nothing left out, nothing made general)",
        },
        example: "一、总体情况\n二、工作机制保障情况\n三、主动公开政府信息情况",
        mend: Text {
            zh_cn: "按统一格式调整顺序和序号；多出的部分并入第一部分或第六部分。",
            zh_tw: "按統一格式調整順序和序號；多出的部分併入第一部分或第六部分。",
            en: "Restore order and numerals of the form; move further sections into the first or the sixth.",
        },
        limits: Text {
            zh_cn: "序号未读出的不算错；表三内的“一、”“二、”不是章节序号；一处原因只报一次。",
            zh_tw: "序號未讀出的不算錯；表三內的“一、”“二、”不是章節序號；一處原因只報一次。",
            en: "A numeral lost in copying is no mistake; those inside table 3 are no sections' numerals; one cause gives one finding.",
        },
    },
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let missing = missing(context);
    let stand_ins: Vec<&FoundSection> = missing.iter().filter_map(|&index| stand_in(context, index)).collect();
    let is_extra = |found: &FoundSection| found.id.is_none() && !stand_ins.contains(&found);
    let extra: Vec<&FoundSection> = context.report.sections.iter().filter(|found| is_extra(found)).collect();
    let known = known(context);
    let moved = moved(&known.iter().map(|known| known.index).collect::<Vec<_>>());

    let mut findings: Vec<Finding> = extra.iter().map(|found| extra_heading(context, found, &known)).collect();
    findings.extend(order(context, &known, &moved));
    // Where sections are missing, moved or too many, numerals that simply count what is there are not a second mistake.
    let counted = !(extra.is_empty() && missing.is_empty() && moved.is_empty());
    findings.extend(numerals(context, &known, counted));
    findings
}

/// A section of the form as found.
struct Known<'a> {
    found: &'a FoundSection,
    /// Its index in the form.
    index: usize,
    /// Its place among all headings found, from 1.
    place: usize,
}

impl Known<'_> {
    fn numeral(&self) -> Option<usize> {
        value(&self.found.numeral)
    }
}

fn known<'a>(context: &Context<'a>) -> Vec<Known<'a>> {
    let all = context.report.sections.iter().enumerate();
    all.filter_map(|(place, found)| {
        let index = context.form.sections.iter().position(|section| Some(section.id) == found.id)?;
        Some(Known { found, index, place: place + 1 })
    })
    .collect()
}

/// The value of a numeral of one character.
fn value(numeral: &str) -> Option<usize> {
    "一二三四五六七八九十".chars().position(|c| numeral.chars().eq([c])).map(|at| at + 1)
}

/// The positions that must be moved to bring a sequence into order: all but a longest rising part.
fn moved(order: &[usize]) -> Vec<usize> {
    let mut best: Vec<Vec<usize>> = Vec::new();
    for (at, index) in order.iter().enumerate() {
        let before = best.iter().filter(|run| run.last().is_some_and(|&last| order[last] < *index)).max_by_key(|run| run.len());
        let mut run = before.cloned().unwrap_or_default();
        run.push(at);
        best.push(run);
    }
    let stay = best.into_iter().max_by_key(Vec::len).unwrap_or_default();
    (0..order.len()).filter(|at| !stay.contains(at)).collect()
}

fn extra_heading(context: &Context<'_>, found: &FoundSection, known: &[Known<'_>]) -> Finding {
    let heading = found.heading.trim_matches(['|', ' ']);
    let next = known.iter().find(|known| known.found.span.start > found.span.start);
    let shifts = next.is_some_and(|next| next.numeral() == Some(next.place) && next.place != next.index + 1);
    let message = if shifts {
        say!(
            context.lang,
            "统一格式没有“{heading}”这一部分，其后各部分的序号因此后移",
            "統一格式沒有“{heading}”這一部分，其後各部分的序號因此後移",
            "The form has no section “{heading}”; it shifts the numerals of those that follow"
        )
    } else {
        say!(
            context.lang,
            "统一格式没有“{heading}”这一部分",
            "統一格式沒有“{heading}”這一部分",
            "The form has no section “{heading}”"
        )
    };
    Finding::new(found.span, message)
}

fn order(context: &Context<'_>, known: &[Known<'_>], moved: &[usize]) -> Option<Finding> {
    let first = &known[*moved.first()?];
    let heading = |index: usize| context.form.sections[index].heading;
    let message = if moved.len() > 1 {
        let titles: Vec<&str> = known.iter().map(|known| context.form.sections[known.index].title()).collect();
        let now = titles.join(" → ");
        say!(
            context.lang,
            "各部分的顺序与统一格式不符，现为：{now}",
            "各部分的順序與統一格式不符，現為：{now}",
            "The sections are not in the form's order; they are: {now}"
        )
    } else {
        let own = heading(first.index);
        let before = known.iter().map(|known| known.index).filter(|&index| index < first.index).max();
        let after = known.iter().map(|known| known.index).filter(|&index| index > first.index).min();
        match (before, after) {
            (Some(before), _) => {
                let other = heading(before);
                say!(
                    context.lang,
                    "顺序与统一格式不符：“{own}”应紧接在“{other}”之后",
                    "順序與統一格式不符：“{own}”應緊接在“{other}”之後",
                    "Not in the form's order: “{own}” should stand right after “{other}”"
                )
            }
            (None, after) => {
                let other = after.map_or("", heading);
                say!(
                    context.lang,
                    "顺序与统一格式不符：“{own}”应在“{other}”之前",
                    "順序與統一格式不符：“{own}”應在“{other}”之前",
                    "Not in the form's order: “{own}” should stand before “{other}”"
                )
            }
        }
    };
    Some(Finding::new(first.found.span, message).about("order"))
}

/// Wrong numerals; neighbours that are wrong by the same amount are one finding. `counted`: numerals that count the headings
/// found are accepted too.
fn numerals(context: &Context<'_>, known: &[Known<'_>], counted: bool) -> Vec<Finding> {
    let shift = |known: &Known<'_>| -> Option<isize> {
        let (own, official) = (known.numeral()?, known.index + 1);
        let right = own == official || (counted && own == known.place);
        Some(if right { 0 } else { own.cast_signed() - official.cast_signed() })
    };
    let mut findings = Vec::new();
    let mut last = 0;
    // A lost numeral neither is wrong nor ends a run.
    for (known, shift) in known.iter().filter_map(|known| shift(known).map(|shift| (known, shift))) {
        if shift != 0 && shift != last {
            let section = &context.form.sections[known.index];
            let (title, official, own) = (section.title(), section.numeral(), &known.found.numeral);
            let message = say!(
                context.lang,
                "“{title}”的序号应为“{official}”，写的是“{own}”",
                "“{title}”的序號應為“{official}”，寫的是“{own}”",
                "The numeral of “{title}” should be “{official}”, not “{own}”"
            );
            findings.push(Finding::new(known.found.span, message).about("numeral"));
        }
        last = shift;
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::{RULE, moved};
    use crate::check::testing::{assert_fails, assert_passes, findings, report};

    #[test]
    fn two_sections_in_each_others_place_are_one_finding() {
        let found = assert_fails(&RULE, &report().swapped(4, 5).text());
        assert!(found.message.contains("其他需要报告的事项") && found.message.contains("存在的主要问题"), "{}", found.message);
        // Numbered as they stand, they still are.
        let text = report().swapped(4, 5).text().replace("六、其他需要", "五、其他需要").replace("五、存在", "六、存在");
        assert_eq!(findings(&RULE, &text).len(), 1);
    }

    #[test]
    fn a_heading_too_many_is_one_finding_though_it_shifts_all_numerals() {
        let text = report()
            .text()
            .replace("六、其他需要", "七、其他需要")
            .replace("五、存在", "六、存在")
            .replace("四、政府信息公开行政复议", "五、政府信息公开行政复议")
            .replace("三、收到和处理", "四、收到和处理")
            .replace("二、主动公开政府信息情况", "二、工作机制保障情况\n领导小组每季度开会。\n三、主动公开政府信息情况");
        let found = assert_fails(&RULE, &text);
        assert_eq!(found.quote, "二、工作机制保障情况");
        assert!(found.message.contains("后移"), "{}", found.message);
    }

    #[test]
    fn a_numeral_twice_is_one_finding_though_those_after_it_are_wrong_too() {
        let text = report().text().replace("五、存在", "四、存在").replace("六、其他需要", "五、其他需要");
        let found = assert_fails(&RULE, &text);
        assert!(found.message.contains("应为“五”，写的是“四”"), "{}", found.message);
    }

    #[test]
    fn the_forms_order_passes_and_so_do_lost_numerals_and_numerals_without_a_missing_section() {
        assert_passes(&RULE, &report().text());
        assert_passes(&RULE, &report().text().replace("五、存在", "存在"));
        let without = report().without_section("二、主动公开政府信息情况");
        assert_passes(&RULE, &without.text());
        let text = without
            .text()
            .replace("三、收到和处理", "二、收到和处理")
            .replace("四、政府信息公开行政复议", "三、政府信息公开行政复议")
            .replace("五、存在", "四、存在")
            .replace("六、其他需要", "五、其他需要");
        assert_passes(&RULE, &text);
    }

    #[test]
    fn a_heading_in_place_of_a_missing_one_is_not_one_too_many() {
        assert_passes(&RULE, &report().text().replace("五、存在的主要问题及改进情况", "五、工作中的不足与今后打算"));
    }

    #[test]
    fn as_few_sections_as_possible_are_moved() {
        assert_eq!(moved(&[0, 1, 2]), Vec::<usize>::new());
        assert_eq!(moved(&[5, 0, 1, 2]), [0]);
        assert_eq!(moved(&[0, 2, 3, 1]), [3]);
        assert_eq!(moved(&[2, 1, 0]).len(), 2);
    }
}
