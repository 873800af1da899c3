import { useState } from 'react'

/**
 * What was shown before, as far as it is the same now, so that what shows it is not drawn again. `keep` joins what was kept with what is
 * now, and gives back what was kept itself where nothing differs.
 */
export const useKept = <Value>(now: Value, keep: (before: Value, now: Value) => Value): Value => {
  const [kept, setKept] = useState(now)
  const next = keep(kept, now)
  if (next !== kept) setKept(next)
  return next
}

/** Joins lists by the names of their entries: an entry that says the same as before is the one from before. */
export const keptEntries = <Entry>(before: readonly Entry[], now: readonly Entry[], nameOf: (entry: Entry) => string, isSame: (a: Entry, b: Entry) => boolean): readonly Entry[] => {
  const known = new Map(before.map((entry) => [nameOf(entry), entry]))
  const kept = now.map((entry) => {
    const old = known.get(nameOf(entry))
    return old !== undefined && isSame(old, entry) ? old : entry
  })
  return kept.length === before.length && kept.every((entry, index) => entry === before[index]) ? before : kept
}
