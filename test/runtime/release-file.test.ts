import { canonicalJson, checkReleaseFile, draftOfFile, fileOfDraft, fileOfRelease, hashDocument, nationalRelease, noAdditions, releaseFileText, type CommonDocument, type DraftDocument, type ReleaseFile } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const packs = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))

const packFiles = packs.programmes.flatMap(({ document: programme, releases }) =>
  releases.map(({ folder, release, valid_from, valid_to }) => [folder, fileOfRelease({ programme, release, common: packs.common, valid_from, valid_to, reads: {} })] as const))

const dogFile = fileOfRelease({ programme: dogProgramme, release: dogReleases[0].release, common: dogCommon, valid_from: '2026-01-01', reads: { cats: hashDocument({}) } })

const importHere = (file: ReleaseFile, here: CommonDocument = file.common) => {
  const release = nationalRelease(file)
  if (!release) throw new Error('The file is national')
  return draftOfFile(file, release, here)
}

const read = (text: string): ReleaseFile => JSON.parse(text)

/** Every place in a document with a value that is no list or group, as a path. */
const leavesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key])) : [path]

/** The document with another value at a place. */
const changedAt = (value: unknown, [key, ...rest]: readonly string[], change: (leaf: unknown) => unknown): unknown => {
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return value.map((part: unknown, index) => (String(index) === key ? changedAt(part, rest, change) : part))
  return Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, name === key ? changedAt(part, rest, change) : part]))
}

const another = (leaf: unknown): unknown => (typeof leaf === 'number' ? leaf + 1 : typeof leaf === 'boolean' ? !leaf : `${String(leaf)}a`)

describe('A release as one file', () => {
  it.each(packFiles)('comes back byte for byte: %s', (_folder, file) => {
    const back = read(releaseFileText(file))
    expect([validateDocument('release-file', back), checkReleaseFile(back)]).toEqual([[], []])
    const { document, issues } = importHere(back)
    expect(canonicalJson(document.release)).toBe(canonicalJson(file.release))
    expect([hashDocument(document.release), document.additions, issues]).toEqual([file.manifest.documents.release, noAdditions, []])
    expect(releaseFileText(fileOfDraft(document, back.common, back.manifest.reads))).toBe(releaseFileText(file))
  })

  it('has the same bytes whatever the order of names in it was', () => {
    const reversed = (value: unknown): unknown => (Array.isArray(value) ? value.map(reversed) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toReversed().map(([key, part]) => [key, reversed(part)])) : value)
    const other = fileOfRelease({ programme: dogProgramme, release: reversed(dogReleases[0].release) as ReleaseFile['release'], common: reversed(dogCommon) as CommonDocument, valid_from: '2026-01-01', reads: { cats: hashDocument({}) } })
    expect(releaseFileText(other)).toBe(releaseFileText(dogFile))
  })

  it('is refused when any value anywhere in it is another, naming the part', () => {
    const leaves = leavesOf(dogFile)
    fc.assert(fc.property(fc.constantFrom(...leaves), (path) => {
      const changed = changedAt(dogFile, path, another)
      const issues = [...validateDocument('release-file', changed), ...(validateDocument('release-file', changed).length === 0 ? checkReleaseFile(changed as ReleaseFile) : [])]
      expect([path.join('/'), issues.length > 0]).toEqual([path.join('/'), true])
      if (issues[0]?.code === 'file_document_changed') expect(issues[0].path).toEqual([path[0]])
    }), { numRuns: 600 })
  })

  it('is refused when a value is left out or added', () => {
    const without = changedAt(dogFile, ['release', 'parameters', 'least_garden', 'values'], () => ({ town: 10 }))
    const more = changedAt(dogFile, ['common', 'lists'], (lists) => [...(lists as []), { kind: 'list', id: 'more', title: { vi: 'x', en: 'x' }, entries: [] }])
    for (const [changed, part] of [[without, 'release'], [more, 'common']] as const) expect(checkReleaseFile(changed as ReleaseFile)).toMatchObject([{ code: 'file_document_changed', path: [part], message: { vi: expect.stringContaining('xuất lại') } }])
  })

  it('is refused where parts of two programmes were put together, though every hash is right', () => {
    const mixed = fileOfRelease({ programme: { ...dogProgramme, id: 'cat-licence' }, release: dogReleases[0].release, common: dogCommon, reads: {} })
    expect(checkReleaseFile(mixed)).toMatchObject([{ code: 'file_programme', path: ['release', 'programme'] }])
  })
})

describe('A draft as one file', () => {
  const draft: DraftDocument = {
    format: 1, programme: dogProgramme, release: { ...dogReleases[0].release, changelog: { vi: '', en: '' } }, valid_from: '2028-01-01',
    additions: { ...noAdditions, fields: { ...noAdditions.fields, household: { pond: { type: 'boolean', 'x-label': { vi: 'Ao', en: 'Pond' } } } }, ended: { part: { dog: '2030-12-31' } } },
  }

  it('comes back as it was, unfinished as it is, with what it adds', () => {
    const file = read(releaseFileText(fileOfDraft(draft, dogCommon, {})))
    expect([validateDocument('release-file', file), checkReleaseFile(file)]).toEqual([[], []])
    expect(canonicalJson(importHere(file).document)).toBe(canonicalJson(draft))
  })

  it('brings along what is missing where it is taken up, and says what is another there', () => {
    const { properties } = dogCommon.dictionary
    const { garden_area: _left, ...household } = properties.household.properties
    const poorer: CommonDocument = {
      ...dogCommon,
      dictionary: { ...dogCommon.dictionary, properties: { ...properties, household: { ...properties.household, properties: { ...household, fenced: { type: 'boolean', 'x-label': { vi: 'Rào kín', en: 'Fenced all round' } } } } } },
      lists: dogCommon.lists.filter(({ id }) => id !== 'licence').map((list) => (list.id === 'part' ? { ...list, entries: list.entries.slice(0, 1) } : list)),
      facts: [],
    }
    const { document: { additions }, issues } = importHere(fileOfDraft(draft, dogCommon, {}), poorer)
    expect(additions).toEqual({
      fields: { household: { garden_area: properties.household.properties['garden_area'], ...draft.additions.fields.household }, members: {}, unit: {} },
      lists: dogCommon.lists.filter(({ id }) => id === 'licence'),
      entries: { part: dogCommon.lists[0]?.entries.slice(1) },
      ended: draft.additions.ended,
      facts: dogCommon.facts,
    })
    expect(issues).toMatchObject([{ code: 'common_differs', severity: 'warning', path: ['common', 'fields', 'household', 'fenced'], message: { vi: expect.stringContaining('fenced') } }])
  })
})
