//! The headings of level one.
//!
//! They are matched by their whole text, never by their numeral alone: inside the table of applications stand
//! “一、本年新收…”, “三、本年度办理结果” and “四、结转下年度…”, which are no headings.

use super::similarity::similarity;
use crate::document::{Document, Line};
use crate::form::{Form, Section, Table};
use crate::report::FoundSection;
use crate::text::fold::{fold, folded, key};
use crate::{Span, text::fold::is_blank};

/// Lines longer than this, in bytes, are no headings.
const LONGEST: usize = 180;
/// A heading with a numeral may differ this far from the official one, of 1000.
const NEARLY: u32 = 850;
const NUMERALS: &str = "一二三四五六七八九十";

/// A line that may be a heading.
struct Candidate {
    /// Index into the form's sections.
    section: usize,
    numeral: String,
    span: Span,
    body: Span,
}

/// The sections of a report in document order.
pub(super) fn sections(document: &Document, form: &Form) -> Vec<FoundSection> {
    let mut candidates: Vec<Candidate> = document.lines().filter_map(|line| candidate(document, line, form)).collect();
    let ends: Vec<usize> = candidates.iter().skip(1).map(|next| next.span.start).chain([document.text.len()]).collect();
    for (candidate, end) in candidates.iter_mut().zip(ends) {
        candidate.body = Span::new(candidate.span.end, end.max(candidate.span.end));
    }
    let chosen = longest_of_each(candidates, form.sections.len());
    let known: Vec<FoundSection> = chosen
        .iter()
        .map(|candidate| FoundSection {
            id: Some(form.sections[candidate.section].id),
            numeral: candidate.numeral.clone(),
            heading: document.slice(candidate.span).to_owned(),
            span: candidate.span,
            body: candidate.body,
        })
        .collect();
    with_bodies(with_foreign(document, form, &known), document.text.len())
}

/// Of headings that occur more than once (a list of contents in front) the one with most text under it.
fn longest_of_each(candidates: Vec<Candidate>, sections: usize) -> Vec<Candidate> {
    let length = |candidate: &Candidate| candidate.body.end - candidate.body.start;
    let mut best: Vec<Option<Candidate>> = (0..sections).map(|_| None).collect();
    for candidate in candidates {
        let place = &mut best[candidate.section];
        if place.as_ref().is_none_or(|known| length(known) < length(&candidate)) {
            *place = Some(candidate);
        }
    }
    let mut chosen: Vec<Candidate> = best.into_iter().flatten().collect();
    chosen.sort_by_key(|candidate| candidate.span.start);
    chosen
}

/// Each section's body reaches to the next heading.
fn with_bodies(mut sections: Vec<FoundSection>, length: usize) -> Vec<FoundSection> {
    sections.sort_by_key(|section| section.span.start);
    let ends: Vec<usize> = sections.iter().skip(1).map(|next| next.span.start).chain([length]).collect();
    for (section, end) in sections.iter_mut().zip(ends) {
        section.body = Span::new(section.span.end, end);
    }
    sections
}

/// Adds headings of level one that the form does not have: those whose numerals carry the sequence on, so that the form's own
/// headings after them are numbered on too, or that follow the last one.
fn with_foreign(document: &Document, form: &Form, known: &[FoundSection]) -> Vec<FoundSection> {
    let labels: Vec<String> = form.tables.iter().flat_map(Table::labels).map(|label| key(label.text)).collect();
    let value = |numeral: &str| NUMERALS.chars().position(|c| numeral.chars().eq([c]));
    let mut all = Vec::new();
    for (index, section) in known.iter().enumerate() {
        let mut last = value(&section.numeral);
        let next = known.get(index + 1).and_then(|next| value(&next.numeral));
        let end = known.get(index + 1).map_or(document.text.len(), |next| next.span.start);
        let mut between = Vec::new();
        for line in document.lines().filter(|line| section.span.end <= line.span.start && line.span.end <= end) {
            let Some((numeral, title)) = split(document, line) else { continue };
            if labels.contains(&key(document.slice(line.span))) {
                continue;
            }
            let number = value(&numeral);
            if number.is_some() && number == last.map(|last| last + 1) && !title.is_empty() && title.chars().count() <= 25 {
                last = number;
                let heading = document.slice(line.span).to_owned();
                between.push(FoundSection { id: None, numeral, heading, span: line.span, body: Span::at(line.span.end) });
            }
        }
        all.push(section.clone());
        let carries_on = match next {
            Some(next) => last.is_some_and(|last| last + 1 == next),
            None => index + 1 == known.len() && index > 0,
        };
        if carries_on {
            all.extend(between);
        }
    }
    all
}

