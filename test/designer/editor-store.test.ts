import { applyCommand, type Command } from '@tieuchi/designer/src/editor-store/command.ts'
import { beginHistory, historyOf, logOf, perform, redo, undo, type History } from '@tieuchi/designer/src/editor-store/history.ts'
import { tellCommand, type ToldCommand } from '@tieuchi/designer/src/editor-store/told-command.ts'
import { noAdditions, type CaseDocument, type Condition, type ConditionPiece, type DraftDocument, type FieldSchema, type LogicPiece, type Parameter, type Rule } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const draft: DraftDocument = { format: 1, programme: dogProgramme, release: dogReleases[1].release, additions: noAdditions, valid_from: '2028-01-01' }

const text = (words: string) => ({ vi: words, en: words })
const parameter = (value: number): Parameter => ({ title: text('Phí'), unit: 'VND', value, certainty: 'seen', citation: { document: '1' } })
const field: FieldSchema = { type: 'boolean', 'x-label': text('Có chuồng') }
const example: CaseDocument = { id: 'casenewcas', title: text('Ca'), at: '2028-01-01', given: {}, expect: { licence: 'undetermined' } }
const place = dogCommon.lists[1] ?? { kind: 'list', id: 'zone', title: text('Vùng'), entries: [] }
const fenced: Condition = { id: 'fencedleaf', fact: 'fenced', operator: 'equal', value: true }
const kept: ConditionPiece = { kind: 'condition', id: 'well_kept', title: text('Giữ tốt'), conditions: fenced }
const rule: Rule = { id: 'small_garden', title: text('Vườn nhỏ'), conditions: fenced, event: { type: 'obstacle' } }
const idsOf = ({ release }: DraftDocument): readonly string[] => release.logic.map(({ id }) => id)
const own = (id: string) => ({ release }: DraftDocument): LogicPiece | undefined => release.logic.find((piece) => piece.id === id)
const rulesOf = (document: DraftDocument): readonly Rule[] => {
  const set = own('obstacles')(document)
  return set?.kind === 'rules' ? set.rules : []
}
const ruleIds = (document: DraftDocument): readonly string[] => rulesOf(document).map(({ id }) => id)
const firstRule = rulesOf(draft)[0] ?? rule
const site = { piece: 'obstacles', place: ['rules', 'open_garden', 'conditions'] } as const

