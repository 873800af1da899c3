import type { Answer, ExplanationNode, Question, Text, Tone } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { person, uuid } from '../drafts/draft-schema.ts'
import { text } from '../policies/policy-schema.ts'

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const openObject = { additionalProperties: true }
const count = Type.Integer({ minimum: 0 })
/** A number of households, or null where it is so small that it would tell of single ones. */
const veiledCount = Type.Union([count, Type.Null()])

/** What is held against what: a draft, or a published release, against the release in force or another. */
export const newImpactRun = Type.Object({
  after: Type.Union([Type.Object({ draft: uuid }, { additionalProperties: false }), Type.Object({ release: hash }, { additionalProperties: false })]),
  /** Absent: the one in force until the day that is looked at; where there is none, the one a draft was made from. */
  before: Type.Optional(Type.Object({ release: hash }, { additionalProperties: false })),
  /** What is looked at, an outcome or entitlement of the household; absent: the first outcome. */
  subject: Type.Optional(Type.String({ maxLength: 200 })),
  /** The day whose households, units and ages are looked at; absent: the first day of the rules after, or today. */
  at: Type.Optional(day),
  /** How near to a line is near, in percent of it; lines that are counted are moved by one. */
  near: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
}, { additionalProperties: false })

/** One side: a published release, or a version of a draft. */
export const impactSide = Type.Object({
  /** Content hash of its release. */
  hash,
  title: text,
  draft: Type.Optional(Type.Object({ id: Type.String(), version: Type.Integer() })),
})

/** Where a household stands; determined ones of endless values (amounts, days) are one category without a value. */
export const impactCategory = Type.Object({
  state: Type.Union([Type.Literal('determined'), Type.Literal('undetermined'), Type.Literal('not_applicable'), Type.Literal('contradiction')]),
  value: Type.Optional(Type.Unsafe<Answer>(Type.Any())),
  label: text,
  /** Colour of the value in its code list, where it has one. */
  tone: Type.Optional(Type.Unsafe<Tone>(Type.String())),
})

/** Households by category before (lines) and after (columns). */
const matrix = Type.Array(Type.Array(veiledCount))

/** How many it is granted to, the sum of the amounts that are known, of how many granted it is not, and for how many nothing can be said yet. */
const impactSum = Type.Object({ granted: count, amount: Type.Number(), unknown: count, undetermined: count })

/** What is paid, by one entitlement: the sum of granted amounts that are known. */
export const impactMoney = Type.Object({
  entitlement: Type.String(),
  title: text,
  /** How the amount is written: `VND/month`. */
  unit: Type.Optional(Type.String()),
  before: impactSum,
  after: impactSum,
})

export const impactBreakdownLine = Type.Object({
  /** A unit's id, a code, a number of members; `other` of those without an answer. */
  key: Type.String(),
  label: text,
  households: veiledCount,
  changed: veiledCount,
  matrix,
  /** By unit: all known amounts, where they are of one unit. */
  money: Type.Optional(Type.Object({ before: Type.Number(), after: Type.Number() })),
})

/** The flow told apart by something: unit, size, an answer of the household, its unit or its head. By `unit`, a line's key is what the list of households is narrowed by. */
export const impactBreakdown = Type.Object({ id: Type.String(), title: text, lines: Type.Array(impactBreakdownLine) })

/** A change between the two rules that somebody's result rests on. */
export const impactChange = Type.Object({
  id: Type.String(),
  sentence: text,
  /** Where it stands in the document. */
  path: Type.Array(Type.String()),
  /** Households whose result would stay as it was without it. */
  households: veiledCount,
})

/** Households that come close to a line: their result would be another if it lay a little lower, or higher. */
export const impactLine = Type.Object({
  id: Type.String(),
  parameter: Type.String(),
  /** Of a parameter with values by a field. */
  key: Type.Optional(Type.String()),
  title: text,
  value: Type.Number(),
  unit: Type.String(),
  /** By how much it is moved, either way. */
  step: Type.Number(),
  lower: veiledCount,
  higher: veiledCount,
})

/** A question that can still decide. */
export const impactQuestion = Type.Object({ field: Type.String(), title: text, households: veiledCount })

export const impactFigures = Type.Object({
  categories: Type.Array(impactCategory),
  households: count,
  changed: veiledCount,
  matrix,
  breakdowns: Type.Array(impactBreakdown),
  money: Type.Array(impactMoney),
  changes: Type.Array(impactChange),
  lines: Type.Array(impactLine),
  /** Undetermined after; the questions that decide them, of so many of them that were looked at. */
  undetermined: Type.Object({ households: veiledCount, looked: count, questions: Type.Array(impactQuestion) }),
  /** Some figures are left out, as they would tell of single households. */
  veiled: Type.Boolean(),
})

export const impactState = Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('cancelled')])

export const impactSummary = Type.Object({
  id: Type.String(),
  state: impactState,
  programme: Type.String(),
  before: impactSide,
  after: impactSide,
  subject: Type.Object({ id: Type.String(), title: text }),
  at: day,
  near: Type.Integer(),
  area: Type.Object({ id: Type.String(), name: Type.String() }),
  created_by: person,
  created_at: Type.String(),
  finished_at: Type.Optional(Type.String()),
  /** Parts of the work that are done. */
  progress: Type.Object({ done: count, of: count }),
  /** The big numbers, once they are there. */
  households: Type.Optional(count),
  changed: Type.Optional(veiledCount),
  failure: Type.Optional(text),
})

