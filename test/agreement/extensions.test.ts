import { momentAt } from '@tieuchi/runtime'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { installSample } from '../support/installed-sample.ts'
import { householdsBesideThresholds } from '../support/threshold-households.ts'
import { compareExecutions } from './compare.ts'
import { executions } from './executions.ts'
import { randomAssemblies } from './random-releases.ts'
import { guildResults } from './workshop.ts'

const day = '2026-06-01'

installSample()

const uses = (logic: unknown, words: readonly string[]): boolean => words.some((word) => JSON.stringify(logic).includes(word))

it.each([
  ['comparisons', ['sample.withinMonths']],
  ['aggregates', ['sample.secondGreatest', 'sample.majority']],
])('releases that use %s of a package of code are judged by every execution as by the interpreter: over objects, over columns and by the database', async (_kind, words) => {
  const ran = new Map<string, number>()
  await fc.assert(fc.asyncProperty(randomAssemblies.filter(({ release }) => uses(release.logic, words)), fc.noShrink(fc.integer()), async (assembly, seed) => {
    const inputs = fc.sample(householdsBesideThresholds(assembly, day, guildResults), { numRuns: 10, seed })
    const { differences, without } = await compareExecutions(assembly, momentAt(day), inputs)
    expect(differences).toEqual([])
    for (const { name } of executions) if (without[name] === undefined) ran.set(name, (ran.get(name) ?? 0) + 1)
  }), { numRuns: 25 })
  for (const { name } of executions) expect([name, (ran.get(name) ?? 0) > 10]).toEqual([name, true])
})
