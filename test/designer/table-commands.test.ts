import type { Command } from '@tieuchi/designer/src/editor-store/command.ts'
import { beginHistory, perform, redo, undo } from '@tieuchi/designer/src/editor-store/history.ts'
import { mergeDrafts, noAdditions, type DraftDocument, type TablePiece, type TableRow } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { dogProgramme, dogReleases } from '../support/dog-licences.ts'

const draft: DraftDocument = { format: 1, programme: dogProgramme, release: dogReleases[1].release, additions: noAdditions }

const tableOf = ({ release }: DraftDocument): TablePiece => {
  const piece = release.logic.find(({ id }) => id === 'verdict')
  if (piece?.kind !== 'table') throw new Error('There is a table')
  return piece
}
const idsOf = (document: DraftDocument): readonly string[] => tableOf(document).rows.map(({ id }) => id)
const whenOf = (document: DraftDocument) => tableOf(document).rows.map(({ when }) => when)

const table = 'verdict'
const least = { greaterThanInclusive: { parameter: 'least_garden' } }
const row = (id: string): TableRow => ({ id, when: [null, null], then: ['refused'] })
const text = { vi: 'Xem lại', en: 'Look again' }

/** Each command with what it does, as the editor of tables gives it. */
const examples: readonly (readonly [Command, (document: DraftDocument) => unknown, unknown])[] = [
  [{ name: 'table.title', args: { table, title: text } }, (document) => tableOf(document).title, text],
  [{ name: 'table.hit', args: { table, hit: 'unique' } }, (document) => tableOf(document).hit, 'unique'],
  [{ name: 'table.otherwise', args: { table, meant: true } }, (document) => tableOf(document).otherwise, 'not_applicable'],
  [{ name: 'table.input.add', args: { table, input: 'zone', at: 1 } }, (document) => [tableOf(document).inputs, whenOf(document)[0]], [['garden_area', 'zone', 'obstacle_count'], [least, null, { equal: 0 }]]],
  [{ name: 'table.output.add', args: { table, output: 'fee', at: 0, result: 5 } }, (document) => [tableOf(document).outputs, tableOf(document).rows[1]?.then], [['fee', 'licence'], [5, 'conditional']]],
  [{ name: 'table.column.move', args: { table, side: 'when', at: 1, to: 0 } }, (document) => [tableOf(document).inputs, whenOf(document)[0]], [['obstacle_count', 'garden_area'], [{ equal: 0 }, least]]],
  [{ name: 'table.column.remove', args: { table, side: 'when', at: 0 } }, (document) => [tableOf(document).inputs, whenOf(document)], [['obstacle_count'], [[{ equal: 0 }], [null], [null]]]],
  [{ name: 'table.column.remove', args: { table, side: 'then', at: 0 } }, (document) => tableOf(document).outputs, []],
  [{ name: 'table.rows.insert', args: { table, rows: [row('newnewnew2')], before: 'rowcondi23' } }, idsOf, ['rowgranted', 'newnewnew2', 'rowcondi23', 'rowrefused']],
  [{ name: 'table.rows.insert', args: { table, rows: [row('newnewnew2'), row('newnewnew3')] } }, idsOf, ['rowgranted', 'rowcondi23', 'rowrefused', 'newnewnew2', 'newnewnew3']],
  [{ name: 'table.rows.remove', args: { table, rows: ['rowgranted', 'rowrefused'] } }, idsOf, ['rowcondi23']],
  [{ name: 'table.rows.move', args: { table, rows: ['rowcondi23', 'rowrefused'], before: 'rowgranted' } }, idsOf, ['rowcondi23', 'rowrefused', 'rowgranted']],
  [{ name: 'table.rows.move', args: { table, rows: ['rowgranted'] } }, idsOf, ['rowcondi23', 'rowrefused', 'rowgranted']],
  [
    { name: 'table.write', args: { table, changes: [{ row: 'rowgranted', when: { 1: null }, then: { 0: 'refused' }, citation: null, certainty: 'assumed', note: text }], added: [row('newnewnew2')] } },
    (document) => [tableOf(document).rows[0], idsOf(document).at(-1)],
    [{ id: 'rowgranted', when: [least, null], then: ['refused'], certainty: 'assumed', note: text }, 'newnewnew2'],
  ],
  [
    { name: 'table.write', args: { table, changes: [{ row: 'rowgranted', when: { 1: { equal: { parameter: 'no_obstacle' } } } }], along: { parameters: { no_obstacle: { title: text, unit: 'count', value: 0, certainty: 'known' } } } } },
    (document) => [tableOf(document).rows[0]?.when[1], document.release.parameters['no_obstacle']?.value],
    [{ equal: { parameter: 'no_obstacle' } }, 0],
  ],
]

describe('A command of the editor of tables', () => {
  it.each(examples)('does, undoes and does again: $name', (command, read, expected) => {
    const before = beginHistory(draft)
    const after = perform(before, command)
    expect(read(after.document)).toEqual(expected)
    expect(undo(after).document).toBe(draft)
    expect(redo(undo(after)).document).toEqual(after.document)
    expect(JSON.parse(JSON.stringify(command))).toEqual(command)
  })

  it('about a table that is no longer there is no step', () => {
    const before = beginHistory(draft)
    expect(perform(before, { name: 'table.hit', args: { table: 'gone', hit: 'sum' } })).toBe(before)
  })

  it('given by two people to different rows is kept of both', () => {
    const mine = perform(beginHistory(draft), { name: 'table.write', args: { table, changes: [{ row: 'rowcondi23', then: { 0: 'granted' } }] } }).document
    const theirs = perform(beginHistory(draft), { name: 'table.rows.insert', args: { table, rows: [row('newnewnew2')], before: 'rowgranted' } }).document
    const { document, both } = mergeDrafts(draft, mine, theirs)
    expect(both).toEqual([])
    expect(tableOf(document).rows.map(({ id, then }) => [id, then[0]])).toEqual([['newnewnew2', 'refused'], ['rowgranted', 'granted'], ['rowcondi23', 'granted'], ['rowrefused', 'refused']])
  })
})
