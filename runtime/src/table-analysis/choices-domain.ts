import type { Answer } from '../documents/input-document.ts'
import { known } from '../values/value.ts'
import { bitsOf, indicesOf } from './bit-set.ts'
import type { Domain } from './domain.ts'

/** More codes than this in the comparisons of one multiple choice are not analysed: every subset is an atom. */
export const MOST_CODES_OF_CHOICES = 8

/** A multiple choice: every subset of the codes it is compared with. Other codes change no comparison. */
export const choicesDomain = (mentioned: readonly string[]): Domain => {
  const subsets = Array.from({ length: 2 ** mentioned.length }, (_none, number) => mentioned.filter((_code, place) => (number & (1 << place)) !== 0))
  return {
    atoms: subsets.map((codes) => ({ sample: codes satisfies Answer, value: known(codes) })),
    partsBy: (_operands, size) => subsets.map((_codes, index) => bitsOf(size, [index])),
    stretchesFor: (bits) => {
      const chosen = indicesOf(bits).flatMap((index) => (subsets[index] ? [subsets[index]] : []))
      const shared = mentioned.filter((code) => chosen.every((codes) => codes.includes(code)))
      const absent = mentioned.filter((code) => chosen.every((codes) => !codes.includes(code)))
      const word = (holds: boolean) => (code: string) => ({ cell: { contains: code }, holds })
      return [{ cell: shared[0] === undefined ? null : { contains: shared[0] }, words: [...shared.map(word(true)), ...absent.map(word(false))] }]
    },
  }
}
