//! What was read: one text, and the paragraphs and grids found in it.
//!
//! Everything else in the program points into [`Document::text`] with a [`Span`].

mod span;

pub use span::{Place, Span};

/// A document as a reader left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Where it came from and how it was decoded.
    pub source: Source,
    /// The text; for pasted text exactly what was pasted.
    pub text: String,
    /// Paragraphs and grids in reading order.
    pub blocks: Vec<Block>,
}

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file's name, when it came from a file.
    pub name: Option<String>,
    /// What kind of file it was.
    pub kind: Kind,
    /// The encoding that it was read with.
    pub encoding: &'static str,
    /// SHA-256 of the bytes that were read, in lower-case hexadecimal.
    pub sha256: String,
}

/// The kinds of input that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text, pasted or from a file.
    Text,
}

impl Kind {
    /// The name in the JSON contract.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
        }
    }
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A line of text without cells.
    Paragraph(Span),
    /// Neighbouring lines that are divided into cells.
    Grid(Grid),
}

/// Rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The rows, from top to bottom.
    pub rows: Vec<GridRow>,
}

/// One row of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The whole row, separators included.
    pub span: Span,
    /// Its cells, from left to right; blank ones are kept.
    pub cells: Vec<GridCell>,
}

/// One cell of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// The cell's text without the blanks around it; empty for a blank cell.
    pub span: Span,
    /// How many columns it covers.
    pub columns: u16,
    /// How many rows it covers.
    pub rows: u16,
}

/// A line of the document in reading order: a paragraph, or one row of a grid.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The whole line.
    pub span: Span,
    /// The cells when it is a row of a grid.
    pub cells: Option<&'a [GridCell]>,
}

impl Document {
    /// The text at a span; empty when the span is not in the text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// All lines in reading order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.blocks.iter().flat_map(|block| {
            let (paragraph, rows) = match block {
                Block::Paragraph(span) => (Some(Line { span: *span, cells: None }), &[][..]),
                Block::Grid(grid) => (None, grid.rows.as_slice()),
            };
            paragraph.into_iter().chain(rows.iter().map(|row| Line { span: row.span, cells: Some(&row.cells) }))
        })
    }
}
