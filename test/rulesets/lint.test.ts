import { lintRelease } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { findRelease } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)

const issuesOf = (folder: string) => {
  const programme = packs.programmes.find(({ releases }) => releases.some((release) => release.folder === folder))
  const pack = programme?.releases.find((release) => release.folder === folder)
  if (!programme || !pack) throw new Error(`No pack is in ${folder}`)
  const { release, valid_from: from, valid_to: to } = pack
  const others = packs.programmes.flatMap((other) => {
    const found = other === programme ? undefined : findRelease(other, from ?? '2026-01-01')
    return found ? [[other.document.id, found.release] as const] : []
  })
  return lintRelease(packs.common, release, Object.fromEntries(others), { period: { ...(from && { valid_from: from }), ...(to && { valid_to: to }) }, depends_on: programme.document.depends_on })
}

const folders = packs.programmes.flatMap(({ releases }) => releases.map(({ folder }) => folder))

describe('the packs of this repository', () => {
  it.each(folders)('%s has no errors and nothing that needs a person', (folder) => {
    expect(issuesOf(folder).filter(({ severity }) => severity !== 'notice').map(({ code, path, message }) => [code, path.join('/'), message.vi])).toEqual([])
  })

  it('have what is open and assumed in the law to be acknowledged, and nothing else', () => {
    const codes = folders.flatMap((folder) => issuesOf(folder).map(({ code }) => code))
    expect([...new Set(codes)].toSorted()).toEqual(['assumed_value', 'open_value', 'overridable_open', 'row_contradictory'])
    const counted = folders.filter((folder) => folder.startsWith('poverty/')).map((folder) => [folder, Object.fromEntries(Object.entries(Object.groupBy(issuesOf(folder), ({ code }) => code)).map(([code, issues = []]) => [code, issues.length]))])
    expect(Object.fromEntries(counted)).toEqual({
      'poverty/2016': { assumed_value: 1, open_value: 2 },
      'poverty/2022': { assumed_value: 2, open_value: 1 },
      'poverty/2025-04': { assumed_value: 3, open_value: 1 },
      'poverty/2026': { assumed_value: 8, open_value: 4 },
      'poverty/2027': { assumed_value: 26, open_value: 7, overridable_open: 1, row_contradictory: 2 },
    })
  })
})
