import { isDay, type CommonDocument } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { PackError, packIssue } from '../policies/pack-error.ts'
import { fieldless, shapeIssues } from './description-issues.ts'
import { entry, given, literal, share, strict, type RegisterDescription } from './register-description.ts'

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const happening = { chance: share, from: day, to: day }

/** A review of the register: on which facts, decided on which day, of how many households, and of which alone. */
const round = Type.Object({ at: day, decided: day, share, of: Type.Optional(given) }, strict)

/** Answers that were other ones until a day. */
const period = Type.Object({ until: day, household: Type.String() }, strict)

const schema = Type.Object({
  format: Type.Literal(1),
  seed: Type.Integer(),
  /** On which day the register was begun: everything before it was entered then. */
  recorded: day,
  /** Reviews in the order of their days. */
  reviews: Type.Object({ programme: Type.String(), rounds: Type.Array(round) }, strict),
  /** What became of households; of those whose `given` holds one is drawn. Periods in the order of their days. */
  stories: Type.Array(Type.Object({ weight: Type.Number({ minimum: 0 }), given: Type.Optional(given), periods: Type.Optional(Type.Array(period)) }, strict)),
  /** By name, what is drawn anew for a period; everything else is as it is today. */
  answers: Type.Record(Type.String(), Type.Array(entry)),
  /** Moved here from another unit. */
  moved: Type.Optional(Type.Object(happening, strict)),
  /** Came into the register. */
  registered: Type.Optional(Type.Object(happening, strict)),
  /** Left the household drawn before it; its head was there what `before` says. */
  split: Type.Optional(Type.Object({ ...happening, before: Type.Record(Type.String(), literal) }, strict)),
  /** Members in a role who joined. */
  joined: Type.Optional(Type.Array(Type.Object({ ...happening, role: Type.String() }, strict))),
  /** People in a role who were there and are not any more. */
  departed: Type.Optional(Type.Array(Type.Object({ ...happening, role: Type.String(), given: Type.Optional(given), how: Type.Union([Type.Literal('left'), Type.Literal('died')]) }, strict))),
}, strict)

/** What a made-up register went through before today, as data. */
export type PastDescription = Static<typeof schema>
export type ReviewRound = Static<typeof round>
export type Happening = NonNullable<PastDescription['moved']>

const file = 'demo/past.json'

/** Holds a description against its form, the dictionary and the register it belongs to; a `PackError` names everything wrong with it. */
export function parsePast(value: unknown, { dictionary }: CommonDocument, { roles }: RegisterDescription): PastDescription {
  if (!Value.Check(schema, value)) throw new PackError(shapeIssues(file, schema, value))
  const { answers, stories, joined = [], departed = [], recorded, reviews } = value
  const named = stories.flatMap(({ periods = [] }) => periods.map(({ household }) => household))
  const days = [recorded, ...reviews.rounds.flatMap(({ at, decided }) => [at, decided]), ...stories.flatMap(({ periods = [] }) => periods.map(({ until }) => until))]
  const issues = [
    ...Object.entries(answers).flatMap(([name, entries]) => fieldless(file, `answers.${name}`, entries, dictionary.properties.household.properties)),
    ...named.filter((name) => !(name in answers)).map((name) => packIssue(file, ['answers', name], { code: 'description_answers', vi: 'không có trong “answers”; hãy thêm phần này.', en: 'is not among “answers”; add it.' })),
    ...[...joined, ...departed].filter(({ role }) => !(role in roles)).map(({ role }) => packIssue(file, ['roles', role], { code: 'description_role', vi: 'không có trong “roles” của sổ hộ; hãy sửa tên vai.', en: 'is not among the “roles” of the register; correct the role.' })),
    ...days.filter((each) => !isDay(each)).map((each) => packIssue(file, ['days', each], { code: 'description_day', vi: 'không phải là ngày có thật; hãy sửa.', en: 'is no day of the calendar; correct it.' })),
  ]
  if (issues.length > 0) throw new PackError(issues)
  return value
}
