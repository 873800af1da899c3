import { sentenceOfChange } from '../difference/change-sentence.ts'
import type { ChangePath, DocumentChange, Thing } from '../difference/change.ts'
import { diffReleases } from '../difference/difference.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import type { Release } from '../documents/release-document.ts'

/** What of two releases differs at one place that can be undone for itself: a value, a rule, a row, a piece. */
export interface RuleChange {
  /** Its place, as text: stays while it is the same place. */
  readonly id: string
  readonly path: ChangePath
  readonly sentence: Text
  readonly changes: readonly DocumentChange[]
}

/** What only people read. */
const words: ReadonlySet<Thing> = new Set<Thing>(['source', 'citation', 'case', 'form', 'section', 'item', 'roster_column', 'check'])
const wordProperties: ReadonlySet<string> = new Set(['title', 'note', 'overridable', 'recipient'])

/** Whether a change can make a difference to what is judged. */
const decides = ({ thing, path }: DocumentChange): boolean =>
  (path[0] === 'parameters' || path[0] === 'logic') && !words.has(thing) && !(thing === 'property' && wordProperties.has(path.at(-1) ?? ''))

/** Steps to a row or rule of a piece, and to a piece or parameter. */
const [stepsToPart, stepsToElement] = [4, 2]

/** Values of a parameter by a key are undone each for itself, and so are rows and rules; anything else with the piece it is in. */
const placeOf = ({ thing, path }: DocumentChange): ChangePath => {
  if (thing === 'keyed_amount') return path
  return path.slice(0, path[2] === 'rows' || path[2] === 'rules' ? stepsToPart : stepsToElement)
}

/** So many sentences are told of one place. */
const mostTold = 3

/** What can make a household come out otherwise by one release than by another, each place for itself, in the order of the document. */
export const ruleChanges = (before: Assembly, after: Assembly, others: Readonly<Record<string, Release>>): readonly RuleChange[] => {
  const comparison = { before: before.release, after: after.release, common: after.common, others }
  const places = Map.groupBy(diffReleases(before.release, after.release).filter(decides), (change) => placeOf(change).join('/'))
  return [...places].map(([id, changes]) => {
    const [first] = changes
    const sentences = changes.slice(0, mostTold).map((change) => sentenceOfChange(change, comparison))
    return { id, path: first ? placeOf(first) : [], changes, sentence: { vi: sentences.map(({ vi }) => vi).join('; '), en: sentences.map(({ en }) => en).join('; ') } }
  })
}
