import { formatDate, formatUnit, formatValue, type Language } from '@tieuchi/runtime'
import { instantCell, type Cell, type ExcelSheet } from '../excel/excel-file.ts'
import type { ImpactFigures, ImpactRun } from './impact-schema.ts'
import type { SayImpact } from './impact-words.ts'

/** A finished run with the words it is written in. */
export interface WrittenImpact {
  readonly run: ImpactRun
  readonly figures: ImpactFigures
  readonly language: Language
  readonly say: SayImpact
}

/** By whom and when a file is made, and what it leaves out. */
interface TakenOut {
  readonly by: string
  readonly at: Date
  readonly notes: readonly string[]
}

/** Everything of a run but its households, sheet by sheet. */
export const impactSheets = (written: WrittenImpact, taken: TakenOut): readonly ExcelSheet[] => [
  figuresSheet(written, taken), flowSheet(written), breakdownsSheet(written), changesSheet(written), ...(written.figures.money.length > 0 ? [moneySheet(written)] : []),
]

/** A number, or a word where it is hidden. */
const count = (say: SayImpact, number: number | null): Cell => number ?? say('hidden')

/** A side of a comparison: what it is called, and which version it is. */
export const sideText = ({ language, say }: Pick<WrittenImpact, 'language' | 'say'>, { title, draft }: ImpactRun['after']): string =>
  draft ? `${title[language]} (${say('draftVersion', { version: draft.version })})` : title[language]

function figuresSheet(written: WrittenImpact, { by, at, notes }: TakenOut): ExcelSheet {
  const { run, figures, language, say } = written
  const rows: readonly (readonly Cell[])[] = [
    [say('after'), sideText(written, run.after)], [say('contentHash'), run.after.hash],
    [say('before'), sideText(written, run.before)], [say('contentHash'), run.before.hash],
    [say('subject'), run.subject.title[language]],
    [say('day'), formatDate(run.at)],
    [say('area'), run.area.name],
    [say('households'), figures.households],
    [say('changed'), count(say, figures.changed)],
    [say('undetermined'), count(say, figures.undetermined.households)],
    [say('near'), `${run.near} %`],
    [say('register'), run.register?.households], [say('changedMeanwhile'), run.register?.changed_meanwhile],
    [say('checks'), say('checksOf', run.checks)],
    ...(figures.veiled ? [[say('veiled')]] : []), ...(run.persons ? [] : [[say('ownAreaOnly')]]), ...notes.map((note) => [note]),
    [say('computedBy'), run.created_by.name], [say('computedAt'), run.finished_at && instantCell(run.finished_at)],
    [say('takenBy'), by], [say('takenAt'), instantCell(at.toISOString())],
  ]
  return { name: say('figures'), columns: [{ title: say('item'), width: 44 }, { title: say('value'), width: 80, format: 'dd/mm/yyyy hh:mm' }], rows }
}

/** A sum; null where one of the numbers is hidden. */
export const totalOf = (numbers: readonly (number | null)[]): number | null => numbers.reduce((sum: number | null, number) => (sum === null || number === null ? null : sum + number), 0)

function flowSheet({ figures: { categories, matrix }, language, say }: WrittenImpact): ExcelSheet {
  const names = categories.map(({ label }) => label[language])
  const totals = names.map((_name, to) => totalOf(matrix.map((line) => line[to] ?? 0)))
  return {
    name: say('flow'),
    columns: [{ title: say('fromTo'), width: 36 }, ...names.map((title) => ({ title, width: 24 })), { title: say('total'), width: 14 }],
    rows: [
      ...matrix.map((line, from) => [names[from], ...[...line, totalOf(line)].map((number) => count(say, number))]),
      [say('total'), ...[...totals, totalOf(totals)].map((number) => count(say, number))],
    ],
  }
}

function breakdownsSheet({ figures: { categories, breakdowns }, language, say }: WrittenImpact): ExcelSheet {
  const names = categories.map(({ label }) => label[language])
  const paid = breakdowns.some(({ lines }) => lines.some(({ money }) => money !== undefined))
  const rows = breakdowns.flatMap(({ title, lines }) => lines.map(({ label, households, changed, matrix, money }): readonly Cell[] => [
    title[language], label[language],
    ...[households, changed, ...names.map((_name, from) => totalOf(matrix[from] ?? [])), ...names.map((_name, to) => totalOf(matrix.map((line) => line[to] ?? 0)))].map((number) => count(say, number)),
    ...(paid ? [money?.before, money?.after] : []),
  ]))
  const columns = [
    { title: say('breakdown'), width: 26 }, { title: say('group'), width: 30 }, { title: say('households'), width: 12 }, { title: say('changed'), width: 16 },
    ...names.map((category) => ({ title: say('beforeOf', { category }), width: 22 })), ...names.map((category) => ({ title: say('afterOf', { category }), width: 22 })),
    ...(paid ? [{ title: say('moneyBefore'), width: 18 }, { title: say('moneyAfter'), width: 18 }] : []),
  ]
  return { name: say('breakdowns'), columns, rows }
}

/** A line as people name it: what it is, where it lies, and by how much it is moved. */
export const lineText = ({ language, say }: Pick<WrittenImpact, 'language' | 'say'>, { title, value, unit, step }: ImpactFigures['lines'][number]): string => {
  const write = (number: number): string => formatValue(number, { unit, lists: new Map(), language })
  return say('lineAt', { title: title[language], value: write(value), step: write(step) })
}

function changesSheet(written: WrittenImpact): ExcelSheet {
  const { figures: { changes, lines, undetermined }, language, say } = written
  return {
    name: say('changes'),
    columns: [{ title: say('kind'), width: 24 }, { title: say('sentence'), width: 90 }, { title: say('households'), width: 12 }, { title: say('lower'), width: 18 }, { title: say('higher'), width: 18 }],
    rows: [
      ...changes.map(({ sentence, households }) => [say('change'), sentence[language], count(say, households)]),
      ...lines.map((line) => [say('line'), lineText(written, line), undefined, count(say, line.lower), count(say, line.higher)]),
      ...undetermined.questions.map(({ title, households }) => [say('ofLooked', { question: say('question'), looked: undetermined.looked }), title[language], count(say, households)]),
    ],
  }
}

function moneySheet({ figures: { money }, language, say }: WrittenImpact): ExcelSheet {
  const heads = ['grantedBefore', 'grantedAfter', 'moneyBefore', 'moneyAfter', 'unknownBefore', 'unknownAfter', 'openBefore', 'openAfter'] as const
  return {
    name: say('entitlements'),
    columns: [{ title: say('item'), width: 44 }, { title: say('moneyUnit'), width: 16 }, ...heads.map((head) => ({ title: say(head), width: 20 }))],
    rows: money.map(({ title, unit, before, after }) => [
      title[language], unit === undefined ? undefined : formatUnit(unit, language).trim(), before.granted, after.granted, ...(unit === undefined ? [undefined, undefined, undefined, undefined] : [before.amount, after.amount, before.unknown, after.unknown]), before.undetermined, after.undetermined,
    ]),
  }
}

