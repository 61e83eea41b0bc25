//! Bytes to [`Document`]: one file a format, chosen by content.

mod text;

use std::fmt;

use crate::digest::sha256;
use crate::{Document, Kind, Lang, Source, say};

/// The largest input that is read.
pub const MAX_BYTES: usize = 64 << 20;

/// Why an input could not be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It has more than [`MAX_BYTES`] bytes.
    TooLarge {
        /// How many it has.
        bytes: usize,
    },
    /// It is a file of a format that is not read.
    Format {
        /// What it seems to be.
        name: &'static str,
    },
    /// It is not text in UTF-8.
    Encoding {
        /// The first byte that does not fit.
        offset: usize,
    },
}

impl ReadError {
    /// What is wrong and what to do, for the user.
    pub fn message(&self, lang: Lang) -> String {
        match *self {
            Self::TooLarge { bytes } => {
                let (bytes, limit) = (bytes.div_ceil(1 << 20), MAX_BYTES >> 20);
                say!(
                    lang,
                    "文件有 {bytes} MB，超过 {limit} MB 的上限。请只提供一份年度报告。",
                    "檔案有 {bytes} MB，超過 {limit} MB 的上限。請只提供一份年度報告。",
                    "The file has {bytes} MB; the limit is {limit} MB. Please give one report only."
                )
            }
            Self::Format { name } => say!(
                lang,
                "这是 {name} 文件，目前还不能直接读取。请打开它，全选、复制，再粘贴到这里。",
                "這是 {name} 檔案，目前還不能直接讀取。請開啟它，全選、複製，再貼到這裡。",
                "This is a {name} file, which cannot be read directly yet. Please open it, select all, copy and paste."
            ),
            Self::Encoding { offset } => say!(
                lang,
                "文件不是 UTF-8 编码的文本（第 {offset} 字节处不符）。请另存为 UTF-8，或打开后复制、粘贴到这里。",
                "檔案不是 UTF-8 編碼的文字（第 {offset} 位元組處不符）。請另存為 UTF-8，或開啟後複製、貼到這裡。",
                "The file is not text in UTF-8 (byte {offset} does not fit). Please save it as UTF-8, or open it, copy and paste."
            ),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for ReadError {}

/// The first bytes of formats that people drop, and their names.
const SIGNATURES: [(&[u8], &str); 6] = [
    (b"PK\x03\x04", "Word/Excel/OFD/ZIP"),
    (b"%PDF", "PDF"),
    (b"\xD0\xCF\x11\xE0", "Word/Excel 97–2003"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
];

/// Reads a file.
///
/// # Errors
/// When it is too large, of a format that is not read, or not text in UTF-8.
pub fn bytes(bytes: &[u8], name: Option<&str>) -> Result<Document, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { bytes: bytes.len() });
    }
    if let Some(&(_, name)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(ReadError::Format { name });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| ReadError::Encoding { offset: error.valid_up_to() })?;
    Ok(document(text.strip_prefix('\u{FEFF}').unwrap_or(text), bytes, name))
}

/// Reads pasted text; the document's text is exactly that.
pub fn text(text: &str, name: Option<&str>) -> Document {
    document(text, text.as_bytes(), name)
}

fn document(text: &str, bytes: &[u8], name: Option<&str>) -> Document {
    Document {
        source: Source { name: name.map(str::to_owned), kind: Kind::Text, encoding: "utf-8", sha256: sha256(bytes) },
        text: text.to_owned(),
        blocks: text::blocks(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, ReadError, bytes, text};

    #[test]
    fn pasted_text_is_kept_to_the_letter() {
        let pasted = "\u{FEFF}一、总体情况 \r\n\r\n\t28 |\u{0}";
        assert_eq!(text(pasted, None).text, pasted);
        assert_eq!(text("abc", None).source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(bytes(b"%PDF-1.7", None), Err(ReadError::Format { name: "PDF" }));
        assert_eq!(bytes(b"ab\xB1\xA8", None), Err(ReadError::Encoding { offset: 2 }));
        let large = vec![b' '; MAX_BYTES + 1];
        assert_eq!(bytes(&large, None), Err(ReadError::TooLarge { bytes: MAX_BYTES + 1 }));
        assert_eq!(bytes("\u{FEFF}报告".as_bytes(), None).map(|document| document.text).as_deref(), Ok("报告"));
    }
}
