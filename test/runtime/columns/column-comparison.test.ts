import { evaluate, type Assembly, type HouseholdInput, type LogicPiece, type OutcomeResult, type Parameter } from '@tieuchi/runtime'
import { ColumnComparison } from '@tieuchi/runtime/columns/column-comparison.ts'
import { circuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import type { OutcomeFlow } from '@tieuchi/runtime/columns/outcome-flow.ts'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { compileProgram, PlanDictionary, Unplannable } from '@tieuchi/runtime/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionsOf, removeAnswers } from '../../support/dictionary-households.ts'
import { completeInput, parameters, randomLogic } from '../arbitraries.ts'
import { assemblyOf, at, commonDocument, leaf, text } from '../fixture.ts'

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const registerOf = (inputs: readonly HouseholdInput[], unitOf: (number: number) => string = () => 'quay'): RegisterColumns => {
  const register = new RegisterColumns(commonDocument)
  inputs.forEach((input, number) => register.put({ id: idOf(number), unit: unitOf(number), input }))
  return register
}

const partialInput: fc.Arbitrary<HouseholdInput> = fc.tuple(completeInput, fc.infiniteStream(fc.integer({ min: 0, max: 5 }))).map(([{ household, members, unit, history }, die]) => {
  const whole: HouseholdInput = { household, unit, members, history }
  const dropped = new Set(questionsOf(whole).filter(() => die.next().value === 0))
  return removeAnswers(whole, (question) => dropped.has(question))
})

const outcomeOf = async (assembly: Assembly, input: HouseholdInput): Promise<OutcomeResult> => {
  const [outcome] = (await evaluate(assembly, { input, moment: at })).result.outcomes
  if (!outcome) throw new Error('The release has one outcome')
  return outcome
}

const written = ({ state, value }: Pick<OutcomeResult, 'state' | 'value'>) => JSON.stringify([state, Array.isArray(value) ? value.toSorted() : value])

/** What the interpreter finds of every household under both rules, as a flow tells it. */
const expectFlow = async (register: RegisterColumns, flow: OutcomeFlow, [before, after]: readonly [Assembly, Assembly]): Promise<void> => {
  const flipped = new Map(flow.flipped.map((row) => [`${row.members} ${row.row}`, row]))
  const apart = new Set(flow.apart.map(({ members, row }) => `${members} ${row}`))
  let unlike = 0
  for (const { members, rows } of register.buckets) {
    for (let row = 0; row < rows; row += 1) {
      if (apart.has(`${members} ${row}`)) continue
      const { input } = register.readAt(members, row)
      const [old, now] = [await outcomeOf(before, input), await outcomeOf(after, input)]
      const flip = flipped.get(`${members} ${row}`)
      expect({ input, old, now, flips: flip !== undefined }).toEqual({ input, old, now, flips: written(old) !== written(now) })
      if (flip) {
        unlike += 1
        expect([flow.before[flip.before]?.state, flow.after[flip.after]?.state]).toEqual([old.state, now.state])
      }
    }
  }
  expect(unlike).toBe(flow.flipped.length)
  expect(flow.matrix.flat().reduce((sum, count) => sum + count, 0) + apart.size + register.apart.size).toBe(register.size)
}

const withLimit = (value: number, north: number): Readonly<Record<string, Parameter>> => ({ ...parameters, limit: { ...parameters.limit, value }, by_harbour: { ...parameters.by_harbour, values: { north, south: 6 } } })

const skipUnplannable = (error: unknown): void => {
  if (!(error instanceof Unplannable)) throw error
}

describe('a comparison over columns', () => {
  it('finds who flips under other values of parameters as the interpreter does, change after change', async () => {
    await fc.assert(fc.asyncProperty(randomLogic, fc.array(partialInput, { minLength: 1, maxLength: 40 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 3 }), async (logic, inputs, changes) => {
      try {
        const register = registerOf(inputs)
        const dictionary = new PlanDictionary(commonDocument)
        const assembly = assemblyOf(logic, parameters)
        const program = compileProgram(assembly, dictionary, 'partial')
        const comparison = new ColumnComparison(circuitSpace(register, dictionary, at), program, { outcome: 'berth' })
        for (const [limit, north] of changes) {
          const values = new Map(program.graph.parameters.flatMap(({ name, key, scale }, index) => {
            if (name === 'limit') return [[index, limit * scale] as const]
            return name === 'by_harbour' && key === 'north' ? [[index, north * scale] as const] : []
          }))
          await expectFlow(register, await comparison.against({ program, values }), [assembly, assemblyOf(logic, withLimit(limit, north))])
        }
      } catch (error) {
        skipUnplannable(error)
      }
    }), { numRuns: 60 })
  })

  it('holds a draft release against the one in force, and follows a register that changes', async () => {
    await fc.assert(fc.asyncProperty(randomLogic, randomLogic, fc.array(partialInput, { minLength: 1, maxLength: 30 }), fc.array(partialInput, { maxLength: 5 }), async (logic, draft, inputs, later) => {
      try {
        const register = registerOf(inputs)
        const dictionary = new PlanDictionary(commonDocument)
        const assemblies = [assemblyOf(logic, parameters), assemblyOf(draft, parameters)] as const
        const [before, after] = assemblies.map((assembly) => compileProgram(assembly, dictionary, 'partial'))
        if (!before || !after) return
        const comparison = new ColumnComparison(circuitSpace(register, dictionary, at), before, { outcome: 'berth' })
        await expectFlow(register, await comparison.against({ program: after }), assemblies)
        later.forEach((input, number) => register.put({ id: idOf(number * 3), unit: 'quay', input }))
        await expectFlow(register, await comparison.against({ program: after }), assemblies)
      } catch (error) {
        skipUnplannable(error)
      }
    }), { numRuns: 60 })
  })

  it('finds a text that the rules compare with, and a unit asked about, when somebody first has it', async () => {
    const nina = (name: string): LogicPiece[] => [
      { kind: 'fact', id: 'known', title: text('known'), value: { count: 'members', where: leaf('sailor', 'equal', name) } },
      { kind: 'outcome', id: 'berth', title: text('berth'), from: 'known' },
    ]
    const sailors = ['Lan', 'Minh', 'An', 'Hoa']
    const register = registerOf(sailors.map((sailor) => ({ members: [{ id: 'a', sailor }] })), (number) => ['quay', 'pier', 'dock', 'slip'][number] ?? 'quay')
    const dictionary = new PlanDictionary(commonDocument)
    const [before, after] = [nina('Lan'), nina('Nina')].map((logic) => compileProgram(assemblyOf(logic, parameters), dictionary, 'partial'))
    if (!before || !after) throw new Error('Both releases have a plan')
    const comparison = new ColumnComparison(circuitSpace(register, dictionary, at), before, { outcome: 'berth', units: ['quay', 'berth'] })
    const flips = async () => (await comparison.against({ program: after })).flipped.length
    expect(await flips()).toBe(1)
    register.put({ id: idOf(4), unit: 'berth', input: { members: [{ id: 'a', sailor: 'Nina' }] } })
    expect(await flips()).toBe(2)
  })

  it('looks only at the households of the units asked about', async () => {
    const logic = [
      { kind: 'fact' as const, id: 'large', title: text('large'), value: { if: leaf('cargo', 'greaterThan', { parameter: 'limit' }), then: true, else: false } },
      { kind: 'outcome' as const, id: 'berth', title: text('berth'), from: 'large' },
    ]
    const register = registerOf(Array.from({ length: 40 }, (_household, number) => ({ household: { cargo: number % 10 }, members: [{ id: 'a' }] })), (number) => (number % 4 === 0 ? 'pier' : 'quay'))
    const dictionary = new PlanDictionary(commonDocument)
    const program = compileProgram(assemblyOf(logic, parameters), dictionary, 'partial')
    const values = new Map(program.graph.parameters.map((_parameter, index) => [index, 8]))
    const flowIn = async (units: readonly string[]) => {
      const flow = await new ColumnComparison(circuitSpace(register, dictionary, at), program, { outcome: 'berth', units }).against({ program, values })
      return { counted: flow.matrix.flat().reduce((sum, count) => sum + count, 0), flipped: flow.flipped.length }
    }
    expect(await flowIn(['pier'])).toEqual({ counted: 10, flipped: 4 })
    expect(await flowIn(['pier', 'quay'])).toEqual({ counted: 40, flipped: 16 })
    await expect(new ColumnComparison(circuitSpace(register, dictionary, at), program, { outcome: 'berth' }).against({ program, values: new Map([[0, 0]]) })).rejects.toThrow(RangeError)
    expect(await flowIn(['elsewhere'])).toEqual({ counted: 0, flipped: 0 })
  })
})
