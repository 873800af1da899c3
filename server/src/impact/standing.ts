import { formatValue, type Answer, type Assembly, type Language, type Text, type Tone } from '@tieuchi/runtime'
import type { FlowCell } from '../batches/flow-counts.ts'
import type { JudgedOutcome } from '../batches/row-judge.ts'

/** Where a household stands, as one text: alike where it is the same. */
export const standingKey = ({ state, value }: JudgedOutcome): string => JSON.stringify(value === undefined ? [state] : [state, value])

export const readStanding = (key: string): JudgedOutcome => {
  const [state, value]: [JudgedOutcome['state'], Answer?] = JSON.parse(key)
  return value === undefined ? { state } : { state, value }
}

const states: Readonly<Record<JudgedOutcome['state'], Text>> = {
  determined: { vi: 'có kết luận', en: 'determined' },
  undetermined: { vi: 'chưa đủ thông tin', en: 'not determined' },
  not_applicable: { vi: 'không áp dụng', en: 'not applicable' },
  contradiction: { vi: 'quy tắc mâu thuẫn', en: 'rules contradict themselves' },
}

const grants: Readonly<Record<string, Text>> = { granted: { vi: 'được hưởng', en: 'granted' }, refused: { vi: 'không được hưởng', en: 'refused' } }

/** What values of the subject are called, and in which order they stand. */
export interface SubjectWords {
  readonly title: Text
  readonly labelOf: (standing: JudgedOutcome) => Text
  readonly toneOf: (standing: JudgedOutcome) => Tone | undefined
  readonly inOrder: (standings: readonly JudgedOutcome[]) => readonly JudgedOutcome[]
}

/** The words of an outcome or entitlement; undefined where there is none of the household by this name. */
export function subjectWords(assembly: Assembly, subject: string): SubjectWords | undefined {
  const piece = assembly.release.logic.find(({ id }) => id === subject)
  if (piece?.kind !== 'outcome' && piece?.kind !== 'entitlement') return undefined
  const list = piece.kind === 'outcome' ? piece.list : undefined
  const entries = list === undefined ? [] : (assembly.lists.get(list)?.entries ?? [])
  const entryOf = (value: Answer | undefined) => entries.find(({ code }) => code === value)
  const written = (value: Answer, language: Language) => formatValue(value, { unit: undefined, list, lists: assembly.lists, language })
  const rank = ({ state, value }: JudgedOutcome): number => {
    const at = entries.findIndex(({ code }) => code === value)
    return Object.keys(states).indexOf(state) * (entries.length + 1) + (at === -1 ? entries.length : at)
  }
  return {
    title: piece.title,
    labelOf: ({ state, value }) => {
      if (value === undefined) return states[state]
      if (piece.kind === 'entitlement') return grants[String(value)] ?? { vi: String(value), en: String(value) }
      return { vi: written(value, 'vi'), en: written(value, 'en') }
    },
    toneOf: ({ value }) => entryOf(value)?.tone,
    inOrder: (standings) => standings.toSorted((a, b) => rank(a) - rank(b) || standingKey(a).localeCompare(standingKey(b))),
  }
}

/** Every standing there is before or after, once. */
export function standingsIn(cells: readonly FlowCell[]): readonly JudgedOutcome[] {
  const found = new Map(cells.flatMap(({ before, after }) => [before, after]).map((standing) => [standingKey(standing), standing]))
  return [...found.values()]
}
