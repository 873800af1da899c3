import { Type, type Static } from 'typebox'
import { text } from '../policies/policy-schema.ts'
import { localRules, reportQuestion } from '../reports/report-schema.ts'

const day = reportQuestion.properties.from
const period = Type.Union([Type.Literal('month'), Type.Literal('quarter'), Type.Literal('half_year'), Type.Literal('year')])

/** All reports of a programme that are made for such a period, of a unit of the reader's area. */
export const newReportSet = Type.Object({
  programme: Type.String(),
  ...reportQuestion.properties,
  period,
  language: Type.Union([Type.Literal('vi'), Type.Literal('en')]),
}, { additionalProperties: false })
export type NewReportSet = Static<typeof newReportSet>

/** A set of reports, as far as it has come. */
export const reportSet = Type.Object({
  id: Type.String(),
  programme: Type.Object({ id: Type.String(), title: text }),
  unit: Type.Object({ id: Type.String(), name: Type.String() }),
  period,
  from: day,
  to: day,
  known: Type.String({ description: 'A day or an ISO moment: all of it is told as it was known then.' }),
  layer: Type.Optional(Type.Literal('local', { description: 'Figures of what was decided by local rules; nationally unless said.' })),
  local: Type.Array(localRules, { description: 'Local rules in force in the unit on the last day, from the province downward.' }),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('cancelled')]),
  progress: Type.Object({ done: Type.Integer(), of: Type.Integer() }),
  seconds_left: Type.Optional(Type.Integer({ description: 'About how long it still takes, once a report is done.' })),
  failure: Type.Optional(text),
  created_at: Type.String(),
  kept_until: Type.String({ description: 'The day after which it is removed.' }),
})
export type ReportSet = Static<typeof reportSet>
