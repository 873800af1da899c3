import { fileURLToPath } from 'node:url'
import { assemble, evaluate, momentAt, type HouseholdInput, type OutcomeResult, type Question } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completedBy, completeHouseholds, questionsOf, removeAnswers } from '../support/dictionary-households.ts'

const { common, programmes } = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))

const releases = programmes.filter(({ document }) => document.id === 'poverty').flatMap(({ document, releases: all }) => all.map(({ release, folder, valid_from: from = '2021-11-01' }) => {
  const assembly = assemble({ programme: document.id, layer: 'national', common, releases: { [document.id]: release } })
  const limits = Object.values(release.parameters).flatMap(({ value, values = {} }) => [value, ...Object.values(values)]).filter((value) => typeof value === 'number')
  const outcomesOf = async (input: HouseholdInput): Promise<readonly OutcomeResult[]> => (await evaluate(assembly, { input, moment: momentAt(from) })).result.outcomes
  return [folder, limits, outcomesOf] as const
}))

const nameOf = ({ field, member }: Question): string => (member === undefined ? field : `${member} ${field}`)

const facts = ({ id, state, value }: OutcomeResult) => ({ id, state, value })

describe.each(releases)('%s', (_folder, limits, outcomesOf) => {
  const households = completeHouseholds(common, limits)
  const share = fc.constantFrom(0.05, 0.2, 0.5)
  const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
  const removing = (whole: HouseholdInput, limit: number, roll: Iterator<number>) => new Set(questionsOf(whole).filter(() => roll.next().value < limit))

  it('a result without all answers equals the result of every completion tried', async () => {
    await fc.assert(fc.asyncProperty(households, share, dice, fc.array(households, { minLength: 2, maxLength: 2 }), async (whole, limit, roll, others) => {
      const removed = removing(whole, limit, roll)
      const partial = removeAnswers(whole, (question) => removed.has(question))
      const determined = (await outcomesOf(partial)).filter(({ state }) => state !== 'undetermined').map(facts)
      for (const completion of [whole, ...others.map((other) => completedBy(partial, other))]) {
        expect((await outcomesOf(completion)).map(facts)).toEqual(expect.arrayContaining(determined))
      }
    }), { numRuns: 60 })
  })

  it('answering questions outside the missing ones never determines a result', async () => {
    await fc.assert(fc.asyncProperty(households, share, dice, async (whole, limit, roll) => {
      const removed = removing(whole, limit, roll)
      const before = await outcomesOf(removeAnswers(whole, (question) => removed.has(question)))
      for (const outcome of before.filter(({ state }) => state === 'undetermined')) {
        const missing = new Set(outcome.missing.map(nameOf))
        const after = await outcomesOf(removeAnswers(whole, (question) => removed.has(question) && missing.has(question)))
        expect(after.find(({ id }) => id === outcome.id)?.state).toBe('undetermined')
      }
    }), { numRuns: 60 })
  })
})
