/**
 * How large things may be. One table for the check of whatever enters, for the JSON Schemas where a keyword says it,
 * and for evaluation; `limits.md` explains it, and a test holds the two together. Far above anything real, and low
 * enough that no document and no household can stop a server or a browser.
 */
export const limits = {
  /** Bytes of a JSON file. */
  file_bytes: 16 * 1024 * 1024,
  /** Values of a document or an input, nested ones counted too. */
  values: 1_000_000,
  /** Lists and groups inside one another. */
  depth: 64,
  /** Characters of a text. */
  text: 10_000,
  /** Characters of an id, a code or a property name. */
  name: 200,
  /** Significant digits of a number in a document, and digits behind its decimal point. */
  digits: 15,
  /** Entries of a list, and properties of a group, that have no line of their own below. */
  list: 2_000,
  properties: 5_000,
  members: 100,
  history: 1_000,
  /** Facts, conditions, tables, rule sets, outcomes and entitlements of a release. */
  pieces: 2_000,
  rules: 2_000,
  rows: 5_000,
  /** Inputs, outputs and cells of a row. */
  columns: 50,
  /** Questions of one part of the dictionary. */
  fields: 2_000,
  code_lists: 500,
  /** Entries of one code list, and the values of a parameter by code. */
  codes: 20_000,
  parameters: 5_000,
  forms: 50,
  sections: 200,
  form_items: 1_000,
  form_checks: 1_000,
  reports: 200,
  cases: 5_000,
  units: 50_000,
  /** Spells of one unit, or of one of its attributes. */
  spells: 200,
  /** Pieces that read one another in a row. */
  chain: 100,
  /** Groups inside one another in a condition, with named conditions in their places. */
  condition_depth: 50,
  /** Comparisons of a condition, with named conditions in their places. */
  comparisons: 10_000,
  /** Comparisons, sums and readings of one evaluation. */
  steps: 250_000,
  /** Digits above or below the fraction bar of a computed number. */
  computed_digits: 300,
  /** Lines of one explanation. */
  explanation_lines: 100_000,
  /** Characters of a condition or a list in words; what is longer is cut. */
  sentence: 200_000,
  /** Characters of all rows or rules of a piece in words; what is longer is cut. */
  piece_sentence: 10_000_000,
} as const

export type LimitName = keyof typeof limits
