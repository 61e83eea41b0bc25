//! The form in force: 国办公开办函〔2021〕30号, for report years from 2021 on.

use super::{CellKind, Equation, Form, Label, Over, Relation, Section, Table};

/// The form of 2021.
pub(super) fn form() -> Form {
    let tables = vec![disclosure(), applications(), remedies()];
    let equations = equations(&tables);
    Form {
        id: "2021",
        basis: "国办公开办函〔2021〕30号",
        since: 2021,
        until: None,
        sections: sections(),
        tables,
        equations,
        foreign_labels: &[
            "本年新制作数量",
            "本年新公开数量",
            "对外公开总数量",
            "上一年项目数量",
            "采购项目数量",
            "政府集中采购",
            "统计指标",
            "统计数",
        ],
    }
}

fn sections() -> Vec<Section> {
    let section = |id, heading, variants, table| Section { id, heading, variants, table };
    vec![
        section("overview", "一、总体情况", &["总体工作情况", "总体情况概述"], None),
        section(
            "disclosure",
            "二、主动公开政府信息情况",
            &["行政机关主动公开政府信息情况", "主动公开政府信息的情况", "主动公开情况"],
            Some("disclosure"),
        ),
        section(
            "applications",
            "三、收到和处理政府信息公开申请情况",
            &["行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "收到和办理政府信息公开申请情况"],
            Some("applications"),
        ),
        section(
            "remedies",
            "四、政府信息公开行政复议、行政诉讼情况",
            &[
                "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
                "政府信息公开行政复议和行政诉讼情况",
                "政府信息公开行政复议及行政诉讼情况",
                "政府信息公开行政复议、诉讼情况",
            ],
            Some("remedies"),
        ),
        section(
            "problems",
            "五、存在的主要问题及改进情况",
            &[
                "政府信息公开工作存在的主要问题及改进情况",
                "存在问题及改进情况",
                "存在的问题及改进情况",
                "存在的主要问题和改进情况",
                "存在的主要问题及改进措施",
                "存在的主要问题及改进举措",
                "存在的问题及改进措施",
                "存在问题及改进措施",
                "存在的主要问题及下一步改进情况",
            ],
            None,
        ),
        section(
            "other_matters",
            "六、其他需要报告的事项",
            &["需要报告的其他事项", "其他需要报告事项", "其他需报告的事项", "其他应报告的事项"],
            None,
        ),
    ]
}

/// 表二, 10 cells.
fn disclosure() -> Table {
    let article = |text| Label::head(text).columns(4);
    let decisions = || Label::head("本年处理决定数量").columns(3);
    let content = || Label::head("信息内容");
    let stock = |row| [(row, "issued"), (row, "repealed"), (row, "in_force")];
    Table::new(
        "disclosure",
        "表二",
        &[
            ("rules", "规章"),
            ("normative_documents", "行政规范性文件"),
            ("licensing", "行政许可"),
            ("penalties", "行政处罚"),
            ("compulsion", "行政强制"),
            ("fees", "行政事业性收费"),
        ],
        &[
            ("issued", "本年制发件数"),
            ("repealed", "本年废止件数"),
            ("in_force", "现行有效件数"),
            ("decisions", "本年处理决定数量"),
            ("amount", "本年收费金额"),
        ],
    )
    .head([article("第二十条第（一）项")])
    .head([content(), Label::head("本年制发件数"), Label::head("本年废止件数"), Label::head("现行有效件数")])
    .row([Label::row("规章")], CellKind::Count, &stock("rules"), 1)
    .row([Label::row("行政规范性文件").or(&["规范性文件"])], CellKind::Count, &stock("normative_documents"), 1)
    .head([article("第二十条第（五）项")])
    .head([content(), decisions()])
    .row([Label::row("行政许可")], CellKind::Count, &[("licensing", "decisions")], 3)
    .head([article("第二十条第（六）项")])
    .head([content(), decisions()])
    .row([Label::row("行政处罚")], CellKind::Count, &[("penalties", "decisions")], 3)
    .row([Label::row("行政强制")], CellKind::Count, &[("compulsion", "decisions")], 3)
    .head([article("第二十条第（八）项")])
    .head([content(), Label::head("本年收费金额（单位：万元）").or(&["本年收费金额"]).columns(3)])
    .row([Label::row("行政事业性收费")], CellKind::Money, &[("fees", "amount")], 3)
}

/// 表三, 175 cells.
fn applications() -> Table {
    let line = |text| Label::row(text).columns(3);
    let result = |text| Label::row(text).columns(2);
    let item = Label::row;
    let group = |text, rows| Label::group(text).rows(rows);
    Table::new("applications", "表三", &APPLICATION_ROWS, &APPLICANTS)
        .head([
            Label::head("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）").columns(3).rows(3),
            Label::head("申请人情况").columns(7),
        ])
        .head([Label::head("自然人").rows(2), Label::head("法人或其他组织").columns(5), Label::head("总计").rows(2)])
        .head([
            Label::head("商业企业"),
            Label::head("科研机构"),
            Label::head("社会公益组织"),
            Label::head("法律服务机构"),
            Label::head("其他"),
        ])
        .full_row("new_received", [line("一、本年新收政府信息公开申请数量")])
        .full_row("carried_in", [line("二、上年结转政府信息公开申请数量")])
        .full_row("granted", [group("三、本年度办理结果", 22), result("（一）予以公开")])
        .full_row("partial", [result("（二）部分公开（区分处理的，只计这一情形，不计其他情形）").or(&["（二）部分公开"])])
        .full_row("denied_state_secret", [group("（三）不予公开", 8), item("1.属于国家秘密")])
        .full_row("denied_law_prohibited", [item("2.其他法律行政法规禁止公开")])
        .full_row("denied_security_stability", [item("3.危及“三安全一稳定”")])
        .full_row("denied_third_party", [item("4.保护第三方合法权益")])
        .full_row("denied_internal_affairs", [item("5.属于三类内部事务信息")])
        .full_row("denied_process", [item("6.属于四类过程性信息")])
        .full_row("denied_enforcement_file", [item("7.属于行政执法案卷")])
        .full_row("denied_admin_query", [item("8.属于行政查询事项")])
        .full_row("unable_not_held", [group("（四）无法提供", 3), item("1.本机关不掌握相关政府信息")])
        .full_row("unable_no_ready_info", [item("2.没有现成信息需要另行制作")])
        .full_row("unable_unclear", [item("3.补正后申请内容仍不明确")])
        .full_row("refused_petition", [group("（五）不予处理", 5), item("1.信访举报投诉类申请")])
        .full_row("refused_repeat", [item("2.重复申请")])
        .full_row("refused_publication", [item("3.要求提供公开出版物")])
        .full_row("refused_mass", [item("4.无正当理由大量反复申请")])
        .full_row("refused_confirm", [item("5.要求行政机关确认或重新出具已获取信息")])
        .full_row(
            "other_no_correction",
            [group("（六）其他处理", 3), item("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请")],
        )
        .full_row("other_fee_unpaid", [item("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请")])
        .full_row("other_misc", [item("3.其他")])
        .full_row("result_total", [result("（七）总计")])
        .full_row("carried_out", [line("四、结转下年度继续办理")])
}

const APPLICATION_ROWS: [(&str, &str); 25] = [
    ("new_received", "本年新收"),
    ("carried_in", "上年结转"),
    ("granted", "予以公开"),
    ("partial", "部分公开"),
    ("denied_state_secret", "不予公开—属于国家秘密"),
    ("denied_law_prohibited", "不予公开—其他法律行政法规禁止公开"),
    ("denied_security_stability", "不予公开—危及“三安全一稳定”"),
    ("denied_third_party", "不予公开—保护第三方合法权益"),
    ("denied_internal_affairs", "不予公开—属于三类内部事务信息"),
    ("denied_process", "不予公开—属于四类过程性信息"),
    ("denied_enforcement_file", "不予公开—属于行政执法案卷"),
    ("denied_admin_query", "不予公开—属于行政查询事项"),
    ("unable_not_held", "无法提供—本机关不掌握相关政府信息"),
    ("unable_no_ready_info", "无法提供—没有现成信息需要另行制作"),
    ("unable_unclear", "无法提供—补正后申请内容仍不明确"),
    ("refused_petition", "不予处理—信访举报投诉类申请"),
    ("refused_repeat", "不予处理—重复申请"),
    ("refused_publication", "不予处理—要求提供公开出版物"),
    ("refused_mass", "不予处理—无正当理由大量反复申请"),
    ("refused_confirm", "不予处理—要求行政机关确认或重新出具已获取信息"),
    ("other_no_correction", "其他处理—逾期不补正"),
    ("other_fee_unpaid", "其他处理—逾期不缴费"),
    ("other_misc", "其他处理—其他"),
    ("result_total", "（七）总计"),
    ("carried_out", "结转下年度继续办理"),
];

const APPLICANTS: [(&str, &str); 7] = [
    ("natural_person", "自然人"),
    ("commercial_enterprise", "商业企业"),
    ("research_institution", "科研机构"),
    ("public_welfare_organization", "社会公益组织"),
    ("legal_service_institution", "法律服务机构"),
    ("other_organization", "其他"),
    ("total", "总计"),
];

/// 表四, 15 cells.
fn remedies() -> Table {
    const OUTCOMES: [(&str, &str); 5] =
        [("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果"), ("pending", "尚未审结"), ("total", "总计")];
    const BLOCKS: [(&str, &str); 3] =
        [("review", "行政复议"), ("litigation_direct", "未经复议直接起诉"), ("litigation_after_review", "复议后起诉")];
    // Crawled pages cut these headers to their first line.
    let outcomes = || {
        [
            Label::head("结果维持").or(&["结果"]),
            Label::head("结果纠正").or(&["结果"]),
            Label::head("其他结果").or(&["其他"]),
            Label::head("尚未审结").or(&["尚未"]),
            Label::head("总计"),
        ]
    };
    let cells: Vec<_> =
        BLOCKS.iter().flat_map(|&(block, _)| OUTCOMES.iter().map(move |&(outcome, _)| (block, outcome))).collect();
    Table::new("remedies", "表四", &BLOCKS, &OUTCOMES)
        .head([Label::head("行政复议").columns(5), Label::head("行政诉讼").columns(10)])
        .head(
            outcomes()
                .into_iter()
                .map(|label| label.rows(2))
                .chain([Label::head("未经复议直接起诉").columns(5), Label::head("复议后起诉").columns(5)]),
        )
        .head(outcomes().into_iter().chain(outcomes()))
        .row([], CellKind::Count, &cells, 1)
}

/// A1–A3 of 表三, B1–B3 of 表四, and the bound C1 of 表二.
fn equations(tables: &[Table]) -> Vec<Equation> {
    use Relation::{AtLeast, Equal};
    let [disclosure, applications, remedies] = tables else {
        return Vec::new();
    };
    let results: Vec<&'static str> = APPLICATION_ROWS
        .iter()
        .map(|row| row.0)
        .skip_while(|&row| row != "granted")
        .take_while(|&row| row != "result_total")
        .collect();
    let applicants: Vec<&'static str> = APPLICANTS.iter().map(|column| column.0).filter(|&id| id != "total").collect();
    let outcomes = ["upheld", "corrected", "other", "pending"];
    let block = |rule, rows| Equation::family(remedies, rule, Over::Rows(rows), &outcomes, Equal, &["total"]);
    [
        Equation::family(
            disclosure,
            "T2-INFORCE-BOUND",
            Over::Rows(&["rules", "normative_documents"]),
            &["in_force", "repealed"],
            AtLeast,
            &["issued"],
        ),
        Equation::family(
            applications,
            "T3-COL-IDENTITY",
            Over::Columns,
            &["new_received", "carried_in"],
            Equal,
            &["result_total", "carried_out"],
        ),
        Equation::family(applications, "T3-RESULT-SUM", Over::Columns, &results, Equal, &["result_total"]),
        Equation::family(applications, "T3-ROW-SUM", Over::Rows(&[]), &applicants, Equal, &["total"]),
        block("T4-REVIEW-SUM", &["review"]),
        block("T4-DIRECT-SUM", &["litigation_direct"]),
        block("T4-AFTER-SUM", &["litigation_after_review"]),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::form;
    use crate::form::{Cell, Table};

    /// Every printed row must fill the table's width once merged cells from above are counted.
    fn widths(table: &Table) -> Vec<u32> {
        let mut covered: Vec<(u8, u32)> = Vec::new();
        table
            .printed
            .iter()
            .map(|row| {
                let above: u32 = covered.iter().map(|&(_, columns)| columns).sum();
                let own: u32 = row
                    .cells
                    .iter()
                    .map(|cell| match cell {
                        Cell::Label(label) => u32::from(label.columns),
                        Cell::Data(data) => u32::from(data.columns),
                    })
                    .sum();
                covered.retain_mut(|(rows, _)| {
                    *rows -= 1;
                    *rows > 0
                });
                for label in row.labels().filter(|label| label.rows > 1) {
                    covered.push((label.rows - 1, u32::from(label.columns)));
                }
                above + own
            })
            .collect()
    }

    #[test]
    fn printed_tables_are_rectangles_of_the_official_width() {
        for (table, width) in form().tables.iter().zip([4, 10, 15]) {
            assert!(widths(table).iter().all(|&row| row == width), "{}: {:?}", table.id, widths(table));
        }
    }

    #[test]
    fn cells_and_equations_are_as_many_as_the_law_has() {
        let form = form();
        let counts: Vec<_> = form.tables.iter().map(|table| table.cells().count()).collect();
        assert_eq!(counts, [10, 175, 15]);
        let of = |rule| form.equations.iter().filter(|equation| equation.rule == rule).count();
        assert_eq!(of("T2-INFORCE-BOUND"), 2);
        assert_eq!(of("T3-COL-IDENTITY"), 7);
        assert_eq!(of("T3-RESULT-SUM"), 7);
        assert_eq!(of("T3-ROW-SUM"), 25);
        assert_eq!(of("T4-REVIEW-SUM") + of("T4-DIRECT-SUM") + of("T4-AFTER-SUM"), 3);
    }

    #[test]
    fn every_equation_speaks_of_cells_that_are_printed() {
        let form = form();
        for cell in form.equations.iter().flat_map(|equation| equation.cells().collect::<Vec<_>>()) {
            let table = form.table(cell.table).expect("a table");
            assert!(table.cells().any(|data| data.id == cell), "{cell}");
            assert!(!table.row_name(cell.row).is_empty() && !table.column_name(cell.column).is_empty(), "{cell}");
        }
    }
}
