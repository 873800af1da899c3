import { canonicalJson, defaultValidTo, hashDocument, resolvePublication, type Publication } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'

const publication = (release: string | undefined, from: string, to: string | undefined, recorded: string): Publication => ({
  programme: 'boats', scope: 'national', valid_from: from, recorded_at: `${recorded}T00:00:00Z`, ...(release && { release }), ...(to && { valid_to: to }),
})

const timeline = [publication('first', '2022-01-01', '2026-12-31', '2021-12-01'), publication('second', '2027-01-01', undefined, '2026-11-20')]

const onDay = (at: string, rows: readonly Publication[] = timeline, known?: string) => resolvePublication(rows, { programme: 'boats', scope: 'national', at, ...(known && { known_at: known }) })?.release

describe('the release in force', () => {
  it('is the one of the day asked for, both ends included', () => {
    expect(onDay('2026-12-31')).toBe('first')
    expect(onDay('2027-01-01')).toBe('second')
    expect(onDay('2021-12-31')).toBeUndefined()
  })

  it('is the one recorded last among those covering the day, as known at an instant', () => {
    const corrected = [...timeline, publication('corrected', '2026-01-01', '2026-12-31', '2026-06-01')]
    expect(onDay('2026-03-01', corrected)).toBe('corrected')
    expect(onDay('2026-03-01', corrected, '2026-05-31T00:00:00Z')).toBe('first')
    expect(onDay('2025-12-31', corrected)).toBe('first')
  })

  it('is none after a withdrawal', () => {
    expect(onDay('2027-05-01', [...timeline, publication(undefined, '2027-04-01', undefined, '2027-03-01')])).toBeUndefined()
  })

  it('ends by default on the day before the next start', () => {
    expect(defaultValidTo(timeline, publication('between', '2026-06-01', undefined, '2026-05-01'))).toBe('2026-12-31')
    expect(defaultValidTo(timeline, publication('last', '2028-01-01', undefined, '2026-05-01'))).toBeUndefined()
  })
})

describe('a content hash', () => {
  it('is SHA-256 of canonical JSON, whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, 2.5, 'é'], a: null })).toBe('{"a":null,"b":[1,2.5,"é"]}')
    expect(hashDocument({ b: 1, a: 2 })).toBe(hashDocument({ a: 2, b: 1 }))
    expect(hashDocument({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })
})
