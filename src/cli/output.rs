//! Where results go: the standard output, or a file.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use gouji::Lang;

use super::input::{Input, Problem};
use super::{Ending, messages};

/// A place to write results to. What goes wrong with it is said at the end, once.
pub(super) struct Output {
    writer: Box<dyn Write>,
    name: String,
    lang: Lang,
    error: Option<io::Error>,
    /// Whether it takes colours.
    pub(super) colour: bool,
}

impl Output {
    /// The standard output. It is coloured when it is a terminal and `NO_COLOR` is not set.
    pub(super) fn stdout(lang: Lang) -> Self {
        let stdout = io::stdout();
        let colour = stdout.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        // Old Windows consoles do not know the colours; this translates them.
        let writer: Box<dyn Write> = if colour { Box::new(anstream::AutoStream::always(stdout)) } else { Box::new(stdout) };
        Self::new(writer, messages::stdout(lang).to_owned(), lang, colour)
    }

    /// A new file; one of the reports to read is not overwritten.
    pub(super) fn file(path: &Path, inputs: &[Result<Input, Problem>], lang: Lang) -> Result<Self, Problem> {
        let name = path.to_string_lossy().into_owned();
        let output = fs::canonicalize(path).ok();
        let is_output = |input: &Result<Input, Problem>| match input {
            Ok(Input::File(input)) => output.is_some() && fs::canonicalize(input).ok() == output,
            _ => false,
        };
        if inputs.iter().any(is_output) {
            return Err(Problem::new(lang, &name, messages::output_is_input(lang)));
        }
        let file = File::create(path).map_err(|error| Problem::new(lang, &name, &messages::io(lang, &error)))?;
        Ok(Self::new(Box::new(file), name, lang, false))
    }

    fn new(writer: Box<dyn Write>, name: String, lang: Lang, colour: bool) -> Self {
        Self { writer: Box::new(BufWriter::new(writer)), name, lang, error: None, colour }
    }

    /// Writes some text, unless an earlier one could not be written.
    pub(super) fn write(&mut self, text: &str) {
        if self.error.is_none() {
            self.error = self.writer.write_all(text.as_bytes()).err();
        }
    }

    /// Whether more can be written.
    pub(super) const fn is_open(&self) -> bool {
        self.error.is_none()
    }

    /// Makes sure that all is written, and tells how that went.
    pub(super) fn finish(mut self) -> Ending {
        match self.error.take().or_else(|| self.writer.flush().err()) {
            // Whoever reads the output may stop when he has seen enough.
            None => Ending::Clean,
            Some(error) if error.kind() == io::ErrorKind::BrokenPipe => Ending::Clean,
            Some(error) => complain(&Problem::new(self.lang, &self.name, &messages::io(self.lang, &error))),
        }
    }
}

/// Writes all of a text to the standard output.
pub(super) fn print(text: &str, lang: Lang) -> Ending {
    let mut output = Output::stdout(lang);
    output.write(text);
    output.finish()
}

/// Says on the standard error what went wrong.
pub(super) fn complain(problem: &Problem) -> Ending {
    // Where even this cannot be written, the exit code still tells.
    let _ = writeln!(io::stderr(), "{}", problem.0);
    Ending::Failed
}
