import { applyCommand, type Command } from '@tieuchi/designer/src/editor-store/command.ts'
import { allColumns } from '@tieuchi/designer/src/editor-store/commands/report-columns.ts'
import { viewOfReport, type ReportSite } from '@tieuchi/designer/src/editor-store/commands/report-rules.ts'
import { beginHistory, perform, redo, undo } from '@tieuchi/designer/src/editor-store/history.ts'
import { blocksOf, formulasOfReport, mergeDrafts, noAdditions, piecesOfReport, type Condition, type DraftDocument, type MeasureColumn, type ReportDocument } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dogProgramme, dogReleases } from '../support/dog-licences.ts'
import { dogsAndGardens, licenceMovements } from '../support/dog-reports.ts'

const text = (words: string) => ({ vi: words, en: words })
const leaf: Condition = { id: 'leafleaf22', fact: 'fenced', operator: 'equal', value: true }
const measure = (id: string, where?: Condition): MeasureColumn => ({ kind: 'measure', id, title: text(id), measure: { count: 'households', ...(where && { where }) } })

const report: ReportDocument = {
  id: 'gardens', title: text('Gardens'), period: 'year',
  logic: [{ kind: 'condition', id: 'has_fence', title: text('Fence'), conditions: leaf }],
  rows: [
    { kind: 'total', id: 'all', title: text('All') },
    { kind: 'codes', id: 'zones', fact: 'zone', rows: [{ kind: 'units', id: 'units' }] },
    { kind: 'conditions', id: 'kinds', conditions: [{ id: 'fenced', title: text('Fenced'), where: { condition: 'has_fence' } }] },
  ],
  columns: [
    measure('households'),
    { kind: 'group', id: 'fences', title: text('Fences'), columns: [measure('with', leaf), measure('without', { not: leaf })] },
    { kind: 'formula', id: 'part', title: text('Part'), formula: { divide: [{ fact: 'with' }, { fact: 'households' }] } },
  ],
  checks: [{ id: 'checkcheck', title: text('Sum'), column: 'households', equals: { add: [{ fact: 'with' }, { fact: 'without' }] } }],
}
const draft: DraftDocument = { format: 1, programme: dogProgramme, release: { ...dogReleases[1].release, reports: [report] }, additions: noAdditions }

const reportOf = ({ release }: DraftDocument, id = 'gardens'): ReportDocument => {
  const found = release.reports?.find((each) => each.id === id)
  if (!found) throw new Error('There is a report')
  return found
}
const columns = (document: DraftDocument): readonly string[] => allColumns(reportOf(document).columns).map(({ column, within }) => `${'> '.repeat(within.length)}${column.id}`)
const rows = (document: DraftDocument): readonly string[] => blocksOf(reportOf(document)).map(({ block, within }) => `${'> '.repeat(within.length)}${block.id}`)
const columnNamed = (document: DraftDocument, id: string) => allColumns(reportOf(document).columns).find(({ column }) => column.id === id)?.column
const where: ReportSite = { report: 'gardens', place: ['columns', 'households', 'measure', 'where'], of: 'household', part: 'conditions' }
const here = { piece: 'at_this_place', place: ['conditions'] }

