import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Overlay } from '@tieuchi/runtime'
import { PackError } from '@tieuchi/server/policies/pack-error.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { PackOverlay, Packs } from '@tieuchi/server/policies/pack.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { judgePackCase, packCases } from '../../cases/pack-cases.ts'
import { dogProgramme } from '../../support/dog-licences.ts'
import { hillOverlay, hillPack, islandOverlay, islandPack, layeredPacks, openReleases } from '../../support/dog-overlays.ts'
import { writeDogRulesets } from '../../support/dog-rulesets.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const folderWith = (overlays: readonly PackOverlay[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'))
  folders.push(folder)
  writeDogRulesets(folder, { ...layeredPacks, programmes: [{ document: dogProgramme, releases: openReleases, overlays }] })
  return folder
}

const packsWith = (...overlays: readonly PackOverlay[]): Packs => readPacks(folderWith(overlays))

describe('A folder of a programme whose scope is a unit', () => {
  it('is an overlay, read with its period beside the releases', () => {
    const [programme] = packsWith(islandPack, hillPack).programmes
    expect(programme?.releases.map(({ folder }) => folder)).toEqual(['dog-licence/2026', 'dog-licence/2027'])
    expect(programme?.overlays).toEqual([{ ...hillPack, folder: 'dog-licence/hill-2027' }, { ...islandPack, folder: 'dog-licence/island-2026-07' }])
  })

  it('applies to the units below it, from the province downward, on whatever release is in force', () => {
    const packs = packsWith(islandPack, hillPack)
    const foldersOf = (unit: string, at: string) => {
      const rules = resolvePackRules(packs, { programme: 'dog-licence', at, unit })
      return isIssue(rules) ? rules.code : [rules.release.folder, ...(rules.overlays['dog-licence'] ?? []).map(({ folder }) => folder), ...Object.keys(rules.assemblies)]
    }
    expect(foldersOf('hill', '2026-06-30')).toEqual(['dog-licence/2026', 'national'])
    expect(foldersOf('hill', '2026-07-01')).toEqual(['dog-licence/2026', 'dog-licence/island-2026-07', 'national', 'local'])
    expect(foldersOf('hill', '2027-01-01')).toEqual(['dog-licence/2027', 'dog-licence/island-2026-07', 'dog-licence/hill-2027', 'national', 'local'])
    expect(foldersOf('harbour', '2027-01-01')).toEqual(['dog-licence/2027', 'dog-licence/island-2026-07', 'national', 'local'])
    expect(foldersOf('meadow', '2027-01-01')).toEqual(['dog-licence/2027', 'national'])
  })

  it('has its own worked cases, judged in its layer', async () => {
    const packs = packsWith(islandPack, hillPack)
    const cases = packCases(packs)
    const own = cases.filter(({ document }) => document.id === 'caseisland')
    expect(own).toHaveLength(1)
    for (const each of cases) expect(await judgePackCase(packs, each)).toEqual({ state: 'passed' })
    const wrong = packsWith({ ...islandPack, overlay: { ...islandOverlay, cases: islandOverlay.cases.map((each) => ({ ...each, expect: { licence: 'refused' } })) } })
    const [failing] = packCases(wrong).filter(({ document }) => document.id === 'caseisland')
    expect(failing && (await judgePackCase(wrong, failing))).toMatchObject({ state: 'failed', got: { licence: 'granted' } })
  })
})

