import type { Readable } from 'node:stream'
import { excelFile, dayCell, type Cell, type ExcelSheet } from '../excel/excel-file.ts'
import { fileSlug } from '../excel/file-slug.ts'
import type { ListTaking } from '../lists/list-export.ts'
import { calendarDayOrThrow, dayOf, formatDay, writeInstant } from '../plugins/clock.ts'
import { asPerson } from '../plugins/database.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { listNewestNames } from '../units/unit-queries.ts'
import { describeLatest } from '../units/unit-service.ts'
import { AreaJudge } from './area-judge.ts'
import { exportWords } from './entitlement-export-words.ts'
import { listNamedHouseholds } from './entitlement-queries.ts'
import { notesOf, rowSheet, unitSheet, type WrittenArea } from './entitlement-sheets.ts'

/**
 * The entitlements of all households of the reader's area on a day, as an Excel file with a name; noted in the trail. Households are judged
 * by compiled rules while the file is written, once for the sums and once for the rows. No personal number stands in it.
 */
export async function takeOutEntitlements(taking: ListTaking, book: RuleBook, at: string): Promise<{ readonly name: string; readonly file: Readable }> {
  const { db, signedIn, now, language } = taking
  const say = exportWords(language)
  calendarDayOrThrow(at)
  return asPerson(db, signedIn, async (tx) => {
    const households = await listNamedHouseholds(tx)
    const unitNames = await listNewestNames(tx, households.map(({ unit_id: unit }) => unit))
    const area = await describeLatest(tx, signedIn.unit.id, dayOf(now))
    const filter = (in_: 'vi' | 'en') => `${exportWords(in_)('day')} ${formatDay(at)}`
    await insertTrail(tx, { at: now, person: signedIn.person.id, unit: area.id, action: 'entitlements.exported', subject: 'list entitlements', new: { filter: { vi: filter('vi'), en: filter('en') }, rows: households.length } })
    const written: WrittenArea = { judge: new AreaJudge({ db, book, signedIn, at }), households, unitNames, at, language, say }
    const about = [[say('day'), dayCell(at)], [say('area'), area.name], [say('households'), households.length], [say('madeBy'), signedIn.person.name], [say('madeAt'), writeInstant(now)]] as const
    return { name: `${fileSlug(say('title'))}_${fileSlug(area.name)}_${at}.xlsx`, file: excelFile([unitSheet(written), rowSheet(written), aboutSheet(written, about)]) }
  })
}

const aboutSheet = (written: WrittenArea, about: readonly (readonly Cell[])[]): ExcelSheet => ({
  name: written.say('about'),
  columns: [{ title: written.say('item'), width: 48 }, { title: written.say('value'), width: 100 }],
  rows: (function* rows() {
    yield* about
    for (const note of notesOf(written)) yield [written.say('note'), note]
  })(),
})
