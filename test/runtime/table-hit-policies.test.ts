import { assemble, evaluate, RowConflict, type CommonDocument, type HouseholdInput, type LogicPiece, type TablePiece } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, commonDocument, leaf, releaseOf, text } from './fixture.ts'

const labelled = (schema: object) => ({ ...schema, 'x-label': text('field') })
const questions = ['a', 'b', 'c', 'd'] as const

const common = {
  ...commonDocument,
  dictionary: {
    ...commonDocument.dictionary,
    properties: {
      ...commonDocument.dictionary.properties,
      household: {
        type: 'object',
        properties: {
          ...Object.fromEntries(questions.map((id) => [id, labelled({ type: 'boolean' })])),
          leased: labelled({ type: 'boolean' }),
          rent: labelled({ type: 'integer', minimum: -1, maximum: 1, applies: leaf('leased', 'equal', true) }),
        },
      },
    },
  },
} as unknown as CommonDocument

type Output = number | string | 'rent'

interface Case {
  readonly hit: TablePiece['hit']
  readonly outputs: readonly Output[]
  readonly household: Readonly<Record<string, boolean | number>>
}

const assemblyOfCase = ({ hit, outputs }: Case) => {
  const table: LogicPiece = {
    kind: 'table', id: 'points', title: text('Points'), hit, inputs: [...questions], outputs: ['points'],
    rows: outputs.map((output, row) => ({ id: `aaaaaaaaa${'abcd'[row]}`, when: questions.map((_question, column) => (column === row ? { equal: true } : null)), then: [output === 'rent' ? { fact: 'rent' } : output] })),
  }
  return assemble({ programme: 'boats', layer: 'national', common, releases: { boats: releaseOf([table]) } })
}

const valueOf = async (each: Case, household: Case['household']) => {
  const input: HouseholdInput = { household }
  const { interpreter } = await evaluate(assemblyOfCase(each), { input, moment: at })
  return interpreter.readFact({ fact: 'points' }, {})
}

/** Every way to answer what is not answered; a rent only where the boat is leased. */
const completionsOf = ({ household }: Case): readonly Case['household'][] => {
  const booleans = [...questions, 'leased'].reduce<readonly Case['household'][]>((all, id) =>
    all.flatMap((each) => (each[id] === undefined ? [true, false] : [each[id]]).map((value) => ({ ...each, [id]: value }))), [household])
  return booleans.flatMap((each) => (each.leased === true && each.rent === undefined ? [-1, 0, 1].map((rent) => ({ ...each, rent })) : [each]))
}

const nothing = 'not applicable'

/** What a policy means for a household that answered everything, written anew. */
const meanings: Readonly<Record<TablePiece['hit'], (held: readonly (Output | typeof nothing)[]) => unknown>> = {
  first: ([first]) => first ?? nothing,
  unique: (held) => (held.length > 1 ? 'conflict' : (held[0] ?? nothing)),
  sum: (held) => held.reduce<number>((sum, output) => (typeof output === 'number' ? sum + output : sum), 0),
  max: (held) => {
    const numbers = held.filter((output) => typeof output === 'number')
    return numbers.length === 0 ? nothing : Math.max(...numbers)
  },
  collect: (held) => [...new Set(held.filter((output) => output !== nothing))].toSorted().join(),
}

const meaningOf = ({ hit, outputs }: Case, answers: Case['household']): unknown =>
  meanings[hit](outputs.flatMap((output, row) => (answers[questions[row] ?? 'a'] !== true ? [] : output !== 'rent' ? [output] : [answers.leased === true && typeof answers.rent === 'number' ? answers.rent : nothing])))

const numbers = (outputs: fc.Arbitrary<Output>) => fc.array(outputs, { minLength: 1, maxLength: 4 })
const household = fc.record({ ...Object.fromEntries(questions.map((id) => [id, fc.boolean()])), leased: fc.boolean(), rent: fc.constantFrom(-1, 0, 1) }, { requiredKeys: [] }) as fc.Arbitrary<Case['household']>
const randomCase = (withFact: boolean): fc.Arbitrary<Case> => fc.constantFrom('first', 'unique', 'sum', 'max', 'collect' as const).chain((hit) =>
  fc.record({
    hit: fc.constant(hit),
    outputs: numbers(hit === 'collect' ? fc.constantFrom('x', 'y', 'z') : withFact ? fc.constantFrom<Output>('rent', -2, 0, 3) : fc.integer({ min: -3, max: 3 })),
    household,
  }))

type Value = Awaited<ReturnType<typeof valueOf>>

/** Whether a value leaves a result possible. */
const allows = ({ possible, notApplicable }: Value, result: unknown): boolean => {
  if (result === nothing) return notApplicable
  if (possible.kind === 'any') return true
  if (possible.kind === 'range') return typeof result === 'number' && (possible.from === undefined || possible.from.valueOf() <= result) && (possible.to === undefined || possible.to.valueOf() >= result)
  if (possible.kind === 'set') return possible.scalars.some((scalar) => (Array.isArray(scalar) ? scalar.toSorted().join() === result : typeof scalar === 'object' ? scalar.valueOf() === result : scalar === result))
  if (possible.kind !== 'collection') return false
  const codes = String(result) === '' ? [] : String(result).split(',')
  return possible.certain.every((code) => codes.includes(code)) && codes.every((code) => possible.possible.includes(code))
}

const isSettled = ({ possible, notApplicable }: Value): boolean =>
  possible.kind === 'none' || (!notApplicable && possible.kind === 'set' && possible.scalars.length === 1)

describe('a hit policy while answers are missing', () => {
  const examine = async (each: Case) => {
    const results = completionsOf(each).map((answers) => meaningOf(each, answers))
    fc.pre(!(each.hit === 'unique' && questions.slice(0, each.outputs.length).filter((id) => each.household[id] === true).length > 1))
    return { results: [...new Set(results.filter((result) => result !== 'conflict'))], value: await valueOf(each, each.household) }
  }

  it('leaves every result possible that some completion has', async () => {
    await fc.assert(fc.asyncProperty(randomCase(true), async (each) => {
      const { results, value } = await examine(each)
      for (const result of results) expect([result, allows(value, result)]).toEqual([result, true])
    }), { numRuns: 1500 })
  })

  it('is settled exactly where every completion has the same result, with ends that completions reach', async () => {
    await fc.assert(fc.asyncProperty(randomCase(false), async (each) => {
      const { results, value } = await examine(each)
      const conflicts = each.hit === 'unique' && completionsOf(each).some((answers) => meaningOf(each, answers) === 'conflict')
      if (!conflicts) expect(isSettled(value)).toBe(results.length === 1)
      expect(value.notApplicable).toBe(results.includes(nothing))
      if (value.possible.kind !== 'range') return
      const found = results.filter((result) => typeof result === 'number')
      expect([value.possible.from?.valueOf(), value.possible.to?.valueOf()]).toEqual([Math.min(...found), Math.max(...found)])
    }), { numRuns: 1500 })
  })

  it('gives the one result where everything is answered, leaving out what does not apply', async () => {
    await fc.assert(fc.asyncProperty(randomCase(true), fc.nat(), async (each, pick) => {
      const completions = completionsOf(each)
      const whole = completions[pick % completions.length] ?? {}
      const expected = meaningOf(each, whole)
      if (expected === 'conflict') {
        await expect(valueOf(each, whole)).rejects.toThrow(RowConflict)
        return
      }
      const value = await valueOf(each, whole)
      expect([allows(value, expected), isSettled(value)]).toEqual([true, true])
    }), { numRuns: 1500 })
  })
})
