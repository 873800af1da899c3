import { assemble, logicHash, type Assembly, type CommonDocument, type LogicPiece, type Parameter, type Release } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { commonDocument, leaf, outcomeOf, releaseOf, text } from './fixture.ts'

const limit: Parameter = { title: text('limit'), unit: 'count', value: 4, certainty: 'seen', citation: { document: '1/2026' }, confirmed: '2026-01-01' }

const heavy: LogicPiece = { kind: 'fact', id: 'heavy', title: text('heavy'), value: { if: leaf('cargo', 'greaterThan', { parameter: 'limit' }), then: true, else: false } }

const hashOf = (release: Release, common: CommonDocument = commonDocument, others: Readonly<Record<string, Release>> = {}): string => logicHash(assemble({ programme: 'boats', layer: 'national', common, releases: { ...others, boats: release } }))

const release = releaseOf([heavy, outcomeOf('heavy')], { limit, unused: limit })
const hash = hashOf(release)

const withField = (field: string, more: object): CommonDocument => {
  const { household } = commonDocument.dictionary.properties
  const changed = { ...household, properties: { ...household.properties, [field]: { ...household.properties[field], ...more } } }
  return { ...commonDocument, dictionary: { ...commonDocument.dictionary, properties: { ...commonDocument.dictionary.properties, household: changed as typeof household } } }
}

describe('the logic hash', () => {
  it('stays where only what people read is another', () => {
    expect(hashOf({ ...release, title: text('other'), changelog: text('other'), cases: [], parameters: { ...release.parameters, limit: { ...limit, title: text('other'), note: text('note'), citation: { document: '2/2026' }, confirmed: '2026-02-02' } } })).toBe(hash)
    expect(hashOf({ ...release, logic: [{ ...heavy, title: text('other'), note: text('note'), citation: { document: '2/2026' } }, outcomeOf('heavy')] })).toBe(hash)
    expect(hashOf(release, withField('cargo', { 'x-label': text('other'), 'x-help': text('help') }))).toBe(hash)
  })

  it('stays where something else changes that the rules do not reach', () => {
    expect(hashOf({ ...release, parameters: { ...release.parameters, unused: { ...limit, value: 5 } } })).toBe(hash)
    expect(hashOf(release, withField('length', { maximum: 8 }))).toBe(hash)
    expect(hashOf(release, { ...commonDocument, facts: [{ kind: 'fact', id: 'shared', title: text('shared'), value: { count: 'members' } }] })).toBe(hash)
  })

  it('changes with a value, a rule, a question or a list that the rules reach', () => {
    expect(hashOf({ ...release, parameters: { ...release.parameters, limit: { ...limit, value: 5 } } })).not.toBe(hash)
    expect(hashOf({ ...release, parameters: { ...release.parameters, limit: { ...limit, certainty: 'assumed' } } })).not.toBe(hash)
    expect(hashOf({ ...release, logic: [{ ...heavy, value: { if: leaf('cargo', 'lessThan', 3), then: true, else: false } }, outcomeOf('heavy')] })).not.toBe(hash)
    expect(hashOf(release, withField('cargo', { minimum: 1 }))).not.toBe(hash)
    expect(hashOf(release, withField('cargo', { applies: leaf('leased', 'equal', true) }))).not.toBe(hash)
  })

  it('follows what a question needs to apply, and the key of a parameter', () => {
    const reading = (value: Extract<LogicPiece, { kind: 'fact' }>['value'], parameters: Release['parameters'] = {}) => releaseOf([{ ...heavy, value } as LogicPiece, outcomeOf('heavy')], parameters)
    const rent = reading({ fact: 'rent' })
    expect(hashOf(rent, withField('leased', { 'x-unit': 'count' }))).not.toBe(hashOf(rent))
    const keyed = reading({ parameter: 'by_harbour' }, { by_harbour: { title: text('by'), unit: 'count', by: 'harbour', values: { north: 1, south: 2 }, certainty: 'seen' } })
    const harbours = commonDocument.lists.map((list) => (list.id === 'harbour' ? { ...list, entries: list.entries.slice(0, 1) } : list))
    expect(hashOf(keyed, { ...commonDocument, lists: harbours })).not.toBe(hashOf(keyed))
  })

  it('follows another programme where it is computed, and only its type where it is recorded', () => {
    const guild = (points: number): Release => ({ ...releaseOf([{ kind: 'fact', id: 'points', title: text('points'), value: { add: [{ fact: 'cargo' }, points] } }, { kind: 'outcome', id: 'total', title: text('total'), from: 'points' }]), programme: 'guild' })
    const reading = (as: 'recorded' | 'computed') => releaseOf([{ ...heavy, value: { add: [{ fact: 'guild.total', as }, 1] } } as LogicPiece, outcomeOf('heavy')])
    const hashes = (as: 'recorded' | 'computed') => [1, 2].map((points) => hashOf(reading(as), commonDocument, { guild: guild(points) }))
    const [computed, recorded] = [hashes('computed'), hashes('recorded')]
    expect(computed[0]).not.toBe(computed[1])
    expect(recorded[0]).toBe(recorded[1])
  })

  it('is that of a layer: what is put over the base release counts', () => {
    const local: Assembly = assemble({ programme: 'boats', layer: 'local', common: commonDocument, releases: { boats: release } })
    expect(logicHash(local)).toBe(hash)
  })
})