/** Each command with what it does, as the page that gives it expects. */
const examples: readonly (readonly [Command, (document: DraftDocument) => unknown, unknown])[] = [
  [{ name: 'parameter.add', args: { id: 'fee', parameter: parameter(5) } }, ({ release }) => release.parameters['fee'], parameter(5)],
  [{ name: 'parameter.replace', args: { id: 'least_garden', parameter: parameter(7) } }, ({ release }) => release.parameters['least_garden'], parameter(7)],
  [{ name: 'parameter.remove', args: { id: 'least_garden' } }, ({ release }) => release.parameters, {}],
  [{ name: 'release.title', args: { title: text('Mới') } }, ({ release }) => release.title, text('Mới')],
  [{ name: 'release.changelog', args: { changelog: text('Đổi') } }, ({ release }) => release.changelog, text('Đổi')],
  [{ name: 'release.legal_basis', args: { legal_basis: [{ document: '2/2028' }] } }, ({ release }) => release.legal_basis, [{ document: '2/2028' }]],
  [{ name: 'release.period', args: { valid_from: '2029-01-01' } }, ({ valid_from: from, valid_to: to }) => [from, to], ['2029-01-01', undefined]],
  [{ name: 'programme.reads', args: { depends_on: ['cats'] } }, ({ programme }) => programme.depends_on, ['cats']],
  [{ name: 'draft.replace', args: { document: { ...draft, valid_to: '2028-12-31' } } }, ({ valid_to: to }) => to, '2028-12-31'],
  [{ name: 'cases.keep', args: { cases: [example] } }, ({ release }) => release.cases.at(-1), example],
  [{ name: 'cases.keep', args: { cases: [example], alone: true } }, ({ release }) => release.cases, [example]],
  [{ name: 'case.add', args: { case: example, after: 'casegarden' } }, ({ release }) => release.cases.map(({ id }) => id), ['casegarden', 'casenewcas']],
  [{ name: 'case.write', args: { case: { ...example, id: 'casegarden' } } }, ({ release }) => release.cases, [{ ...example, id: 'casegarden' }]],
  [{ name: 'case.remove', args: { id: 'casegarden' } }, ({ release }) => release.cases, []],
  [{ name: 'field.put', args: { place: 'household', id: 'kennel', field } }, ({ additions }) => additions.fields.household, { kennel: field }],
  [{ name: 'field.remove', args: { place: 'household', id: 'kennel' } }, ({ additions }) => additions.fields.household, {}],
  [{ name: 'list.put', args: { list: { ...place, id: 'breed' } } }, ({ additions }) => additions.lists, [{ ...place, id: 'breed' }]],
  [{ name: 'list.remove', args: { id: 'breed' } }, ({ additions }) => additions.lists, []],
  [{ name: 'entries.put', args: { list: 'zone', entries: [{ code: 'wood', title: text('rừng') }] } }, ({ additions }) => additions.entries, { zone: [{ code: 'wood', title: text('rừng') }] }],
  [{ name: 'piece.add', args: { piece: kept } }, idsOf, ['obstacles', 'unvaccinated_dogs', 'obstacle_count', 'verdict', 'licence', 'well_kept']],
  [{ name: 'piece.add', args: { piece: kept, before: 'verdict' } }, idsOf, ['obstacles', 'unvaccinated_dogs', 'obstacle_count', 'well_kept', 'verdict', 'licence']],
  [{ name: 'piece.replace', args: { piece: { ...kept, id: 'obstacle_count' } } }, own('obstacle_count'), { ...kept, id: 'obstacle_count' }],
  [{ name: 'piece.remove', args: { id: 'licence' } }, idsOf, ['obstacles', 'unvaccinated_dogs', 'obstacle_count', 'verdict']],
  [{ name: 'rule.add', args: { set: 'obstacles', rule, at: 1 } }, ruleIds, ['open_garden', 'small_garden', 'no_vaccination']],
  [{ name: 'rule.add', args: { set: 'obstacles', rule, at: 2, along: { put: [kept], parameters: { fee: parameter(5), least_garden: parameter(1) } } } }, ({ release }) => [idsOf({ ...draft, release })[0], release.parameters['fee']?.value, release.parameters['least_garden']?.value], ['well_kept', 5, undefined]],
  [{ name: 'rule.replace', args: { set: 'obstacles', rule: { ...firstRule, title: text('Khác') } } }, (document) => rulesOf(document)[0]?.title, text('Khác')],
  [{ name: 'rule.remove', args: { set: 'obstacles', rule: 'open_garden' } }, ruleIds, ['no_vaccination']],
  [{ name: 'rule.move', args: { set: 'obstacles', rule: 'open_garden', to: 1 } }, ruleIds, ['no_vaccination', 'open_garden']],
  [{ name: 'condition.write', args: { site, condition: { not: fenced } } }, (document) => rulesOf(document)[0]?.conditions, { not: fenced }],
  [{ name: 'condition.write', args: { site, condition: fenced, along: { put: [kept], drop: ['licence'] } } }, idsOf, ['well_kept', 'obstacles', 'unvaccinated_dogs', 'obstacle_count', 'verdict']],
  [{ name: 'entry.end', args: { list: 'zone', code: 'town', valid_to: '2028-12-31' } }, ({ additions }) => additions.ended, { zone: { town: '2028-12-31' } }],
]

