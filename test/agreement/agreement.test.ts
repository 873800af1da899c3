import { momentAt } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { householdsBesideThresholds } from '../support/threshold-households.ts'
import { runAgree } from './agree-command.ts'
import { compareExecutions } from './compare.ts'
import { executions } from './executions.ts'
import { comparedReleases, readChecked } from './pack-releases.ts'
import { randomAssemblies } from './random-releases.ts'
import { guildResults } from './workshop.ts'

const releases = comparedReleases()
const checked = readChecked()

/** Households compared where the logic is the one last compared in full, and where it is another. */
const few = 200
const many = 1000

describe.each(releases.map((release) => [release.folder, release] as const))('%s', (folder, { assembly, moment, logicHash }) => {
  it('is judged by every other execution as by the interpreter', async () => {
    const households = checked[folder] === logicHash ? few : many
    const inputs = fc.sample(householdsBesideThresholds(assembly, moment.facts_at), { numRuns: households, seed: 20_260_101 })
    const { differences, without, left } = await compareExecutions(assembly, moment, inputs)
    expect(differences.slice(0, 3)).toEqual([])
    expect(without).toEqual({})
    for (const { name, reach } of executions) expect([name, (left[name] ?? households) < households * reach.left]).toEqual([name, true])
  })
})

describe('releases made up at random', () => {
  const day = '2026-06-01'

  it('are judged by every other execution as by the interpreter', async () => {
    await fc.assert(fc.asyncProperty(randomAssemblies, fc.noShrink(fc.integer()), async (assembly, seed) => {
      const inputs = fc.sample(householdsBesideThresholds(assembly, day, guildResults), { numRuns: 10, seed })
      expect((await compareExecutions(assembly, momentAt(day), inputs)).differences).toEqual([])
    }), { numRuns: 80 })
  })

  it('can mostly be run by every other execution, and most households with them', async () => {
    const assemblies = fc.sample(randomAssemblies, { numRuns: 40, seed: 7 })
    const found = await Promise.all(assemblies.map(async (assembly, index) => compareExecutions(assembly, momentAt(day), fc.sample(householdsBesideThresholds(assembly, day, guildResults), { numRuns: 5, seed: index }))))
    for (const { name, reach } of executions) {
      const able = found.filter(({ without }) => without[name] === undefined)
      const left = able.reduce((sum, { left: counts }) => sum + (counts[name] ?? 0), 0)
      expect([name, able.length >= found.length * reach.releases, left < able.length * 5 * reach.left]).toEqual([name, true, true])
    }
  })
})

describe('the command', () => {
  it('tells of each release how many households were compared and how many differ', async () => {
    const lines: string[] = []
    const code = await runAgree(['--households', '20', '--release', 'poverty/2022'], (line) => lines.push(line))
    expect([code, lines[0]]).toEqual([0, expect.stringMatching(/^poverty\/2022: 20 households, \d+ determined, \d+ undetermined, 0 differences$/)])
    expect(lines.length).toBe(1 + executions.length)
  })

  it('names its options where it is asked for a release that is not there', async () => {
    const lines: string[] = []
    expect([await runAgree(['--release', 'poverty/1900'], (line) => lines.push(line)), lines]).toEqual([2, [expect.stringContaining('--households')]])
  })
})
