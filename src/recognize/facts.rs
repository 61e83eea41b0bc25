//! Title, year and period.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::report::{Date, Dated, FoundSection, Period, Title};
use crate::text::fold::{Folded, is_blank};
use crate::{Document, Span};

/// The title on folded text; it may stand on two lines.
static TITLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "^(?P<before>[^0-9。,;:]{0,40})\\(?(?P<year>20[0-9]{2})年?度?\\)?(?P<after>[^0-9。,;:]{0,40}?)(?:政府|政务)?信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|总结)(?:\\([^)]*\\))?$",
    )
    .ok()
});

/// Two dates of which the first has a year, on folded text.
static PERIOD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        "(?P<y1>20[0-9]{2})年(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日起?(?:至|到|-|—|–|~|～)+(?:(?P<y2>20[0-9]{2})年)?(?P<m2>[0-9]{1,2})月(?P<d2>[0-9]{1,2})日止?",
    )
    .ok()
});

static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("(?P<year>20[0-9]{2})年").ok());

/// How many lines a title may be spread over.
const TITLE_LINES: usize = 3;
/// How far in front of a period, in bytes of folded text, the words stand that say what it is.
const REACH: usize = 90;

/// What a report says of itself.
pub(super) struct Facts {
    pub(super) title: Option<Title>,
    pub(super) year: Option<Dated>,
    pub(super) period: Option<Period>,
}

impl Facts {
    /// Finds them; `prose` is the text outside the tables.
    pub(super) fn find(document: &Document, sections: &[FoundSection], prose: &[Span]) -> Self {
        let title = title(document, sections);
        let period = prose.iter().find_map(|&span| period(document, span));
        let of_title = title.as_ref().map(|title| Dated { year: title.year, span: title.span });
        let of_period = period.map(|period| Dated { year: period.to.year, span: period.span });
        let overview = sections.iter().find(|section| section.id == Some("overview")).map(|section| section.body);
        let year =
            of_title.or(of_period).or_else(|| usual_year(document, overview.as_slice())).or_else(|| usual_year(document, prose));
        Self { title, year, period }
    }
}

/// The first title before the first section; in a text without sections, the first one.
fn title(document: &Document, sections: &[FoundSection]) -> Option<Title> {
    let end = sections.first().map_or(document.text.len(), |section| section.span.start);
    let lines: Vec<Span> = document
        .lines()
        .map(|line| line.span)
        .take_while(|span| span.end <= end)
        .filter(|span| span.end - span.start <= 240)
        .collect();
    (0..lines.len()).find_map(|first| {
        (1..=TITLE_LINES.min(lines.len() - first)).find_map(|count| {
            let span = lines[first].cover(lines[first + count - 1]);
            title_at(document, span)
        })
    })
}

fn title_at(document: &Document, span: Span) -> Option<Title> {
    let one_line = document.slice(span).replace(['\n', '\r', '|'], "");
    let folded = Folded::new(&one_line, 0);
    let found = TITLE.as_ref()?.captures(&folded.text)?;
    let year = number(&found, "year")?;
    // Named as printed, not as folded.
    let unit = ["before", "after"].iter().filter_map(|part| found.name(part)).find_map(|part| {
        let span = folded.span(&one_line, part.range());
        let unit: String = one_line[span.start..span.end].chars().filter(|&c| !is_blank(c)).collect();
        let unit = unit.strip_suffix("关于").unwrap_or(&unit).trim_matches(['(', ')', '（', '）', '、', '年', '度']);
        (unit.chars().count() > 1).then(|| unit.to_owned())
    });
    Some(Title { text: one_line.trim().to_owned(), unit, year, span })
}

