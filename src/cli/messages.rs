//! What the command itself says, in the user's language. What is wrong with a report is said by the rules.

use std::io;

use gouji::{Form, Lang};

/// One line for a file that could not be read or checked, or for a wrong call.
pub(super) fn problem(lang: Lang, name: &str, cause: &str) -> String {
    // A name may hold anything; it must not break the line or steer the terminal.
    let name = name.replace(char::is_control, "\u{FFFD}");
    match lang {
        Lang::ZhCn | Lang::ZhTw => format!("gouji：{name}：{cause}"),
        Lang::En => format!("gouji: {name}: {cause}"),
    }
}

/// Why the system did not give or take a file.
pub(super) fn io(lang: Lang, error: &io::Error) -> String {
    let [not_found, denied, other] = match lang {
        Lang::ZhCn => ["找不到这个文件或文件夹", "没有权限", "系统报错"],
        Lang::ZhTw => ["找不到這個檔案或資料夾", "沒有權限", "系統回報錯誤"],
        Lang::En => ["no such file or folder", "permission denied", "the system reports"],
    };
    match error.kind() {
        io::ErrorKind::NotFound => not_found.to_owned(),
        io::ErrorKind::PermissionDenied => denied.to_owned(),
        _ if lang == Lang::En => format!("{other}: {error}"),
        _ => format!("{other}：{error}"),
    }
}

/// What the standard input is called.
pub(super) const fn stdin(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "<标准输入>",
        Lang::ZhTw => "<標準輸入>",
        Lang::En => "<stdin>",
    }
}

/// What the standard output is called.
pub(super) const fn stdout(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "<标准输出>",
        Lang::ZhTw => "<標準輸出>",
        Lang::En => "<stdout>",
    }
}

/// A folder without reports.
pub(super) const fn empty_folder(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "文件夹里没有 .txt 文件",
        Lang::ZhTw => "資料夾裡沒有 .txt 檔案",
        Lang::En => "no .txt file in this folder",
    }
}

/// The standard input was named more than once.
pub(super) const fn stdin_twice(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "“-”只能写一次",
        Lang::ZhTw => "“-”只能寫一次",
        Lang::En => "“-” may be given once only",
    }
}

/// The output would overwrite a report.
pub(super) const fn output_is_input(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "这是要核对的报告，不能把结果写在上面；请给 --output 另取一个文件名",
        Lang::ZhTw => "這是要核對的報告，不能把結果寫在上面；請給 --output 另取一個檔名",
        Lang::En => "this is one of the reports to read; please give --output another name",
    }
}

/// A fault of this program.
pub(super) const fn own_fault(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "本程序出错，没有核对；请把这份报告和命令告诉开发者",
        Lang::ZhTw => "本程式出錯，沒有核對；請把這份報告和命令告訴開發者",
        Lang::En => "this program failed and did not check it; please tell its developers, with the report and the call",
    }
}

/// A report on a form that is not known.
pub(super) fn other_form(lang: Lang) -> String {
    let (id, since) = Form::all().first().map_or(("", 0), |form| (form.id, form.since));
    match lang {
        Lang::ZhCn => format!("是其他年度的表式，没有核对；目前只核对 {id} 年表式（{since} 年度起）的报告"),
        Lang::ZhTw => format!("是其他年度的表式，沒有核對；目前只核對 {id} 年表式（{since} 年度起）的報告"),
        Lang::En => format!(
            "is on the form of other years and was not checked; only the form of {id} (for {since} and later) is known yet"
        ),
    }
}

/// A rule that does not exist, with those that may have been meant.
pub(super) fn unknown_rule(lang: Lang, nearest: &[&str]) -> String {
    match lang {
        Lang::ZhCn if nearest.is_empty() => "没有这条规则；gouji rules 列出全部规则".to_owned(),
        Lang::ZhCn => format!("没有这条规则；是不是 {}？", nearest.join("、")),
        Lang::ZhTw if nearest.is_empty() => "沒有這條規則；gouji rules 列出全部規則".to_owned(),
        Lang::ZhTw => format!("沒有這條規則；是不是 {}？", nearest.join("、")),
        Lang::En if nearest.is_empty() => "there is no such rule; gouji rules lists them all".to_owned(),
        Lang::En => format!("there is no such rule; did you mean {}?", nearest.join(", ")),
    }
}