export const impactRun = Type.Object({
  ...impactSummary.properties,
  /** The state of the register that was judged: its households, and how many changed while it was. */
  register: Type.Optional(Type.Object({ households: count, position: Type.String(), changed_meanwhile: count })),
  /** Households judged again by the interpreter, and found otherwise: a run with a difference fails. */
  checks: Type.Object({ checked: count, differing: count }),
  /** As far as they are there: the flow comes first. */
  figures: Type.Optional(impactFigures),
  /** Whether the reader may see the households of the whole area one by one. */
  persons: Type.Boolean(),
})

/** The computation a paper is of, found by the code at its foot. */
export const impactRecord = Type.Object({ id: Type.String(), title: text, at: day, area: Type.String() })

/** Whom to list: those whose result changes, those near a line, those undetermined after. */
export const impactListing = Type.Object({
  kind: Type.Union([Type.Literal('changed'), Type.Literal('near'), Type.Literal('undetermined')]),
  /** Only from, and only to, a category by its place. */
  from: Type.Optional(Type.Integer({ minimum: 0 })),
  to: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Only those whose result rests on a change. */
  change: Type.Optional(Type.String()),
  /** Only those near a line. */
  line: Type.Optional(Type.String()),
  /** Only of a unit. */
  unit: Type.Optional(Type.String()),
  /** Part of a name or place, with or without diacritics. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}, { additionalProperties: false })

/** A comparison that decides otherwise than before, as it reads now and as it read before. */
export const impactCondition = Type.Object({ before: Type.Optional(text), after: Type.Optional(text) })

export const impactHousehold = Type.Object({
  id: Type.String(),
  name: Type.String(),
  place: Type.String(),
  unit: Type.Object({ id: Type.String(), name: Type.String() }),
  /** Categories by their place. */
  before: Type.Integer(),
  after: Type.Integer(),
  /** Each is enough: what of the changes has to be undone together for the result to stay. Ids of changes. */
  reasons: Type.Array(Type.Array(Type.String())),
  /** Where rules read its answers otherwise than before. */
  conditions: Type.Array(impactCondition),
  /** Lines it is near to, and on which side the line would have to lie. */
  lines: Type.Array(Type.Object({ line: Type.String(), side: Type.Union([Type.Literal('lower'), Type.Literal('higher')]) })),
  /** Questions that can still decide it. */
  questions: Type.Array(Type.Object({ field: Type.String(), member: Type.Optional(Type.String()), title: text })),
})

export const impactHouseholds = Type.Object({ total: count, households: Type.Array(impactHousehold) })

/** One household under both rules, explained. */
export const impactExplanation = Type.Object({
  id: Type.String(),
  name: Type.String(),
  place: Type.String(),
  unit: Type.Object({ id: Type.String(), name: Type.String() }),
  before: Type.Unsafe<ExplainedSide>(Type.Object({}, openObject)),
  after: Type.Unsafe<ExplainedSide>(Type.Object({}, openObject)),
})

export interface ExplainedSide {
  readonly category: number
  readonly explanation: readonly ExplanationNode[]
  readonly missing: readonly (Question & { readonly title: Text })[]
}

/** A value of a parameter on trial: one, or one for each key. */
const trialValue = Type.Union([Type.Object({ value: Type.Number() }, { additionalProperties: false }), Type.Object({ values: Type.Record(Type.String(), Type.Number()) }, { additionalProperties: false })])

/** What a draft's parameter would do at another value, before it is written. */
export const newImpactPreview = Type.Object({
  before: Type.Optional(Type.Object({ release: hash }, { additionalProperties: false })),
  subject: Type.Optional(Type.String({ maxLength: 200 })),
  at: Type.Optional(day),
  /** Id of the breakdown whose lines are wanted; absent: the first. */
  breakdown: Type.Optional(Type.String({ maxLength: 200 })),
  parameters: Type.Record(Type.String(), trialValue),
}, { additionalProperties: false })

/** Figures while a parameter is dragged: not checked by the interpreter, and not stored. */
export const impactPreview = Type.Union([
  /** The register is being read; `share` of it is there, of 1. Ask again. */
  Type.Object({ state: Type.Literal('loading'), share: Type.Number() }),
  Type.Object({
    state: Type.Literal('ready'),
    version: Type.Integer(),
    categories: Type.Array(impactCategory),
    households: count,
    changed: veiledCount,
    matrix,
    /** All there are; of the one wanted with its lines. */
    breakdowns: Type.Array(impactBreakdown),
    /** Households whose result under the draft as it is written would be another at the value on trial. */
    band: Type.Object({ total: veiledCount, households: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), place: Type.String(), unit: Type.String(), from: Type.Integer(), to: Type.Integer() })) }),
  }),
])

export type NewImpactRun = Static<typeof newImpactRun>
export type ImpactSummary = Static<typeof impactSummary>
export type ImpactRun = Static<typeof impactRun>
export type ImpactRecord = Static<typeof impactRecord>
export type ImpactFigures = Static<typeof impactFigures>
export type ImpactBreakdown = Static<typeof impactBreakdown>
export type ImpactCategory = Static<typeof impactCategory>
export type ImpactListing = Static<typeof impactListing>
export type ImpactHousehold = Static<typeof impactHousehold>
export type ImpactHouseholds = Static<typeof impactHouseholds>
export type ImpactExplanation = Static<typeof impactExplanation>
export type NewImpactPreview = Static<typeof newImpactPreview>
export type ImpactPreview = Static<typeof impactPreview>