/** Each command with what it does, as the report designer gives it. */
const examples: readonly (readonly [Command, (document: DraftDocument) => unknown, unknown])[] = [
  [{ name: 'report.add', args: { report: { ...report, id: 'other' } } }, ({ release }) => release.reports?.map(({ id }) => id), ['gardens', 'other']],
  [{ name: 'report.remove', args: { id: 'gardens' } }, ({ release }) => release.reports, undefined],
  [{ name: 'report.head', args: { report: 'gardens', head: { title: text('Yards'), period: 'month', citation: { document: '1/2026' }, signatures: [] } } }, (document) => [reportOf(document).title, reportOf(document).period, reportOf(document).citation, 'signatures' in reportOf(document), columns(document).length], [text('Yards'), 'month', { document: '1/2026' }, false, 5]],
  [{ name: 'report.columns.insert', args: { report: 'gardens', columns: [measure('new')], at: { before: 'part' } } }, columns, ['households', 'fences', '> with', '> without', 'new', 'part']],
  [
    { name: 'report.columns.insert', args: { report: 'gardens', columns: [measure('new')], at: { group: 'fences' }, logic: [{ kind: 'condition', id: 'has_fence', title: text('Other'), conditions: { not: leaf } }, { kind: 'condition', id: 'brought', title: text('Brought'), conditions: leaf }] } },
    (document) => [columns(document), reportOf(document).logic?.map(({ id, title }) => `${id} ${title.en}`)], [['households', 'fences', '> with', '> without', '> new', 'part'], ['has_fence Fence', 'brought Brought']],
  ],
  [{ name: 'report.columns.remove', args: { report: 'gardens', ids: ['with', 'without'] } }, columns, ['households', 'part']],
  [{ name: 'report.columns.remove', args: { report: 'gardens', ids: ['fences', 'part'] } }, columns, ['households']],
  [{ name: 'report.columns.move', args: { report: 'gardens', ids: ['households'], at: { group: 'fences', before: 'without' } } }, columns, ['fences', '> with', '> households', '> without', 'part']],
  [{ name: 'report.columns.move', args: { report: 'gardens', ids: ['with', 'without'], at: { before: 'households' } } }, columns, ['with', 'without', 'households', 'part']],
  [{ name: 'report.columns.move', args: { report: 'gardens', ids: ['fences'], at: { group: 'fences' } } }, columns, ['households', 'fences', '> with', '> without', 'part']],
  [{ name: 'report.column.replace', args: { report: 'gardens', column: { ...measure('with'), title: text('Fenced') } } }, (document) => columnNamed(document, 'with'), { ...measure('with'), title: text('Fenced') }],
  [{ name: 'report.columns.group', args: { report: 'gardens', ids: ['households', 'part'], group: { id: 'both', title: text('Both') } } }, columns, ['both', '> households', '> part', 'fences', '> with', '> without']],
  [{ name: 'report.columns.ungroup', args: { report: 'gardens', id: 'fences' } }, columns, ['households', 'with', 'without', 'part']],
  [{ name: 'report.rows.insert', args: { report: 'gardens', block: { kind: 'total', id: 'again', title: text('Again') }, at: { within: 'zones', before: 'units' } } }, rows, ['all', 'zones', '> again', '> units', 'kinds']],
  [{ name: 'report.rows.remove', args: { report: 'gardens', id: 'units' } }, (document) => [rows(document), reportOf(document).rows[1]], [['all', 'zones', 'kinds'], { kind: 'codes', id: 'zones', fact: 'zone' }]],
  [{ name: 'report.rows.move', args: { report: 'gardens', id: 'kinds', at: { within: 'zones' } } }, rows, ['all', 'zones', '> units', '> kinds']],
  [{ name: 'report.rows.move', args: { report: 'gardens', id: 'all', at: { within: 'kinds' } } }, rows, ['all', 'zones', '> units', 'kinds']],
  [{ name: 'report.rows.move', args: { report: 'gardens', id: 'zones', at: { within: 'units' } } }, rows, ['all', 'zones', '> units', 'kinds']],
  [{ name: 'report.rows.replace', args: { report: 'gardens', block: { kind: 'units', id: 'units', numbering: 'arabic' } } }, (document) => blocksOf(reportOf(document)).find(({ block }) => block.id === 'units')?.block, { kind: 'units', id: 'units', numbering: 'arabic' }],
  [{ name: 'report.check.put', args: { report: 'gardens', check: { id: 'checknew22', title: text('New'), column: 'part', equals: 1 } } }, (document) => reportOf(document).checks?.map(({ id }) => id), ['checkcheck', 'checknew22']],
  [{ name: 'report.check.remove', args: { report: 'gardens', id: 'checkcheck' } }, (document) => reportOf(document).checks, undefined],
  [{ name: 'report.rules', args: { site: where, command: { name: 'condition.write', args: { site: here, condition: leaf } } } }, (document) => columnNamed(document, 'households'), measure('households', leaf)],
  [
    { name: 'report.rules', args: { site: { ...where, place: ['columns', 'fences', 'columns', 'with', 'measure', 'where'] }, command: { name: 'condition.write', args: { site: here, condition: { all: [] } } } } },
    (document) => columnNamed(document, 'with'), measure('with'),
  ],
  [
    { name: 'report.rules', args: { site: where, command: { name: 'condition.write', args: { site: here, condition: { id: 'another222', fact: 'some_dog', operator: 'equal', value: true }, along: { put: [{ kind: 'fact', id: 'some_dog', title: text('Some dog'), value: { any: 'members', where: leaf } }], fields: { household: { pond: { type: 'boolean', 'x-label': text('Pond') } } } } } } } },
    (document) => [reportOf(document).logic?.map(({ id }) => id), document.additions.fields.household, document.release.logic === draft.release.logic],
    [['has_fence', 'some_dog'], { pond: { type: 'boolean', 'x-label': text('Pond') } }, true],
  ],
  [
    { name: 'report.rules', args: { site: { report: 'gardens', place: ['columns', 'part', 'formula'], of: 'household', part: 'value', sheet: true }, command: { name: 'piece.replace', args: { piece: { kind: 'fact', id: 'part', title: text('Part'), value: { fact: 'with' } } } } } },
    (document) => [columnNamed(document, 'part'), reportOf(document).logic], [{ ...report.columns[2], formula: { fact: 'with' } }, report.logic],
  ],
  [
    { name: 'report.rules', args: { site: { report: 'gardens', piece: 'has_fence' }, command: { name: 'piece.replace', args: { piece: { kind: 'condition', id: 'has_fence', title: text('Wall'), conditions: { not: leaf } } } } } },
    (document) => reportOf(document).logic, [{ kind: 'condition', id: 'has_fence', title: text('Wall'), conditions: { not: leaf } }],
  ],
  [{ name: 'report.rules', args: { site: { report: 'gardens', piece: 'has_fence' }, command: { name: 'piece.remove', args: { id: 'has_fence' } } } }, (document) => reportOf(document).logic, undefined],
]

