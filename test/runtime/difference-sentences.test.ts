import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { applyChanges, applyCommonChanges, diffCommon, diffReleases, sentenceOfChange, sentenceOfCommonChange, sentencesOfChanges, type Release, type Text } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, randomRelease } from './difference-edits.ts'
import { commonEdits, releaseEdits } from './difference-golden-edits.ts'
import { commonDocument } from './fixture.ts'

interface Goldens {
  readonly release: Readonly<Record<string, readonly Text[]>>
  readonly common: Readonly<Record<string, readonly Text[]>>
  readonly from_2026_to_2027: readonly Text[]
}

const packs = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))
const goldens = JSON.parse(readFileSync(new URL('difference-sentences.json', import.meta.url), 'utf8')) as Goldens

const standard = (document: string) => {
  const found = packs.programmes.flatMap(({ releases }) => releases).find(({ folder }) => folder === `poverty/${document}`)
  if (!found) throw new Error(`No release of ${document}`)
  return found.release
}

const changed = <T>(document: T, edit: (copy: T) => void): T => {
  const copy = structuredClone(document)
  edit(copy)
  return copy
}

describe('One edit to a release reads as one sentence when its author', () => {
  const before = standard('2026')

  it.each(Object.entries(releaseEdits))('%s', (name, edit) => {
    const after = changed(before, edit)
    const changes = diffReleases(before, after)
    expect(changes.map((change) => sentenceOfChange(change, { before, after, common: packs.common }))).toEqual(goldens.release[name])
    expect(changes).toHaveLength(1)
    expect(applyChanges(before, changes)).toEqual(after)
  })

  it('has at least sixty such edits, and no sentence without its edit', () => {
    expect(Object.keys(releaseEdits).length).toBeGreaterThanOrEqual(60)
    expect(Object.keys(goldens.release)).toEqual(Object.keys(releaseEdits))
    expect(Object.keys(goldens.common)).toEqual(Object.keys(commonEdits))
  })
})

describe('One edit to the shared documents reads as one sentence when its author', () => {
  it.each(Object.entries(commonEdits))('%s', (name, edit) => {
    const before = packs.common
    const after = changed(before, edit)
    const changes = diffCommon(before, after)
    expect(changes.map((change) => sentenceOfCommonChange(change, { before, after }))).toEqual(goldens.common[name])
    expect(changes).toHaveLength(1)
    expect(applyCommonChanges(before, changes)).toEqual(after)
  })
})

describe('Every change has its sentence', () => {
  const told = (before: Release, after: Release) => diffReleases(before, after).map((change) => sentenceOfChange(change, { before, after, common: commonDocument }))

  it('between any two releases', () => {
    fc.assert(fc.property(randomRelease, randomRelease, (before, after) => {
      for (const { vi, en } of told(before, after)) {
        expect(vi).not.toMatch(/^$|undefined|“”/)
        expect(en).not.toMatch(/^$|undefined|“”/)
      }
    }), { numRuns: 100 })
  })

  it('in drafts too, where what was edited can still be checked', () => {
    fc.assert(fc.property(randomRelease.chain((before) => fc.tuple(fc.constant(before), edited(before))), ([before, after]) => {
      fc.pre(validateDocument('release', after).length === 0)
      expect(told(before, after).every(({ vi, en }) => vi.length > 0 && en.length > 0)).toBe(true)
    }), { numRuns: 100 })
  })
})

describe('All changes of a release', () => {
  const before = standard('2026')
  const after = standard('2027')

  it('read as an official would list them, from 2026 to 2027', () => {
    expect(sentencesOfChanges(diffReleases(before, after), { before, after, common: packs.common })).toEqual(goldens.from_2026_to_2027)
  })

  it('carry no id and no word of the documents', () => {
    const sentences = packs.programmes.filter(({ document }) => document.id === 'poverty').flatMap(({ releases }) => releases.flatMap(({ release: a }) => releases.flatMap(({ release: b }) =>
      diffReleases(a, b).map((change) => sentenceOfChange(change, { before: a, after: b, common: packs.common })))))
    expect(sentences.length).toBeGreaterThan(1000)
    for (const { vi, en } of sentences) {
      expect(vi).not.toMatch(/[a-z]_[a-z]|undefined|\{|\[|\b[a-z2-7]{10}\b/)
      expect(en).not.toMatch(/[a-z]_[a-z]|undefined|\{|\[/)
    }
  })
})
