//! Work on several threads, with results in the order of the input.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// Gives the result of `work` for each item to `take`, in order, until that breaks off.
pub(super) fn in_order<T: Sync, R: Send>(
    items: &[T],
    jobs: Option<NonZeroUsize>,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let jobs = jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get).min(items.len());
    let next = AtomicUsize::new(0);
    let started = thread::scope(|scope| {
        if jobs < 2 {
            return false;
        }
        let (sender, receiver) = sync_channel(jobs);
        let mut started = false;
        for _ in 0..jobs {
            let (sender, next, work) = (sender.clone(), &next, &work);
            let thread = thread::Builder::new().spawn_scoped(scope, move || {
                while let Some((index, item)) = claim(items, next) {
                    // Nobody receives any more: the output was closed.
                    if sender.send((index, work(item))).is_err() {
                        break;
                    }
                }
            });
            started |= thread.is_ok();
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        for (index, result) in receiver {
            waiting.insert(index, result);
            while let Some(result) = waiting.remove(&due) {
                due += 1;
                if take(result).is_break() {
                    return started;
                }
            }
        }
        started
    });
    // One job, or a system that gives no threads.
    if !started {
        let _ = items.iter().try_for_each(|item| take(work(item)));
    }
}

fn claim<'a, T>(items: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    items.get(index).map(|item| (index, item))
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;
    use std::ops::ControlFlow;
    use std::time::Duration;

    use super::in_order;

    #[test]
    fn results_come_in_the_order_of_the_input() {
        let items: Vec<u64> = (0..40).collect();
        for jobs in [1, 3, 64] {
            let mut taken = Vec::new();
            let work = |&item: &u64| {
                std::thread::sleep(Duration::from_micros((item * 7919) % 500));
                item
            };
            in_order(&items, NonZeroUsize::new(jobs), work, |item| {
                taken.push(item);
                ControlFlow::Continue(())
            });
            assert_eq!(taken, items, "{jobs} jobs");
        }
    }

    #[test]
    fn breaking_off_ends_it() {
        for jobs in [1, 4] {
            let mut taken = 0;
            in_order(
                &[0_u8; 100],
                NonZeroUsize::new(jobs),
                |&item| item,
                |_| {
                    taken += 1;
                    if taken == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                },
            );
            assert_eq!(taken, 3);
        }
    }
}