/// The first period that is said to be the one of the figures.
fn period(document: &Document, span: Span) -> Option<Period> {
    let text = document.slice(span);
    if !text.contains(['2', '２']) {
        return None;
    }
    let folded = Folded::new(text, span.start);
    for found in PERIOD.as_ref()?.captures_iter(&folded.text) {
        let whole = found.get(0)?;
        let mut from = whole.start().saturating_sub(REACH);
        while !folded.text.is_char_boundary(from) {
            from += 1;
        }
        let before = &folded.text[from..whole.start()];
        let clause = before.rsplit(['。', ';', '\n']).next().unwrap_or(before);
        if !["期限", "时限", "起止", "统计期", "统计时间", "数据统计", "数据的统计"].iter().any(|word| clause.contains(word))
        {
            continue;
        }
        let y1 = number(&found, "y1")?;
        let date = |year, month: &str, day: &str| Some(Date { year, month: small(&found, month)?, day: small(&found, day)? });
        return Some(Period {
            from: date(y1, "m1", "d1")?,
            to: date(number(&found, "y2").unwrap_or(y1), "m2", "d2")?,
            span: folded.span(&document.text, whole.range()),
        });
    }
    None
}

/// The year named most often; of equals the later, since a report looks back on its own year and names the one before.
fn usual_year(document: &Document, spans: &[Span]) -> Option<Dated> {
    let mut counts: BTreeMap<u16, (usize, Span)> = BTreeMap::new();
    for &span in spans {
        let folded = Folded::new(document.slice(span), span.start);
        for found in YEAR.as_ref()?.captures_iter(&folded.text) {
            if let (Some(year), Some(whole)) = (number(&found, "year"), found.get(0)) {
                let place = folded.span(&document.text, whole.range());
                counts.entry(year).or_insert((0, place)).0 += 1;
            }
        }
    }
    counts.into_iter().max_by_key(|&(year, (count, _))| (count, year)).map(|(year, (_, span))| Dated { year, span })
}

fn number(found: &Captures<'_>, name: &str) -> Option<u16> {
    found.name(name)?.as_str().parse().ok()
}

fn small(found: &Captures<'_>, name: &str) -> Option<u8> {
    found.name(name)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::Facts;
    use crate::Span;

    fn facts(text: &str) -> Facts {
        Facts::find(&crate::read::text(text, None), &[], &[Span::new(0, text.len())])
    }

    #[test]
    fn titles_in_real_shapes() {
        for (text, unit, year) in [
            ("青山县教育局2024年政府信息公开工作年度报告", Some("青山县教育局"), 2024),
            ("2019年云州市人民政府办公厅政府信息公开工作年度报告", Some("云州市人民政府办公厅"), 2019),
            ("青山縣信訪局\n２０２２年政府信息公開工作\n年度報告", Some("青山縣信訪局"), 2022),
            ("2025年政府信息公开工作年度报告", None, 2025),
            ("青山县司法局关于2021年度政府信息公开工作年度报告", Some("青山县司法局"), 2021),
            ("青山县海棠镇2025年度政府信息公开工作报告", Some("青山县海棠镇"), 2025),
        ] {
            let title = facts(text).title.unwrap_or_else(|| panic!("no title in {text}"));
            assert_eq!((title.unit.as_deref(), title.year), (unit, year), "{text}");
        }
        assert_eq!(facts("根据2023年政府信息公开工作要求，现公布2023年政府信息公开工作年度报告。").title, None);
    }

    #[test]
    fn the_period_is_the_one_of_the_figures() {
        let text = "我局于2022年5月1日至2022年5月7日开展宣传。\n本报告数据的统计期限自２０２２年１月１日起至12月31日止。";
        let facts = facts(text);
        let period = facts.period.expect("a period");
        assert_eq!((period.from.year, period.to.year, period.to.month, period.to.day), (2022, 2022, 12, 31));
        assert_eq!(&text[period.span.start..period.span.end], "２０２２年１月１日起至12月31日止");
        assert_eq!(facts.year.map(|found| found.year), Some(2022));
    }

    #[test]
    fn without_title_and_period_the_usual_year_counts() {
        assert_eq!(facts("2023年我局公开信息5条，较2022年增加。2023年未收到申请。").year.map(|found| found.year), Some(2023));
        assert_eq!(facts("无。").year.map(|found| found.year), None);
    }
}
