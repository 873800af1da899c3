import type { Luck } from '../agreement/luck.ts'
import type { FieldKindOptions } from '../documents/field-kind-use.ts'
import type { Answer } from '../documents/input-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { usualOptions, type FieldKindExample, type RefinedKind } from '../values/refined-kinds.ts'
import { checkWords } from './kit-parts.ts'
import { judgeValue, restrictionsOf, sampleValues } from './field-kind-schema.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'

/** A field kind on trial, by the name documents give it. */
export interface FieldKindTrial {
  readonly name: string
  readonly kind: RefinedKind
  readonly luck: Luck
}

const languages: readonly Language[] = ['vi', 'en']

/** What a kind says that throws, as a problem. */
const tried = (name: string, part: string, value: Answer | string, run: () => readonly KitProblem[]): readonly KitProblem[] => {
  try {
    return run()
  } catch (error) {
    return [kitProblem('throws', { name, part, values: JSON.stringify(value), error: error instanceof Error ? error.message : String(error) })]
  }
}

/** Every way to set the options that are yes or no or chosen, and both ends of numbers. */
export const optionSets = ({ options }: Pick<RefinedKind, 'options'>): readonly FieldKindOptions[] =>
  Object.entries(options).reduce<readonly FieldKindOptions[]>((sets, [id, option]) => {
    const values = option.type === 'boolean' ? [true, false] : option.type === 'choice' ? Object.keys(option.choices) : [option.minimum, option.maximum]
    return sets.flatMap((set) => values.map((value) => ({ ...set, [id]: value }))).slice(0, mostSets)
  }, [{}])

const mostSets = 64

const optionsOf = (kind: RefinedKind, { options }: FieldKindExample): FieldKindOptions => ({ ...usualOptions(kind), ...options })

/** The examples, which are the package's own tests. */
export const checkKindExamples = ({ name, kind }: Pick<FieldKindTrial, 'name' | 'kind'>): readonly KitProblem[] => {
  const bothSides = new Set(kind.examples.map((example) => 'written' in example)).size === 2
  const wrong = kind.examples.flatMap((example) => tried(name, 'examples', example.value, () => checkExample(name, kind, example)))
  return [...wrong, ...(bothSides ? [] : [kitProblem('kind_examples_one_sided', { name })])]
}

const differs = (name: string, { title }: FieldKindExample, found: string, expected: string): KitProblem => kitProblem('example', { name, title: title.vi, titleEn: title.en, found, expected })

const checkExample = (name: string, kind: RefinedKind, example: FieldKindExample): readonly KitProblem[] => {
  const options = optionsOf(kind, example)
  const accepted = judgeValue(kind, options, example.value).server
  if (!('written' in example)) {
    if (accepted) return [differs(name, example, `“${String(example.value)}” ✓`, `“${String(example.value)}” ✗`)]
    const said: Partial<Text> = kind.explain?.(example.value, options) ?? kind.expected(options)
    return languages.filter((language) => said[language] !== example.refused[language]).map((language) => differs(name, example, `“${said[language] ?? '–'}”`, `“${example.refused[language]}”`))
  }
  if (!accepted) return [differs(name, example, `“${String(example.value)}” ✗`, `“${String(example.value)}” ✓`)]
  const written = languages.map((language) => [kind.write(example.value, options, language), example.written[language]] as const)
  const read = (example.typed ?? []).filter((text) => JSON.stringify(kind.parse(text, options)) !== JSON.stringify(example.value))
  return [...written.filter(([found, expected]) => found !== expected).map(([found, expected]) => differs(name, example, `“${found}”`, `“${expected}”`)), ...read.map((text) => kitProblem('parse', { name, text, value: JSON.stringify(example.value), found: JSON.stringify(kind.parse(text, options)) ?? '–' }))]
}

const isText = (words: unknown): words is Text => checkWords('', '', words).length === 0

/** What holds whatever a question says about its kind, and whatever is entered. */
export const checkKindMeaning = ({ name, kind, luck }: FieldKindTrial): readonly KitProblem[] =>
  optionSets(kind).flatMap((options) => tried(name, 'restrict', JSON.stringify(options), () => {
    const schema = restrictionsOf(name, kind, options)
    if (schema.length > 0) return schema
    const expected = checkWords(name, 'expected', kind.expected(options))
    return expected.length > 0 ? expected : firstOf(sampleValues(kind, luck), (value) => tried(name, 'write, parse, explain', value, () => checkValue(name, kind, options, value)))
  })).slice(0, 1)

const firstOf = <T>(values: readonly T[], check: (value: T) => readonly KitProblem[]): readonly KitProblem[] => {
  for (const value of values) {
    const found = check(value)
    if (found.length > 0) return found
  }
  return []
}

const checkValue = (name: string, kind: RefinedKind, options: FieldKindOptions, value: Answer): readonly KitProblem[] => {
  const { server, browser } = judgeValue(kind, options, value)
  const shown = JSON.stringify(value)
  if (server !== browser) return [kitProblem('schema_differs', { name, value: shown, options: JSON.stringify(options) })]
  const written = { vi: kind.write(value, options, 'vi'), en: kind.write(value, options, 'en') }
  if (!isText(written) && value !== '' && String(value).trim() !== '') return [kitProblem('written', { name, value: shown })]
  const lacks = kind.explain?.(value, options)
  if (lacks !== undefined && !isText(lacks)) return checkWords(name, 'explain', lacks)
  if (!server) return []
  if (lacks !== undefined) return [kitProblem('explains_accepted', { name, value: shown, found: lacks.vi, foundEn: lacks.en })]
  return languages.flatMap((language) => {
    const read = kind.parse(written[language], options)
    return JSON.stringify(read) === shown ? [] : [kitProblem('parse', { name, text: written[language], value: shown, found: JSON.stringify(read) ?? '–' })]
  })
}
