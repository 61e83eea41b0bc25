// The types of the JavaScript API and of the `<gouji-checker>` element.

/** Loads the engine; call it once and await it before anything else. */
export default function init(options?: {
  /** The wasm file, when it is not beside this script. */
  module_or_path?: string | URL | Request | Response | BufferSource | WebAssembly.Module;
}): Promise<void>;

/**
 * Checks one report: its text, or the bytes of a file together with its `name`.
 * Spans count UTF-16 units, so that `text.slice(span.start, span.end)` is the quote.
 * Throws an `Error` when the document cannot be read at all.
 */
export function check(input: string | Uint8Array, options?: CheckOptions): CheckedReport;

/** The rule catalogue. */
export function rules(lang?: Lang): Rule[];

/** The version of the engine. */
export function version(): string;

export type Lang = "zh-CN" | "zh-TW" | "en";
export type Form = "2021" | "2019" | "2014" | "2008";
export type Severity = "error" | "warning" | "info";

export interface CheckOptions {
  lang?: Lang;
  /** The file's name, for messages and as a hint. */
  name?: string;
  form?: Form;
}

export interface Span {
  start: number;
  end: number;
}

export interface Place extends Span {
  /** Counts from 1. */
  line: number;
  /** Counts from 1, in characters. */
  column: number;
}

export interface CheckedReport {
  source: { name: string | null; kind: string; encoding: string; sha256: string; notes: string[] };
  report: {
    title: string | null;
    unit: string | null;
    year: number | null;
    form: Form | "unknown";
    sections: { id: string; heading: string; span: Span }[];
    /** Table, row and column ids of the contract; `null` where there is no number. */
    tables: Record<string, Record<string, number | null | Record<string, number | null>>>;
    cells: Record<
      string,
      { raw: string; state: "number" | "blank" | "not-a-number" | "missing" | "unreadable"; span: Span | null }
    >;
    claims: Claim[];
  };
  diagnostics: Diagnostic[];
  summary: { errors: number; warnings: number; infos: number; cells_read: number; cells_expected: number };
}

export interface Claim {
  quote: string;
  value: number;
  expression: string;
  expected: number | null;
  verdict: "agrees" | "contradicts" | "approximate" | "unclear";
  span: Span;
}

export interface Diagnostic {
  rule: string;
  severity: Severity;
  message: string;
  cells: string[];
  span: Place;
  quote: string;
  equation: { text: string; left: number; right: number } | null;
  suspects: { rank: number; changes: { cell: string; from: number | null; to: number }[] }[];
  fix: { span: Span; replacement: string; safe: boolean } | null;
  basis: string;
  /** The reason why it does not count. */
  waived: string | null;
  fingerprint: string;
}

/** A rule with its page of the catalogue. */
export interface Rule {
  id: string;
  severity: Severity;
  forms: Form[];
  title: string;
  catches: string;
  basis: string;
  example: string;
  mend: string;
  limits: string;
}

/** What `<gouji-checker>` is, once `gouji-checker.js` is loaded. */
export interface GoujiCheckerElement extends HTMLElement {
  readonly report: CheckedReport | null;
  check(input: string | Uint8Array | ArrayBuffer | Blob, name?: string): Promise<CheckedReport>;
}

export interface GoujiCheckerEvents {
  "gouji-ready": CustomEvent<null>;
  "gouji-checked": CustomEvent<CheckedReport>;
  "gouji-error": CustomEvent<{ message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "gouji-checker": GoujiCheckerElement;
  }
}
