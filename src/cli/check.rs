//! `gouji check`: the findings.

use gouji::report::Recognition;
use gouji::write::json::{self, Offsets};
use gouji::write::terminal;
use gouji::{Checked, Lang, Severity};

use super::args::{Check, CheckFormat, FailOn};
use super::frame::{Frame, json_text};
use super::input::{Input, Problem};
use super::reports::{self, Done};
use super::{Ending, messages};

pub(super) fn run(args: &Check) -> Ending {
    let lang = args.files.language.lang;
    let frame = match args.format {
        CheckFormat::Text => Ok(Frame::none()),
        CheckFormat::Ndjson => Ok(Frame::lines()),
        CheckFormat::Json => Frame::object(lang),
    };
    reports::each(&args.files, frame, |input, checked, colour| {
        let text = match args.format {
            CheckFormat::Text => terminal::report(checked, &input.name(lang), lang, colour),
            CheckFormat::Json | CheckFormat::Ndjson => json_text(&json::report(checked, Offsets::Utf8), &input.name(lang), lang)?,
        };
        let ending = if fails(checked, args.fail_on) { Ending::Findings } else { Ending::Clean };
        Ok(Done { text, problem: other_form(checked, input, lang), ending })
    })
}

/// A report on another form was read but not checked; nobody may take its silence for a pass.
pub(super) fn other_form(checked: &Checked, input: &Input, lang: Lang) -> Option<Problem> {
    let other = checked.report.recognition == Recognition::OtherForm;
    other.then(|| Problem::new(lang, &input.name(lang), &messages::other_form(lang)))
}

fn fails(checked: &Checked, fail_on: FailOn) -> bool {
    checked.diagnostics.iter().any(|found| match fail_on {
        FailOn::Error => found.severity == Severity::Error,
        FailOn::Warning => found.severity <= Severity::Warning,
        FailOn::Never => false,
    })
}
