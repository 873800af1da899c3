import type { Text } from '../documents/text.ts'
import { nameOf, ownerOf, sideFor, stepsTo, type PlaceStep, type Side } from './difference-place.ts'
import type { DocumentChange, ChangeOf, Thing } from './change.ts'
import { asWritten, fill, joinTexts, sameText, sentenceCase } from './difference-words.ts'

/** A change in words: where, where that is not said by the words themselves, and what, in one phrase or several. */
export interface Telling {
  readonly place?: Text
  readonly phrases: readonly Text[]
}

export interface Sides {
  readonly before: Side
  readonly after: Side
}

/** A change among the things around it. */
export interface Scene extends Sides {
  /** The document to read it in: the old one for what went, else the new one. */
  readonly side: Side
  readonly steps: readonly PlaceStep[]
}

export const sceneOf = (change: DocumentChange, sides: Sides): Scene => {
  const side = sideFor(change, sides)
  return { ...sides, side, steps: stepsTo(side, change.path) }
}

/** Tells one kind of thing. */
export type Teller<T extends Thing> = (change: ChangeOf<T>, scene: Scene) => Telling

/** What stands around the change, by name. */
export const placeOf = ({ steps, side }: Scene): Text => nameOf(ownerOf(steps.slice(0, -1)), side)

/** The id of the piece a change stands in. */
export const pieceIdOf = ({ steps }: Scene): string => steps.find(({ thing }) => thing === 'piece')?.name ?? ''

export const toldAt = (place: Text, ...phrases: readonly Text[]): Telling => ({ place, phrases })

/** `thêm A`, `bỏ A`, `A → B` and `đổi thứ tự A`, for things told with what is around them. */
export const toldParts = <T extends Thing>(change: ChangeOf<T>, noun: Text, write: (value: Extract<ChangeOf<T>, { kind: 'added' }>['value'], side: 'before' | 'after') => Text): Text => {
  if (change.kind === 'changed') return exchanged(noun, write(change.before, 'before'), write(change.after, 'after'))
  if (change.kind === 'added') return fill('thêm {0} {1}', '{0} {1} added', noun, write(change.value, 'after'))
  if (change.kind === 'removed') return fill('bỏ {0} {1}', '{0} {1} dropped', noun, write(change.value, 'before'))
  return fill('đổi thứ tự {0} {1}', '{0} {1} moved', noun, write(change.value, 'after'))
}

/** `A → B`; what reads the same on both sides is said to do so. */
const exchanged = (noun: Text, before: Text, after: Text): Text =>
  sameText(before, after) ? fill('viết lại {0} {1}, câu chữ không đổi', '{0} {1} written anew, in the same words', noun, after) : fill('{0} {1} → {2}', '{0} {1} → {2}', noun, before, after)

/** The telling as one sentence. */
export const sentenceOfTelling = ({ place, phrases }: Telling): Text => {
  const words = joinTexts(phrases, '; ')
  return sentenceCase(tidied(place ? fill('{0}: {1}', '{0}: {1}', place, words) : words))
}

const tidied = (text: Text): Text => ({ vi: text.vi.replace(/\s+/g, ' ').trim(), en: text.en.replace(/\s+/g, ' ').trim() })

export const nothing: Text = asWritten('')
