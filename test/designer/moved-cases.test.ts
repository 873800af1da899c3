import { judgeMove } from '@tieuchi/designer/src/case-bench/judged-moves.ts'
import { movedDays, movesInto, onOtherDays } from '@tieuchi/designer/src/case-bench/moved-cases.ts'
import { applyCommand } from '@tieuchi/designer/src/editor-store/command.ts'
import { beginHistory, perform, redo, undo } from '@tieuchi/designer/src/editor-store/history.ts'
import { tellCommand } from '@tieuchi/designer/src/editor-store/told-command.ts'
import { assemble, isOutside, noAdditions, type Assembly, type CaseDocument, type DraftDocument, type LogicPiece } from '@tieuchi/runtime'
import { describe, expect, test } from 'vitest'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { fileURLToPath } from 'node:url'
import { assembledPacks } from '../support/assembled-packs.ts'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const rulesets = fileURLToPath(new URL('../../rulesets', import.meta.url))
const [{ release }] = dogReleases
const text = (words: string) => ({ vi: words, en: words })
const newYear: LogicPiece = { kind: 'fact', id: 'new_year', title: text('Năm mới'), value: { if: { id: 'newyearaaa', fact: 'day', operator: 'greaterThanInclusive', value: '2027-01-01' }, then: 2, else: 1 } }
const day: LogicPiece = { kind: 'fact', id: 'day', title: text('Ngày'), value: { moment: 'law_at' } }
const garden: CaseDocument = { id: 'casegarden', title: text('Vườn'), at: '2026-06-01', given: { household: { garden_area: 15, fenced: true }, members: [{ id: 'd', part: 'dog', vaccinated: true, born: '2024-05' }], unit: { zone: 'field' } }, expect: { licence: 'granted' } }
const cases: readonly CaseDocument[] = [
  garden,
  { ...garden, id: 'caseleap22', at: '2024-02-29', expect: { new_year: 1 } },
  { ...garden, id: 'casewithin', at: '2027-03-01' },
  { ...garden, id: 'casesameda', expect: { licence: 'refused', new_year: 1 } },
]
const draft: DraftDocument = { format: 1, programme: dogProgramme, release: { ...release, logic: [...release.logic, day, newYear], cases }, additions: noAdditions, valid_from: '2027-01-01' }
const assembled = (document: DraftDocument): Assembly => assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': document.release } })
const assembly = assembled(draft)

describe('Cases outside the days of a draft', () => {
  const moves = movesInto(assembly, draft)

  test('are moved to them, and no others', () => {
    expect(moves.map(({ after: { id, at, given } }) => [id, at, given.members?.[0]?.['born']])).toEqual([['casegarden', '2027-06-01', '2025-05'], ['caseleap22', '2027-02-28', '2027-05'], ['casesameda', '2027-06-01', '2025-05']])
    expect(movedDays(moves)).toEqual([{ from: '2024-02-29', to: '2027-02-28', count: 1 }, { from: '2026-06-01', to: '2027-06-01', count: 2 }])
    expect(onOtherDays(moves).map(({ before }) => before.id)).toEqual(['caseleap22'])
  })

  test('stay where the draft has no first day', () => {
    const { valid_from: _from, ...open } = draft
    expect(movesInto(assembly, open)).toEqual([])
  })

  test('move in one step that is taken back as a whole, and told as what it is', () => {
    const command = { name: 'cases.move', args: { cases: moves.map(({ after }) => after) } } as const
    const after = perform(beginHistory(draft), command)
    expect(after.document.release.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    expect(after.document.release.cases.every((each) => !isOutside(each, { valid_from: '2027-01-01' }))).toBe(true)
    expect(undo(after).document).toEqual(draft)
    expect(redo(undo(after)).document).toEqual(after.document)
    expect(tellCommand(draft, command)).toEqual({ verb: 'move', changed: 'cases' })
  })

  test('that are there no more do not come back', () => {
    const fewer = applyCommand(draft, { name: 'case.remove', args: { id: 'casegarden' } })
    expect(applyCommand(fewer, { name: 'cases.move', args: { cases: moves.map(({ after }) => after) } }).release.cases.map(({ id }) => id)).toEqual(['caseleap22', 'casewithin', 'casesameda'])
  })

  test('are told where the rules make something else of them on the new day, with whether they are still as expected', async () => {
    const [same, changed, before] = await Promise.all(moves.map((move) => judgeMove(assembly, move)))
    expect(same).toBeUndefined()
    expect(changed).toMatchObject({ results: [{ name: 'new_year', before: 1, after: 2 }], passedBefore: true, passes: false })
    expect(before).toMatchObject({ results: [{ name: 'new_year', before: 1, after: 2 }], passedBefore: false, passes: false })
  })
})

describe('The cases of the poverty standard of 2026', () => {
  const [poverty] = assembledPacks(readPacks(rulesets)).filter(({ folder }) => folder === 'poverty/2026')

  test('come out the same in a draft that begins a year later', async () => {
    if (!poverty) throw new Error('The packs have it')
    const { assembly: own, release: before } = poverty
    const moves = movesInto(own, { ...draft, release: before, valid_from: '2027-01-01' })
    expect(moves).toHaveLength(before.cases.length)
    const changed = await Promise.all(moves.map((move) => judgeMove(own, move)))
    expect(changed.filter((each) => each !== undefined).map(({ example, results }) => [example.title.vi, results])).toEqual([])
  })
})
