//! `gouji rules` and `gouji explain`: the catalogue of rules.

use std::fmt::Write;

use gouji::check::{all, by_id};
use gouji::write::catalogue::{self, RuleObject};
use gouji::write::terminal::severity_word;
use gouji::{Lang, Severity};

use super::args::{Explain, Rules, RulesFormat};
use super::frame::json_text;
use super::input::Problem;
use super::output::{complain, print};
use super::{Ending, messages};

/// How many ids are offered for one that does not exist.
const OFFERED: usize = 3;

pub(super) fn list(args: &Rules) -> Ending {
    let lang = args.language.lang;
    let rules = catalogue::rules(lang);
    let text = match args.format {
        RulesFormat::Json => match json_text(&rules, messages::stdout(lang), lang) {
            Ok(text) => text + "\n",
            Err(problem) => return complain(&problem),
        },
        RulesFormat::Text => {
            // Chinese words are all of one width.
            let words = if lang == Lang::En { 7 } else { 0 };
            let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
            let mut text = String::new();
            for (rule, page) in all().iter().zip(&rules) {
                let word = severity_word(rule.severity, lang);
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{:width$}  {word:words$}  {}", page.id, page.title);
            }
            text
        }
    };
    print(&text, lang)
}

pub(super) fn explain(args: &Explain) -> Ending {
    let lang = args.language.lang;
    match by_id(&args.rule) {
        Some(rule) => print(&page(&RuleObject::new(rule, lang), rule.severity, lang), lang),
        None => complain(&Problem::new(lang, &args.rule, &messages::unknown_rule(lang, &nearest(&args.rule)))),
    }
}

fn page(rule: &RuleObject, grave: Severity, lang: Lang) -> String {
    let [kind, forms, catches, basis, example, mend, limits] = match lang {
        Lang::ZhCn => ["级别", "适用表式", "查什么", "依据", "例子", "怎么改", "不作判断的情形"],
        Lang::ZhTw => ["級別", "適用表式", "查什麼", "依據", "例子", "怎麼改", "不作判斷的情形"],
        Lang::En => ["Severity", "Forms", "What it catches", "Basis", "Example", "How to mend it", "What it does not claim"],
    };
    let colon = if lang == Lang::En { ": " } else { "：" };
    let head = [(kind, severity_word(grave, lang).to_owned()), (forms, rule.forms.join(", "))];
    let mut text = format!("{}  {}\n", rule.id, rule.title);
    for (name, value) in head {
        let _ = writeln!(text, "{name}{colon}{value}");
    }
    for (name, value) in
        [(catches, rule.catches), (basis, rule.basis), (example, rule.example), (mend, rule.mend), (limits, rule.limits)]
    {
        let _ = write!(text, "\n{name}\n");
        for line in value.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// The ids most like one that does not exist.
fn nearest(id: &str) -> Vec<&'static str> {
    let id = id.to_ascii_uppercase();
    let mut alike: Vec<(usize, &'static str)> = all()
        .iter()
        .map(|rule| (if rule.id.contains(&id) { 0 } else { edits(&id, rule.id) }, rule.id))
        .filter(|&(edits, known)| 2 * edits <= known.len())
        .collect();
    alike.sort_by_key(|&(edits, _)| edits);
    alike.into_iter().take(OFFERED).map(|(_, id)| id).collect()
}

/// How many characters have to be put in, taken out or changed to make one text of the other.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, &y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest};

    #[test]
    fn a_slip_finds_the_rule_that_was_meant() {
        assert_eq!(edits("T3-ROW-SUM", "T3-ROWSUN"), 2);
        assert_eq!(nearest("t3-row-sun").first(), Some(&"T3-ROW-SUM"));
        assert!(nearest("XXXXXXXXXXXXXXXX").is_empty());
    }
}
