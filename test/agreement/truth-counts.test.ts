import { assemble, extendCommon, momentAt, noAdditions, type Assembly, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import { circuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import { judgeTruths } from '@tieuchi/runtime/columns/judge-truths.ts'
import { NotInColumns } from '@tieuchi/runtime/columns/not-in-columns.ts'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { countTruths, type CountedTruths, type TruthCount } from '@tieuchi/runtime/columns/truth-counts.ts'
import { compileTruths, PlanDictionary } from '@tieuchi/runtime/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { householdsBesideThresholds } from '../support/threshold-households.ts'
import { comparedReleases } from './pack-releases.ts'
import { randomAssemblies } from './random-releases.ts'
import { guildResults } from './workshop.ts'

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const registerOf = ({ common }: Pick<Assembly, 'common'>, inputs: readonly HouseholdInput[]): RegisterColumns => {
  const register = new RegisterColumns(common)
  inputs.forEach((input, number) => register.put({ id: idOf(number), unit: number % 3 === 0 ? 'hill' : 'harbour', input }))
  return register
}

const keyOf = ({ piece, part }: { readonly piece: string; readonly part?: string }): string => `${piece} ${part ?? ''}`

/** What the interpreter finds household by household, of those that columns counted. */
const recount = async (assembly: Assembly, moment: Moment, register: RegisterColumns, { apart }: CountedTruths, unit?: string): Promise<ReadonlyMap<string, Pick<TruthCount, 'true' | 'unknown' | 'false'>>> => {
  const counts = new Map<string, { true: number; unknown: number; false: number }>()
  const left = new Set(apart.map(({ members, row }) => `${members} ${row}`))
  for (const { members, rows } of register.buckets) {
    for (let row = 0; row < rows; row += 1) {
      const { input, unit: home } = register.readAt(members, row)
      if (left.has(`${members} ${row}`) || (unit !== undefined && home !== unit)) continue
      for (const judged of await judgeTruths(assembly, { input, moment })) {
        const count = counts.get(keyOf(judged)) ?? { true: 0, unknown: 0, false: 0 }
        counts.set(keyOf(judged), count)
        for (const truth of judged.truths) count[truth === true ? 'true' : truth === false ? 'false' : 'unknown'] += 1
      }
    }
  }
  return counts
}

const expectCounts = async (assembly: Assembly, moment: Moment, register: RegisterColumns, unit?: string): Promise<CountedTruths> => {
  const dictionary = new PlanDictionary(assembly.common)
  const program = compileTruths(assembly, dictionary)
  const counted = await countTruths(circuitSpace(register, dictionary, moment), program, { ...(unit !== undefined && { units: [unit] }) })
  const expected = await recount(assembly, moment, register, counted, unit)
  const none = { true: 0, unknown: 0, false: 0 }
  expect(counted.counts.map((count) => [keyOf(count), count.true, count.unknown, count.false])).toEqual(counted.counts.map((count) => {
    const found = expected.get(keyOf(count)) ?? none
    return [keyOf(count), found.true, found.unknown, found.false]
  }))
  return counted
}

describe('Counts of what is true over the register', () => {
  it.each(comparedReleases().map((release) => [release.folder, release] as const))('are those of the interpreter for %s', async (folder, { assembly, moment }) => {
    const register = registerOf(assembly, fc.sample(householdsBesideThresholds(assembly, moment.facts_at), { numRuns: 120, seed: 20_261_126 }))
    const { counts, households, apart } = await expectCounts(assembly, moment, register)
    expect(households + apart.length + register.apart.size).toBe(120)
    expect(counts.length).toBeGreaterThan(folder.startsWith('poverty/') ? 12 : 1)
    expect(counts.reduce((sum, { unknown }) => sum + unknown, 0)).toBeGreaterThan(0)
  })

  it('are those of the interpreter for rules made up at random, in one unit or all', async () => {
    await fc.assert(fc.asyncProperty(randomAssemblies, fc.noShrink(fc.integer()), fc.boolean(), async (assembly, seed, one) => {
      const register = registerOf(assembly, fc.sample(householdsBesideThresholds(assembly, '2026-06-01', guildResults), { numRuns: 12, seed }))
      try {
        await expectCounts(assembly, momentAt('2026-06-01'), register, one ? 'harbour' : undefined)
      } catch (error) {
        if (!(error instanceof NotInColumns)) throw error
      }
    }), { numRuns: 25 })
  })

  it('take a question the register does not know yet as answered by nobody', async () => {
    const release = comparedReleases()[0]
    if (!release) throw new Error('There are packs')
    const { assembly, moment } = release
    const { common } = extendCommon(assembly.common, { ...noAdditions, fields: { household: { has_well: { type: 'boolean', 'x-label': { vi: 'Giếng', en: 'Well' } }, wells: { type: 'integer', 'x-label': { vi: 'Số giếng', en: 'Wells' } } }, members: {}, unit: {} } })
    const rule = (id: string, fact: string, operator: 'equal' | 'greaterThan', value: boolean | number) =>
      ({ kind: 'condition' as const, id, title: { vi: id, en: id }, conditions: { all: [{ id: `${id.slice(0, 4)}aaaaaa`, fact, operator, value }] } })
    const added = [rule('drinks', 'has_well', 'equal', true), rule('drinks_often', 'wells', 'greaterThan', 2)]
    const { programme, release: own } = assembly
    const grown = assemble({ programme, layer: 'national', common, releases: { [programme]: { ...own, logic: [...own.logic, ...added] } } })
    const register = registerOf(assembly, fc.sample(householdsBesideThresholds(assembly, moment.facts_at), { numRuns: 40, seed: 3 }))
    const { counts, households } = await expectCounts(grown, moment, register)
    for (const id of ['drinks', 'drinks_often']) expect(counts.find(({ piece }) => piece === id)).toMatchObject({ true: 0, unknown: households, false: 0 })
  })
})
