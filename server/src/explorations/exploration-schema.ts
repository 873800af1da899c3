import type { Text } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { figureQuestion, report, reportFileQuestion, reportQuestion } from '../reports/report-schema.ts'

const { unit, from, to, known, layer } = reportQuestion.properties
const text = Type.Unsafe<Text>(Type.Object({ vi: Type.String(), en: Type.String() }))
const programme = Type.String()
/** A report form; its shape is the authority's to judge. */
const document = Type.Object({}, { additionalProperties: true })
const period = Type.Object({ from, to }, { additionalProperties: false })

/** As many periods stand side by side. */
export const mostPeriods = 10

const asked = { programme, unit, known, layer, document, periods: Type.Array(period, { minItems: 1, maxItems: mostPeriods }) }

/** A table of one's own: a report form that belongs to no release, of a unit of the reader's area, for one period or several. */
export const exploring = Type.Object(asked, { additionalProperties: false })
export type Exploring = Static<typeof exploring>

export const exploringFile = Type.Object({ ...asked, language: Type.Union([Type.Literal('vi'), Type.Literal('en')]), format: reportFileQuestion.properties.format }, { additionalProperties: false })

const { column, part, block, keys, row_unit, member, open, after } = figureQuestion.properties

/** A figure of it, in one of its periods. */
export const exploringFigure = Type.Object({ programme, unit, known, layer, document, from, to, column, part, block, keys, row_unit, member, open, after }, { additionalProperties: false })
export type ExploringFigure = Static<typeof exploringFigure>

/** The table as counted, period by period, each by the rules of its last day. */
export const exploration = Type.Object({
  periods: Type.Array(report),
  missing: Type.Array(Type.Object({ from, to, reason: text }), { description: 'Periods that cannot be told, and why.' }),
})
export type Exploration = Static<typeof exploration>
