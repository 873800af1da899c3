import type { Issue, ReportDocument, SheetRow, Text } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { languageParameter } from '../lists/list-language.ts'
import { outcomeSummary } from '../submissions/submission-schema.ts'

const text = Type.Unsafe<Text>(Type.Object({ vi: Type.String(), en: Type.String() }))
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const openObject = { additionalProperties: true } as const
const programme = Type.Object({ id: Type.String(), title: text })
const release = Type.Object({ hash: Type.String(), title: text })

/** Local rules beside those of a report: a release on top of the national one. */
export const localRules = Type.Object({ programme: Type.String(), hash: Type.String(), title: text })
export type LocalRules = Static<typeof localRules>

/** A report form of the rules in force on a day. */
export const reportLine = Type.Object({ programme, release, id: Type.String(), title: text, code: Type.Optional(text), period: Type.String(), local: Type.Array(localRules, { description: 'Local rules in force beside it, from the province downward.' }), open: Type.Boolean({ description: 'The law is not known in full.' }) })
export type ReportLine = Static<typeof reportLine>

/** Whose report: a unit of the reader's area, and the days of the period. */
export const reportQuestion = Type.Object({
  unit: Type.String(),
  from: day,
  to: day,
  layer: Type.Optional(Type.Literal('local', { description: 'Figures of what was decided by local rules, where some are in force; nationally unless said.' })),
  known: Type.Optional(Type.String({ description: 'A day, to its end in Việt Nam, or an ISO moment: figures as they were known then; as they are known now unless said.' })),
}, { additionalProperties: false })
export type ReportQuestionAsked = Static<typeof reportQuestion>

export const reportFileQuestion = Type.Object({ ...reportQuestion.properties, ...languageParameter, format: Type.Union([Type.Literal('xlsx'), Type.Literal('pdf')]) }, { additionalProperties: false })

const unit = Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() })

/** A report with its figures. */
export const report = Type.Object({
  programme, release, unit,
  from: day,
  to: day,
  layer: Type.Optional(Type.Literal('local', { description: 'Figures of what was decided by local rules; nationally unless said.' })),
  local: Type.Array(localRules, { description: 'Local rules in force in the unit on the last day, from the province downward.' }),
  known: Type.Optional(Type.String()),
  by_place: Type.Boolean({ description: 'Rows by unit are places of the register, for no unit is below this one.' }),
  document: Type.Unsafe<ReportDocument>(Type.Object({}, openObject)),
  rows: Type.Array(Type.Unsafe<SheetRow>(Type.Object({}, openObject))),
})
export type Report = Static<typeof report>

/** A report form of a draft with its figures, as far as it can be counted. */
export const draftReport = Type.Object({
  version: Type.Integer({ description: 'Of the draft that was counted.' }),
  unit,
  from: day,
  to: day,
  by_place: Type.Boolean(),
  document: Type.Unsafe<ReportDocument>(Type.Object({}, { ...openObject, description: 'The form that was counted: what is wrong is left out, or open.' })),
  rows: Type.Array(Type.Unsafe<SheetRow>(Type.Object({}, openObject))),
  issues: Type.Array(Type.Unsafe<Issue>(Type.Object({}, openObject)), { description: 'What was not counted, and why.' }),
})
export type DraftReport = Static<typeof draftReport>

/** Which figure: its column and where its row stands. */
export const figureQuestion = Type.Object({
  ...reportQuestion.properties,
  column: Type.String(),
  part: Type.Optional(Type.Literal('among')),
  block: Type.String(),
  keys: Type.String({ description: 'A JSON list of what the row is told apart by.' }),
  row_unit: Type.Optional(Type.String()),
  member: Type.Optional(Type.String()),
  open: Type.Optional(Type.Boolean({ description: 'Households of which it cannot be told, instead of those that are counted.' })),
  after: Type.Optional(Type.String({ format: 'uuid' })),
}, { additionalProperties: false })
export type FigureAsked = Static<typeof figureQuestion>

const decided = Type.Object({ submission: Type.String(), facts_at: day, outcomes: Type.Array(outcomeSummary) })

/** A household that a figure counts. */
export const countedHousehold = Type.Object({
  id: Type.String(),
  /** Absent where the reader may not see who it is: it has left the reader's area since. */
  label: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
  unit: Type.Object({ id: Type.String(), name: Type.String() }),
  adds: Type.Optional(Type.Number({ description: 'What it adds; absent where that cannot be told.' })),
  decided: Type.Optional(decided),
})
export type CountedHousehold = Static<typeof countedHousehold>

export const countedHouseholds = Type.Object({ households: Type.Array(countedHousehold), next: Type.Optional(Type.String()) })
export type CountedHouseholds = Static<typeof countedHouseholds>
