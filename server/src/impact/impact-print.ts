import { formatDate, formatNumber, formatUnit, hashDocument } from '@tieuchi/runtime'
import { dayOf } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { administrativeHead } from '../prints/administrative-head.ts'
import { factLines, formMargins, paperTitle } from '../prints/form-sheet.ts'
import { gridTable, type Content, type PrintDocument, type TableCell } from '../prints/print-engine.ts'
import { fileName } from '../prints/print-file.ts'
import type { NamedPaper } from '../prints/print-service.ts'
import { sayIn } from '../prints/print-words.ts'
import { describeLatest } from '../units/unit-service.ts'
import { lineText, sideText, type WrittenImpact } from './impact-sheets.ts'

/** So many lines of a list stand on the paper; it is to fit two pages. */
const mostLines = 12

const headSize = 10

/** A run for the file of an approval: what was compared with what, whom it touches, and what of the rules does it. No household stands on it. */
export async function impactPaper(tx: Tx, written: WrittenImpact): Promise<NamedPaper<PrintDocument>> {
  const { run, figures, language, say } = written
  const at = new Date(run.finished_at ?? run.created_at)
  const unit = await describeLatest(tx, run.area.id, dayOf(at))
  const title = say('paperTitle')
  const paper: PrintDocument = {
    title, language, at, size: 10, margins: formMargins,
    foot: say('recordLine', { code: run.id.slice(0, 8).toUpperCase(), hash: hashDocument({ before: run.before.hash, after: run.after.hash, figures }).slice(0, 8) }),
    content: [
      ...administrativeHead({ say: sayIn(language), unit, day: dayOf(at), size: headSize }),
      paperTitle(title, run.subject.title[language], headSize + 3),
      facts(written, at), bigNumbers(written), matrix(written), ...money(written), ...changes(written), ...lines(written), ...questions(written),
      ...(figures.veiled ? [{ text: say('veiled'), italics: true, margin: [0, 6, 0, 0] } satisfies Content] : []),
    ],
  }
  return { name: fileName(say('impact'), run.after.title[language], run.at), paper }
}

function facts(written: WrittenImpact, at: Date): Content {
  const { run, say, language } = written
  const side = (which: 'after' | 'before'): string => `${sideText(written, run[which])}, ${say('hash', { hash: run[which].hash.slice(0, 16) })}`
  const number = (value: number | undefined): string => formatNumber(value ?? 0, language)
  return factLines([
    [say('after'), side('after')], [say('before'), side('before')],
    [say('day'), formatDate(run.at)], [say('area'), run.area.name],
    [say('register'), `${number(run.register?.households)}; ${say('changedMeanwhile').toLocaleLowerCase('vi')}: ${number(run.register?.changed_meanwhile)}`],
    [say('checks'), say('checksOf', { checked: number(run.checks.checked), differing: number(run.checks.differing) })],
    [say('computedBy'), run.created_by.name], [say('computedAt'), instantText(at)],
  ])
}

const instantText = (at: Date): string => {
  const [hour, minute] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' }).format(at).split(':')
  return `${hour}:${minute} ${formatDate(dayOf(at))}`
}

const counting = ({ say, language }: WrittenImpact) => (number: number | null): string => (number === null ? say('hidden') : formatNumber(number, language))

const heading = (text: string, note?: string): Content => ({ text: [{ text, bold: true }, ...(note === undefined ? [] : [{ text: ` (${note})`, italics: true }])], margin: [0, 8, 0, 3], headlineLevel: 1 })

function bigNumbers(written: WrittenImpact): Content {
  const { figures, say } = written
  const count = counting(written)
  const told = [['households', figures.households], ['changed', figures.changed], ['undetermined', figures.undetermined.households]] as const
  return {
    margin: [0, 8, 0, 2],
    columns: told.map(([word, number]) => ({ alignment: 'center', stack: [{ text: count(number), bold: true, fontSize: 18 }, say(word)] })),
  }
}

const right = (text: string): TableCell => ({ text, alignment: 'right' })
const middle = (text: string): TableCell => ({ text, bold: true, alignment: 'center' })

function matrix(written: WrittenImpact): Content {
  const { figures: { categories, matrix: counts }, language, say } = written
  const count = counting(written)
  const names = categories.map(({ label }) => label[language])
  return { stack: [heading(say('flow')), gridTable({
    widths: [110, ...names.map(() => '*' as const)],
    head: [[middle(say('fromTo')), ...names.map(middle)]],
    rows: counts.map((line, from) => [{ text: names[from] ?? '', bold: true }, ...line.map((number, to) => (from === to ? right(count(number)) : { text: number === 0 ? '–' : count(number), alignment: 'right' as const, bold: number !== 0 }))]),
  })] }
}

function money(written: WrittenImpact): readonly Content[] {
  const { figures, language, say } = written
  if (figures.money.length === 0) return []
  const count = counting(written)
  const amount = (value: number, unit: string | undefined): string => (unit === undefined ? '–' : `${formatNumber(value, language)}${formatUnit(unit, language)}`)
  return [heading(say('entitlements')), gridTable({
    widths: ['*', 62, 62, 92, 92],
    head: [[say('item'), say('grantedBefore'), say('grantedAfter'), say('moneyBefore'), say('moneyAfter')].map(middle)],
    rows: figures.money.map(({ title, unit, before, after }) => [title[language], right(count(before.granted)), right(count(after.granted)), right(amount(before.amount, unit)), right(amount(after.amount, unit))]),
  })]
}

/** Sentences with a number each, as many as there is room for. */
function listed(written: WrittenImpact, all: readonly (readonly [sentence: string, numbers: string])[]): readonly Content[] {
  const more = all.length - mostLines
  return [
    ...all.slice(0, mostLines).map(([sentence, numbers]): Content => ({ columns: [{ text: `– ${sentence}`, width: '*' }, { text: numbers, width: 'auto', bold: true }], columnGap: 12, margin: [0, 1, 0, 1] })),
    ...(more > 0 ? [{ text: written.say('more', { count: more }), italics: true } satisfies Content] : []),
  ]
}

function changes(written: WrittenImpact): readonly Content[] {
  const { figures, language, say } = written
  const touching = figures.changes.filter(({ households }) => households !== 0)
  const told = listed(written, touching.map(({ sentence, households }) => [sentence[language], counting(written)(households)]))
  return [heading(say('changesTitle'), say('changesNote')), ...(told.length > 0 ? told : [say('none')])]
}

function lines(written: WrittenImpact): readonly Content[] {
  const { figures, say } = written
  const near = figures.lines.filter(({ lower, higher }) => lower !== 0 || higher !== 0)
  const count = counting(written)
  return near.length === 0 ? [] : [heading(say('linesTitle'), say('linesNote')), ...listed(written, near.map((line) => [lineText(written, line), say('lineSides', { lower: count(line.lower), higher: count(line.higher) })]))]
}

function questions(written: WrittenImpact): readonly Content[] {
  const { figures: { undetermined }, language, say } = written
  const count = counting(written)
  return undetermined.households === 0 ? [] : [heading(say('questionsTitle', { households: count(undetermined.households) }), say('questionsNote', { looked: count(undetermined.looked) })), ...listed(written, undetermined.questions.map(({ title, households }) => [title[language], count(households)]))]
}
