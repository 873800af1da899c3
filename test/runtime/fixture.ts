import type { CommonDocument, Condition, FieldSchema, LogicPiece, OperatorName, Parameter, Release, Text } from '@tieuchi/runtime'
import { assemble, evaluate, type Assembly, type EvaluationRequest, type EvaluationResult, type HouseholdInput } from '@tieuchi/runtime'

/** A made-up programme about boats, small enough to read at a glance. */
export const text = (words: string): Text => ({ vi: words, en: words })

export const at = { law_at: '2026-06-01', facts_at: '2026-06-01', unit_at: '2026-06-01' }

const field = (schema: Omit<FieldSchema, 'x-label'>, label: string): FieldSchema => ({ ...schema, 'x-label': text(label) })

let leaves = 0

/** A leaf with an id of its own. */
export const leaf = (fact: string, operator: OperatorName, value: unknown): Condition => {
  leaves += 1
  const id = `leaf${String(leaves).replace(/[0189]/g, (digit) => 'abcd'['0189'.indexOf(digit)] ?? 'e').padStart(6, 'a')}`
  return { id, fact, operator, value } as Condition
}

export const commonDocument: CommonDocument = {
  format: 1,
  register: { head: { field: 'role', value: 'captain' }, name: 'sailor' },
  lists: [
    { kind: 'list', id: 'harbour', title: text('harbour'), entries: [{ code: 'north', title: text('North') }, { code: 'south', title: text('South') }] },
    { kind: 'list', id: 'role', title: text('role'), entries: [{ code: 'captain', title: text('captain') }, { code: 'hand', title: text('hand') }] },
    { kind: 'list', id: 'gear', title: text('gear'), entries: [{ code: 'net', title: text('net') }, { code: 'lamp', title: text('lamp') }] },
  ],
  facts: [],
  dictionary: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      household: {
        type: 'object',
        properties: {
          hull_sound: field({ type: 'boolean' }, 'Hull sound'),
          engine_sound: field({ type: 'boolean' }, 'Engine sound'),
          leased: field({ type: 'boolean' }, 'Leased'),
          rent: { ...field({ type: 'integer', minimum: 0, maximum: 9 }, 'Rent'), applies: leaf('leased', 'equal', true) },
          length: field({ type: 'number', minimum: 0, maximum: 9 }, 'Length'),
          cargo: field({ type: 'integer', minimum: 0, maximum: 9 }, 'Cargo'),
          gear: field({ type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-list': 'gear' }, 'Gear'),
          built_on: field({ type: 'string', format: 'partial-date' }, 'Built on'),
        },
      },
      members: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            sailor: field({ type: 'string' }, 'Sailor'),
            role: field({ type: 'string', 'x-list': 'role' }, 'Role'),
            swims: field({ type: 'boolean' }, 'Swims'),
            voyages: field({ type: 'integer', minimum: 0, maximum: 9 }, 'Voyages'),
            born_on: field({ type: 'string', format: 'partial-date' }, 'Born on'),
            number: field({ type: 'string', format: 'personal-number' }, 'Number'),
          },
        },
      },
      unit: { type: 'object', properties: { harbour: field({ type: 'string', 'x-list': 'harbour' }, 'Harbour') } },
    },
  },
}

export const releaseOf = (logic: readonly LogicPiece[], parameters: Readonly<Record<string, Parameter>> = {}): Release => ({
  format: 1,
  programme: 'boats',
  scope: 'national',
  title: text('Boats'),
  legal_basis: [],
  changelog: text('first'),
  parameters,
  logic,
  forms: [],
  cases: [],
})

export const assemblyOf = (logic: readonly LogicPiece[], parameters?: Readonly<Record<string, Parameter>>): Assembly =>
  assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: releaseOf(logic, parameters) } })

export const resultOf = async (assembly: Assembly, input: HouseholdInput, more: Partial<EvaluationRequest> = {}): Promise<EvaluationResult> =>
  (await evaluate(assembly, { input, moment: at, ...more })).result

/** Outcome `answer` from a fact of one expression, for tests of a single expression. */
export const outcomeOf = (from: string, list?: string): LogicPiece => ({ kind: 'outcome', id: `${from}_outcome`, title: text(from), from, ...(list && { list }) })
