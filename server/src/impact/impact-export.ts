import type { Readable } from 'node:stream'
import { excelFile, type Cell, type ExcelSheet } from '../excel/excel-file.ts'
import { plainText } from '../households/household-search.ts'
import type { ListTaking } from '../lists/list-export.ts'
import { dayOf } from '../plugins/clock.ts'
import { asPerson, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { listNotedGroups, listNotedIds, type NotedId } from './impact-export-queries.ts'
import { nameHouseholds } from './impact-household-queries.ts'
import { impactSheets, lineText, type WrittenImpact } from './impact-sheets.ts'
import { describeRun } from './impact-service.ts'
import { impactWords } from './impact-words.ts'
import type { NearLine, Reason } from './found.ts'
import { readStanding, standingKey } from './standing.ts'

/** Rows read at once while the file is written; between two of them the database serves others. */
const rowsAtOnce = 500

/** A run that is done, in words; a problem where it is not. */
export async function writtenImpact(tx: Tx, id: string, language: WrittenImpact['language']): Promise<WrittenImpact> {
  const run = await describeRun(tx, id)
  if (run.state !== 'done' || !run.figures) throw new Problem('impact_not_done')
  return { run, figures: run.figures, language, say: impactWords(language) }
}

/** A run as an Excel file with a name, noted in the trail: its figures as the reader sees them, and the households of the reader's area. */
export async function takeOutImpact(taking: ListTaking, id: string): Promise<{ readonly name: string; readonly file: Readable }> {
  const { db, signedIn, now, language } = taking
  return asPerson(db, signedIn, async (tx) => {
    const written = await writtenImpact(tx, id, language)
    const ids = await listNotedIds(tx, id)
    const groups = new Map((await listNotedGroups(tx, id)).map((group): [string, Told] => [group.group, toldIn(written, group)]))
    await insertTrail(tx, { at: now, person: signedIn.person.id, unit: signedIn.unit.id, action: 'impact.exported', subject: `impact ${id}`, new: { title: written.run.after.title, rows: ids.length } })
    const file = excelFile([...impactSheets(written, { by: signedIn.person.name, at: now }), householdSheet(taking, written, { ids, groups })])
    return { name: `${slug(written.say('impact'))}_${slug(written.run.after.title[language])}_${dayOf(now)}.xlsx`, file }
  })
}

const slug = (text: string): string => plainText(text).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')

/** What is told of a household besides who it is. */
type Told = readonly [before: Cell, after: Cell, why: Cell, near: Cell]

interface Group {
  readonly before: string
  readonly after: string
  readonly reasons: readonly Reason[]
  readonly lines: readonly NearLine[]
}

function toldIn(written: WrittenImpact, { before, after, reasons, lines }: Group): Told {
  const { figures, language, say } = written
  const labelOf = (standing: string): Cell => figures.categories.find((category) => standingKey(category) === standingKey(readStanding(standing)))?.label[language]
  const sentenceOf = (change: string): string => figures.changes.find((each) => each.id === change)?.sentence[language] ?? change
  const nearTo = ({ line, side }: NearLine): string => {
    const found = figures.lines.find((each) => each.id === line)
    return say(side === 'lower' ? 'ifLower' : 'ifHigher', { line: found ? lineText(written, found) : line })
  }
  return [labelOf(before), labelOf(after), reasons.map((reason) => reason.map(sentenceOf).join(say('and'))).join(say('or')) || undefined, lines.map(nearTo).join('; ') || undefined]
}

interface Listed {
  readonly ids: readonly NotedId[]
  readonly groups: ReadonlyMap<string, Told>
}

const householdSheet = (taking: ListTaking, { say }: WrittenImpact, listed: Listed): ExcelSheet => ({
  name: say('householdList'),
  columns: [
    { title: say('number'), width: 7 }, { title: say('unit'), width: 22 }, { title: say('place'), width: 24 }, { title: say('head'), width: 28 },
    { title: say('resultBefore'), width: 26 }, { title: say('resultAfter'), width: 26 }, { title: say('why'), width: 80 }, { title: say('nearTo'), width: 60 },
  ],
  rows: householdRows(taking, listed),
})

async function* householdRows({ db, signedIn }: ListTaking, { ids, groups }: Listed): AsyncGenerator<readonly Cell[]> {
  let number = 0
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const some = ids.slice(start, start + rowsAtOnce)
    const names = await asPerson(db, signedIn, (tx) => nameHouseholds(tx, some.map(({ id }) => id)))
    for (const { id, group } of some) {
      const named = names.get(id)
      if (named) yield [(number += 1), named.unit, named.place, named.name, ...(groups.get(group) ?? [])]
    }
  }
}
