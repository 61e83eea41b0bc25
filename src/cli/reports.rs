//! What the commands that read reports have in common: every input read, checked, worked on and written, in order.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use gouji::{Checked, Lang};

use super::args::Files;
use super::frame::Frame;
use super::input::{Input, Problem, collect};
use super::output::{Output, complain};
use super::{Ending, jobs, messages};

/// What was made of one report.
pub(super) struct Done {
    /// What to print.
    pub(super) text: String,
    /// What to say on the standard error.
    pub(super) problem: Option<Problem>,
    /// How it counts.
    pub(super) ending: Ending,
}

/// Reads and checks every report that is named, and writes what `work` makes of it. `work` is told whether colours are wanted.
pub(super) fn each(
    files: &Files,
    frame: Result<Frame, Problem>,
    work: impl Fn(&Input, &Checked, bool) -> Result<Done, Problem> + Sync,
) -> Ending {
    let lang = files.language.lang;
    let inputs = collect(&files.paths, lang);
    if inputs.iter().filter(|input| matches!(input, Ok(Input::Stdin))).count() > 1 {
        return complain(&Problem::new(lang, messages::stdin(lang), messages::stdin_twice(lang)));
    }
    let output = files.output.as_ref().map_or_else(|| Ok(Output::stdout(lang)), |path| Output::file(path, &inputs, lang));
    let (frame, mut output) = match (frame, output) {
        (Ok(frame), Ok(output)) => (frame, output),
        (Err(problem), _) | (_, Err(problem)) => return complain(&problem),
    };
    let colour = output.colour;
    let one = |input: &Result<Input, Problem>| match input {
        Ok(input) => guarded(input, lang, || {
            let checked = gouji::check(input.read(lang)?, lang);
            work(input, &checked, colour)
        }),
        Err(problem) => Err(problem.clone()),
    };
    let mut ending = Ending::Clean;
    let mut between = "";
    output.write(&frame.head);
    jobs::in_order(&inputs, files.jobs, one, |done| {
        let problem = match done {
            Ok(done) => {
                for part in [between, &done.text, frame.after_each] {
                    output.write(part);
                }
                between = frame.between;
                ending = ending.max(done.ending);
                done.problem
            }
            Err(problem) => Some(problem),
        };
        if let Some(problem) = problem {
            ending = ending.max(complain(&problem));
        }
        if output.is_open() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    output.write(&frame.tail);
    ending.max(output.finish())
}

/// A fault of this program in one report shall not cost the others.
fn guarded(input: &Input, lang: Lang, work: impl FnOnce() -> Result<Done, Problem>) -> Result<Done, Problem> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(Problem::new(lang, &input.name(lang), messages::own_fault(lang))))
}
