//! `gouji extract`: the tables alone.

use gouji::write::json::{self, ContentObject, Entries, Offsets, SourceObject, Value};
use serde::Serialize;

use super::Ending;
use super::args::{Extract, ExtractFormat};
use super::check::other_form;
use super::frame::{Frame, json_text};
use super::reports::{self, Done};

/// A report object of the contract with nothing in it but the tables and what tells whose they are.
#[derive(Serialize)]
struct Extracted {
    source: SourceObject,
    report: Content,
}

#[derive(Serialize)]
struct Content {
    title: Option<String>,
    unit: Option<String>,
    year: Option<u16>,
    form: String,
    tables: Entries<Entries<Entries<Option<Value>>>>,
}

pub(super) fn run(args: &Extract) -> Ending {
    let lang = args.files.language.lang;
    let frame = match args.format {
        ExtractFormat::Json => Frame::object(lang),
    };
    reports::each(&args.files, frame, |input, checked, _| {
        let object = json::report(checked, Offsets::Utf8);
        let ContentObject { title, unit, year, form, tables, .. } = object.report;
        let extracted = Extracted { source: object.source, report: Content { title, unit, year, form, tables } };
        let text = json_text(&extracted, &input.name(lang), lang)?;
        Ok(Done { text, problem: other_form(checked, input, lang), ending: Ending::Clean })
    })
}
