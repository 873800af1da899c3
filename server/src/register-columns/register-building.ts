import { setImmediate } from 'node:timers/promises'
import type { Answers, CommonDocument, DecisionsRead } from '@tieuchi/runtime'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { parseRow, type RegisterRow, type WrittenRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { hasDecisionsOf } from '../known-households/known-household-queries.ts'
import { readHistories } from '../known-households/known-household.ts'
import type { Db } from '../plugins/database.ts'
import { listExpected, listHouseholdsOf, listHouseholdsOn, readSpellPages, type PageRange, type StoredHousehold } from './register-columns-queries.ts'

/** What columns are made of: the register on a day, and the attributes of units on it. */
export interface RegisterSource {
  readonly db: Db
  readonly common: CommonDocument
  readonly day: string
  readonly attributes: ReadonlyMap<string, Answers>
  /** Of what was decided before, what is in columns. */
  readonly read: DecisionsRead
  /** Told which part of the register is in columns, of 1. */
  readonly progress?: (share: number) => void
}

/** Memory that worker threads read too. */
export const sharedMemory = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

const householdsTogether = 1000
/** Some five hundred households: more at once is no quicker. */
const pagesTogether = 50
/** While one range is put into columns the next ones are read. */
const rangesAhead = 2

/**
 * Puts the whole register into columns, range by range of pages: a few thousand households are in memory at a time. What is recorded
 * meanwhile may lie on pages that were read already, but is noted as a change; where the whole table was written anew, it is read anew.
 */
export async function buildColumns(source: RegisterSource): Promise<RegisterColumns> {
  for (;;) {
    const { file, pages } = await readSpellPages(source.db)
    const register = await readPages(source, pages)
    if ((await readSpellPages(source.db)).file === file) return register
  }
}

async function readPages(source: RegisterSource, pages: number): Promise<RegisterColumns> {
  const register = new RegisterColumns(source.common, sharedMemory)
  // What is decided from now on is noted as a change.
  const decided = await hasDecisionsOf(source.db, [...source.read.programmes])
  const ranges = rangesOf(pages)
  const reading: Promise<readonly WrittenRow[]>[] = []
  let done = 0
  for (const range of [...ranges, ...Array.from({ length: rangesAhead }, () => undefined)]) {
    if (range) reading.push(readAhead(source, range, decided))
    if (reading.length <= rangesAhead && range) continue
    for (const row of (await reading.shift()) ?? []) register.putWritten(row)
    // The embedded database answers without ever giving other requests their turn.
    await setImmediate()
    done += 1
    source.progress?.(Math.min(1, done / ranges.length))
  }
  await refreshColumns(source, register, await listExpected(source.db, source.day))
  return register
}

/** A failure is met when the range's turn comes. */
function readAhead(source: RegisterSource, range: PageRange, decided: boolean): Promise<readonly WrittenRow[]> {
  const read = listHouseholdsOn(source.db, source.day, range).then((stored) => writtenRows(source, stored, decided))
  read.catch(() => undefined)
  return read
}

const rangesOf = (pages: number): readonly PageRange[] =>
  Array.from({ length: Math.ceil(pages / pagesTogether) }, (_range, index) => ({ from: index * pagesTogether, before: (index + 1) * pagesTogether }))

/** Reads some households anew; those that are no longer known are forgotten. */
export async function refreshColumns(source: RegisterSource, register: RegisterColumns, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += householdsTogether) {
    const asked = ids.slice(start, start + householdsTogether)
    const gone = new Set(asked)
    for (const row of await writtenRows(source, await listHouseholdsOf(source.db, source.day, asked))) {
      gone.delete(row.id)
      register.putWritten(row)
    }
    gone.forEach((id) => register.remove(id))
  }
}

/** Some households as the database has them now. */
export async function readRows(source: RegisterSource, ids: readonly string[]): Promise<readonly RegisterRow[]> {
  return (await writtenRows(source, await listHouseholdsOf(source.db, source.day, ids))).map(parseRow)
}

/** One object for all units without attributes: what a unit says is encoded once for the same object. */
const noAttributes: Answers = {}

/** Households with what was decided on them, unless it is known that nothing was. */
async function writtenRows({ db, attributes, read }: RegisterSource, stored: readonly StoredHousehold[], decided = true): Promise<readonly WrittenRow[]> {
  const histories = decided ? await readHistories(db, stored.map(({ id }) => id), read) : undefined
  return stored.map(({ id, unit_id: unit, answers: household, members }) => {
    const recorded = histories?.get(id)
    return { id, unit, household, members, attributes: attributes.get(unit) ?? noAttributes, ...(recorded && { recorded }) }
  })
}
