//! Hashes of what was read and found.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A short name for some parts: sixteen digits that differ when a part does.
pub(crate) fn short(parts: &[&str]) -> String {
    let mut hash = sha256(parts.join("\u{0}").as_bytes());
    hash.truncate(16);
    hash
}
