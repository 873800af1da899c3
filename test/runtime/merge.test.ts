import { diffReleases, mergeDrafts, noAdditions, type DraftDocument, type Release } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, randomRelease } from './difference-edits.ts'
import { text } from './fixture.ts'

const draftOf = (release: Release, more: Partial<DraftDocument> = {}): DraftDocument =>
  ({ format: 1, programme: { format: 1, id: 'boats', title: text('Boats'), depends_on: [] }, release, additions: noAdditions, ...more })

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const base = (): DraftDocument => stored(draftOf(fc.sample(randomRelease, { numRuns: 1, seed: 7 })[0] as Release))

const withLimit = (draft: DraftDocument, value: number): DraftDocument => ({ ...draft, release: { ...draft.release, parameters: { ...draft.release.parameters, limit: { ...draft.release.parameters['limit'], value } as Release['parameters'][string] } } })

describe('Two people at one draft', () => {
  it('who changed nothing in common lose nothing', () => {
    const start = base()
    const mine = withLimit(start, 99)
    const theirs = { ...start, release: { ...start.release, title: text('Ships') }, valid_from: '2027-01-01' }
    const { document, both, lost } = mergeDrafts(start, mine, theirs)
    expect([both, lost]).toEqual([[], []])
    expect(document).toMatchObject({ valid_from: '2027-01-01', release: { title: text('Ships'), parameters: { limit: { value: 99 } } } })
  })

  it('who changed the same value hear of it, and what was written here stays', () => {
    const start = base()
    const { document, both } = mergeDrafts(start, withLimit(start, 1000), withLimit(start, 2000))
    expect(document.release.parameters['limit']).toMatchObject({ value: 1000 })
    expect(both).toMatchObject([{ thing: 'amount', path: ['parameters', 'limit', 'amount'] }])
    expect(mergeDrafts(start, withLimit(start, 1000), withLimit(start, 1000)).both).toEqual([])
  })

  it('are told of a change to something the other took away', () => {
    const start = base()
    const { limit: _limit, ...parameters } = start.release.parameters
    const { document, lost } = mergeDrafts(start, withLimit(start, 99), { ...start, release: { ...start.release, parameters } })
    expect(document.release.parameters).not.toHaveProperty('limit')
    expect(lost).toMatchObject([{ path: ['parameters', 'limit', 'amount'] }])
  })

  it('can both add to what is shared', () => {
    const start = base()
    const adding = (id: string): DraftDocument => ({ ...start, additions: { ...noAdditions, fields: { household: { [id]: { type: 'boolean', 'x-label': text(id) } }, members: {}, unit: {} } } })
    const { document } = mergeDrafts(start, adding('anchor'), adding('radio'))
    expect(Object.keys(document.additions.fields.household).toSorted()).toEqual(['anchor', 'radio'])
  })

  it('get what one of them wrote where the other wrote nothing, whatever it was', () => {
    fc.assert(fc.property(randomRelease.chain((release) => fc.tuple(fc.constant(release), edited(release))), ([before, after]) => {
      const [start, written] = [stored(draftOf(before)), stored(draftOf(after))]
      expect(mergeDrafts(start, written, start)).toEqual({ document: written, both: [], lost: [] })
      expect(mergeDrafts(start, start, written)).toEqual({ document: written, both: [], lost: [] })
    }), { numRuns: 300 })
  })

  it('never throw each other out: every change of the other that touches nothing of mine is there', () => {
    fc.assert(fc.property(randomRelease.chain((release) => fc.tuple(fc.constant(release), edited(release), edited(release))), ([before, a, b]) => {
      const { document, both, lost } = mergeDrafts(stored(draftOf(before)), stored(draftOf(a)), stored(draftOf(b)))
      if (both.length > 0 || lost.length > 0) return
      const mine = diffReleases(stored(before), stored(a))
      // One element behind another is the other before it: either may be told as the one that moved.
      const movedIn = new Set(mine.filter(({ kind }) => kind === 'moved').map(({ path }) => path.slice(0, -1).join('/')))
      for (const { kind, path } of diffReleases(stored(b), document.release)) {
        const place = path.join('/')
        const touched = mine.map((change) => change.path.join('/')).some((other) => place.startsWith(other) || other.startsWith(place))
        expect(touched || (kind === 'moved' && movedIn.has(path.slice(0, -1).join('/'))), place).toBe(true)
      }
    }), { numRuns: 300 })
  })
})

