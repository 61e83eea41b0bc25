use std::collections::BTreeMap;
use std::rc::Rc;

use gouji::form::{self, PrintedRow, Role, Table};
use yew::prelude::*;

use super::sums::{figure, named};
use super::{Ui, use_ui};
use crate::cells::{Cell, State};
use crate::checked::{Checked, Outcome, Sum};
use crate::dom;
use crate::state::{Action, Chosen};
use crate::words::Words;

/// A label over so many rows is printed from top to bottom.
const UPRIGHT_FROM: u8 = 12;

/// A table with so many columns has narrow ones, whose headers take few characters a line.
const SLIM_FROM: usize = 8;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct OfficialTableProps {
    pub(super) checked: Rc<Checked>,
    /// Which of the form's tables.
    pub(super) index: usize,
    pub(super) chosen: Option<Chosen>,
    /// Whether the report has the table at all.
    pub(super) found: bool,
}

/// One official table with its merged cells, as the form prints it; beside and below it, whether it balances.
#[component]
pub(super) fn OfficialTable(props: &OfficialTableProps) -> Html {
    let ui = use_ui();
    let checked = &*props.checked;
    let Some(table) = checked.form.and_then(|form| form.tables.get(props.index)) else { return Html::default() };
    let view = View::new(checked, table, props.chosen, props.found, ui.words);

    let onclick = {
        let (session, checked) = (ui.session.clone(), props.checked.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(cell) = dom::nearest_attribute(event.target(), "data-cell").and_then(|path| checked.cell(&path)) {
                session.send(Action::ChooseHere(Chosen::Cell(cell)));
            }
        })
    };
    let onkeydown = keyboard(&ui, &props.checked, table);
    let side = view.has_side();
    html! {
        <div class="official__scroll">
            <table class={classes!("grid", format!("grid--{}", table.id))} lang="zh-CN" role="grid" aria-label={table.name} {onclick} {onkeydown}>
                <colgroup>
                    { for (0..view.width).map(|column| html! { <col class={format!("col-{column}")} /> }) }
                    if side { <col class="col-check" /> }
                </colgroup>
                <tbody>{ for view.rows() }</tbody>
                if let Some(foot) = view.foot() { <tfoot>{ foot }</tfoot> }
            </table>
        </div>
    }
}

/// The arrows go from cell to cell, Enter and the space bar choose.
fn keyboard(ui: &Ui, checked: &Rc<Checked>, table: &'static Table) -> Callback<KeyboardEvent> {
    let (session, checked) = (ui.session.clone(), checked.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(path) = dom::nearest_attribute(event.target(), "data-cell") else { return };
        let lines: Vec<Vec<String>> = table
            .printed
            .iter()
            .map(|row| row.cells().map(|data| data.id.to_string()).collect::<Vec<_>>())
            .filter(|line| !line.is_empty())
            .collect();
        let at = lines.iter().enumerate().find_map(|(row, line)| Some((row, line.iter().position(|own| *own == path)?)));
        let Some((row, column)) = at else { return };
        let (row, column) = match event.key().as_str() {
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowDown" => ((row + 1).min(lines.len() - 1), column),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowRight" => (row, column + 1),
            "Home" => (row, 0),
            "End" => (row, usize::MAX),
            "Enter" | " " => (row, column),
            _ => return,
        };
        event.prevent_default();
        if let Some(cell) = checked.cell(&lines[row][column.min(lines[row].len() - 1)]) {
            session.send(Action::ChooseHere(Chosen::Cell(cell)));
        }
    })
}

/// A table about to be drawn.
struct View<'a> {
    checked: &'a Checked,
    table: &'static Table,
    words: &'static Words,
    found: bool,
    width: usize,
    /// The number of the table's first cell.
    first: usize,
    chosen: Option<Chosen>,
    /// Cells that the chosen one, or the chosen finding, speaks of.
    lit: Vec<usize>,
    /// The cell that the keyboard enters by.
    entry: usize,
}

impl<'a> View<'a> {
    fn new(checked: &'a Checked, table: &'static Table, chosen: Option<Chosen>, found: bool, words: &'static Words) -> Self {
        let width = table.printed.first().map_or(0, |row| row.cells.iter().map(|cell| usize::from(columns(cell))).sum());
        let first = checked.cells.iter().position(|cell| cell.id.table == table.id).unwrap_or_default();
        let lit: Vec<usize> = match chosen {
            Some(Chosen::Finding(number)) => checked.findings[number].cells.clone(),
            Some(Chosen::Cell(cell)) => checked.equations_of(cell).flat_map(Sum::cells).collect(),
            None => Vec::new(),
        };
        let entry = match chosen {
            Some(Chosen::Cell(cell)) if checked.cells[cell].id.table == table.id => cell,
            _ => first,
        };
        Self { checked, table, words, found, width, first, chosen, lit, entry }
    }

