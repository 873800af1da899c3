import { operatorEntries } from '../conditions/operators.ts'
import type { Operator } from '../conditions/operators/operator.ts'
import { formulaPhrases, plainWords } from '../formula/formula-names.ts'
import { checkFunction, checkTypes, checkWords, isRecord, rightCounts, type Unchecked } from './kit-parts.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'

/** Everything of an operator that is missing or cannot be; without problems it has the shape of an `ExtensionOperator`. */
export const checkOperatorShape = (name: string, operator: unknown): readonly KitProblem[] => {
  if (!isRecord(operator)) return [kitProblem('part', { name, part: '{ … }' })]
  const shape = [
    ...checkWords(name, 'label', operator['label']),
    ...checkSides(name, operator),
    ...(['sentence', 'compare', 'plan'] as const).flatMap((part) => checkFunction(name, part, operator[part])),
    ...checkEditor(name, operator),
    ...checkExampleShapes(name, operator['examples']),
  ]
  return shape.length > 0 ? shape : [...checkSentence(name, operator), ...checkSpellings(name, operator)]
}

const checkSides = (name: string, { right, accepts, operands }: Unchecked): readonly KitProblem[] => [
  ...(typeof right === 'string' && Object.hasOwn(rightCounts, right) ? [] : [kitProblem('part', { name, part: 'right: "one" | "pair" | "list"' })]),
  ...(Array.isArray(accepts) && accepts.length > 0 ? checkTypes(name, accepts) : [kitProblem('part', { name, part: 'accepts' })]),
  ...(Array.isArray(operands) ? operands : []).flatMap((place: unknown, index) => [
    ...checkTypes(name, [isRecord(place) ? place['type'] : undefined]),
    ...checkWords(name, `operands[${index}].label`, isRecord(place) ? place['label'] : undefined),
  ]),
]

/** How it is written where people write: in cells of tables and in formulas. Conditions are built of its places. */
const checkEditor = (name: string, { cell, formula }: Unchecked): readonly KitProblem[] => [
  ...(isRecord(cell) && Array.isArray(cell['words']) && cell['words'].length > 0 ? checkWords(name, 'cell.shown', cell['shown']) : [kitProblem('part', { name, part: 'cell { words, shown }' })]),
  ...checkWords(name, 'formula', formula),
]

const checkExampleShapes = (name: string, examples: unknown): readonly KitProblem[] =>
  (Array.isArray(examples) && examples.length > 0
    ? examples.flatMap((example: unknown, index) => checkWords(name, `examples[${index}].title`, isRecord(example) ? example['title'] : undefined))
    : [kitProblem('part', { name, part: 'examples' })])

/** Marks that stand for both sides, to be found again in the sentence. */
const marks = ['⟨a⟩', '⟨b⟩', '⟨c⟩', '⟨d⟩']

const checkSentence = (name: string, { sentence, right }: Unchecked): readonly KitProblem[] => {
  const sides = marks.slice(0, 1 + rightCounts[right as Operator['right']]).map((mark) => ({ vi: mark, en: mark }))
  const said = written(sentence as (left: object, right: readonly object[]) => unknown, sides)
  if (typeof said === 'string') return [kitProblem('throws', { name, part: 'sentence', values: marks.join(', '), error: said })]
  const missing = checkWords(name, 'sentence', said)
  if (missing.length > 0 || !isRecord(said)) return missing
  return sides.flatMap(({ vi: mark }, index) => (String(said['vi']).includes(mark) && String(said['en']).includes(mark) ? [] : [kitProblem('sentence', { name, part: index === 0 ? 'left' : `right[${index - 1}]` })]))
}

const written = (sentence: (left: object, right: readonly object[]) => unknown, [left = {}, ...right]: readonly object[]): unknown => {
  try {
    return sentence(left, right)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Words that are read as something else already, in a cell or in a formula. */
const checkSpellings = (name: string, { cell, formula }: Unchecked): readonly KitProblem[] => {
  const cells = new Set(operatorEntries().flatMap(([other, { cell: its }]) => (other === name ? [] : (its?.words ?? []).map(plainWords))))
  const phrases = formulaPhrases()
  const means = (words: string): boolean => {
    const phrase = phrases.get(plainWords(words))
    return phrase !== undefined && !(phrase.kind === 'operator' && phrase.name === name)
  }
  const [cellWords, formulaWords] = [isRecord(cell) ? (cell['words'] as readonly string[]) : [], isRecord(formula) ? [String(formula['vi']), String(formula['en'])] : []]
  return [...cellWords.filter((words) => cells.has(plainWords(words))), ...formulaWords.filter(means)].map((words) => kitProblem('spelling', { name, words }))
}
