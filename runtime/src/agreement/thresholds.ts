import type { Literal } from '../documents/condition-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { isDay } from '../values/day.ts'

/** What the rules of an assembly compare with, as far as it stands in them. */
export interface Thresholds {
  /** Numbers that a fact is compared with directly, by the fact. */
  readonly ofFact: ReadonlyMap<string, readonly number[]>
  /** Every number of the rules and parameters. */
  readonly numbers: readonly number[]
  readonly days: readonly string[]
  readonly texts: readonly string[]
  /** Outcomes looked back to, as `programme.outcome`. */
  readonly outcomes: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object in a document, from outside inwards. */
function* objectsIn(part: unknown): Generator<Json> {
  if (Array.isArray(part)) for (const each of part) yield* objectsIn(each)
  if (!isRecord(part)) return
  yield part
  for (const each of Object.values(part)) yield* objectsIn(each)
}

const isLiteral = (value: unknown): value is Literal => typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'

const literalsOf = (assembly: Assembly, operand: unknown): readonly Literal[] => {
  if (Array.isArray(operand)) return operand.flatMap((each) => literalsOf(assembly, each))
  if (isLiteral(operand)) return [operand]
  const parameter = isRecord(operand) && typeof operand['parameter'] === 'string' ? assembly.parameters.get(operand['parameter'])?.parameter : undefined
  return parameter ? [...(parameter.value === undefined ? [] : [parameter.value]), ...Object.values(parameter.values ?? {})] : []
}

interface Compared {
  readonly fact: string
  readonly values: readonly Literal[]
}

const comparedIn = (assembly: Assembly, { fact, operator, value, kind, inputs, rows }: Json): readonly Compared[] => {
  if (typeof fact === 'string' && typeof operator === 'string') return [{ fact, values: literalsOf(assembly, value) }]
  if (kind !== 'table' || !Array.isArray(inputs) || !Array.isArray(rows)) return []
  return inputs.flatMap((input: unknown, column) => {
    const name = isRecord(input) ? input['fact'] : input
    const cells = rows.map((row: unknown) => (isRecord(row) && Array.isArray(row['when']) ? (row['when'][column] as unknown) : undefined)).filter(isRecord)
    return typeof name === 'string' ? [{ fact: name, values: cells.flatMap((cell) => literalsOf(assembly, Object.values(cell))) }] : []
  })
}

const expressionLiterals = ({ title: _title, note: _note, citation: _citation, id: _id, kind: _kind, ...rest }: Json): readonly Literal[] => Object.values(rest).flat().filter(isLiteral)

/** Collects what the rules compare with: own ones, shared ones and those of programmes computed with them. */
export const thresholdsOf = (assembly: Assembly): Thresholds => {
  const pieces = [assembly, ...assembly.dependencies.values()].flatMap(({ pieces: all }) => [...all.values()].map(({ piece }) => piece))
  const objects = [...objectsIn(pieces)]
  const compared = objects.flatMap((each) => comparedIn(assembly, each))
  const parameters = [...assembly.parameters.values()].flatMap(({ parameter }) => [...(parameter.value === undefined ? [] : [parameter.value]), ...Object.values(parameter.values ?? {})])
  const literals = [...compared.flatMap(({ values }) => values), ...objects.flatMap(expressionLiterals), ...parameters]
  const ofFact = new Map<string, readonly number[]>()
  for (const { fact, values } of compared) ofFact.set(fact, [...(ofFact.get(fact) ?? []), ...values.filter((value) => typeof value === 'number')])
  const strings = compared.flatMap(({ values }) => values).filter((value) => typeof value === 'string')
  const outcomes = objects.flatMap(({ outcome, fact, as }) => [outcome, as === 'computed' ? undefined : fact]).filter((name) => typeof name === 'string').filter((name) => name.includes('.'))
  return {
    ofFact,
    numbers: [...new Set([0, 1, ...literals.filter((value) => typeof value === 'number')])],
    days: [...new Set(literals.filter((value) => typeof value === 'string').filter(isDay))],
    texts: [...new Set(strings.filter((text) => !isDay(text)))],
    outcomes: [...new Set(outcomes)],
  }
}
