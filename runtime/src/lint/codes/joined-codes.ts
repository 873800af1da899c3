import type { CaseIssueCode } from '../../coverage/case-issues.ts'
import type { Severity } from '../../documents/issue.ts'
import type { ReleaseIssueCode } from '../../release/issue-messages.ts'
import type { ReportIssueCode } from '../../report/report-issues.ts'
import type { TableFindingCode } from '../../table-analysis/table-finding.ts'

/** A code whose message is written where the problem is found. */
export interface JoinedCode {
  readonly severity: Severity
  readonly doc: string
}

const error = (doc: string): JoinedCode => ({ severity: 'error', doc })
const warning = (doc: string): JoinedCode => ({ severity: 'warning', doc })

/** Codes of `checkRelease`: evaluation would be impossible. */
export const releaseCodes: Readonly<Record<ReleaseIssueCode, JoinedCode>> = {
  duplicate_id: error('Two things have one id.'),
  reserved_id: error('A field or piece has a name kept for what is read of an earlier decision.'),
  unknown_fact: error('A name leads to no field, fact, table or outcome.'),
  unknown_parameter: error('A name leads to no parameter.'),
  unknown_condition: error('A name leads to no condition.'),
  unknown_rules: error('A name leads to no rule set.'),
  unknown_list: error('A name leads to no code list.'),
  unknown_code: error('A value is no code of the list it is compared by, or a parameter has a value for a code that is not there.'),
  unknown_output: error('A table with several result columns is read without saying which, or by one it does not have.'),
  member_read_of_household: error('Something that belongs to each member is read of the household, without counting or putting members together.'),
  cycle: error('Facts depend on each other in a circle.'),
  chain_too_long: error('Too many pieces read one another in a row.'),
  condition_too_large: error('A condition, with the named ones it uses, makes too many comparisons.'),
  condition_too_deep: error('A condition, with the named ones it uses, has too many groups inside one another.'),
  row_length: error('A row has more or fewer cells than its table has columns.'),
  is_known_of_fact: error('Logic asks whether a fact is known; only parameters may be asked.'),
  operator_type: error('A comparison does not fit the type of its left side, or reads a right side of another type.'),
  value_type: error('A value is not of the type it is compared with.'),
  result_type: error('A table puts results together that it cannot: codes are collected, numbers are summed or compared.'),
  parameter_by: error('A parameter is looked up by something that is no question of one code.'),
  parameter_value_missing: error('A parameter has no value for a code of the list it is looked up by.'),
  parameter_key: error('A parameter is read at a key that it does not have.'),
  parameter_overridable: error('A value that is no number may be raised or lowered locally.'),
  field_limits: error('The least value of a question is above its greatest.'),
  field_place: error('A form asks a question of the household among those of members, or the other way round.'),
  field_twice: error('A form asks one question twice.'),
  extension_missing: error('Something of a package of code is used that is not installed here.'),
  extension_name: error('A name out of a package of code that the installed package does not have.'),
  extension_version: error('The installed package is of another major version than the release was written for, or older.'),
  extension_unsaid: error('A release uses a package of code and does not say so.'),
  kind_type: error('A question has a kind of a package that is for another type of answers.'),
  kind_option: error('A question says something about its kind of a package that the kind does not have.'),
  aggregate_parts: error('An aggregate of a package of code lacks a part that it takes, or has one that it does not.'),
  roster_twice: error('A form has two parts for the members.'),
}

/** Codes of `checkReport`. */
export const reportCodes: Readonly<Record<ReportIssueCode, JoinedCode>> = {
  rows_without_codes: error('Rows of a report are told apart by something that has no code list and is no yes or no.'),
  nothing_chosen: error('Rows or a column of a report are of something that nobody has chosen yet.'),
  column_gone: error('A formula or check of a report reads a column that is not there or has no number.'),
  no_number: error('What a report adds up, computes or compares is no number, or is not written yet.'),
}

/** Codes of the analysis of tables. Findings that rest on whether the law has established a value are notices. */
export const tableCodes: Readonly<Record<TableFindingCode, JoinedCode>> = {
  table_overlap: error('Two rows hold in one case where only one may; a warning where that rests on computed values.'),
  table_gap: warning('No row covers a case that can occur: the table lacks a last row for everything else.'),
  row_contradictory: warning('A row can never hold.'),
  row_covered: warning('A row is never used, for rows above it decide all of its cases.'),
  table_too_large: warning('A table is too large to be analysed fully.'),
}

/** Codes shared with the running of cases. */
export const sharedCaseCodes = {
  'case-name-unknown': error('A case expects something that is no outcome, fact, entitlement or rule, or of the household where it is of members.'),
} as const satisfies Partial<Record<CaseIssueCode, JoinedCode>>
