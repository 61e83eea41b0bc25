//! What the rules about equations share: their findings, and the names and numbers in their messages.

use super::balance::{Balance, Verdict, verdict};
use super::context::{Context, Finding, inner};
use crate::form::{CellId, Equation};
use crate::{Number, Severity, Text, say};

/// What a rule about a sum does not claim.
pub(super) const LIMITS: Text = Text {
    zh_cn: "不断定错在哪一格；有未读出的单元格时不作判断，空格按 0 计并降为提醒。",
    zh_tw: "不斷定錯在哪一格；有未讀出的儲存格時不作判斷，空格按 0 計並降為提醒。",
    en: "Does not say which cell is wrong. Says nothing when a cell was not read; blank cells count as 0 and make it a warning.",
};

/// A finding for each equation of a rule that fails. `message` is given the equation and its numbers.
pub(super) fn failures(context: &Context<'_>, rule: &str, message: impl Fn(&Equation, &Balance) -> String) -> Vec<Finding> {
    context
        .form
        .equations
        .iter()
        .filter(|equation| equation.rule == rule)
        .filter_map(|equation| match verdict(context.report, equation) {
            Verdict::Fails(balance) => Some((equation, balance)),
            Verdict::Holds | Verdict::CannotTell => None,
        })
        .map(|(equation, balance)| {
            let mut text = message(equation, &balance);
            if balance.blanks {
                text.push_str(&say!(context.lang, "（空格按 0 计）", "（空格按 0 計）", " (blank cells count as 0)"));
            }
            // The total is where a reader looks; it is the last cell of every equation of the form that has one on the right.
            let place = equation.right.first().copied().map_or_else(Default::default, |id| context.cell_span(id));
            let finding = Finding::new(place, text).cells(equation.cells());
            let finding = if balance.blanks { finding.severity(Severity::Warning) } else { finding };
            finding.balance(balance)
        })
        .collect()
}

/// The number in a cell of an equation; a blank one counts as 0.
pub(super) fn value(context: &Context<'_>, id: CellId) -> Number {
    context.report.cell(id).and_then(crate::report::Reading::number).unwrap_or(Number::whole(0))
}

/// The terms of an equation's left side with their column's or row's name before each: `结果维持 1 + 结果纠正 0`.
pub(super) fn named_terms(context: &Context<'_>, cells: &[CellId], name: impl Fn(CellId) -> &'static str) -> String {
    let terms: Vec<String> = cells.iter().map(|&id| format!("{} {}", name(id), value(context, id))).collect();
    terms.join(" + ")
}

/// How far apart both sides are, without a sign.
pub(super) fn difference(balance: &Balance) -> String {
    let apart = balance.left.minus(balance.right).map(|apart| apart.to_string()).unwrap_or_default();
    apart.trim_start_matches('-').to_owned()
}

/// The single row that all cells of an equation share, by name, as it stands within quotation marks.
pub(super) fn row_name(context: &Context<'_>, equation: &Equation) -> String {
    name(context, equation, |context, id| context.form.table(id.table).map_or("", |table| table.row_name(id.row)))
}

/// The single column that all cells of an equation share, by name, as it stands within quotation marks.
pub(super) fn column_name(context: &Context<'_>, equation: &Equation) -> String {
    name(context, equation, |context, id| context.form.table(id.table).map_or("", |table| table.column_name(id.column)))
}

fn name(context: &Context<'_>, equation: &Equation, of: impl Fn(&Context<'_>, CellId) -> &'static str) -> String {
    equation.right.first().map_or_else(String::new, |&id| inner(of(context, id)))
}
