//! A wrong call, explained in the language of the help.

use std::io::{self, Write};

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Ending;

/// Prints help or version when they were asked for, else what is wrong with the call.
pub(super) fn answer(error: &Error) -> Ending {
    let Some(cause) = cause(error) else {
        // Where this cannot be written, the exit code still tells.
        let _ = error.print();
        return if error.use_stderr() { Ending::Failed } else { Ending::Clean };
    };
    let _ = writeln!(io::stderr(), "gouji：{cause}。“gouji --help”显示用法");
    Ending::Failed
}

/// What is wrong, for the faults that people make; none for others.
fn cause(error: &Error) -> Option<String> {
    let first = |kind| error.get(kind).map(texts).and_then(|texts| texts.into_iter().next());
    let argument = || first(ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => {
            let meant = first(ContextKind::SuggestedArg).map_or_else(String::new, |meant| format!("；是不是 {meant}？"));
            format!("没有 {} 这个选项{meant}", argument()?)
        }
        ErrorKind::InvalidSubcommand => {
            let meant = first(ContextKind::SuggestedSubcommand).map_or_else(String::new, |meant| format!("；是不是 {meant}？"));
            format!("没有 {} 这个命令{meant}", first(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let allowed = error.get(ContextKind::ValidValue).map(texts).unwrap_or_default();
            let allowed = if allowed.is_empty() { String::new() } else { format!("，可以是 {}", allowed.join("、")) };
            match first(ContextKind::InvalidValue)?.as_str() {
                "" if argument()?.starts_with('-') => format!("{} 后面要写明内容{allowed}", argument()?),
                "" => format!("{} 不能是空的", argument()?),
                value => format!("{} 不能是“{value}”{allowed}", argument()?),
            }
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {}", error.get(ContextKind::InvalidArg).map(texts)?.join(" ")),
        ErrorKind::ArgumentConflict => format!("{} 只能写一次", argument()?),
        _ => return None,
    })
}

fn texts(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(text) => vec![text.clone()],
        ContextValue::Strings(texts) => texts.clone(),
        _ => Vec::new(),
    }
    .into_iter()
    // They come from the command line, which may hold anything.
    .map(|text| text.replace(char::is_control, "\u{FFFD}"))
    .collect()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::cause;
    use crate::cli::args::Cli;

    #[test]
    fn faults_that_people_make_are_explained() {
        for (call, expected) in [
            (&["check", "--formt", "json", "a"][..], "没有 --formt 这个选项；是不是 --format？"),
            (&["check", "--previous", "a", "b"], "没有 --previous 这个选项"),
            (&["chekc", "a"], "没有 chekc 这个命令；是不是 check？"),
            (&["check", "--format", "sarif", "a"], "--format <格式> 不能是“sarif”，可以是 text、json、ndjson"),
            (&["check", "--lang", "fr", "a"], "--lang <语言> 不能是“fr”，可以是 zh-CN、zh-TW、en"),
            (&["check", "--jobs", "0", "a"], "--jobs <数目> 不能是“0”"),
            (&["check", "a", "--output"], "--output <文件> 后面要写明内容"),
            (&["check"], "缺少 <路径|->..."),
            (&["check", ""], "<路径|->... 不能是空的"),
            (&["check", "--lang", "en", "--lang", "en", "a"], "--lang <语言> 只能写一次"),
        ] {
            let error = Cli::try_parse_from(["gouji"].iter().chain(call)).expect_err("a wrong call");
            assert_eq!(cause(&error).as_deref(), Some(expected), "{error}");
        }
    }
}
