import { broughtTo } from '@tieuchi/designer/src/rule-designer/brought.ts'
import { copyOf } from '@tieuchi/designer/src/rule-designer/clipboard.ts'
import { applyCommand } from '@tieuchi/designer/src/editor-store/command.ts'
import { assemble, checkRelease, conditionPhrase, extendCommon, noAdditions, type Assembly, type Condition, type DraftDocument, type LogicPiece, type Release } from '@tieuchi/runtime'
import { describe, expect, test } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const [, dogs] = dogReleases.map(({ release }) => release)
if (!dogs) throw new Error('There are no dogs')

const additions = { ...noAdditions, fields: { ...noAdditions.fields, household: { kennel: { type: 'string' as const, 'x-label': { vi: 'Loại chuồng', en: 'Kind of kennel' }, 'x-list': 'kennel' } } }, lists: [{ kind: 'list' as const, id: 'kennel', title: { vi: 'Loại chuồng', en: 'Kind of kennel' }, entries: [{ code: 'wood', title: { vi: 'gỗ', en: 'wood' } }] }] }
const extended = extendCommon(dogCommon, additions).common

const assembled = (common: typeof dogCommon, release: Release): Assembly => assemble({ programme: release.programme, layer: 'national', common, releases: { [release.programme]: release } })

const condition: Condition = { all: [
  { id: 'copiedone2', fact: 'obstacle_count', operator: 'lessThan', value: 2 },
  { id: 'copiedtwo2', fact: 'garden_area', operator: 'greaterThanInclusive', value: { parameter: 'least_garden' } },
  { id: 'copiedthr2', fact: 'kennel', operator: 'equal', value: 'wood' },
] }

const from = assembled(extended, dogs)
const copied = copyOf(from, { title: conditionPhrase(from, condition), condition })

/** A programme about cats that holds other things by the same names. */
const cats = (logic: readonly LogicPiece[], parameters: Release['parameters'] = {}): Release => ({ ...dogs, programme: 'cat-licence', logic, parameters, forms: [], cases: [] })

const pasteInto = (release: Release): { readonly document: DraftDocument; readonly pasted: Assembly; readonly written: Condition } => {
  const { condition: written, along } = broughtTo(assembled(dogCommon, release), copied)
  const begun: DraftDocument = { format: 1, programme: { ...dogProgramme, id: release.programme }, release: { ...release, logic: [...release.logic, { kind: 'condition', id: 'calm', title: { vi: 'Yên', en: 'Calm' }, conditions: written }] }, additions: noAdditions }
  const document = applyCommand(begun, { name: 'condition.write', args: { site: { piece: 'calm', place: ['conditions'] }, condition: written, along } })
  return { document, pasted: assembled(extendCommon(dogCommon, document.additions).common, document.release), written }
}

describe('A condition copied into another programme', () => {
  test('says there what it said, with the questions, lists, parameters and calculations that were lacking', () => {
    const { document, pasted, written } = pasteInto(cats([]))
    expect(written).toEqual(condition)
    expect(conditionPhrase(pasted, written)).toEqual(copied.title)
    expect(document.additions).toMatchObject({ fields: { household: { kennel: {} } }, lists: [{ id: 'kennel' }] })
    expect(document.release.logic.map(({ id }) => id).toSorted()).toEqual(['calm', 'obstacle_count', 'obstacles', 'unvaccinated_dogs'])
    expect(checkRelease(extendCommon(dogCommon, document.additions).common, document.release, {}).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('reads its own things, not those that the other programme calls by the same names', () => {
    const own: LogicPiece = { kind: 'fact', id: 'obstacle_count', title: { vi: 'Số mèo', en: 'Cats' }, value: { count: 'members' } }
    const least = dogs.parameters['least_garden']
    const ownLeast = least && { ...least, values: { town: 1, field: 2 } }
    const { document, pasted, written } = pasteInto(cats([own], ownLeast && { least_garden: ownLeast }))
    expect(conditionPhrase(pasted, written)).toEqual(copied.title)
    expect(document.release.logic.find(({ id }) => id === 'obstacle_count')).toEqual(own)
    expect(document.release.parameters).toMatchObject({ least_garden: ownLeast, least_garden_2: least })
    expect(written).toMatchObject({ all: [{ fact: 'obstacle_count_2' }, { value: { parameter: 'least_garden_2' } }, {}] })
    expect(checkRelease(extendCommon(dogCommon, document.additions).common, document.release, {}).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('brings a calculation that says the same but reads something else under another name too', () => {
    const rules = dogs.logic.find(({ id }) => id === 'obstacles')
    const count = dogs.logic.find(({ id }) => id === 'obstacle_count')
    if (rules?.kind !== 'rules' || !count) throw new Error('The rules on dogs are others')
    const { document, written } = pasteInto(cats([{ ...rules, rules: rules.rules.slice(1) }, count]))
    expect(written).toMatchObject({ all: [{ fact: 'obstacle_count_2' }, {}, {}] })
    expect(document.release.logic.find(({ id }) => id === 'obstacle_count_2')).toMatchObject({ value: { countEvents: 'obstacles_2' } })
  })

  test('that asks for a result decided before makes the other programme read this one', () => {
    const recorded: Condition = { id: 'copiedfor2', fact: 'dog-licence.licence', operator: 'equal', value: 'granted' }
    const { along } = broughtTo(assembled(dogCommon, cats([])), copyOf(from, { title: copied.title, condition: recorded }))
    expect(along).toEqual({ put: [], parameters: {}, reads: ['dog-licence'] })
    const { programme } = applyCommand({ format: 1, programme: { ...dogProgramme, id: 'cat-licence' }, release: cats([]), additions: noAdditions }, { name: 'rule.add', args: { set: 'obstacles', rule: { id: 'calm', title: copied.title, conditions: recorded, event: { type: 'met' } }, at: 0, along } })
    expect(programme.depends_on).toEqual(['dog-licence'])
  })

  test('within one programme means what is there', () => {
    const { along, titles, condition: written } = broughtTo(assembled(extended, { ...dogs, parameters: {} }), copied)
    expect(written).toEqual(condition)
    expect(along).toEqual({ put: [], parameters: { least_garden: dogs.parameters['least_garden'] } })
    expect(titles).toEqual([dogs.parameters['least_garden']?.title])
  })
})
