import { describeReference, isFactReference, isParameterReference, typeOfParameter, type Assembly, type Language, type SingleOperand, type ValueType } from '@tieuchi/runtime'
import { readableKey, type Readable } from '../readables/readables.ts'
import type { NamedOperand } from '../value-text/value-context.ts'

/** What values of a place are, as far as the names that can stand there depend on it. */
export interface Named {
  readonly type: ValueType | undefined
  readonly list?: string | undefined
}

const withKey = (assembly: Assembly, parameter: string, title: string, language: Language): readonly NamedOperand[] => {
  const { by, values = {} } = assembly.parameters.get(parameter)?.parameter ?? {}
  const field = by === undefined ? undefined : assembly.fields.get(by)?.schema
  const list = assembly.lists.get(field?.['x-list'] ?? '')
  if (by === undefined || !list) return []
  return Object.keys(values).map((code) => ({
    title: `${title}: ${list.entries.find((entry) => entry.code === code)?.title[language] ?? code}`, tag: `${parameter}: ${code}`, operand: { parameter, at: { [by]: code } },
  }))
}

/** Parameters of a type by their title; one that is looked up by an answer also for each answer. */
const parameterNames = (assembly: Assembly, { type }: Named, language: Language): readonly NamedOperand[] => {
  const seen = new Set<object>()
  return [...assembly.parameters].flatMap(([id, { parameter }]) => {
    const own = typeOfParameter(assembly, { parameter: id })
    if (seen.has(parameter) || (type !== undefined && own !== undefined && own !== type)) return []
    seen.add(parameter)
    const title = parameter.title[language]
    return [{ title, tag: id, operand: { parameter: id } }, ...withKey(assembly, id, title, language)]
  })
}

const factNames = (readables: readonly Readable[], { type, list }: Named, language: Language): readonly NamedOperand[] =>
  readables.filter((each) => type !== 'list' && each.type === type && each.list === list).map(({ title, key, reference }) => ({ title: title[language], tag: key, operand: reference }))

const tagOf = (operand: SingleOperand): string => {
  if (isFactReference(operand)) return readableKey(operand)
  return isParameterReference(operand) ? [operand.parameter, ...Object.values(operand.at ?? {})].join(': ') : String(operand)
}

const titleOf = (assembly: Assembly, operand: SingleOperand, language: Language): string =>
  (isFactReference(operand) || isParameterReference(operand) ? describeReference(assembly, operand).title[language] : String(operand))

/** What stands in the cells already and has no name among the others. */
const namesInUse = (assembly: Assembly, used: readonly SingleOperand[], known: readonly NamedOperand[], language: Language): readonly NamedOperand[] => {
  const keys = new Set(known.map(({ operand }) => JSON.stringify(operand)))
  return used.flatMap((operand) => {
    const key = JSON.stringify(operand)
    if (keys.has(key)) return []
    keys.add(key)
    return [{ title: titleOf(assembly, operand, language), tag: tagOf(operand), operand }]
  })
}

interface NameSources {
  readonly assembly: Assembly
  readonly readables: readonly Readable[]
  readonly language: Language
  /** What stands in the cells now. */
  readonly used: readonly SingleOperand[]
}

/** Everything that can stand in a place by its name, besides the entries of its list. */
export const namesFor = (named: Named, { assembly, readables, language, used }: NameSources, entries: readonly NamedOperand[] = []): readonly NamedOperand[] => {
  const own = [...parameterNames(assembly, named, language), ...factNames(readables, named, language)]
  const inUse = namesInUse(assembly, used.filter((operand) => typeof operand === 'object' || (entries.length > 0 && operand !== '')), [...entries, ...own], language)
  return [...own, ...inUse]
}

/** The entries of a code list. */
export const entryNames = ({ lists }: Assembly, list: string | undefined, language: Language): readonly NamedOperand[] | undefined =>
  (list === undefined ? undefined : lists.get(list)?.entries.map(({ code, title }) => ({ title: title[language], tag: code, operand: code })))
