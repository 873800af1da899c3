import { formatDate, formatNumber } from '@tieuchi/runtime'
import { dayOf } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { administrativeHead } from '../prints/administrative-head.ts'
import { basisText, factLines, formMargins, paperTitle, preparerSignature } from '../prints/form-sheet.ts'
import type { Content, PrintDocument } from '../prints/print-engine.ts'
import { fileName } from '../prints/print-file.ts'
import type { NamedPaper } from '../prints/print-service.ts'
import { sayIn } from '../prints/print-words.ts'
import { describeLatest } from '../units/unit-service.ts'
import { findVersionSince } from './draft-since.ts'
import { changeList, lineList, questionList } from './impact-print-lists.ts'
import { matrixTable, moneyTable, unitTable } from './impact-print-tables.ts'
import { counting } from './impact-print-words.ts'
import { getRunOrThrow, rulesOfRun } from './impact-service.ts'
import { sideText, type WrittenImpact } from './impact-sheets.ts'

const headSize = 10

/** A run for the file of an approval: what was compared with what, whom it touches, and what of the rules does it; four pages at most. No household stands on it. */
export async function impactPaper(tx: Tx, written: WrittenImpact): Promise<NamedPaper<PrintDocument>> {
  const { run, figures, language, say } = written
  const at = new Date(run.finished_at ?? run.created_at)
  const unit = await describeLatest(tx, run.area.id, dayOf(at))
  const row = await getRunOrThrow(tx, run.id)
  const rules = await rulesOfRun(tx, row)
  const title = say('paperTitle')
  const sayPrint = sayIn(language)
  const paper: PrintDocument = {
    title, language, at, size: 10, margins: formMargins,
    foot: say('recordLine', { code: run.id.slice(0, 8).toUpperCase() }),
    content: [
      ...administrativeHead({ say: sayPrint, unit, day: dayOf(at), size: headSize }),
      paperTitle(title, run.subject.title[language], headSize + 3),
      ...outdated(written, await findVersionSince(tx, row, rules)),
      facts(written, at, [sayPrint('basis'), basisText(rules.question.after.assembly, language)]),
      { text: say('bothAnew'), italics: true, margin: [0, 2, 0, 0] },
      bigNumbers(written), matrixTable(written), ...moneyTable(written), ...changeList(written), ...lineList(written), ...questionList(written), ...unitTable(written),
      ...(figures.veiled ? [{ text: say('veiled'), italics: true, margin: [0, 6, 0, 0] } satisfies Content] : []),
      preparerSignature(sayPrint),
    ],
  }
  return { name: fileName(say('impact'), run.after.title[language], run.at), paper }
}

/** Says, so that nobody overlooks it, that the draft has other rules now. */
const outdated = ({ run, say }: WrittenImpact, now: number | undefined): readonly Content[] => {
  const version = run.after.draft?.version
  if (now === undefined || version === undefined) return []
  return [{ margin: [0, 0, 0, 6], layout: 'grid', table: { widths: ['*'], body: [[{ text: say('outdated', { version, now }), bold: true, alignment: 'center', margin: [2, 2, 2, 2] }]] } }]
}

function facts(written: WrittenImpact, at: Date, basis: readonly [string, string | undefined]): Content {
  const { run, say, language } = written
  const side = (which: 'after' | 'before'): readonly (readonly [string, string])[] => [[say(which), sideText(written, run[which])], [say('contentHash'), run[which].hash.slice(0, 16)]]
  const number = (value: number | undefined): string => formatNumber(value ?? 0, language)
  return factLines([
    ...side('after'), basis, ...side('before'),
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

function bigNumbers(written: WrittenImpact): Content {
  const { figures, say } = written
  const count = counting(written)
  const told = [['households', figures.households], ['changed', figures.changed], ['undetermined', figures.undetermined.households]] as const
  return {
    margin: [0, 8, 0, 2],
    columns: told.map(([word, number]) => ({ alignment: 'center', stack: [{ text: count(number), bold: true, fontSize: 18 }, say(word)] })),
  }
}
