import { certaintyPhrases, describeColumn, describeReference, formatUnit, isFactReference, isParameterReference, listOfFact, operandsOf, operatorEntries, takesWholeNumbers, typeOfFact, typeOfParameter, type Assembly, type FactReference, type Language, type ParameterReference, type SingleOperand, type TablePiece, type ValueType } from '@tieuchi/runtime'
import { isReadBy, readableKey, readablesOf, type Readable } from '../readables/readables.ts'
import type { ValueContext } from '../value-text/value-context.ts'
import { entryNames, namesFor } from './column-names.ts'
import type { ConditionColumn, ResultColumn, SourceColumn, TableColumn } from './table-column.ts'

interface Sources {
  readonly assembly: Assembly
  readonly readables: readonly Readable[]
  readonly language: Language
}

const unitOf = (unit: string | undefined, language: Language): { readonly unit?: string } => {
  const words = unit === undefined ? '' : unit === 'share' ? '%' : formatUnit(unit, language).trim()
  return words === '' ? {} : { unit: words }
}

const usedInConditions = (piece: TablePiece, at: number): readonly SingleOperand[] =>
  piece.rows.flatMap(({ when }) => Object.values(when[at] ?? {}).flatMap((operand) => operandsOf(operand)))

/** What operators with places of their own take there: numbers and days written out, parameters and facts of their type. */
const placesOf = (type: ValueType | undefined, sources: Sources): ValueContext['places'] => {
  const { language } = sources
  const withPlaces = operatorEntries().filter(([, { accepts, operands }]) => operands !== undefined && type !== undefined && accepts.includes(type))
  if (withPlaces.length === 0) return undefined
  return Object.fromEntries(withPlaces.map(([name, { operands = [] }]) => [name, operands.map((place): ValueContext => ({
    language, type: place.type, unit: place.unit, whole: false, names: namesFor({ type: place.type, list: undefined }, { ...sources, used: [] }, undefined),
  }))]))
}

const conditionContext = (piece: TablePiece, at: number, reference: FactReference | ParameterReference, sources: Sources): ValueContext => {
  const { assembly, language, readables } = sources
  if (isParameterReference(reference)) return { language, type: 'boolean', whole: false, names: [], asksEstablished: true }
  const [type, list, { unit }] = [typeOfFact(assembly, reference), listOfFact(assembly, reference), describeReference(assembly, reference)]
  const entries = type === 'text' || type === 'list' ? entryNames(assembly, list, language) : undefined
  const others = readables.filter(({ key }) => key !== readableKey(reference))
  const places = placesOf(type, { ...sources, readables: others })
  return {
    language, type, unit, whole: takesWholeNumbers(assembly, reference), ...(entries && { entries }), ...(places && { places }),
    names: namesFor({ type, list }, { ...sources, readables: others, used: usedInConditions(piece, at) }, entries),
  }
}

const referenceOf = (input: TablePiece['inputs'][number]): FactReference | ParameterReference => (typeof input === 'string' ? { fact: input } : input)

const conditionColumn = (piece: TablePiece, at: number, sources: Sources): ConditionColumn => {
  const reference = referenceOf(piece.inputs[at] ?? '')
  const name = JSON.stringify(reference)
  const earlier = piece.inputs.slice(0, at).filter((input) => JSON.stringify(referenceOf(input)) === name).length
  const { title, unit } = describeReference(sources.assembly, reference)
  const context = conditionContext(piece, at, reference, sources)
  return { side: 'when', at, key: `when ${name} ${earlier}`, title: title[sources.language], ...(isFactReference(reference) && unitOf(unit, sources.language)), reference, context }
}

const typeOfOperand = (assembly: Assembly, operand: SingleOperand): ValueType | undefined => {
  if (isFactReference(operand)) return typeOfFact(assembly, operand)
  if (isParameterReference(operand)) return typeOfParameter(assembly, operand)
  return typeof operand === 'string' ? 'text' : (typeof operand as 'number' | 'boolean')
}

/** What results of a column are: as the outcome that takes them, else as those that are there. */
const resultType = (assembly: Assembly, piece: TablePiece, at: number): ValueType | undefined => {
  const { list, unit } = describeColumn(assembly, piece, piece.outputs[at] ?? '')
  if (list !== undefined) return 'text'
  if (unit !== undefined || piece.hit === 'sum' || piece.hit === 'max') return 'number'
  const sample = piece.rows.map(({ then }) => then[at]).find((result) => result !== undefined && result !== '')
  return sample === undefined ? undefined : typeOfOperand(assembly, sample)
}

const resultColumn = (piece: TablePiece, at: number, sources: Sources): ResultColumn => {
  const { assembly, language } = sources
  const output = piece.outputs[at] ?? ''
  const { title, list, unit } = describeColumn(assembly, piece, output)
  const [type, entries] = [resultType(assembly, piece, at), entryNames(assembly, list, language)]
  const used = piece.rows.flatMap(({ then }) => then[at] ?? [])
  const names = namesFor({ type, list }, { ...sources, used }, entries)
  const several = piece.outputs.length > 1 && title === piece.title
  return {
    side: 'then', at, key: `then ${output}`, title: several ? `${title[language]} – ${output}` : title[language], ...unitOf(unit, language), output,
    context: { language, type, unit, whole: false, ...(entries && { entries }), names },
  }
}

const sourceParts = ['citation', 'certainty', 'note'] as const

const sourceColumn = (part: SourceColumn['part'], title: string, language: Language): SourceColumn => {
  const entries = Object.entries(certaintyPhrases).map(([certainty, words]) => ({ title: words[language], tag: certainty, operand: certainty }))
  return { side: 'source', part, key: part, title, context: { language, type: 'text', whole: false, names: [], ...(part === 'certainty' && { entries }) } }
}

/** The columns of a table in the order they are written, with what each takes. */
export const tableColumns = (assembly: Assembly, piece: TablePiece, language: Language, titles: Readonly<Record<SourceColumn['part'], string>>): readonly TableColumn[] => {
  const readables = readablesOf(assembly, piece.id).filter((readable) => isReadBy(piece.of ?? 'household', readable))
  const sources: Sources = { assembly, readables, language }
  return [
    ...piece.inputs.map((_input, at) => conditionColumn(piece, at, sources)),
    ...piece.outputs.map((_output, at) => resultColumn(piece, at, sources)),
    ...sourceParts.map((part) => sourceColumn(part, titles[part], language)),
  ]
}

/** The same columns; those that take what they took before are the very objects, so that nothing kept for them is lost. */
export const keptColumns = (before: readonly TableColumn[], after: readonly TableColumn[]): readonly TableColumn[] => {
  const known = new Map(before.map((column) => [column.key, column]))
  return after.map((column) => {
    const old = known.get(column.key)
    if (!old || JSON.stringify(old.context) !== JSON.stringify(column.context)) return column
    return JSON.stringify(old) === JSON.stringify(column) ? old : { ...column, context: old.context }
  })
}