/// A line's numeral and the folded rest, when it begins like a heading of level one: `二、` or `二.`.
fn split(document: &Document, line: Line<'_>) -> Option<(String, String)> {
    if line.span.end - line.span.start > LONGEST
        || line.cells.is_some_and(|cells| cells.iter().filter(|cell| !cell.span.is_empty()).count() > 1)
    {
        return None;
    }
    let text = folded(document.slice(line.span).trim_matches(|c: char| c == '|' || c == '#' || c == '*' || is_blank(c)));
    // “第一部分” and “1、” are numerals as well, but say too little to be held against the order of the sections.
    let other = text.strip_prefix('第').and_then(|text| text.split_once("部分")).map(|(_, title)| title);
    let other = other.or_else(|| text.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(['、', '.']));
    if let Some(title) = other {
        return Some((String::new(), title.trim_start_matches(['、', '.', ',', ':']).to_owned()));
    }
    let rest = text.trim_start_matches(|c| NUMERALS.contains(c));
    let numeral = text[..text.len() - rest.len()].to_owned();
    if numeral.is_empty() {
        return Some((numeral, rest.to_owned()));
    }
    let title = rest.strip_prefix(['、', '.', ',', '．', ':'])?;
    Some((numeral, title.to_owned()))
}

fn candidate(document: &Document, line: Line<'_>, form: &Form) -> Option<Candidate> {
    let (numeral, title) = split(document, line)?;
    let (section, length) = form
        .sections
        .iter()
        .enumerate()
        .filter_map(|(index, section)| {
            heading_length(section, &numeral, &title).map(|(length, likeness)| (index, length, likeness))
        })
        .max_by_key(|&(index, _, likeness)| (likeness, std::cmp::Reverse(index)))
        .map(|(index, length, _)| (index, length))?;
    let whole = title.chars().count();
    let span = if length < whole { shortened(document, line.span, whole - length) } else { line.span };
    Some(Candidate { section, numeral, span, body: Span::at(span.end) })
}

/// How many characters of a folded title are the heading of a section, and how sure that is; none when it is not.
fn heading_length(section: &Section, numeral: &str, title: &str) -> Option<(usize, u32)> {
    let own = key(title);
    let official = key(section.title());
    let whole = title.chars().count();
    if own == official {
        return Some((whole, 1000));
    }
    if numeral.is_empty() {
        return None;
    }
    let mut names = std::iter::once(section.title()).chain(section.variants.iter().copied());
    if names.clone().any(|name| key(name) == own) {
        return Some((whole, 999));
    }
    // Heading and text in one line: “六、其他需要报告的事项：无。”
    if let Some(at) = title.find([':', '。', ';']) {
        let head = key(&title[..at]);
        if names.any(|name| key(name) == head) {
            return Some((title[..at].chars().count(), 998));
        }
    }
    let likeness = similarity(&own, &official);
    (likeness >= NEARLY && own.chars().count() >= 6).then_some((whole, likeness))
}

/// A span without its last `drop` folded characters.
fn shortened(document: &Document, span: Span, drop: usize) -> Span {
    let text = document.slice(span);
    let keep = text.char_indices().filter(|&(_, c)| fold(c).is_some()).rev().nth(drop.saturating_sub(1));
    keep.map_or(span, |(at, _)| Span::new(span.start, span.start + at))
}

#[cfg(test)]
mod tests {
    use super::sections;
    use crate::form::Form;

    fn found(text: &str) -> Vec<String> {
        let document = crate::read::text(text, None);
        sections(&document, &Form::all()[0])
            .iter()
            .map(|section| format!("{}={}", section.id.unwrap_or("?"), document.slice(section.body).trim()))
            .collect()
    }

    #[test]
    fn rows_of_the_table_are_no_headings() {
        let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 | 0 |\n三、本年度办理结果 |\n四、结转下年度继续办理 |\n五、存在的主要问题及改进情况\n无";
        let ids: Vec<String> = found(text).iter().map(|one| one.split('=').next().unwrap_or_default().to_owned()).collect();
        assert_eq!(ids, ["applications", "problems"]);
    }

    #[test]
    fn a_list_of_contents_does_not_hide_the_sections() {
        let text = "一、总体情况\n六、其他需要报告的事项\n一、总体情况\n今年很好。\n六、其他需要报告的事项\n没有。";
        assert_eq!(found(text), ["overview=今年很好。", "other_matters=没有。"]);
    }

    #[test]
    fn text_may_follow_in_the_same_line() {
        assert_eq!(found("六、其他需要报告的事项：无。"), ["other_matters=：无。"]);
    }

    #[test]
    fn variants_and_slips_are_headings_and_subheadings_are_not() {
        assert_eq!(
            found("一、总体情况\n（一）主动公开情况\n甲\n二、行政机关主动公开政府信息情况\n乙\n四、政府信息公开行政复议和行政诉讼情况\n丙")
                .iter()
                .map(|one| one.split('=').next().unwrap_or_default())
                .collect::<Vec<_>>(),
            ["overview", "disclosure", "remedies"]
        );
        assert_eq!(found("三、收到和处理政府信息公开申情況\n甲"), ["applications=甲"]);
        assert_eq!(found("第一部分　总体情况\n甲\n2、主动公开政府信息情况\n乙"), ["overview=甲", "disclosure=乙"]);
    }

    #[test]
    fn a_heading_that_shifts_the_numerals_is_noticed_and_a_list_inside_a_section_is_not() {
        assert_eq!(
            found("一、总体情况\n甲\n二、工作机制保障情况\n乙\n三、主动公开政府信息情况\n丙"),
            ["overview=甲", "?=乙", "disclosure=丙"]
        );
        assert_eq!(found("一、总体情况\n一、加强领导\n二、完善制度\n二、主动公开政府信息情况\n丙").len(), 2);
    }
}
