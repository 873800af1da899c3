import type { Cell } from '../documents/logic-document.ts'
import { known } from '../values/value.ts'
import { bitsOf, difference, hasBit, indicesOf, isEmpty, rangeBits } from './bit-set.ts'
import { stretchOf, textsOf, type Atom, type Domain } from './domain.ts'

interface ChoiceAtom extends Atom {
  /** The values it stands for; undefined where it is every other text. */
  readonly codes: readonly string[] | undefined
}

const atomOf = (codes: readonly string[]): ChoiceAtom => ({ codes, sample: codes[0] ?? '', value: known(codes[0] ?? '') })

/** A text that is none of those given; twelve digits where it must be a personal number. */
const otherText = (mentioned: readonly string[], personalNumber: boolean): string => {
  const written = (number: number): string => (personalNumber ? String(number).padStart(12, '0') : number === 0 ? '…' : `… ${number}`)
  let number = 0
  while (mentioned.includes(written(number))) number += 1
  return written(number)
}

const cellOf = (codes: readonly string[], operators: readonly ['equal', 'in'] | readonly ['notEqual', 'notIn']): Cell | null => {
  const [only] = codes
  if (only === undefined) return null
  return codes.length === 1 ? { [operators[0]]: only } : { [operators[1]]: codes }
}

/** Atoms that are one code each, then those no comparison names, together. */
const domainOfAtoms = (atoms: readonly ChoiceAtom[]): Domain => {
  const places = new Map(atoms.flatMap(({ codes }, index) => (codes ?? []).map((code) => [code, index] as const)))
  return {
    atoms,
    partsBy: (operands, size) => {
      const named = [...new Set(textsOf(operands).flatMap((code) => places.get(code) ?? []))].map((index) => bitsOf(size, [index]))
      const rest = named.reduce(difference, rangeBits(size, 0, atoms.length))
      return isEmpty(rest) ? named : [...named, rest]
    },
    stretchesFor: (bits) => {
      const inside = indicesOf(bits).flatMap((index) => atoms[index]?.codes ?? [])
      const outside = atoms.flatMap(({ codes }, index) => (hasBit(bits, index) ? [] : (codes ?? [])))
      const everyOther = atoms.some(({ codes }, index) => codes === undefined && hasBit(bits, index))
      if (everyOther || (outside.length > 0 && outside.length * 2 < inside.length)) return [stretchOf(cellOf(outside, ['notEqual', 'notIn']))]
      return [stretchOf(cellOf(inside, ['equal', 'in']))]
    },
  }
}

/** One code of a list; codes no comparison names are one atom. Codes of every date of validity are possible. */
export const codeDomain = (codes: readonly string[], mentioned: readonly string[]): Domain => {
  const rest = codes.filter((code) => !mentioned.includes(code))
  return domainOfAtoms([...codes.filter((code) => mentioned.includes(code)).map((code) => atomOf([code])), ...(rest.length === 0 ? [] : [atomOf(rest)])])
}

/** Free text: the texts it is compared with, and any other. */
export const textDomain = (mentioned: readonly string[], personalNumber: boolean): Domain => {
  const other = otherText(mentioned, personalNumber)
  return domainOfAtoms([...mentioned.map((text) => atomOf([text])), { codes: undefined, sample: other, value: known(other) }])
}

/** Yes or no. */
export const booleanDomain: Domain = {
  atoms: [true, false].map((answer) => ({ sample: answer, value: known(answer) })),
  partsBy: (_operands, size) => [bitsOf(size, [0]), bitsOf(size, [1])],
  stretchesFor: (bits) => [stretchOf(hasBit(bits, 0) && hasBit(bits, 1) ? null : { equal: hasBit(bits, 0) })],
}
