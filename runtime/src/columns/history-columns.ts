import type { Answers, HistoryEntry, HouseholdInput } from '../documents/input-document.ts'
import { saysIn } from '../logic/history.ts'
import { numberScaleOf } from '../plan/dictionary/number-scale.ts'
import { addDays, isDay } from '../values/day.ts'
import { newColumn, type Column } from './column.ts'

/** Every household has room for as many earlier decisions as any has in columns, some 15 bytes each: those with more stand apart. */
const mostSlots = 12

/** Whether a history was asked for, and since when it is complete. */
export const historyKnown = 'history_known'
export const historyFrom = 'history_from'

/** Columns that every register with a history has. */
const historyColumns = (): readonly Column[] => [newColumn(historyKnown, 'history', 'truth'), newColumn(historyFrom, 'history', 'date')]

/** What is kept of an earlier decision, in columns of its slot. */
export type SlotField =
  | 'outcome' | 'national' | 'local' | 'of_member' | 'member' | 'stand_in' | 'from' | 'to' | 'decided_on' | 'standard'
  | 'value_truth' | 'value_number' | 'value_text' | 'value_date'

/** Name of a slot's column; of each member `mine` says whether the decision is on that member or on the household. */
export const slotColumn = (slot: number, field: SlotField | 'mine'): string => `${slot} ${field}`

const scale = numberScaleOf({ type: 'number', 'x-label': { vi: '', en: '' } })

/** The columns of one slot. */
const columnsOfSlot = (slot: number): readonly Column[] => {
  const column = (field: SlotField, kind: Column['kind']) => newColumn(slotColumn(slot, field), 'history', kind, undefined, kind === 'number' ? scale : undefined)
  return [
    column('outcome', 'text'), column('national', 'truth'), column('local', 'truth'), column('of_member', 'truth'), column('member', 'text'), column('stand_in', 'truth'),
    column('from', 'date'), column('to', 'date'), column('decided_on', 'date'), column('standard', 'text'),
    column('value_truth', 'truth'), column('value_number', 'number'), column('value_text', 'text'), column('value_date', 'date'),
    newColumn(slotColumn(slot, 'mine'), 'memberHistory', 'truth'),
  ]
}

/** The columns by which a register with room for some decisions (or without a history) makes room for more. */
export const columnsOfHistory = (from: number | undefined, to: number): readonly Column[] =>
  [...(from === undefined ? historyColumns() : []), ...Array.from({ length: to - (from ?? 0) }, (_slot, index) => columnsOfSlot((from ?? 0) + index)).flat()]

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Earlier decisions, the latest first, as every reader of a history takes them. */
export const latestFirst = (history: readonly HistoryEntry[]): readonly HistoryEntry[] => history.toSorted((a, b) => order(b.from, a.from) || order(b.decided_on ?? '', a.decided_on ?? ''))

const valueField = ({ value }: HistoryEntry): SlotField | undefined => {
  if (typeof value === 'boolean') return 'value_truth'
  if (typeof value === 'number') return 'value_number'
  if (typeof value !== 'string') return undefined
  return isDay(value) ? 'value_date' : 'value_text'
}

/** An outcome as its column names it. */
export const outcomeText = ({ programme, outcome }: Pick<HistoryEntry, 'programme' | 'outcome'>): string => JSON.stringify([programme, outcome])

export const outcomeOfText = (text: string): Pick<HistoryEntry, 'programme' | 'outcome'> => {
  const [programme, outcome] = JSON.parse(text)
  return { programme, outcome }
}

/** A slot's answers, and whose decision it is; undefined where no column holds the value. */
interface WrittenSlot {
  readonly fields: Readonly<Partial<Record<SlotField, Answers[string]>>>
  readonly member?: string
}

const writtenEntry = (entry: HistoryEntry, history: readonly HistoryEntry[]): WrittenSlot | undefined => {
  const field = valueField(entry)
  if (field === undefined) return undefined
  const { member, from, to, decided_on: decided, standard, value } = entry
  return {
    ...(member !== undefined && { member }),
    fields: {
      outcome: outcomeText(entry),
      national: entry.layer === 'national',
      local: saysIn('local', history)(entry),
      of_member: member !== undefined,
      stand_in: false,
      from,
      [field]: value,
      ...(to !== undefined && { to }),
      ...(decided !== undefined && { decided_on: decided }),
      ...(standard !== undefined && { standard }),
      ...(member !== undefined && { member }),
    },
  }
}

/** Those that nobody listed: all had ended before the history is complete. */
const standIn = (since: string): WrittenSlot => ({ fields: { stand_in: true, from: addDays(since, -1), to: addDays(since, -1) } })

/** A history as answers to the columns of its slots; undefined where they cannot hold it. */
export interface WrittenHistory {
  readonly household: Answers
  readonly slots: number
  /** Which slots tell of a member. */
  readonly ofMember: (id: string) => Answers
}

const nothingAsked: WrittenHistory = { household: {}, slots: 0, ofMember: () => ({}) }

export const writeHistory = ({ history, history_from: since }: HouseholdInput): WrittenHistory | undefined => {
  if (history === undefined) return since === undefined ? nothingAsked : undefined
  const sorted = latestFirst(history)
  const listed = sorted.map((entry) => writtenEntry(entry, history))
  const earlier = since === undefined ? -1 : sorted.findIndex((entry) => entry.from < since)
  const slots = since === undefined ? listed : listed.toSpliced(earlier === -1 ? listed.length : earlier, 0, standIn(since))
  const written = slots.filter((slot) => slot !== undefined)
  if (written.length < slots.length || slots.length > mostSlots) return undefined
  return {
    household: {
      [historyKnown]: true,
      ...(since !== undefined && { [historyFrom]: since }),
      ...Object.fromEntries(written.flatMap(({ fields }, slot) => Object.entries(fields).map(([field, answer]) => [slotColumn(slot, field as SlotField), answer] as const))),
    },
    slots: written.length,
    ofMember: (id) => Object.fromEntries(written.map(({ member }, slot) => [slotColumn(slot, 'mine'), member === undefined || member === id] as const)),
  }
}

/** The history that was written; nothing where nobody asked. */
export const readHistory = (answers: Answers, slots: number): Pick<HouseholdInput, 'history' | 'history_from'> => {
  if (answers[historyKnown] !== true) return {}
  const since = answers[historyFrom]
  const entries = Array.from({ length: slots }, (_slot, slot) => readEntry((field) => answers[slotColumn(slot, field)]))
  return { history: entries.flatMap((entry) => entry ?? []), ...(typeof since === 'string' && { history_from: since }) }
}

const readEntry = (read: (field: SlotField) => Answers[string] | undefined): HistoryEntry | undefined => {
  const outcome = read('outcome')
  const value = read('value_truth') ?? read('value_number') ?? read('value_text') ?? read('value_date')
  if (typeof outcome !== 'string' || value === undefined) return undefined
  const text = (field: SlotField) => {
    const answer = read(field)
    return typeof answer === 'string' ? { [field]: answer } : {}
  }
  return { ...outcomeOfText(outcome), layer: read('national') === true ? 'national' : 'local', value, from: String(read('from')), ...text('to'), ...text('decided_on'), ...text('standard'), ...text('member') }
}
