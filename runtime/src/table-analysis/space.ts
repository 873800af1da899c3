import { isFactReference, isParameterReference, leavesOf, operandsOf } from '../conditions/condition-tree.ts'
import type { FactReference, Leaf, SingleOperand } from '../documents/condition-document.ts'
import { isExtensionName } from '../documents/extension-name.ts'
import type { TablePiece } from '../documents/logic-document.ts'
import { describeReference } from '../explain/readable.ts'
import { sentenceOf } from '../explain/sentence.ts'
import { literalValue } from '../logic/literal-value.ts'
import { keyFieldOf } from '../logic/parameter-value.ts'
import { cellLeaf } from '../logic/table.ts'
import { inlineConditions, type Assembly } from '../release/assembly.ts'
import type { Scalar } from '../values/value.ts'
import { booleanDomain } from './choice-domain.ts'
import { domainOf, type Dimension } from './dimension.ts'
import { constantsOf } from './domain.ts'
import { factTypeOf } from './fact-type.ts'

/** Everything the rows of a table depend on. */
export interface Space {
  readonly assembly: Assembly
  readonly dimensions: readonly Dimension[]
  /** Number of a dimension by its key. */
  readonly places: ReadonlyMap<string, number>
  /** Dimensions that parameters are looked up by. */
  readonly keys: ReadonlySet<number>
}

/** One name for everything that reads the same. */
export const factKey = ({ fact, output, as, layer }: FactReference): string => JSON.stringify([fact, output ?? '', as ?? '', layer ?? ''])

/** One name for leaves that compare the same. */
export const leafKey = (leaf: Leaf): string => JSON.stringify([isParameterReference(leaf) ? [leaf.parameter, leaf.at ?? {}] : factKey(leaf), leaf.operator, leaf.value])

/**
 * A comparison with another fact divides the space aslant, and one by an operator of a package anywhere, not only at the values it
 * names: each is a dimension of its own.
 */
export const isItsOwnDimension = (leaf: Leaf): boolean => isExtensionName(leaf.operator) || operandsOf(leaf.value).some(isFactReference)

/** A fact that dimensions are needed for, with the constants it is compared with so far. */
interface Found {
  readonly reference: FactReference
  readonly constants: Scalar[]
}

interface Survey {
  readonly facts: Map<string, Found>
  readonly comparisons: Map<string, Leaf>
  readonly keys: Set<string>
}

const parameterConstants = ({ parameters }: Assembly, id: string): readonly Scalar[] => {
  const parameter = parameters.get(id)?.parameter
  const literals = parameter?.value === undefined ? Object.values(parameter?.values ?? {}) : [parameter.value]
  return literals.flatMap((literal) => constantsOf(literalValue(literal)))
}

const noteFact = (assembly: Assembly, survey: Survey, reference: FactReference): Found => {
  const key = factKey(reference)
  const before = survey.facts.get(key)
  if (before) return before
  const found: Found = { reference, constants: [] }
  survey.facts.set(key, found)
  const applies = assembly.fields.get(reference.fact)?.schema.applies
  if (applies) for (const leaf of leavesOf(inlineConditions(assembly, applies))) noteLeaf(assembly, survey, leaf)
  return found
}

const noteKey = (assembly: Assembly, survey: Survey, operand: SingleOperand | Leaf): void => {
  if (!isParameterReference(operand)) return
  const field = keyFieldOf(assembly, operand)
  if (field === undefined) return
  survey.keys.add(factKey({ fact: field }))
  noteFact(assembly, survey, { fact: field }).constants.push(...Object.keys(assembly.parameters.get(operand.parameter)?.parameter.values ?? {}))
}

const noteLeaf = (assembly: Assembly, survey: Survey, leaf: Leaf): void => {
  if (isItsOwnDimension(leaf)) {
    survey.comparisons.set(leafKey(leaf), leaf)
    return
  }
  const constants = isParameterReference(leaf) ? [] : noteFact(assembly, survey, leaf).constants
  noteKey(assembly, survey, leaf)
  for (const operand of operandsOf(leaf.value)) {
    noteKey(assembly, survey, operand)
    if (isParameterReference(operand)) constants.push(...parameterConstants(assembly, operand.parameter))
    else if (!isFactReference(operand)) constants.push(...constantsOf(literalValue(operand)))
  }
}

const dimensionOf = (assembly: Assembly, key: string, { reference, constants }: Found): Dimension | undefined => {
  const readable = describeReference(assembly, reference)
  const type = factTypeOf(assembly, reference)
  const domain = domainOf(type, type.list === undefined ? undefined : assembly.lists.get(type.list), constants)
  if (!domain) return undefined
  const size = domain.atoms.length + (type.mayNotApply ? 1 : 0)
  return { key, reference, ...readable, domain, size, mayNotApply: type.mayNotApply, exact: type.isField }
}

const comparisonDimension = (assembly: Assembly, key: string, leaf: Leaf): Dimension =>
  ({ key, title: sentenceOf(assembly, leaf), domain: booleanDomain, size: 2, mayNotApply: false, exact: false })

const newSurvey = (): Survey => ({ facts: new Map(), comparisons: new Map(), keys: new Set() })

const spaceFrom = (assembly: Assembly, survey: Survey): Space | undefined => {
  const facts = [...survey.facts].map(([key, found]) => dimensionOf(assembly, key, found))
  if (facts.includes(undefined)) return undefined
  const comparisons = [...survey.comparisons].map(([key, leaf]) => comparisonDimension(assembly, key, leaf))
  const dimensions = [...facts.filter((dimension) => dimension !== undefined), ...comparisons]
  const places = new Map(dimensions.map(({ key }, place) => [key, place]))
  return { assembly, dimensions, places, keys: new Set([...survey.keys].flatMap((key) => places.get(key) ?? [])) }
}

/** The space that comparisons divide; undefined as for a table. */
export const spaceOfLeaves = (assembly: Assembly, leaves: readonly Leaf[]): Space | undefined => {
  const survey = newSurvey()
  for (const leaf of leaves) noteLeaf(assembly, survey, leaf)
  return spaceFrom(assembly, survey)
}

/**
 * The space a table divides: its columns, the fields its parameters are looked up by, and what decides whether any of
 * these apply. Undefined where a multiple choice is compared with more codes than are analysed.
 */
export const spaceOf = (assembly: Assembly, piece: TablePiece): Space | undefined => {
  const survey = newSurvey()
  for (const input of piece.inputs) {
    const reference = typeof input === 'string' ? { fact: input } : input
    if (isFactReference(reference)) noteFact(assembly, survey, reference)
  }
  for (const row of piece.rows) {
    for (const column of row.when.keys()) {
      const leaf = cellLeaf(piece, row, column)
      if (leaf) noteLeaf(assembly, survey, leaf)
    }
  }
  return spaceFrom(assembly, survey)
}
