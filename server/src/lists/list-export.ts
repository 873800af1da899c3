import type { CodeList, CommonDocument, Language } from '@tieuchi/runtime'
import type { Readable } from 'node:stream'
import { excelFile, instantCell, type Cell, type ExcelColumn } from '../excel/excel-file.ts'
import { fileSlug } from '../excel/file-slug.ts'
import { dayOf } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import { findCommonBody, getNewestCommonOrThrow, listProgrammes } from '../policies/policy-queries.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { describeLatest } from '../units/unit-service.ts'
import { listWords, type SayWord } from './list-words.ts'
import { listsById, type ResultWords } from './result-text.ts'

/** Rows read at once while the file is written; between two of them the database serves others. */
const rowsAtOnce = 500

export interface ListTaking {
  readonly db: Db
  readonly signedIn: SignedIn
  readonly now: Date
  readonly language: Language
}

/** What the words of a list are made of. */
export interface ListSpeech extends ResultWords {
  readonly programmeOf: (id: string) => string
}

/** A list to be taken out: which rows in which order, and how each is written. */
export interface ListOut<Line> {
  readonly kind: 'households' | 'submissions'
  /** Of all its rows, in order: nothing that changes while the file is written makes one double or missing. */
  readonly ids: readonly string[]
  readonly read: (tx: Tx, ids: readonly string[]) => Promise<readonly Line[]>
  readonly columns: (say: SayWord) => readonly ExcelColumn[]
  readonly cells: (line: Line, speech: ListSpeech) => readonly Cell[]
  /** What the list was narrowed to and sorted by. */
  readonly about: (speech: ListSpeech) => readonly (readonly [string, Cell])[]
}

/** The whole list as an Excel file with a name, noted in the trail. */
export async function takeOut<Line>(taking: ListTaking, prepare: (tx: Tx) => Promise<ListOut<Line>>): Promise<{ readonly name: string; readonly file: Readable }> {
  const { db, signedIn, now, language } = taking
  return asPerson(db, signedIn, async (tx) => {
    const list = await prepare(tx)
    const speeches = await speechesOf(tx)
    const speech = speeches[language]
    const { say } = speech
    const unit = await describeLatest(tx, signedIn.unit.id, dayOf(now))
    await insertTrail(tx, { at: now, person: signedIn.person.id, unit: unit.id, action: 'list.exported', subject: `list ${list.kind}`, new: { filter: { vi: filterText(list, speeches.vi), en: filterText(list, speeches.en) }, rows: list.ids.length } })
    const about: readonly (readonly Cell[])[] = [
      [say('area'), unit.name], ...list.about(speech), [say('rows'), list.ids.length], [say('madeBy'), signedIn.person.name], [say('madeAt'), instantCell(now.toISOString())],
    ]
    const file = excelFile([
      { name: say(list.kind), columns: list.columns(say), rows: rowsOf(taking, list, speech) },
      { name: say('about'), columns: [{ title: say('what'), width: 30 }, { title: say('value'), width: 50, format: 'dd/mm/yyyy hh:mm' }], rows: about },
    ])
    return { name: `${fileSlug(say(list.kind))}_${fileSlug(unit.name)}_${dayOf(now)}.xlsx`, file }
  })
}

const filterText = <Line>({ about }: ListOut<Line>, speech: ListSpeech): string => about(speech).map(([name, value]) => `${name}: ${String(value)}`).join('; ') || speech.say('everything')

async function speechesOf(tx: Tx): Promise<Readonly<Record<Language, ListSpeech>>> {
  const programmes = new Map((await listProgrammes(tx)).map(({ id, title }) => [id, title]))
  const lists = await newestLists(tx)
  const speechOf = (language: Language): ListSpeech => ({ say: listWords(language), language, lists, programmeOf: (id) => programmes.get(id)?.[language] ?? id })
  return { vi: speechOf('vi'), en: speechOf('en') }
}

async function newestLists(tx: Tx): Promise<ReadonlyMap<string, CodeList>> {
  const body = await findCommonBody(tx, await getNewestCommonOrThrow(tx))
  const common: Pick<CommonDocument, 'lists'> = body === undefined ? { lists: [] } : JSON.parse(body)
  return listsById(common.lists)
}

async function* rowsOf<Line>({ db, signedIn }: ListTaking, { ids, read, cells }: ListOut<Line>, speech: ListSpeech): AsyncGenerator<readonly Cell[]> {
  let number = 0
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const lines = await asPerson(db, signedIn, (tx) => read(tx, ids.slice(start, start + rowsAtOnce)))
    for (const line of lines) yield [(number += 1), ...cells(line, speech)]
  }
}
