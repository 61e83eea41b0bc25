//! How alike two labels are.

/// Alike enough to be the same label, of 1000.
pub(super) const ALIKE: u32 = 600;

/// How alike two keys are, of 1000: twice the longest common subsequence over both lengths. A label cut off after at least
/// four characters counts as nearly whole.
pub(super) fn similarity(a: &str, b: &str) -> u32 {
    if a == b {
        return 1000;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.is_empty() {
        return 0;
    }
    if short.len() >= 4 && long.starts_with(short) {
        return 900;
    }
    let total = count(short.len() + long.len());
    // The common part is at most the shorter one.
    if 2000 * count(short.len()) < ALIKE * total {
        return 0;
    }
    2000 * count(common(short, long)) / total
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX / 4000)
}

/// The length of the longest common subsequence.
fn common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; a.len() + 1];
    for y in b {
        let mut diagonal = 0;
        for (i, x) in a.iter().enumerate() {
            let above = row[i + 1];
            row[i + 1] = if x == y { diagonal + 1 } else { above.max(row[i]) };
            diagonal = above;
        }
    }
    row[a.len()]
}

#[cfg(test)]
mod tests {
    use super::{ALIKE, similarity};

    #[test]
    fn labels_with_a_slip_are_alike_and_neighbours_are_not() {
        assert!(similarity("2其他法律行政止公开", "2其他法律行政法规禁止公开") > ALIKE);
        assert!(similarity("二部分公开", "二部分公开区分处理的只计这一情形不计其他情形") >= 900);
        assert!(similarity("五不予处理", "三不予公开") < ALIKE);
        assert!(similarity("", "总计") == 0 && similarity("总计", "总计") == 1000);
    }
}