describe('A command', () => {
  it.each(examples)('does, undoes and does again: $name', (command, read, expected) => {
    const before = beginHistory(draft)
    const after = perform(before, command)
    expect(read(after.document)).toEqual(expected)
    expect(undo(after).document).toBe(draft)
    expect(redo(undo(after)).document).toEqual(after.document)
    expect(draft.release).toBe(dogReleases[1].release)
  })

  it('that is given while something is undone makes that impossible to do again', () => {
    const one = perform(beginHistory(draft), { name: 'release.title', args: { title: text('Một') } })
    const other = perform(undo(one), { name: 'release.title', args: { title: text('Hai') } })
    expect(redo(other)).toBe(other)
  })
})

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom(...examples.map(([command]) => command)),
  fc.record({ id: fc.constantFrom('fee', 'least_garden'), value: fc.nat() }).map(({ id, value }): Command => ({ name: 'parameter.replace', args: { id, parameter: parameter(value) } })),
)

describe('A command in words', () => {
  it.each<readonly [Command, ToldCommand]>([
    [{ name: 'parameter.remove', args: { id: 'least_garden' } }, { verb: 'remove', changed: 'parameter', title: draft.release.parameters['least_garden']?.title ?? text('') }],
    [{ name: 'rule.move', args: { set: 'obstacles', rule: 'open_garden', to: 1 } }, { verb: 'move', changed: 'rule', title: firstRule.title }],
    [{ name: 'condition.write', args: { site, condition: { not: fenced } } }, { verb: 'change', changed: 'condition', title: firstRule.title }],
    [{ name: 'table.rows.remove', args: { table: 'verdict', rows: [] } }, { verb: 'remove', changed: 'rows', title: own('verdict')(draft)?.title ?? text('') }],
    [{ name: 'release.period', args: {} }, { verb: 'change', changed: 'period' }],
  ])('says what it does to what', (command, expected) => {
    expect(tellCommand(draft, command)).toEqual(expected)
  })
})

describe('A history', () => {
  it('takes what is written at a case in one turn as one step, and in another turn as another', () => {
    const written = (at: string, turn: string): Command => ({ name: 'case.write', args: { case: { ...example, id: 'casegarden', at }, turn } })
    const history = [written('2028-01-01', 'a'), written('2028-01-02', 'a'), written('2028-01-03', 'b')].reduce(perform, beginHistory(draft))
    expect(history.done).toHaveLength(2)
    expect(undo(history).document.release.cases[0]?.at).toBe('2028-01-02')
    expect(undo(undo(history)).document).toBe(draft)
    expect(redo(undo(history)).document).toEqual(history.document)
  })

  it('undone to its beginning is byte for byte what it began with, after any fifty edits', () => {
    fc.assert(fc.property(fc.array(anyCommand, { minLength: 50, maxLength: 50 }), (commands) => {
      let history: History = commands.reduce(perform, beginHistory(draft))
      while (history.done.length > 0) history = undo(history)
      expect(JSON.stringify(history.document)).toBe(JSON.stringify(draft))
    }), { numRuns: 200 })
  })

  it('survives a reload: the log gives back every step done and undone', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 30 }), fc.nat(30), (commands, back) => {
      let history: History = commands.reduce(perform, beginHistory(draft))
      for (let step = 0; step < back; step += 1) history = undo(history)
      const again = historyOf(JSON.parse(JSON.stringify(logOf(history))))
      expect(JSON.stringify(again.document)).toBe(JSON.stringify(history.document))
      expect(again.done.length).toBe(history.done.length)
      expect(JSON.stringify(redo(again).document)).toBe(JSON.stringify(redo(history).document))
    }), { numRuns: 200 })
  })

  it('keeps the last two hundred steps', () => {
    const history = Array.from({ length: 250 }, (_step, value): Command => ({ name: 'parameter.replace', args: { id: 'fee', parameter: parameter(value) } })).reduce(perform, beginHistory(draft))
    expect(history.done).toHaveLength(200)
    expect(applyCommand(draft, { name: 'case.remove', args: { id: 'no such case' } }).release.cases).toEqual(draft.release.cases)
  })
})
