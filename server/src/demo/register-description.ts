import type { CommonDocument, Issue } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { PackError, packIssue } from '../policies/pack-error.ts'
import { fieldless, shapeIssues } from './description-issues.ts'

export const strict = { additionalProperties: false }
const shares = Type.Record(Type.String(), Type.Number({ minimum: 0 }))
export const share = Type.Number({ minimum: 0, maximum: 1 })
export const literal = Type.Union([Type.String(), Type.Number(), Type.Boolean()])
const limits = { from: Type.Optional(Type.Number()), to: Type.Optional(Type.Number()), step: Type.Optional(Type.Number({ exclusiveMinimum: 0 })) }

/** Name of a value drawn before: of the same member or of the household; `role.name` of the first member in another role. */
const reference = Type.String({ minLength: 1 })

/** A part of a text: an entry of a word list, a value drawn before, or the words themselves. */
const textPart = Type.Union([Type.String(), Type.Object({ list: Type.String() }, strict), Type.Object({ same: reference }, strict)])

const draw = Type.Union([
  Type.Object({ value: literal }, strict),
  Type.Object({ same: reference }, strict),
  Type.Object({ weights: shares }, strict),
  Type.Object({ chance: share }, strict),
  Type.Object({ several: Type.Record(Type.String(), share) }, strict),
  Type.Object({ uniform: Type.Object({ ...limits, from: Type.Number(), to: Type.Number() }, strict) }, strict),
  Type.Object({ normal: Type.Object({ mean: Type.Number(), deviation: Type.Number({ minimum: 0 }), ...limits }, strict) }, strict),
  Type.Object({ log_normal: Type.Object({ median: Type.Number({ exclusiveMinimum: 0 }), spread: Type.Number({ minimum: 0 }), ...limits }, strict) }, strict),
  Type.Object({ shifted: Type.Object({ of: reference, from: Type.Integer(), to: Type.Integer() }, strict) }, strict),
  Type.Object({ product: Type.Object({ of: Type.Array(reference, { minItems: 1 }), ...limits }, strict) }, strict),
  Type.Object({ text: Type.Array(textPart, { minItems: 1 }) }, strict),
  Type.Object({ birth_date: Type.Object({ age: reference, only_year: Type.Optional(share) }, strict) }, strict),
  Type.Object({ personal_number: Type.Object({ sex: reference, birth_date: reference, places: shares }, strict) }, strict),
])

/** Values drawn before that must be so: one, one of several, or a number between two ends. */
export const given = Type.Record(Type.String(), Type.Union([literal, Type.Array(literal, { minItems: 1 }), Type.Object({ from: Type.Optional(Type.Number()), to: Type.Optional(Type.Number()) }, strict)]))

/** Draws one value: by the first case whose `given` holds, or none. A hidden one only helps to draw others. */
export const entry = Type.Object({
  set: Type.String({ minLength: 1 }),
  hidden: Type.Optional(Type.Boolean()),
  /** How often an answer is missing. */
  missing: Type.Optional(share),
  cases: Type.Array(Type.Object({ given: Type.Optional(given), draw }, strict), { minItems: 1 }),
}, strict)

const roster = Type.Object({
  weight: Type.Number({ minimum: 0 }),
  given: Type.Optional(given),
  members: Type.Array(Type.Object({
    role: Type.String(),
    /** How many; one where nothing is said. */
    count: Type.Optional(Type.Record(Type.String({ pattern: '^\\d+$' }), Type.Number({ minimum: 0 }))),
    /** A member of whom this does not hold is left out. */
    keep: Type.Optional(given),
  }, strict), { minItems: 1 }),
}, strict)

const schema = Type.Object({
  format: Type.Literal(1),
  seed: Type.Integer(),
  /** Word lists with how often each entry occurs. */
  lists: Type.Record(Type.String(), shares),
  /** Drawn first, for the household. */
  latent: Type.Array(entry),
  /** Who lives together. */
  rosters: Type.Array(roster, { minItems: 1 }),
  /** Drawn for each member by its role, then `everyone`. */
  roles: Type.Record(Type.String(), Type.Array(entry)),
  everyone: Type.Array(entry),
  /** Drawn last, for the household; `size` is the number of members. */
  household: Type.Array(entry),
}, strict)

/** Distributions a made-up register is drawn from: data, so another country's or another policy's does as well. */
export type RegisterDescription = Static<typeof schema>
export type Draw = Static<typeof draw>
export type DrawEntry = Static<typeof entry>
export type Given = Static<typeof given>
export type Literal = Static<typeof literal>

const file = 'demo/register.json'

/** Holds a description against its form and the dictionary; a `PackError` names everything wrong with it. */
export function parseDescription(value: unknown, common: CommonDocument): RegisterDescription {
  if (!Value.Check(schema, value)) throw new PackError(shapeIssues(file, schema, value))
  const issues = problemsOf(value, common)
  if (issues.length > 0) throw new PackError(issues)
  return value
}

function problemsOf(description: RegisterDescription, { dictionary }: CommonDocument): readonly Issue[] {
  const { household, members } = dictionary.properties
  const roles = description.rosters.flatMap((each) => each.members.map(({ role }) => role)).filter((role) => !(role in description.roles))
  return [
    ...fieldless(file, 'latent', description.latent, household.properties),
    ...fieldless(file, 'household', description.household, household.properties),
    ...fieldless(file, 'everyone', description.everyone, members.items.properties),
    ...Object.entries(description.roles).flatMap(([role, entries]) => fieldless(file, `roles.${role}`, entries, members.items.properties)),
    ...roles.map((role) => packIssue(file, ['rosters', role], { code: 'description_role', vi: 'không có trong “roles”; hãy thêm vai này.', en: 'is not among “roles”; add the role.' })),
  ]
}
