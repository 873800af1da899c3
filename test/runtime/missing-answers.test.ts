import type { HouseholdInput, LogicPiece, Question } from '@tieuchi/runtime'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { completedBy, questionsOf, removeAnswers } from '../support/dictionary-households.ts'
import { completeInput, parameters, randomLogic } from './arbitraries.ts'
import { assemblyOf, resultOf } from './fixture.ts'

const outcomeOf = async (logic: readonly LogicPiece[], input: HouseholdInput) => {
  const [outcome] = (await resultOf(assemblyOf(logic, parameters), input)).outcomes
  if (!outcome) throw new Error('The release has one outcome')
  return outcome
}

/** Whether the entitlement is granted, and its amount where that is certain. */
const subsidyOf = async (logic: readonly LogicPiece[], input: HouseholdInput) => {
  const [subsidy] = (await resultOf(assemblyOf(logic, parameters), input)).entitlements
  if (!subsidy) throw new Error('The release has one entitlement')
  return subsidy
}

const nameOf = ({ field, member }: Question): string => (member === undefined ? field : `${member} ${field}`)

const comparable = ({ state, value }: Awaited<ReturnType<typeof outcomeOf>>) => ({ state, value: Array.isArray(value) ? value.toSorted() : value })

it('a result without all answers equals the result of every completion', async () => {
  await fc.assert(
    fc.asyncProperty(randomLogic, completeInput, fc.infiniteStream(fc.boolean()), fc.array(completeInput, { minLength: 4, maxLength: 4 }), async (logic, whole, coin, others) => {
      const flips = new Map(questionsOf(whole).map((question) => [question, coin.next().value]))
      const partial = removeAnswers(whole, (question) => flips.get(question) === true)
      const result = await outcomeOf(logic, partial)
      if (result.state === 'undetermined') return
      for (const completion of [whole, ...others.map((other) => completedBy(partial, other))]) {
        expect(comparable(await outcomeOf(logic, completion))).toEqual(comparable(result))
      }
    }),
    { numRuns: 1500 },
  )
})

it('an entitlement decided without all answers is decided alike in every completion, and so is its amount', async () => {
  await fc.assert(
    fc.asyncProperty(randomLogic, completeInput, fc.infiniteStream(fc.boolean()), fc.array(completeInput, { minLength: 3, maxLength: 3 }), async (logic, whole, coin, others) => {
      const flips = new Map(questionsOf(whole).map((question) => [question, coin.next().value]))
      const partial = removeAnswers(whole, (question) => flips.get(question) === true)
      const { state, amount } = await subsidyOf(logic, partial)
      if (state === 'undetermined') return
      for (const completion of [whole, ...others.map((other) => completedBy(partial, other))]) {
        expect(await subsidyOf(logic, completion)).toMatchObject({ state, ...(amount !== undefined && { amount }) })
      }
    }),
    { numRuns: 1500 },
  )
})

it('answering questions outside the missing ones never determines an undetermined result', async () => {
  await fc.assert(
    fc.asyncProperty(randomLogic, completeInput, fc.infiniteStream(fc.boolean()), async (logic, whole, coin) => {
      const flips = new Map(questionsOf(whole).map((question) => [question, coin.next().value]))
      const before = await outcomeOf(logic, removeAnswers(whole, (question) => flips.get(question) === true))
      if (before.state !== 'undetermined') return
      const missing = new Set(before.missing.map(nameOf))
      const after = await outcomeOf(logic, removeAnswers(whole, (question) => missing.has(question.replace(' before', '')) && flips.get(question) === true))
      expect(after.state).toBe('undetermined')
    }),
    { numRuns: 1500 },
  )
})

it('a complete household is always determined or not applicable', async () => {
  await fc.assert(
    fc.asyncProperty(randomLogic, completeInput, async (logic, whole) => {
      expect(await outcomeOf(logic, whole)).toMatchObject({ state: expect.stringMatching(/^(determined|not_applicable)$/), missing: [] })
    }),
    { numRuns: 1500 },
  )
})
