//! The engine's offsets count UTF-16 units; here strings are UTF-8.

/// The byte offsets of some UTF-16 offsets into `text`, in the order asked. What lies inside a character or behind the end
/// falls to the next boundary.
pub(crate) fn to_bytes(text: &str, utf16: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..utf16.len()).collect();
    order.sort_unstable_by_key(|&index| utf16[index]);
    let mut bytes = vec![text.len(); utf16.len()];
    let mut wanted = order.into_iter().peekable();
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        while let Some(index) = wanted.next_if(|&index| utf16[index] <= units) {
            bytes[index] = byte;
        }
        if wanted.peek().is_none() {
            break;
        }
        units += c.len_utf16();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::to_bytes;

    #[test]
    fn offsets_fall_on_characters() {
        let text = "𠮷县28件";
        assert_eq!(to_bytes(text, &[3, 0, 5, 2, 6, 9, 1]), [7, 0, 9, 4, 12, 12, 4]);
        assert_eq!(to_bytes("", &[0, 3]), [0, 0]);
    }
}
