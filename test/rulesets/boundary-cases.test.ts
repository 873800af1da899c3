import { assemble, boundaryCases, runCase, type BoundaryCases, type ProposedCase } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const { common, programmes } = readPacks(rulesets)

const releases = programmes.filter(({ document }) => document.id === 'poverty').flatMap(({ document, releases: all }) => all.map(({ release, folder, valid_from: from = '2021-11-01' }) =>
  [folder, from, assemble({ programme: document.id, layer: 'national', common, releases: { [document.id]: release } })] as const))

const made = new Map<string, Promise<BoundaryCases>>()

/** The cases proposed where a release has none, made once. */
const fromNothing = (folder: string): Promise<BoundaryCases> => {
  const [, from, assembly] = releases.find(([name]) => name === folder) ?? []
  if (from === undefined || !assembly) throw new Error(`The pack ${folder} is gone`)
  const cases = made.get(folder) ?? boundaryCases(assembly, from, [])
  made.set(folder, cases)
  return cases
}

const codes = ({ unreached }: BoundaryCases, kind: string): readonly string[] => [...new Set(unreached.filter(({ purpose }) => purpose.kind === kind).map(({ code }) => code))]

const expectSuggested = (each: ProposedCase) => ({ ...each, expect: each.suggestion })

describe.each(releases)('%s', (folder, _from, assembly) => {
  it('cannot reach only what the law leaves open and numbers of persons below none', async () => {
    const proposed = await fromNothing(folder)
    expect(codes(proposed, 'threshold').filter((code) => code !== 'open' && code !== 'outside')).toEqual([])
    const rows = proposed.unreached.filter(({ purpose, code }) => purpose.kind === 'row' && code !== 'open')
    expect(rows.map(({ purpose }) => purpose.path).filter((path) => !path.includes('movement'))).toEqual([])
    expect(codes(proposed, 'branch').filter((code) => code !== 'open')).toEqual([])
    for (const { purpose, code } of proposed.unreached) if (code === 'outside') expect(purpose.side).toBe('below')
  })

  it('has a case with each answer missing for every question that a proposed case needs', async () => {
    const { cases } = await fromNothing(folder)
    const asked = new Set(cases.flatMap(({ given }) => [...Object.keys(given.household ?? {}), ...Object.keys(given.unit ?? {}), ...(given.members ?? []).flatMap((member) => Object.keys(member).filter((key) => key !== 'id'))]))
    const left = new Set(cases.flatMap(({ purpose }) => (purpose.kind === 'missing' ? [purpose.path.split('/')[1]] : [])))
    expect([...asked].filter((field) => !left.has(field))).toEqual([])
  })

  it('proposes only sound answers, with the results the release gives today', async () => {
    for (const each of (await fromNothing(folder)).cases) {
      expect(checkInput(common, each.given)).toEqual([])
      expect((await runCase(assembly, expectSuggested(each))).issues).toEqual([])
    }
  })

  it('names each case by an id of its own', async () => {
    const { cases } = await fromNothing(folder)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    for (const { id } of cases) expect(id).toMatch(/^[a-z2-7]{10}$/)
  })
})

it('the same cases under the same ids are proposed each time', async () => {
  const [[folder, from, assembly] = []] = releases
  if (folder === undefined || from === undefined || !assembly) throw new Error('The packs are gone')
  expect(await boundaryCases(assembly, from, [])).toEqual(await fromNothing(folder))
})