describe('Commands of the report designer', () => {
  it.each(examples.map(([command, look, expected], at) => ({ what: `${command.name} ${at}`, command, look, expected })))('$what: does, is undone, and is done again', ({ command, look, expected }) => {
    const done = perform(beginHistory(draft), command)
    expect(look(done.document)).toEqual(expected)
    expect(undo(done).document).toEqual(draft)
    expect(redo(undo(done)).document).toEqual(done.document)
  })

  it.each(examples.map(([command], at) => ({ what: `${command.name} ${at}`, command })))('$what: is put together with what somebody else changed meanwhile', ({ command }) => {
    const [mine, meanwhile] = [draft, { ...draft, release: { ...draft.release, title: text('Written by somebody else') } }].map((document) => applyCommand(document, command)) as [DraftDocument, DraftDocument]
    const { document, both, lost } = mergeDrafts(draft, mine, { ...draft, release: { ...draft.release, title: text('Written by somebody else') } })
    expect({ both, lost }).toEqual({ both: [], lost: [] })
    expect(document).toEqual(meanwhile)
  })

  it('moves a report among the others', () => {
    const two = applyCommand(draft, { name: 'report.add', args: { report: { ...report, id: 'other' } } })
    expect(applyCommand(two, { name: 'report.move', args: { id: 'other', to: 0 } }).release.reports?.map(({ id }) => id)).toEqual(['other', 'gardens'])
  })

  it('does nothing to a report that is gone', () => {
    expect(applyCommand(draft, { name: 'report.rules', args: { site: { ...where, report: 'none' }, command: { name: 'condition.write', args: { site: here, condition: leaf } } } })).toBe(draft)
  })
})

/** Every place of a report where a condition or a value is written, as its editors name it. */
const sitesOf = (of: ReportDocument): readonly ReportSite[] => [
  ...piecesOfReport(of).filter(({ path }) => path.at(-1) !== 'fact').map(({ piece, path, part }): ReportSite => (part ? { report: of.id, place: path.map(String), of: piece.of === 'members' ? 'members' : 'household', part } : { report: of.id, piece: piece.id })),
  ...formulasOfReport(of).map(({ path }): ReportSite => ({ report: of.id, place: path.map(String), of: 'household', part: 'value', sheet: true })),
]

describe('A report read as rules of its own', () => {
  const all = [licenceMovements, dogsAndGardens, ...readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url))).programmes.flatMap(({ releases }) => releases.flatMap(({ release }) => release.reports ?? []))]

  it('is written back as it is, from every place of every report', () => {
    let looked = 0
    for (const each of all) {
      const document = { ...draft, release: { ...draft.release, reports: [each] } }
      for (const site of sitesOf(each)) {
        const view = viewOfReport(document, site)
        const piece = view?.document.release.logic.find(({ id }) => id === view.piece)
        if (!piece) throw new Error(`Nothing is written at ${JSON.stringify(site)}`)
        expect(reportOf(applyCommand(document, { name: 'report.rules', args: { site, command: { name: 'piece.replace', args: { piece } } } }), each.id)).toEqual(each)
        looked += 1
      }
    }
    expect(looked).toBeGreaterThan(300)
  })
})
