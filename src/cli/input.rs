//! Which reports to read, and their bytes.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use gouji::read::{self, MAX_BYTES, ReadError};
use gouji::{Document, Lang};

use super::messages;

/// One report to read.
#[derive(Debug)]
pub(super) enum Input {
    /// The standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// Something that could not be read: the line that says so.
#[derive(Clone, Debug)]
pub(super) struct Problem(pub(super) String);

impl Problem {
    pub(super) fn new(lang: Lang, name: &str, cause: &str) -> Self {
        Self(messages::problem(lang, name, cause))
    }
}

impl Input {
    /// What it is called in messages.
    pub(super) fn name(&self, lang: Lang) -> String {
        match self {
            Self::Stdin => messages::stdin(lang).to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Reads it.
    pub(super) fn read(&self, lang: Lang) -> Result<Document, Problem> {
        let problem = |cause: String| Problem::new(lang, &self.name(lang), &cause);
        let (bytes, name) = match self {
            Self::Stdin => (limited(&mut io::stdin().lock(), None), None),
            Self::File(path) => (open(path), Some(path.to_string_lossy())),
        };
        let bytes = bytes.map_err(|error| problem(messages::io(lang, &error)))?;
        let document = bytes.and_then(|bytes| read::bytes(&bytes, name.as_deref()));
        document.map_err(|error| problem(error.message(lang)))
    }
}

fn open(path: &Path) -> io::Result<Result<Vec<u8>, ReadError>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    limited(&mut file, usize::try_from(length).ok())
}

/// All bytes, but never many more than are allowed: a file may be a device, or grow.
fn limited(reader: &mut dyn Read, length: Option<usize>) -> io::Result<Result<Vec<u8>, ReadError>> {
    if let Some(bytes @ MAX_BYTES..) = length.filter(|&length| length > MAX_BYTES) {
        return Ok(Err(ReadError::TooLarge { bytes }));
    }
    let mut bytes = Vec::with_capacity(length.unwrap_or_default());
    reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > MAX_BYTES { Err(ReadError::TooLarge { bytes: bytes.len() }) } else { Ok(bytes) })
}

/// The reports that some paths stand for, in their order: a folder stands for every .txt file in it.
pub(super) fn collect(paths: &[PathBuf], lang: Lang) -> Vec<Result<Input, Problem>> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.push(Ok(Input::Stdin));
        } else if path.is_dir() {
            let before = inputs.len();
            push_folder(path, lang, &mut inputs);
            if inputs.len() == before {
                inputs.push(Err(Problem::new(lang, &path.to_string_lossy(), messages::empty_folder(lang))));
            }
        } else {
            inputs.push(Ok(Input::File(path.clone())));
        }
    }
    inputs
}

/// Adds the reports in a folder, sorted by name. Links to folders are not followed: they may lead in a circle.
fn push_folder(folder: &Path, lang: Lang, inputs: &mut Vec<Result<Input, Problem>>) {
    let entries = fs::read_dir(folder).and_then(|entries| {
        let entries = entries.map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?.is_dir()))));
        entries.collect::<io::Result<Vec<(PathBuf, bool)>>>()
    });
    match entries {
        Ok(mut entries) => {
            entries.sort();
            for (path, is_folder) in entries {
                if is_folder {
                    push_folder(&path, lang, inputs);
                } else if is_text(&path) && !path.is_dir() {
                    inputs.push(Ok(Input::File(path)));
                }
            }
        }
        Err(error) => inputs.push(Err(Problem::new(lang, &folder.to_string_lossy(), &messages::io(lang, &error)))),
    }
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension: &OsStr| extension.eq_ignore_ascii_case("txt"))
}
