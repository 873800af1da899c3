import type { Readable } from 'node:stream'
import { excelFile } from '../excel/excel-file.ts'
import { fileSlug } from '../excel/file-slug.ts'
import type { ListTaking } from '../lists/list-export.ts'
import { dayOf } from '../plugins/clock.ts'
import { asPerson, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { listNotedGroups, listNotedIds } from './impact-export-queries.ts'
import { cutNotes, householdSheet } from './impact-household-sheet.ts'
import { impactSheets, type WrittenImpact } from './impact-sheets.ts'
import { describeRun, getRunOrThrow, rulesOfRun } from './impact-service.ts'
import { impactWords } from './impact-words.ts'

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
    const run = await getRunOrThrow(tx, id)
    const listed = { run, rules: await rulesOfRun(tx, run), ids: await listNotedIds(tx, id), groups: new Map((await listNotedGroups(tx, id)).map((group) => [group.group, group])) }
    await insertTrail(tx, { at: now, person: signedIn.person.id, unit: signedIn.unit.id, action: 'impact.exported', subject: `impact ${id}`, new: { title: written.run.after.title, rows: listed.ids.length } })
    const file = excelFile([...impactSheets(written, { by: signedIn.person.name, at: now, notes: cutNotes(written, listed) }), householdSheet(taking, written, listed)])
    return { name: `${fileSlug(written.say('impact'))}_${fileSlug(written.run.after.title[language])}_${dayOf(now)}.xlsx`, file }
  })
}
