//! The command line. Its help is in Chinese: whoever checks these reports reads it.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use gouji::Lang;

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";
const EXIT_CODES: &str = "\
退出码：
  0  没有达到 --fail-on 级别的问题
  1  有这样的问题
  2  有文件无法读取或无法核对，或者命令写错；其余文件照常核对";

/// 核对政府信息公开工作年度报告：读出表格，找出前后矛盾、勾稽关系不符之处
#[derive(Debug, Parser)]
#[command(
    name = "gouji",
    version,
    help_template = TEMPLATE,
    override_usage = "gouji <命令> [选项]",
    subcommand_help_heading = "命令",
    next_help_heading = "选项",
    after_help = "“gouji <命令> --help”显示该命令的用法。",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// 显示用法
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 核对报告，列出问题
    #[command(help_template = TEMPLATE, override_usage = "gouji check [选项] <路径|->…", after_help = EXIT_CODES)]
    Check(Check),
    /// 只提取报告中的三张表
    #[command(help_template = TEMPLATE, override_usage = "gouji extract [选项] <路径|->…")]
    Extract(Extract),
    /// 列出全部规则
    #[command(help_template = TEMPLATE, override_usage = "gouji rules [选项]")]
    Rules(Rules),
    /// 说明一条规则：查什么、依据、例子、怎么改
    #[command(help_template = TEMPLATE, override_usage = "gouji explain [选项] <规则>")]
    Explain(Explain),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(crate) struct Check {
    /// 输出格式：text（默认，逐处标出）、json、ndjson（每行一份报告）
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: CheckFormat,
    /// 有哪一级问题时退出码为 1：error（默认）、warning、never
    #[arg(long, value_name = "级别", default_value = "error", hide_default_value = true, hide_possible_values = true)]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) files: Files,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(crate) struct Extract {
    /// 输出格式：json（默认）
    #[arg(long, value_name = "格式", default_value = "json", hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: ExtractFormat,
    #[command(flatten)]
    pub(crate) files: Files,
}

/// What commands that read reports have in common.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// 报告文件；文件夹则为其中全部 .txt 文件（含子文件夹）；- 为标准输入
    #[arg(value_name = "路径|-", required = true, help_heading = "参数")]
    pub(crate) paths: Vec<PathBuf>,
    /// 结果写入文件，不显示在屏幕上
    #[arg(long, value_name = "文件")]
    pub(crate) output: Option<PathBuf>,
    /// 同时核对几份；默认与处理器核数相同。结果总是按输入的顺序
    #[arg(long, value_name = "数目")]
    pub(crate) jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
pub(crate) struct Language {
    /// 语言：zh-CN（默认）、zh-TW、en
    #[arg(
        long,
        value_name = "语言",
        default_value = "zh-CN",
        hide_default_value = true,
        hide_possible_values = true,
        value_parser = PossibleValuesParser::new(Lang::ALL.map(Lang::tag)).map(|tag| Lang::from_tag(&tag))
    )]
    pub(crate) lang: Lang,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(crate) struct Rules {
    /// 输出格式：text（默认）、json
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: RulesFormat,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub(crate) struct Explain {
    /// 规则编号，如 T3-ROW-SUM；大小写均可
    #[arg(value_name = "规则", help_heading = "参数")]
    pub(crate) rule: String,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Ndjson,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Never,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Cli;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_later_versions_will_do_is_refused_now() {
        for later in [
            &["check", "--previous", "a.txt", "b.txt"][..],
            &["check", "--issuer", "auto", "b.txt"],
            &["check", "--published", "2025-01-15", "b.txt"],
            &["check", "--waivers", "a.json", "b.txt"],
            &["check", "--format", "sarif", "b.txt"],
            &["check", "--format", "html", "b.txt"],
            &["check", "--format", "xlsx", "b.txt"],
            &["check", "--lang", "fr", "b.txt"],
            &["check", "--jobs", "0", "b.txt"],
            &["check"],
            &["extract", "--format", "csv", "b.txt"],
            &["rollup", "--total", "a.txt", "b.txt"],
        ] {
            let call = ["gouji"].iter().chain(later);
            assert!(Cli::try_parse_from(call).is_err(), "{later:?}");
        }
    }
}
