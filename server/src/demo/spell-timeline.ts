import { addDays } from '@tieuchi/runtime'

/** What held from a day on, and since when that was known. */
export interface Stage<Value> {
  /** Absent: since ever. */
  readonly from?: string
  readonly known: Date
  readonly unit_id: string
  readonly value: Value
}

/** A spell as the register keeps it: what was recorded, and what took its place. */
export interface RecordedSpell<Value> {
  readonly unit_id: string
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly recorded_at: Date
  readonly superseded_at: Date | null
  readonly value: Value
}

/** The day from which on something is gone, and since when that was known. */
export interface End {
  readonly on: string
  readonly known: Date
}

/**
 * Spells that tell stages one after another as they became known: until the next was known, each held without end, and is then
 * cut before it. Stages that change nothing are none.
 */
export function spellsOf<Value>(stages: readonly Stage<Value>[], end?: End): readonly RecordedSpell<Value>[] {
  const told = withoutRepetition(stages.filter(({ from }) => end === undefined || from === undefined || from < end.on))
  return told.flatMap((stage, index): readonly RecordedSpell<Value>[] => {
    const next = told[index + 1]
    const followed: End | undefined = next?.from === undefined ? end : { on: next.from, known: next.known }
    const open = { unit_id: stage.unit_id, value: stage.value, valid_from: stage.from ?? null, valid_to: null, recorded_at: stage.known, superseded_at: null }
    if (followed === undefined) return [open]
    return [{ ...open, superseded_at: followed.known }, { ...open, valid_to: addDays(followed.on, -1), recorded_at: followed.known }]
  })
}

const withoutRepetition = <Value>(stages: readonly Stage<Value>[]): readonly Stage<Value>[] => {
  const told: Stage<Value>[] = []
  for (const stage of stages) {
    const before = told.at(-1)
    if (!before || before.unit_id !== stage.unit_id || JSON.stringify(before.value) !== JSON.stringify(stage.value)) told.push(stage)
  }
  return told
}
