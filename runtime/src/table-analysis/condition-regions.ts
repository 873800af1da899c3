import { comparesText } from '../conditions/operand-place.ts'
import { compare } from '../conditions/compare.ts'
import { isLeaf, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import type { Condition, FactReference, Leaf, ParameterReference, SingleOperand } from '../documents/condition-document.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import { isThere } from '../logic/interpreter.ts'
import { literalValue } from '../logic/literal-value.ts'
import { keyFieldOf, parameterValue } from '../logic/parameter-value.ts'
import { anything, known, notApplicable, type Value } from '../values/value.ts'
import { typeOfFact } from '../release/value-types.ts'
import { noGrounds } from '../values/grounds.ts'
import { bitsOf, difference, emptyBits, indicesOf, isEmpty, keyOf, union, type BitSet } from './bit-set.ts'
import { boxIntersection, regionIntersection, wholeSpace, type Box } from './box.ts'
import { allAtoms, atomValue, partsOf, type Dimension } from './dimension.ts'
import { isItsOwnDimension, factKey, leafKey, type Space } from './space.ts'

/** Where a comparison holds for certain, where it may (where no open value decides otherwise), where it certainly and where it may fail. */
export interface LeafRegions {
  readonly holds: readonly Box[]
  readonly may: readonly Box[]
  readonly fails: readonly Box[]
  readonly mayFail: readonly Box[]
}

/** One choice of keys: by field, the value its parameters are looked up with. */
type Keys = ReadonlyMap<string, Value>

const placeOf = ({ places }: Space, reference: FactReference): number => {
  const place = places.get(factKey(reference))
  if (place === undefined) throw new Error(`${reference.fact} was not surveyed`)
  return place
}

const dimensionAt = ({ dimensions }: Space, place: number): Dimension => {
  const dimension = dimensions[place]
  if (!dimension) throw new Error(`There is no dimension ${place}`)
  return dimension
}

const keyFieldsOf = ({ assembly }: Space, leaf: Leaf): readonly string[] => {
  const references: readonly (SingleOperand | ParameterReference)[] = [...operandsOf(leaf.value), ...(isParameterReference(leaf) ? [leaf] : [])]
  return [...new Set(references.flatMap((reference) => (isParameterReference(reference) ? (keyFieldOf(assembly, reference) ?? []) : [])))]
}

/** Every combination of keys, with the region where the keys are those. */
const keyChoices = (space: Space, fields: readonly string[]): readonly (readonly [Keys, Box])[] =>
  fields.reduce<readonly (readonly [Keys, Box])[]>((choices, field) => {
    const place = placeOf(space, { fact: field })
    const dimension = dimensionAt(space, place)
    return choices.flatMap(([keys, box]) => Array.from({ length: dimension.size }, (_none, atom) =>
      [new Map([...keys, [field, atomValue(dimension, atom)]]), new Map([...box, [place, bitsOf(dimension.size, [atom])]])] as const))
  }, [[new Map(), wholeSpace]])

const readParameterWith = ({ assembly }: Space, reference: ParameterReference, keys: Keys): Value => {
  const field = keyFieldOf(assembly, reference)
  return parameterValue(assembly, reference, field === undefined ? undefined : (keys.get(field) ?? anything(noGrounds)))
}

const readOperand = (space: Space, operand: SingleOperand, keys: Keys): Value => {
  if (isParameterReference(operand)) return readParameterWith(space, operand, keys)
  return typeof operand === 'object' ? notApplicable() : literalValue(operand)
}

interface Sides {
  readonly place: number
  readonly holds: BitSet
  readonly fails: BitSet
}

/** The atoms of the left side on which a leaf holds and fails, the same operators deciding as in an evaluation. */
const judgeAtoms = (space: Space, leaf: Leaf & FactReference, right: readonly Value[]): Sides => {
  const place = placeOf(space, leaf)
  const dimension = dimensionAt(space, place)
  let holds = emptyBits(dimension.size)
  let fails = holds
  for (const part of partsOf(dimension, right)) {
    const [atom] = indicesOf(part)
    if (atom === undefined) continue
    const value = atomValue(dimension, atom)
    const truth = compare(leaf.operator, leaf.operator === 'isKnown' ? isThere(leaf, value) : value, right)
    if (truth === true) holds = union(holds, part)
    if (truth === false) fails = union(fails, part)
  }
  return { place, holds, fails }
}

const boxesWhere = (keys: Box, place: number, atoms: BitSet): readonly Box[] => {
  if (isEmpty(atoms)) return []
  const box = boxIntersection(keys, new Map([[place, atoms]]))
  return box ? [box] : []
}

const regionsWithKeys = (space: Space, leaf: Leaf, keys: Keys, box: Box): LeafRegions => {
  const type = isParameterReference(leaf) ? undefined : typeOfFact(space.assembly, leaf)
  const right = operandsOf(leaf.value).map((operand, index) => (comparesText(leaf.operator, type, index) && typeof operand === 'string' ? known(operand) : readOperand(space, operand, keys)))
  if (isParameterReference(leaf)) {
    const left = readParameterWith(space, leaf, keys)
    const truth: Truth = compare(leaf.operator, leaf.operator === 'isKnown' ? isThere(leaf, left) : left, right)
    return { holds: truth === true ? [box] : [], may: truth === false ? [] : [box], fails: truth === false ? [box] : [], mayFail: truth === true ? [] : [box] }
  }
  const { place, holds, fails } = judgeAtoms(space, leaf, right)
  const all = allAtoms(dimensionAt(space, place))
  const region = (atoms: BitSet): readonly Box[] => boxesWhere(box, place, atoms)
  return { holds: region(holds), may: region(difference(all, fails)), fails: region(fails), mayFail: region(difference(all, holds)) }
}

/** Joins boxes that differ in one dimension only, as keys with the same value of a parameter do. */
const joinedBy = (boxes: readonly Box[], place: number): readonly Box[] => {
  const joined = new Map<string, Box>()
  for (const box of boxes) {
    const others = [...box].filter(([dimension]) => dimension !== place)
    const key = others.map(([dimension, atoms]) => `${dimension}:${keyOf(atoms)}`).join('|')
    const before = joined.get(key)?.get(place)
    const atoms = box.get(place)
    joined.set(key, before && atoms ? new Map([...box, [place, union(before, atoms)]]) : box)
  }
  return [...joined.values()]
}

const comparisonRegions = (space: Space, leaf: Leaf): LeafRegions => {
  const place = space.places.get(leafKey(leaf)) ?? -1
  const holds: Box = new Map([[place, bitsOf(2, [0])]])
  const fails: Box = new Map([[place, bitsOf(2, [1])]])
  return { holds: [holds], may: [holds], fails: [fails], mayFail: [fails] }
}

/** Where one comparison holds, may hold, fails and may fail. */
export const leafRegions = (space: Space, leaf: Leaf): LeafRegions => {
  if (isItsOwnDimension(leaf)) return comparisonRegions(space, leaf)
  const fields = keyFieldsOf(space, leaf)
  const each = keyChoices(space, fields).map(([keys, box]) => regionsWithKeys(space, leaf, keys, box))
  const join = (boxes: readonly Box[]): readonly Box[] => fields.reduce((joined, field) => joinedBy(joined, placeOf(space, { fact: field })), boxes)
  return {
    holds: join(each.flatMap(({ holds }) => holds)),
    may: join(each.flatMap(({ may }) => may)),
    fails: join(each.flatMap(({ fails }) => fails)),
    mayFail: join(each.flatMap(({ mayFail }) => mayFail)),
  }
}

/** Where a condition certainly holds, or certainly fails. */
export const conditionRegion = (space: Space, condition: Condition, truth: boolean): readonly Box[] => {
  if (isLeaf(condition)) return leafRegions(space, condition)[truth ? 'holds' : 'fails']
  if ('condition' in condition) throw new Error(`Named condition ${condition.condition} was not put in its place`)
  if ('not' in condition) return conditionRegion(space, condition.not, !truth)
  const parts = ('all' in condition ? condition.all : condition.any).map((child) => conditionRegion(space, child, truth))
  return 'all' in condition === truth ? parts.reduce(regionIntersection, [wholeSpace]) : parts.flat()
}
