import { assemble, usageOf, type ElementKind, type Release, type Use } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'

const assemblyOf = (release: Release) => assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': release } })
const assembly = assemblyOf(dogReleases[1].release)
const usage = usageOf(assembly)

const namesOf = (uses: readonly Use[] | undefined, kind: ElementKind): readonly string[] => (uses ?? []).filter((use) => use.kind === kind).map(({ id }) => id).toSorted()

describe('Where something is used', () => {
  it('names the rules, tables and calculations that read a question, and the forms that ask it', () => {
    expect(namesOf(usage.facts.get('fenced'), 'piece')).toEqual(['obstacles'])
    expect(namesOf(usage.facts.get('part'), 'piece')).toEqual(['dog_count', 'unvaccinated_dogs'])
    expect(namesOf(usage.facts.get('part'), 'field')).toEqual(['vaccinated'])
    expect(namesOf(usage.facts.get('garden_area'), 'form')).toEqual(assembly.release.forms.map(({ id }) => id))
  })

  it('names the cases that answer a question or expect a result', () => {
    const answering = assembly.release.cases.filter(({ given }) => Object.hasOwn(given.household ?? {}, 'garden_area')).map(({ id }) => id)
    expect(answering.length).toBeGreaterThan(0)
    expect(namesOf(usage.facts.get('garden_area'), 'case')).toEqual(answering.toSorted())
    expect(namesOf(usage.facts.get('licence'), 'case')).toEqual(assembly.release.cases.filter(({ expect: { licence } }) => licence !== undefined).map(({ id }) => id).toSorted())
  })

  it('names the questions and results whose values come from a code list', () => {
    expect(namesOf(usage.lists.get('part'), 'field')).toEqual(['part'])
    expect(namesOf(usage.lists.get('licence'), 'piece')).toEqual(['licence'])
  })

  it('names what a parameter is looked up by as read by whoever reads the parameter', () => {
    expect(namesOf(usage.facts.get('zone'), 'parameter')).toEqual(['least_garden'])
    const readers = namesOf(usage.parameters.get('least_garden'), 'piece')
    expect(readers.length).toBeGreaterThan(0)
    for (const reader of readers) expect(namesOf(usage.facts.get('zone'), 'piece')).toContain(reader)
  })

  it('says nothing of what nobody reads', () => {
    expect(usage.facts.get('nobody_asks')).toBeUndefined()
    expect(usage.readsOf('piece', 'nothing')).toEqual([])
  })

  it('is the same read from the other end', () => {
    for (const [name, uses] of usage.facts) for (const { kind, id } of uses) expect(usage.readsOf(kind, id).map((read) => read.id)).toContain(name)
    for (const [name, uses] of usage.parameters) for (const { kind, id } of uses) expect(namesOf(usage.readsOf(kind, id), 'parameter')).toContain(name)
    for (const [list, uses] of usage.lists) for (const { kind, id } of uses) expect(namesOf(usage.readsOf(kind, id), 'list')).toContain(list)
  })
})
