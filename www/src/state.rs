//! Everything that is shown follows from this one value; it changes by actions only.

use std::rc::Rc;

use gouji::{Lang, Severity};
use js_sys::Function;
use yew::Reducible;

use crate::border::RulePage;
use crate::checked::Checked;
use crate::settings::{Show, Theme, Width};

/// The state of one checker.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    pub(crate) lang: Lang,
    pub(crate) theme: Theme,
    pub(crate) show: Show,
    pub(crate) width: Width,
    pub(crate) phase: Phase,
    /// The number of the check that runs.
    pub(crate) running: Option<u32>,
    pub(crate) shown: Option<Shown>,
    pub(crate) problem: Option<Problem>,
    pub(crate) tab: Tab,
    pub(crate) filter: Option<Severity>,
    /// Whether all findings are listed, however many.
    pub(crate) all: bool,
    pub(crate) chosen: Option<Chosen>,
    /// What is to stand in the text area.
    pub(crate) loaded: Loaded,
    /// The text of an earlier visit that is kept on this machine.
    pub(crate) draft: Option<Rc<str>>,
    pub(crate) keeps_drafts: bool,
    /// Switches to the new version that waits.
    pub(crate) update: Option<Function>,
    /// Whether the page would open without its host.
    pub(crate) offline: bool,
    pub(crate) rules: Rc<[RulePage]>,
}

/// Which parts are on the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Only the place to paste into.
    Start,
    /// The text area above its result.
    Editing,
    /// The result.
    Reading,
}

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    pub(crate) checked: Rc<Checked>,
    pub(crate) origin: Origin,
    pub(crate) name: Option<String>,
}

/// Where a document comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Pasted,
    Typed,
    File,
    Example,
    /// The page around the element.
    Host,
    /// The same as before, in another language.
    Again,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The engine says why, in the user's language.
    Failed {
        name: Option<String>,
        message: String,
    },
    /// The browser could not read the file any more.
    FileGone {
        name: String,
    },
    Crashed,
    Unavailable {
        detail: String,
    },
    /// The browser did not give the clipboard away.
    Clipboard,
}

/// The views of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Text,
    Tables,
}

/// What is chosen, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen {
    Finding(usize),
    Cell(usize),
}

/// A text put into the text area; the same text twice is two revisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Loaded {
    pub(crate) text: Rc<str>,
    pub(crate) revision: u32,
}

/// What can happen.
#[derive(Debug)]
pub(crate) enum Action {
    Started {
        serial: u32,
    },
    Done {
        serial: u32,
        shown: Shown,
    },
    Failed {
        serial: u32,
        problem: Problem,
    },
    Cancelled {
        serial: u32,
    },
    /// Something went wrong before a check began.
    Problem(Problem),
    ProblemSeen,
    /// The text area was emptied.
    Cleared,
    /// Another report: back to the start. The draft of this one, if one is kept, is offered there.
    Anew {
        draft: Option<Rc<str>>,
    },
    /// The text of the result goes into the text area.
    Edit,
    /// The text area gives way to its result.
    Read,
    Load(Rc<str>),
    Choose(Option<Chosen>),
    /// A finding chosen in the sheet: its view stays.
    ChooseHere(Chosen),
    /// A cell's own place in the text.
    ChooseInText(usize),
    Step {
        back: bool,
    },
    Tab(Tab),
    Filter(Option<Severity>),
    All,
    Lang(Lang),
    Theme(Theme),
    Show(Show),
    Width(Width),
    KeepsDrafts(bool),
    Draft(Option<Rc<str>>),
    Update(Option<Function>),
    Offline,
    Rules(Rc<[RulePage]>),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Started { serial } => state.running = Some(serial),
            // Answers to questions that were overtaken are not shown.
            Action::Done { serial, shown } if state.running == Some(serial) => state.show_result(shown),
            Action::Failed { serial, problem } if state.running == Some(serial) => {
                state.running = None;
                state.problem = Some(problem);
            }
            Action::Cancelled { serial } if state.running == Some(serial) => state.running = None,
            Action::Done { .. } | Action::Failed { .. } | Action::Cancelled { .. } => {}
            Action::Problem(problem) => state.problem = Some(problem),
            Action::ProblemSeen => state.problem = None,
            Action::Cleared => state.clear(),
            Action::Anew { draft } => {
                state.clear();
                state.phase = Phase::Start;
                state.draft = draft;
                state.load("".into());
            }
            Action::Edit => {
                if let Some(shown) = &state.shown {
                    let text = shown.checked.text.as_str().into();
                    state.load(text);
                    state.phase = Phase::Editing;
                }
            }
            Action::Read => state.phase = Phase::Reading,
            Action::Load(text) => state.load(text),
            Action::Choose(chosen) => state.choose(chosen),
            Action::ChooseHere(chosen) => state.chosen = state.if_there(chosen),
            Action::ChooseInText(cell) => {
                state.chosen = state.if_there(Chosen::Cell(cell));
                state.tab = Tab::Text;
            }
            Action::Step { back } => state.step(back),
            Action::Tab(tab) => state.tab = tab,
            Action::Filter(filter) => state.filter = filter,
            Action::All => state.all = true,
            Action::Lang(lang) => state.lang = lang,
            Action::Theme(theme) => state.theme = theme,
            Action::Show(show) => {
                state.show = show;
                state.tab = state.shown_tab(state.tab);
            }
            Action::Width(width) => state.width = width,
            Action::KeepsDrafts(keeps) => {
                state.keeps_drafts = keeps;
                if !keeps {
                    state.draft = None;
                }
            }
            Action::Draft(draft) => state.draft = draft,
            Action::Update(apply) => state.update = apply,
            Action::Offline => state.offline = true,
            Action::Rules(rules) => state.rules = rules,
        }
        state.into()
    }
}

