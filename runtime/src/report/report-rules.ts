import type { CodeList, CommonDocument, FieldSchema } from '../documents/common-document.ts'
import { noAdditions } from '../documents/draft-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Parameter, Release } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { extendCommon } from '../release/additions.ts'
import { assemble, type Assembly } from '../release/assembly.ts'
import { readLocally } from './report-layer.ts'

/** The programme that the rules of a report are written in. */
export const reportProgramme = 'report'

/** The days of a period, both counted. */
export interface ReportSpan {
  readonly from: string
  readonly to: string
}

/** What a report is assembled with. */
export interface ReportParts {
  readonly common: CommonDocument
  /** Releases in force on the last day of the period, by programme: the report's own, those it reads, and `common`. */
  readonly releases: Readonly<Record<string, Release>>
  /** Programmes of which is read what was decided by local rules; nationally unless said. */
  readonly local?: readonly string[]
}

/** Where the household is at the other end of the period. */
export type Residence = 'same' | 'elsewhere' | 'none'

/** The field by which rules of a report read where a household is at the other end. */
export const residenceField = 'residence'

const text = (vi: string, en: string): Text => ({ vi, en })

const residenceList: CodeList = {
  kind: 'list',
  id: 'report_residence',
  title: text('Nơi ở tại đầu kia của kỳ báo cáo', 'Where it is at the other end of the period'),
  entries: [
    { code: 'same', title: text('tại chính đơn vị này', 'in this unit') },
    { code: 'elsewhere', title: text('tại đơn vị khác', 'in another unit') },
    { code: 'none', title: text('không có trong sổ hộ', 'not in the register') },
  ],
}

const residence: FieldSchema = {
  type: 'string',
  'x-list': residenceList.id,
  'x-label': text('Nơi ở tại đầu kia của kỳ', 'Residence at the other end of the period'),
  'x-help': text('Tính đầu kỳ: hộ ở đâu vào cuối kỳ. Tính cuối kỳ: hộ ở đâu vào đầu kỳ.', 'At the start: where it is at the end. At the end: where it was at the start.'),
}

const day = (title: Text, value: string): Parameter => ({ title, unit: '', value, certainty: 'known' })

const none = text('–', '–')

/** What all programmes share, with what reports read besides. */
export const reportCommon = (common: CommonDocument): CommonDocument =>
  extendCommon(common, { ...noAdditions, fields: { ...noAdditions.fields, household: { [residenceField]: residence } }, lists: [residenceList] }).common

/** The release that the conditions of a report are read in. */
export const reportRelease = (logic: readonly LogicPiece[], { from, to }: ReportSpan): Release => ({
  format: 1,
  programme: reportProgramme,
  scope: 'national',
  title: none,
  legal_basis: [],
  changelog: none,
  parameters: { period_from: day(text('Ngày đầu kỳ', 'First day of the period'), from), period_to: day(text('Ngày cuối kỳ', 'Last day of the period'), to) },
  logic,
  forms: [],
  cases: [],
})

/** Some rules of a report joined with what they read: its programme's outcomes are read as those of another one. */
export const assembleReport = ({ common, releases, local = [] }: ReportParts, logic: readonly LogicPiece[], period: ReportSpan): Assembly =>
  assemble({ programme: reportProgramme, layer: 'national', common: reportCommon(common), releases: { ...releases, [reportProgramme]: reportRelease(readLocally(logic, local), period) } })
