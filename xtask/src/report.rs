//! What the commands say: one line a step.

/// Says what is about to be done, when it takes time or changes the machine.
pub(crate) fn say(what: &str) {
    println!("▸ {what}");
}
