import { joinWords } from '../limits/join-words.ts'
import { sentenceOf } from '../explain/sentence.ts'
import { writeValue } from '../explain/readable.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { Text } from '../documents/text.ts'
import type { Answer } from '../documents/input-document.ts'
import { isOperatorName } from '../conditions/operators.ts'
import { hasBit, indicesOf, intersection } from './bit-set.ts'
import { boundWriter, type BoundNames } from './bound-names.ts'
import type { Box } from './box.ts'
import { allAtoms, applicableAtoms, atomValue, type Dimension } from './dimension.ts'
import type { Stretch } from './domain.ts'
import type { Space } from './space.ts'
import type { ExampleValue } from './table-finding.ts'

const joined = (parts: readonly Text[], vi: string, en: string): Text => ({ vi: joinWords(parts.map((part) => part.vi), vi), en: joinWords(parts.map((part) => part.en), en) })

const always: Text = { vi: 'mọi trường hợp', en: 'any case' }

const conditionsOf = (dimension: Dimension, { words }: Stretch): readonly Condition[] =>
  words.flatMap(({ cell, holds }) => Object.entries(cell).flatMap(([operator, value]): readonly Condition[] => {
    if (!dimension.reference || !isOperatorName(operator)) return []
    const leaf: Condition = { ...dimension.reference, id: 'a', operator, value }
    return [holds ? leaf : { not: leaf }]
  }))

const dimensionWords = (space: Space, dimension: Dimension, atoms: NonNullable<ReturnType<Box['get']>>, write: ReturnType<typeof boundWriter>): Text => {
  const { title, mayNotApply, size, reference, domain } = dimension
  if (!reference) return hasBit(atoms, 0) ? title : { vi: `không phải (${title.vi})`, en: `not (${title.en})` }
  const applicable = intersection(atoms, applicableAtoms(dimension))
  const stretches = indicesOf(applicable).length === 0 ? [] : domain.stretchesFor(applicable, write)
  const said = stretches.map((stretch) => conditionsOf(dimension, stretch)).map((all) => (all.length === 0 ? { vi: `${title.vi}: có áp dụng`, en: `${title.en} applies` } : sentenceOf(space.assembly, { all })))
  const without = mayNotApply && hasBit(atoms, size - 1) ? [{ vi: `${title.vi}: không áp dụng`, en: `${title.en} does not apply` }] : []
  return joined([...said, ...without], ' hoặc ', ' or ')
}

/** A region in words, dimension by dimension; bounds are called by the parameters they come from. */
export const regionWords = (space: Space, box: Box, names: BoundNames): Text => {
  const parts = [...box].toSorted(([a], [b]) => a - b).flatMap(([place, atoms]) => {
    const dimension = space.dimensions[place]
    return dimension ? [dimensionWords(space, dimension, atoms, boundWriter(space, names, box, place))] : []
  })
  return parts.length === 0 ? always : joined(parts, ', ', ', ')
}

/** Whole numbers before others, then the smaller, then the positive; anything else in its own order. */
const simpler = (a: Answer, b: Answer): number => {
  if (typeof a !== 'number' || typeof b !== 'number') return 0
  const decimals = (number: number): number => String(number).split('.')[1]?.length ?? 0
  return decimals(a) - decimals(b) || Math.abs(a) - Math.abs(b) || b - a
}

/** The simplest atom of some; "not applicable" only where nothing else is there. */
const simplestAtom = (dimension: Dimension, box: Box, place: number): number => {
  const atoms = indicesOf(box.get(place) ?? allAtoms(dimension))
  const samples = atoms.flatMap((atom) => {
    const sample = dimension.domain.atoms[atom]?.sample
    return sample === undefined ? [] : [{ atom, sample }]
  })
  const [best] = samples.toSorted((a, b) => simpler(a.sample, b.sample))
  return best?.atom ?? atoms[0] ?? 0
}

/** One point of a region, atom by atom: the simplest there is. */
export const simplestPoint = ({ dimensions }: Space, box: Box): readonly number[] => dimensions.map((dimension, place) => simplestAtom(dimension, box, place))

/** A point as values that can be entered. */
export const exampleAt = ({ dimensions, assembly }: Space, point: readonly number[]): readonly ExampleValue[] =>
  dimensions.map((dimension, place): ExampleValue => {
    const { reference, title, domain, unit, list } = dimension
    const atom = point[place] ?? 0
    const value = domain.atoms[atom]?.sample
    const written = writeValue(assembly, atomValue(dimension, atom), { title, unit, list })
    return { ...(reference && { fact: reference.fact }), ...(reference?.output !== undefined && { output: reference.output }), title, ...(value !== undefined && { value }), written }
  })

export const exampleWords = (example: readonly ExampleValue[]): Text =>
  joined(example.map(({ title, written }) => ({ vi: `${title.vi}: ${written.vi}`, en: `${title.en}: ${written.en}` })), ', ', ', ')