impl State {
    fn clear(&mut self) {
        self.running = None;
        self.shown = None;
        self.problem = None;
        self.chosen = None;
        self.filter = None;
        self.all = false;
        if self.phase == Phase::Reading {
            self.phase = Phase::Start;
        }
    }

    fn load(&mut self, text: Rc<str>) {
        self.loaded = Loaded { text, revision: self.loaded.revision + 1 };
    }

    fn show_result(&mut self, mut shown: Shown) {
        self.running = None;
        self.problem = None;
        self.draft = None;
        match (shown.origin, &self.shown) {
            // What was looked at is looked at again, when it is still there.
            (Origin::Again | Origin::Typed, Some(before)) => {
                self.chosen = self.chosen.and_then(|chosen| carried_over(chosen, &before.checked, &shown.checked));
                if shown.origin == Origin::Again {
                    shown.origin = before.origin;
                } else {
                    self.phase = Phase::Editing;
                }
            }
            (origin, _) => {
                self.chosen = None;
                self.filter = None;
                self.all = false;
                // Empty tables tell less than the text.
                let has_tables = shown.checked.report.summary.cells_read > 0;
                self.tab = self.shown_tab(if has_tables { Tab::Tables } else { Tab::Text });
                self.phase = if origin == Origin::Typed { Phase::Editing } else { Phase::Reading };
            }
        }
        if self.filter.is_some_and(|filter| shown.checked.count(filter) == 0) {
            self.filter = None;
        }
        self.shown = Some(shown);
    }

    /// The view that is shown for one that may be switched off.
    fn shown_tab(&self, tab: Tab) -> Tab {
        match tab {
            Tab::Text if !self.show.text => Tab::Tables,
            Tab::Tables if !self.show.tables => Tab::Text,
            tab => tab,
        }
    }

    /// What is chosen may have gone with the result that it was chosen from.
    fn if_there(&self, chosen: Chosen) -> Option<Chosen> {
        let checked = &self.shown.as_ref()?.checked;
        let there = match chosen {
            Chosen::Finding(number) => number < checked.findings.len(),
            Chosen::Cell(number) => number < checked.cells.len(),
        };
        there.then_some(chosen)
    }

    fn choose(&mut self, chosen: Option<Chosen>) {
        self.chosen = chosen.and_then(|chosen| self.if_there(chosen));
        let Some(shown) = &self.shown else { return };
        let in_table = match self.chosen {
            Some(Chosen::Finding(number)) => !shown.checked.findings[number].cells.is_empty(),
            Some(Chosen::Cell(_)) => true,
            None => return,
        };
        self.tab = self.shown_tab(if in_table { Tab::Tables } else { Tab::Text });
    }

    /// The next finding of those listed, or the one before.
    fn step(&mut self, back: bool) {
        let Some(shown) = &self.shown else { return };
        let listed: Vec<usize> = self.listed(&shown.checked).collect();
        let at = match self.chosen {
            Some(Chosen::Finding(number)) => listed.iter().position(|&own| own == number),
            _ => None,
        };
        let next = match (at, back) {
            (None, false) => 0,
            (None | Some(0), true) => listed.len().saturating_sub(1),
            (Some(at), true) => at - 1,
            (Some(at), false) => (at + 1) % listed.len(),
        };
        let chosen = listed.get(next).map(|&number| Chosen::Finding(number));
        if let Some(Chosen::Finding(number)) = chosen {
            self.all |= number >= MAX_LISTED;
        }
        self.choose(chosen);
    }

    /// The findings that pass the filter.
    pub(crate) fn listed(&self, checked: &Checked) -> impl Iterator<Item = usize> + use<'_> {
        let filter = self.filter;
        let severities: Vec<Severity> = checked.findings.iter().map(|finding| finding.severity).collect();
        severities
            .into_iter()
            .enumerate()
            .filter(move |(_, severity)| filter.is_none_or(|filter| filter == *severity))
            .map(|(number, _)| number)
    }
}

/// More findings than this help nobody: the rest is listed when asked for.
pub(crate) const MAX_LISTED: usize = 100;

fn carried_over(chosen: Chosen, before: &Checked, after: &Checked) -> Option<Chosen> {
    match chosen {
        Chosen::Finding(number) => {
            let fingerprint = &before.findings.get(number)?.found.fingerprint;
            let found = after.findings.iter().position(|finding| finding.found.fingerprint == *fingerprint);
            found.map(Chosen::Finding)
        }
        Chosen::Cell(number) => (number < after.cells.len()).then_some(chosen),
    }
}
