//! What stands around and between the reports in the output.

use gouji::Lang;
use gouji::write::json::Output;
use serde::Serialize;

use super::input::Problem;
use super::messages;

/// A value as JSON on one line.
pub(super) fn json_text(value: &impl Serialize, name: &str, lang: Lang) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|_| Problem::new(lang, name, messages::own_fault(lang)))
}

/// The texts around and between reports.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    pub(super) head: String,
    pub(super) between: &'static str,
    pub(super) after_each: &'static str,
    pub(super) tail: String,
}

impl Frame {
    /// One report after the other.
    pub(super) fn none() -> Self {
        Self::default()
    }

    /// A report a line.
    pub(super) fn lines() -> Self {
        Self { after_each: "\n", ..Self::default() }
    }

    /// One object with all reports.
    ///
    /// It is cut out of the object for no reports, so that the reports need not all be kept in memory until the last is done.
    pub(super) fn object(lang: Lang) -> Result<Self, Problem> {
        let empty = json_text(&Output::new(Vec::new()), messages::stdout(lang), lang)?;
        let head = empty.trim_end_matches(['}', ']']);
        Ok(Self { head: head.to_owned(), between: ",", after_each: "", tail: format!("{}\n", &empty[head.len()..]) })
    }
}

#[cfg(test)]
mod tests {
    use gouji::write::json::{Offsets, Output, report};

    use super::Frame;

    #[test]
    fn the_framed_reports_are_the_whole_object() {
        let reports: Vec<_> = ["一、总体情况", ""]
            .map(|text| report(&gouji::check(gouji::read::text(text, None), gouji::Lang::ZhCn), Offsets::Utf8))
            .into();
        for count in 0..=reports.len() {
            let frame = Frame::object(gouji::Lang::En).expect("a frame");
            let parts: Vec<String> = reports[..count].iter().map(|report| serde_json::to_string(report).expect("JSON")).collect();
            let framed = frame.head + &parts.join(frame.between) + &frame.tail;
            let whole = serde_json::to_string(&Output::new(reports[..count].to_vec())).expect("JSON");
            assert_eq!(framed, whole + "\n");
        }
    }
}