    /// The equations along one printed row.
    fn along(&self, row: &PrintedRow) -> Vec<&'a Sum> {
        let holds = |sum: &&Sum| sum.row().is_some() && sum.equation.cells().all(|id| row.cells().any(|data| data.id == id));
        self.checked.equations.iter().filter(holds).collect()
    }

    /// Whether the table has a check beside it: where a row has one equation. Several in one row are checked below it.
    fn has_side(&self) -> bool {
        let counts: Vec<usize> = self.table.printed.iter().map(|row| self.along(row).len()).collect();
        counts.iter().any(|&count| count > 0) && counts.iter().all(|&count| count <= 1)
    }

    fn rows(&self) -> Vec<Html> {
        let mut covered = vec![0_u8; self.width];
        let mut number = self.first;
        let side = self.has_side();
        self.table
            .printed
            .iter()
            .map(|row| {
                let taken: Vec<bool> = covered.iter().map(|&rows| rows > 0).collect();
                for rows in &mut covered {
                    *rows = rows.saturating_sub(1);
                }
                let has_data = row.cells().next().is_some();
                let mut column = 0;
                let cells: Vec<Html> = row
                    .cells
                    .iter()
                    .map(|cell| {
                        while taken.get(column) == Some(&true) {
                            column += 1;
                        }
                        let at = column;
                        column += usize::from(columns(cell));
                        match cell {
                            form::Cell::Label(label) => {
                                for rows in covered.iter_mut().take(column).skip(at) {
                                    *rows = label.rows - 1;
                                }
                                self.label(label, at, has_data)
                            }
                            form::Cell::Data(data) => {
                                number += 1;
                                self.data(number - 1, data.columns, at)
                            }
                        }
                    })
                    .collect();
                let check = side
                    .then(|| self.along(row).first().map_or_else(|| html! { <td class="check" /> }, |sum| self.check(sum, 1)));
                html! { <tr>{ for cells }{ check.unwrap_or_default() }</tr> }
            })
            .collect()
    }

    fn label(&self, label: &form::Label, column: usize, has_data: bool) -> Html {
        let upright = label.rows >= UPRIGHT_FROM;
        let class = classes!(
            "label",
            match label.role {
                Role::Head => "label--head",
                Role::Group => "label--group",
                Role::Row => "label--row",
            },
            upright.then_some("label--upright"),
            (label.role == Role::Head && label.columns == 1 && self.width >= SLIM_FROM).then_some("label--slim"),
            (column == 0).then_some("edge"),
            // Labels of rows stay in sight while a narrow table is moved sideways.
            (has_data || column == 0).then(|| format!("stays-{column}")),
        );
        let scope = match label.role {
            Role::Head => "col",
            Role::Group => "rowgroup",
            Role::Row => "row",
        };
        html! {
            <th {class} {scope} colspan={label.columns.to_string()} rowspan={label.rows.to_string()}><span>{ label.text }</span></th>
        }
    }

    fn data(&self, number: usize, columns: u8, column: usize) -> Html {
        let cell = &self.checked.cells[number];
        let here = self.chosen == Some(Chosen::Cell(number));
        let text = match cell.state {
            State::Unread if self.found => self.words.unread,
            State::Unread => "—",
            State::Blank if cell.raw.is_empty() => self.words.blank,
            _ => cell.raw.as_str(),
        };
        // A finding is shown by its worst cell; the ones around it follow.
        let target = match self.chosen {
            Some(Chosen::Cell(_)) => here,
            Some(Chosen::Finding(finding)) => self.suspect(finding) == Some(number),
            None => false,
        };
        let class = classes!(
            "cell",
            self.look(cell, number),
            (column == 0).then_some("edge"),
            cell.id.column.contains("total").then_some("cell--total"),
            self.lit.contains(&number).then_some("is-lit"),
            here.then_some("is-chosen"),
            target.then_some("is-target"),
        );
        html! {
            <td
                {class}
                role="gridcell"
                data-cell={cell.id.to_string()}
                data-state={state_id(cell.state)}
                colspan={columns.to_string()}
                tabindex={if number == self.entry { "0" } else { "-1" }}
                aria-selected={here.to_string()}
                aria-label={self.spoken(cell, text)}
            >{ text }</td>
        }
    }

    /// Of a finding's cells the one that most other findings speak of as well, then the one that is its own place.
    fn suspect(&self, finding: usize) -> Option<usize> {
        let finding = &self.checked.findings[finding];
        let own = |&&number: &&usize| self.checked.cells[number].span.as_ref() == Some(&finding.span);
        let worst = finding.cells.iter().map(|&number| self.checked.cells[number].findings.len()).max()?;
        let most: Vec<usize> =
            finding.cells.iter().copied().filter(|&number| self.checked.cells[number].findings.len() == worst).collect();
        if worst > 1 && most.len() == 1 {
            return most.first().copied();
        }
        finding.cells.iter().find(own).or_else(|| finding.cells.first()).copied()
    }

    /// How a cell is marked: where findings cross it is the likeliest to be wrong.
    fn look(&self, cell: &Cell, number: usize) -> Classes {
        let findings = &cell.findings;
        let alone = findings.iter().any(|&finding| self.checked.findings[finding].cells.len() == 1);
        let crossing = findings.len() > 1 && findings.iter().any(|&finding| self.suspect(finding) == Some(number));
        let severity = findings.first().map(|&finding| self.checked.findings[finding].severity.id());
        let mark = match severity {
            Some(severity) if alone || crossing => Some(format!("cell--wrong cell--{severity}")),
            Some(severity) if !cell.is_zero() => Some(format!("cell--broken cell--{severity}")),
            _ => None,
        };
        let state = match cell.state {
            State::Number(_) if cell.is_zero() => Some("cell--zero"),
            State::Number(_) => None,
            State::Blank => Some("cell--blank"),
            State::NotANumber => Some("cell--odd"),
            State::Unread if self.found => Some("cell--unread"),
            State::Unread => Some("cell--absent"),
        };
        classes!(state, mark.map(|mark| mark.split(' ').map(str::to_owned).collect::<Vec<_>>()))
    }

    fn spoken(&self, cell: &Cell, text: &str) -> String {
        let name = self.table.cell_name(cell.id);
        let text = if cell.state == State::Unread { self.words.unread } else { text };
        match cell.findings.first() {
            Some(&finding) => {
                let severity = self.words.severity(self.checked.findings[finding].severity);
                format!("{name}：{text}（{severity}）")
            }
            None => format!("{name}：{text}"),
        }
    }

    fn check(&self, sum: &Sum, columns: usize) -> Html {
        let (class, sign, text, spoken) = match sum.outcome {
            Outcome::Holds => ("check check--holds", "✓", String::new(), self.words.holds.to_owned()),
            Outcome::Fails(difference) => {
                let text = self.words.off_by(&figure(difference.abs()));
                ("check check--fails", "✕", text.clone(), text)
            }
            Outcome::CannotTell => ("check check--open", "–", String::new(), self.words.cannot_tell.to_owned()),
        };
        let name = named(sum, self.checked, self.words);
        let title = format!("{name}：{spoken}");
        html! {
            <td {class} colspan={columns.to_string()} title={title.clone()} aria-label={title}>
                if text.is_empty() { { sign } } else { { text } }
                if columns > 1 { <span class="check__name">{ name }</span> }
            </td>
        }
    }

    /// Below the table: what must balance down its columns, a line an equation, and several equations of one row side by side.
    fn foot(&self) -> Option<Html> {
        let places = self.places();
        let mut lines: Vec<Vec<(usize, usize, &Sum)>> = Vec::new();
        let mut rule = "";
        for sum in &self.checked.equations {
            if sum.equation.left.first().is_none_or(|id| id.table != self.table.id) {
                continue;
            }
            let at = || sum.cells().filter_map(|cell| places.get(&cell).copied());
            let (Some(start), Some(end)) = (at().min(), at().max()) else { continue };
            if sum.column().is_some() {
                if rule != sum.equation.rule {
                    rule = sum.equation.rule;
                    lines.push(Vec::new());
                }
            } else if self.has_side() {
                continue;
            } else if lines.is_empty() {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push((start, end + 1 - start, sum));
            }
        }
        if lines.is_empty() {
            return None;
        }
        Some(lines.iter().map(|line| self.foot_line(line)).collect())
    }

    fn foot_line(&self, line: &[(usize, usize, &Sum)]) -> Html {
        let lead = line.first().map_or(0, |&(start, ..)| start);
        let single = line.iter().all(|&(_, columns, _)| columns == 1);
        html! {
            <tr class="balance">
                if lead > 0 {
                    <th class="balance__name stays-0" scope="row" colspan={lead.to_string()}>
                        if let Some(&(_, _, sum)) = line.first().filter(|_| single) { { named(sum, self.checked, self.words) } }
                    </th>
                }
                { for line.iter().map(|&(_, columns, sum)| self.check(sum, columns)) }
            </tr>
        }
    }

    /// The printed column of every cell.
    fn places(&self) -> BTreeMap<usize, usize> {
        let mut number = self.first;
        let mut places = BTreeMap::new();
        for row in &self.table.printed {
            // Cells to be filled in stand at the right of their row, one after the other.
            let data: Vec<usize> = row.cells().map(|data| usize::from(data.columns)).collect();
            let mut column = self.width - data.iter().sum::<usize>();
            for columns in data {
                places.insert(number, column);
                column += columns;
                number += 1;
            }
        }
        places
    }
}

fn columns(cell: &form::Cell) -> u8 {
    match cell {
        form::Cell::Label(label) => label.columns,
        form::Cell::Data(data) => data.columns,
    }
}

const fn state_id(state: State) -> &'static str {
    match state {
        State::Number(_) => "number",
        State::Blank => "blank",
        State::NotANumber => "not-a-number",
        State::Unread => "unread",
    }
}
