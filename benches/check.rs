//! How long a report takes: reading, recognizing, all rules. `cargo bench` prints it.

use divan::Bencher;
use divan::counter::BytesCount;
use gouji::Lang;

fn main() {
    divan::main();
}

/// The fixture, with its prose repeated until the text has about `bytes` bytes.
fn report(bytes: usize) -> String {
    let fixture = include_str!("../tests/fixtures/pipes.txt");
    let (head, rest) = fixture.split_once("（二）依申请公开情况\n").unwrap_or((fixture, ""));
    let (paragraph, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    let more = bytes.saturating_sub(fixture.len()) / (paragraph.len() + 1) + 1;
    format!("{head}（二）依申请公开情况\n{}{rest}", format!("{paragraph}\n").repeat(more))
}

/// A report of 20 KB is the usual one; the others show that time grows with the length and not faster.
const BYTES: [usize; 3] = [20_000, 200_000, 2_000_000];

#[divan::bench(args = BYTES)]
fn check(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = report(bytes);
    bencher.counter(BytesCount::of_str(&text)).bench(|| gouji::check(gouji::read::text(&text, None), Lang::ZhCn));
}

#[divan::bench(args = BYTES)]
fn read(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = report(bytes);
    bencher.counter(BytesCount::of_str(&text)).bench(|| gouji::read::text(&text, None));
}
