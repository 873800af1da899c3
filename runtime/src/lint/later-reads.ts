import type { Condition } from '../documents/condition-document.ts'
import type { FieldItem } from '../documents/form-document.ts'
import type { Subject } from '../documents/logic-document.ts'
import { visibleConditions, type PlacedItem } from '../form/form-items.ts'
import { referencesOfCondition } from '../release/references.ts'

/** A question that is shown or not by the answer to one that is asked further down. */
export interface LaterRead {
  readonly placed: PlacedItem<FieldItem>
  /** The one further down. */
  readonly field: string
}

/** The names a condition of a form reads. */
export const namesRead = (condition: Condition, of: Subject): readonly string[] =>
  referencesOfCondition(condition, [], of).flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : []))

/** Questions whose conditions, their own or those of the parts they stand in, read ahead; questions as `questionsOf` gives them. */
export const laterReads = (asked: readonly PlacedItem<FieldItem>[]): readonly LaterRead[] =>
  asked.flatMap((placed, index) => {
    const read = new Set(visibleConditions(placed).flatMap((visible) => namesRead(visible, placed.of)))
    return read.size === 0 ? [] : asked.slice(index + 1).flatMap(({ item: { field } }) => (read.has(field) ? [{ placed, field }] : []))
  })
