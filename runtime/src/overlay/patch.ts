import type { Origins } from '../documents/evaluation-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Certainty, Citation, Text } from '../documents/text.ts'

/** An overlay being applied, and where it stands in what is checked. */
export interface Patching {
  readonly overlay: Overlay
  readonly path: Issue['path']
}

/** Something after a patch: the places whose origin it changes, and what is wrong with it. A wrong patch changes nothing. */
export interface Patched<T> {
  readonly value: T
  readonly origins: Origins
  readonly issues: readonly Issue[]
}

export const unpatched = <T>(value: T, ...issues: readonly Issue[]): Patched<T> => ({ value, origins: {}, issues })

/** Patches one after the other, each on what the one before left. */
export const patchEach = <T, P>(value: T, patches: readonly P[], apply: (value: T, patch: P, index: number) => Patched<T>): Patched<T> =>
  patches.reduce<Patched<T>>((before, patch, index) => {
    const after = apply(before.value, patch, index)
    return { value: after.value, origins: { ...before.origins, ...after.origins }, issues: [...before.issues, ...after.issues] }
  }, unpatched(value))

/** Whether the id at a place of a list stands before it too. */
export const isRepeated = (ids: readonly string[], index: number): boolean => ids.indexOf(ids[index] ?? '') < index

interface PatchedSource {
  readonly title?: Text
  readonly citation?: Citation
  readonly certainty?: Certainty
  readonly note?: Text
}

const order: readonly (Certainty | undefined)[] = [undefined, 'seen', 'known', 'assumed', 'open']

/** The less sure of two. */
export const lessSure = <C extends Certainty | undefined>(a: C, b: C): C => (order.indexOf(a) >= order.indexOf(b) ? a : b)

/**
 * A thing with what a patch rests on in place of what it rested on: no article unless the patch names one. What is
 * patched in part is no surer than what stays of it.
 */
export const withPatchSource = <T extends PatchedSource>(thing: T, { title, citation, certainty, note }: PatchedSource, inPart = false): T => {
  const { citation: _citation, certainty: before, note: old, ...rest } = thing
  const sure = inPart ? lessSure(before, certainty) : certainty
  const words = note ?? old
  return { ...rest, ...(title && { title }), ...(citation && { citation }), ...(sure && { certainty: sure }), ...(words && { note: words }) } as T
}
