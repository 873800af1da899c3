import type { Answers, CommonDocument, DecisionsRead } from '@tieuchi/runtime'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow, WrittenRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { readUuid } from '@tieuchi/runtime/columns/uuid-words.ts'
import { hasDecisionsOf } from '../known-households/known-household-queries.ts'
import { readHistories } from '../known-households/known-household.ts'
import type { Db } from '../plugins/database.ts'
import { HouseholdReader, type CopiedHousehold } from './copied-household.ts'
import { copyHouseholdsOn, listExpected, listHouseholdsOf, readSpellPages, type PageRange } from './register-columns-queries.ts'

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
/** Some two thousand households. */
const pagesTogether = 200
/** So many are read at once: the database needs longer for a household than this program. */
const rangesTogether = 2

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
  const waiting = [...ranges]
  let done = 0
  const readOn = async (): Promise<void> => {
    for (let range = waiting.shift(); range; range = waiting.shift()) {
      await (decided ? readDecided(source, register, range) : readAsWritten(source, register, range))
      done += 1
      source.progress?.(done / ranges.length)
    }
  }
  await Promise.all(Array.from({ length: rangesTogether }, readOn))
  await refreshColumns(source, register, await listExpected(source.db, source.day))
  return register
}

/** Households of some pages, put into columns out of the bytes in which they come. */
async function readAsWritten({ db, day, attributes }: RegisterSource, register: RegisterColumns, range: PageRange): Promise<void> {
  const reader = new HouseholdReader()
  await copyHouseholdsOn(db, day, range, (row) => {
    const household = reader.read(row)
    register.putWritten({ ...household, attributes: attributes.get(household.unit) ?? noAttributes })
  })
}

/** The same with what was decided on them, which is asked for when they are known. */
async function readDecided(source: RegisterSource, register: RegisterColumns, range: PageRange): Promise<void> {
  const reader = new HouseholdReader()
  const households: CopiedHousehold[] = []
  await copyHouseholdsOn(source.db, source.day, range, (row) => households.push(reader.read(row.slice())))
  for (const row of await withDecisions(source, households)) register.putWritten(row)
}

const rangesOf = (pages: number): readonly PageRange[] =>
  Array.from({ length: Math.ceil(pages / pagesTogether) }, (_range, index) => ({ from: index * pagesTogether, before: (index + 1) * pagesTogether }))

/** Reads some households anew; those that are no longer known are forgotten. */
export async function refreshColumns(source: RegisterSource, register: RegisterColumns, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += householdsTogether) {
    const asked = ids.slice(start, start + householdsTogether)
    const gone = new Set(asked)
    for (const row of await readRows(source, asked)) {
      gone.delete(row.id)
      register.put(row)
    }
    gone.forEach((id) => register.remove(id))
  }
}

/** Some households as the database has them now. */
export async function readRows({ db, day, attributes, read }: RegisterSource, ids: readonly string[]): Promise<readonly RegisterRow[]> {
  const stored = await listHouseholdsOf(db, day, ids)
  const histories = await readHistories(db, stored.map(({ id }) => id), read)
  return stored.map(({ id, unit_id: unit, answers, members }) =>
    ({ id, unit, input: { household: JSON.parse(answers), members: JSON.parse(members), unit: attributes.get(unit) ?? noAttributes, ...histories.get(id) } }))
}

/** One object for all units without attributes: what a unit says is encoded once for the same object. */
const noAttributes: Answers = {}

async function withDecisions({ db, attributes, read }: RegisterSource, households: readonly CopiedHousehold[]): Promise<readonly WrittenRow[]> {
  const ids = households.map(({ id }) => readUuid(id, 0))
  const histories = await readHistories(db, ids, read)
  return households.map((household, index) => {
    const recorded = histories.get(ids[index] ?? '')
    return { ...household, attributes: attributes.get(household.unit) ?? noAttributes, ...(recorded && { recorded }) }
  })
}
