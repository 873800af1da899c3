import { fileURLToPath } from 'node:url'
import { applyChanges, applyCommonChanges, diffCommon, diffReleases, type CommonDocument, type Release } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, randomRelease } from './difference-edits.ts'
import { commonDocument } from './fixture.ts'

const packs = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))
const poverty = packs.programmes.find(({ document }) => document.id === 'poverty')?.releases.map(({ release }) => release) ?? []

const asStored = <T>(document: T): T => JSON.parse(JSON.stringify(document)) as T

describe('The difference of two releases', () => {
  it('leads from one to the other, order included, after random edits', () => {
    fc.assert(fc.property(randomRelease.chain((before) => fc.tuple(fc.constant(before), edited(before))), ([before, after]) => {
      expect(applyChanges(before, diffReleases(before, after))).toEqual(asStored(after))
      expect(applyChanges(after, diffReleases(after, before))).toEqual(asStored(before))
    }), { numRuns: 800 })
  })

  it('leads from one release to an unrelated one', () => {
    fc.assert(fc.property(randomRelease, randomRelease, (before, after) => {
      expect(applyChanges(before, diffReleases(before, after))).toEqual(asStored(after))
    }), { numRuns: 300 })
  })

  it('leads from every poverty release to every other', () => {
    expect(poverty).toHaveLength(5)
    for (const before of poverty) {
      for (const after of poverty) expect(applyChanges(before, diffReleases(before, after))).toEqual(after)
    }
  })

  it('is empty exactly where nothing is different', () => {
    for (const release of poverty) expect(diffReleases(release, structuredClone(release))).toEqual([])
    fc.assert(fc.property(randomRelease.chain((before) => fc.tuple(fc.constant(before), edited(before))), ([before, after]) => {
      expect(diffReleases(before, after).length === 0).toBe(JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)))
    }), { numRuns: 300 })
  })

  it('moves one row as one change and leaves the others where they are', () => {
    const [, before] = poverty
    if (!before) throw new Error('No release')
    const after = structuredClone(before) as unknown as { logic: { id: string; rows?: unknown[] }[] }
    const rows = after.logic.find(({ id }) => id === 'classification')?.rows
    rows?.push(rows.shift())
    expect(diffReleases(before, after as unknown as Release)).toMatchObject([{ kind: 'moved', thing: 'row' }])
  })

  it('survives storing as JSON', () => {
    const [a, b] = poverty
    if (!a || !b) throw new Error('No releases')
    expect(applyChanges(a, asStored(diffReleases(a, b)))).toEqual(b)
  })

  it('is refused by a release it does not belong to', () => {
    const [, before] = poverty
    if (!before) throw new Error('No release')
    const changes = diffReleases(before, { ...before, parameters: {} })
    expect(() => applyChanges({ ...before, parameters: {} }, changes)).toThrow(/Nothing stands at/)
  })
})

describe('The difference of two states of the shared documents', () => {
  it('leads from one to the other after random edits', () => {
    const anyOf = (document: CommonDocument) => edited(document as unknown as Release) as unknown as fc.Arbitrary<CommonDocument>
    for (const document of [commonDocument, packs.common]) {
      fc.assert(fc.property(anyOf(document), (after) => {
        expect(applyCommonChanges(document, diffCommon(document, after))).toEqual(asStored(after))
        expect(applyCommonChanges(after, diffCommon(after, document))).toEqual(asStored(document))
      }), { numRuns: 150 })
    }
  })
})

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]))
}
