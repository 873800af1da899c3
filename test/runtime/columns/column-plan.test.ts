import { assemble, evaluate, type Assembly, type HouseholdInput, type LogicPiece } from '@tieuchi/runtime'
import { circuitSpace, judgeColumns } from '@tieuchi/runtime/columns/column-plan.ts'
import { NotInColumns } from '@tieuchi/runtime/columns/not-in-columns.ts'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { comparableResult, compileProgram, PlanDictionary, Unplannable } from '@tieuchi/runtime/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionsOf, removeAnswers } from '../../support/dictionary-households.ts'
import { completeInput, parameters, randomLogic } from '../arbitraries.ts'
import { dogCommon } from '../../support/dog-licences.ts'
import { assemblyOf, at, commonDocument, leaf, outcomeOf, releaseOf, text } from '../fixture.ts'

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const registerOf = (inputs: readonly HouseholdInput[]): RegisterColumns => {
  const register = new RegisterColumns(commonDocument)
  inputs.forEach((input, number) => register.put({ id: idOf(number), unit: 'quay', input }))
  return register
}

/** Judges households in columns and one by one by the interpreter, and expects the same of both. */
const expectAgreement = async (assembly: Assembly, inputs: readonly HouseholdInput[]): Promise<void> => {
  const register = registerOf(inputs)
  const dictionary = new PlanDictionary(commonDocument)
  const results = await judgeColumns(circuitSpace(register, dictionary, at), compileProgram(assembly, dictionary, 'partial'))
  for (const { members, rows } of register.buckets) {
    for (let row = 0; row < rows; row += 1) {
      if (results.escapes(members, row)) continue
      const { input } = register.readAt(members, row)
      const expected = await evaluate(assembly, { input, moment: at })
      expect({ input, result: results.result(members, row) }).toEqual({ input, result: comparableResult(expected.result) })
    }
  }
}

/** A household with some answers missing, some dates known only to the year, and perhaps a history, or a part of one. */
const partialInput: fc.Arbitrary<HouseholdInput> = fc.tuple(completeInput, fc.infiniteStream(fc.integer({ min: 0, max: 5 }))).map(([{ household, members, unit, history }, die]) => {
  const whole: HouseholdInput = { household, unit, history, members: members.map((member) => ({ ...member, born_on: die.next().value === 0 ? String(member['born_on']).slice(0, 4) : (member['born_on'] ?? '') })) }
  const dropped = new Set(questionsOf(whole).filter(() => die.next().value === 0))
  return removeAnswers(whole, (question) => dropped.has(question))
})

describe('a plan over columns', () => {
  it('finds what the interpreter finds, for random rules and households with missing answers', async () => {
    await fc.assert(fc.asyncProperty(randomLogic, fc.array(partialInput, { minLength: 1, maxLength: 40 }), async (logic, inputs) => {
      await expectAgreement(assemblyOf(logic, parameters), inputs).catch((error: unknown) => {
        if (!(error instanceof Unplannable)) throw error
      })
    }), { numRuns: 150 })
  })

  it('finds what the interpreter finds where everybody answered everything', async () => {
    await fc.assert(fc.asyncProperty(randomLogic, fc.array(completeInput, { minLength: 1, maxLength: 40 }), async (logic, inputs) => {
      await expectAgreement(assemblyOf(logic, parameters), inputs).catch((error: unknown) => {
        if (!(error instanceof Unplannable)) throw error
      })
    }), { numRuns: 80 })
  })

  it('tells texts that rules compare with from all others', async () => {
    const inputs = ['Lan', 'Minh', 'Lan Anh', ''].map((sailor): HouseholdInput => ({ members: [{ id: 'a', sailor }, { id: 'b' }] }))
    await expectAgreement(assemblyOf([{ kind: 'fact', id: 'lans', title: text('lans'), value: { count: 'members', where: leaf('sailor', 'in', ['Lan', 'Nobody', '']) } }, outcomeOf('lans')]), inputs)
  })

  it('leaves rules that compare an answer in words of one’s own with an earlier result to others', async () => {
    const logic: LogicPiece[] = [
      { kind: 'fact', id: 'pier', title: text('pier'), value: 'Pier Street' },
      { kind: 'outcome', id: 'named', title: text('named'), from: 'pier' },
      { kind: 'fact', id: 'stayed', title: text('stayed'), value: { count: 'history', outcome: 'boats.named', where: leaf('value', 'equal', { fact: 'street' }) } },
      outcomeOf('stayed'),
    ]
    const assembly = assemble({ programme: 'boats', layer: 'national', common: dogCommon, releases: { boats: releaseOf(logic) } })
    const dictionary = new PlanDictionary(dogCommon)
    await expect(judgeColumns(circuitSpace(new RegisterColumns(dogCommon), dictionary, at), compileProgram(assembly, dictionary, 'partial'))).rejects.toThrow(NotInColumns)
  })

  it('leaves rules that compare two answers in words of one’s own to others', async () => {
    const logic: LogicPiece[] = [{ kind: 'fact', id: 'home', title: text('home'), value: { if: leaf('street', 'equal', { fact: 'telephone' }), then: 1, else: 0 } }, outcomeOf('home')]
    const assembly = assemble({ programme: 'boats', layer: 'national', common: dogCommon, releases: { boats: releaseOf(logic) } })
    const dictionary = new PlanDictionary(dogCommon)
    await expect(judgeColumns(circuitSpace(new RegisterColumns(dogCommon), dictionary, at), compileProgram(assembly, dictionary, 'partial'))).rejects.toThrow(NotInColumns)
  })
})
