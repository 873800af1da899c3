import type { AggregateTakes } from '../aggregates/aggregate.ts'
import { formulaPhrases, plainWords } from '../formula/formula-names.ts'
import { checkFunction, checkWords, isRecord, type Unchecked } from './kit-parts.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'

const takes: readonly AggregateTakes[] = ['where?', 'where', 'value where?']
const units = ['each', 'together', 'elements']
const lists = ['members', 'history'] as const

/** Everything of an aggregate that is missing or cannot be; without problems it has the shape of an `ExtensionAggregate`. */
export const checkAggregateShape = (name: string, aggregate: unknown): readonly KitProblem[] => {
  if (!isRecord(aggregate)) return [kitProblem('part', { name, part: '{ … }' })]
  const shape = [
    ...lists.flatMap((list) => checkNames(name, list, aggregate[list])),
    ...(takes.some((each) => each === aggregate['takes']) ? [] : [kitProblem('choice', { name, part: 'takes', choices: quoted(takes) })]),
    ...checkResult(name, aggregate),
    ...(['sentence', 'compute', 'plan'] as const).flatMap((part) => checkFunction(name, part, aggregate[part])),
    ...checkExampleShapes(name, aggregate['examples']),
  ]
  return shape.length > 0 ? shape : [...checkSentence(name, aggregate), ...checkSpellings(name, aggregate)]
}

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ')

const checkNames = (name: string, list: string, names: unknown): readonly KitProblem[] => {
  if (!isRecord(names)) return [kitProblem('part', { name, part: `${list} { label, formula }` })]
  return [...checkWords(name, `${list}.label`, names['label']), ...checkWords(name, `${list}.formula`, names['formula'])]
}

/** What it comes to: a number with its unit, or a truth, which conditions are built with. */
const checkResult = (name: string, { gives, unit, takes: taken, group }: Unchecked): readonly KitProblem[] => {
  if (gives === 'number') {
    const fits = isRecord(unit) ? typeof unit['is'] === 'string' : units.some((each) => each === unit) && (unit === 'elements' || taken === 'value where?')
    return fits ? [] : [kitProblem('choice', { name, part: 'unit', choices: `${quoted(taken === 'value where?' ? units : ['elements'])}, { is: "…" }` })]
  }
  if (gives !== 'boolean') return [kitProblem('choice', { name, part: 'gives', choices: quoted(['number', 'boolean']) })]
  if (taken !== 'where') return []
  return isRecord(group) ? [...checkWords(name, 'group.before', group['before']), ...checkWords(name, 'group.behind', group['behind'])] : [kitProblem('part', { name, part: 'group { before, behind }' })]
}

const checkExampleShapes = (name: string, examples: unknown): readonly KitProblem[] => {
  if (!Array.isArray(examples) || examples.length === 0) return [kitProblem('part', { name, part: 'examples' })]
  return examples.flatMap((example: unknown, index) => [
    ...checkWords(name, `examples[${index}].title`, isRecord(example) ? example['title'] : undefined),
    ...(isRecord(example) && Array.isArray(example['elements']) && example['elements'].every(isRecord) ? [] : [kitProblem('part', { name, part: `examples[${index}].elements` })]),
  ])
}

/** Marks that stand for its parts, to be found again in the sentence. */
const marks = { noun: '⟨n⟩', value: '⟨v⟩', where: '⟨c⟩' } as const

const same = (mark: string) => ({ vi: mark, en: mark })

const checkSentence = (name: string, { sentence, takes: taken }: Unchecked): readonly KitProblem[] => {
  const valued = taken === 'value where?'
  const words = { noun: { vi: marks.noun, one: marks.noun, many: marks.noun }, value: same(valued ? marks.value : '') }
  const needed = [marks.noun, ...(valued ? [marks.value] : [])]
  return [
    ...saidOf(name, sentence, { ...words, where: same(marks.where) }, [...needed, marks.where]),
    ...(taken === 'where' ? [] : saidOf(name, sentence, words, needed)),
  ]
}

/** Whether a sentence says everything that is marked. */
const saidOf = (name: string, sentence: unknown, words: object, needed: readonly string[]): readonly KitProblem[] => {
  const said = written(sentence as (words: object) => unknown, words)
  if (typeof said === 'string') return [kitProblem('throws', { name, part: 'sentence', values: needed.join(', '), error: said })]
  const missing = checkWords(name, 'sentence', said)
  if (missing.length > 0 || !isRecord(said)) return missing
  if (/undefined|\[object/.test(`${String(said['vi'])} ${String(said['en'])}`)) return [kitProblem('sentence_gap', { name })]
  const nameOf = (mark: string): string => Object.entries(marks).find(([, each]) => each === mark)?.[0] ?? mark
  return needed.flatMap((mark) => (String(said['vi']).includes(mark) && String(said['en']).includes(mark) ? [] : [kitProblem('sentence', { name, part: nameOf(mark) })]))
}

const written = (sentence: (words: object) => unknown, words: object): unknown => {
  try {
    return sentence(words)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Words that are read as something else already in a formula. */
const checkSpellings = (name: string, aggregate: Unchecked): readonly KitProblem[] => {
  const phrases = formulaPhrases()
  return lists.flatMap((list) => {
    const names = aggregate[list]
    const formula = isRecord(names) ? names['formula'] : undefined
    const spellings = isRecord(formula) ? [formula['vi'], formula['en'], ...(Array.isArray(formula['also']) ? formula['also'] : [])].map(String) : []
    return spellings.filter((words) => {
      const phrase = phrases.get(plainWords(words))
      return phrase !== undefined && !(phrase.kind === 'function' && phrase.name === `${list}.${name}`)
    }).map((words) => kitProblem('spelling', { name, words }))
  })
}