describe('An overlay with a problem', () => {
  const issuesOf = (...overlays: readonly PackOverlay[]): PackError['issues'] => {
    try {
      packsWith(...overlays)
    } catch (error) {
      if (error instanceof PackError) return error.issues
      throw error
    }
    return []
  }
  const islandWith = (parts: Partial<Overlay>): PackOverlay => ({ ...islandPack, overlay: { ...islandOverlay, ...parts } })
  const garden = islandOverlay.parameters['least_garden']
  const file = (name: string) => `dog-licence/island-2026-07/${name}`

  it.each<readonly [string, readonly PackOverlay[], readonly (string | number)[], string]>([
    ['a unit that is not there', [islandWith({ scope: { unit: 'moon' } })], [file('release.json'), 'scope', 'unit'], 'there is no unit “moon”'],
    ['a parameter the base does not have', [islandWith({ parameters: { ...(garden && { most_garden: garden }) } })], [file('parameters.json'), 'most_garden'], 'most_garden'],
    ['another unit of measure', [islandWith({ parameters: { ...(garden?.kind === 'changed' && { least_garden: { ...garden, unit: 'ha' } }) } })], [file('parameters.json'), 'least_garden', 'unit'], '“ha”'],
    ['a piece that is not open', [islandWith({ logic: [{ kind: 'fact', id: 'obstacle_count', value: 0 }] })], [file('logic/licence.json'), 0], 'do not allow'],
    ['a fact that is not there', [islandWith({ logic: [{ kind: 'rules', id: 'obstacles', rules: [{ kind: 'changed', id: 'open_garden', conditions: { id: 'localgarde', fact: 'roof', operator: 'equal', value: true } }] }] })], [file('logic/licence.json'), 0, 'rules', 0], 'roof'],
    ['a form of its own', [islandWith({ forms: [] } as Partial<Overlay>)], [file('release.json')], '“forms”'],
    ['a wrong answer in a case', [islandWith({ cases: islandOverlay.cases.map((each) => ({ ...each, given: { household: { garden_area: 'wide' } } })) })], [file('cases/garden.json'), 0, 'given', 'household', 'garden_area'], 'wide'],
    ['a period without national rules', [{ ...islandPack, valid_from: '2020-01-01', valid_to: '2020-12-31' }], [file('release.json'), 'valid_from'], 'no national rules'],
    ['another of its unit for one day', [islandPack, { ...islandPack, folder: 'island-2027', valid_from: '2027-01-01' }], ['dog-licence/island-2027/release.json', 'valid_from'], 'overlaps'],
    ['another programme', [islandWith({ programme: 'cat-licence' })], [file('release.json'), 'programme'], 'cat-licence'],
  ])('is refused for %s, naming file, place and value in both languages', (_name, overlays, place, words) => {
    const issues = issuesOf(...overlays)
    expect(issues.map(({ path }) => path.slice(0, place.length))).toContainEqual(place)
    expect(issues.map(({ message }) => message.en).join('\n')).toContain(words)
    for (const { message } of issues) expect(message.vi).not.toBe(message.en)
  })

  it('is refused where only one of the releases it will stand on does not fit', () => {
    const [first, second] = openReleases
    const moved = second && { ...second, release: { ...second.release, parameters: { least_garden: { title: { vi: 'x', en: 'x' }, unit: 'm2', value: 30, certainty: 'seen' as const, overridable: 'lower' as const } } } }
    const folder = mkdtempSync(join(tmpdir(), 'layers-'))
    folders.push(folder)
    writeDogRulesets(folder, { ...layeredPacks, programmes: [{ document: dogProgramme, releases: [...(first ? [first] : []), ...(moved ? [moved] : [])], overlays: [islandPack] }] })
    expect(() => readPacks(folder)).toThrow('gives it by “zone”')
    writeDogRulesets(folder, { ...layeredPacks, programmes: [{ document: dogProgramme, releases: [...(first ? [first] : []), ...(moved ? [moved] : [])], overlays: [{ ...islandPack, valid_to: '2026-12-31' }] }] })
    expect(readPacks(folder).programmes[0]?.overlays).toHaveLength(1)
  })

  it('is refused where it does not fit on the overlay above it', () => {
    const taken = { ...islandOverlay, logic: [{ kind: 'rules', id: 'obstacles', rules: [{ kind: 'removed', id: 'open_garden' }] }] } as const
    const issues = issuesOf({ ...islandPack, overlay: taken }, hillPack)
    expect(issues).toMatchObject([{ code: 'overlay_unknown_rule', path: ['dog-licence/hill-2027/logic/licence.json', 0, 'rules', 0, 'id'] }])
    expect(hillOverlay.logic).toHaveLength(1)
  })

  it('is not refused for a value that gives way to a floor', () => {
    expect(issuesOf(islandWith({ parameters: { ...(garden?.kind === 'changed' && { least_garden: { ...garden, values: { field: 40 } } }) } }))).toEqual([])
  })
})
