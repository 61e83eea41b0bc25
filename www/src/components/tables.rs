use std::rc::Rc;

use yew::prelude::*;

use super::table::OfficialTable;
use super::use_ui;
use crate::cells::State;
use crate::checked::Checked;
use crate::state::Chosen;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct TablesProps {
    pub(super) checked: Rc<Checked>,
    pub(super) chosen: Option<Chosen>,
}

/// The official tables, rebuilt from the form.
#[component]
pub(super) fn Tables(props: &TablesProps) -> Html {
    let words = use_ui().words;
    let checked = &props.checked;
    let Some(form) = checked.form else {
        return html! { <p class="sheet__empty">{ words.no_tables }</p> };
    };
    let heading = |table: &str| form.sections.iter().find(|section| section.table == Some(table)).map(|section| section.heading);
    let found = |table: &str| checked.cells.iter().any(|cell| cell.id.table == table && cell.state != State::Unread);
    html! {
        <>
            { for form.tables.iter().enumerate().map(|(index, table)| html! {
                <section class="official" data-testid={format!("table-{}", table.id)} key={table.id}>
                    <div class="official__head">
                        <h2 class="official__name" lang="zh-CN">{ heading(table.id).unwrap_or(table.name) }</h2>
                        <p class="official__hint">
                            if index == 0 { { words.table_hint } }
                        </p>
                    </div>
                    if !found(table.id) {
                        <p class="official__missing"><span aria-hidden="true">{ "! " }</span>{ words.table_missing }</p>
                    }
                    <OfficialTable checked={checked.clone()} {index} chosen={props.chosen} found={found(table.id)} />
                </section>
            }) }
        </>
    }
}
