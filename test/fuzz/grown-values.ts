import type { Random } from './random.ts'

/** Words of the documents' language that can stand in one another's places. */
const vocabularies: readonly (readonly [string, ...string[]])[] = [
  ['first', 'unique', 'collect', 'sum', 'max'],
  ['equal', 'notEqual', 'in', 'notIn', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'between', 'contains', 'isKnown'],
  ['half_up', 'half_even', 'up', 'down'],
  ['members', 'history'],
  ['household', 'members'],
  ['law_at', 'facts_at', 'unit_at'],
  ['recorded', 'computed'],
  ['seen', 'known', 'assumed', 'open'],
  ['boolean', 'integer', 'number', 'string', 'array'],
  ['date', 'partial-date', 'personal-number'],
  ['hard', 'soft'],
  ['field', 'roster'],
  ['exact', 'at_least', 'at_most'],
  ['fact', 'condition', 'table', 'rules', 'outcome', 'entitlement'],
]

/** Another word of the language, where a text is one. */
export const otherWord = (random: Random, word: string): string | undefined => {
  const vocabulary = vocabularies.find((words) => words.includes(word))
  return vocabulary && random.pick(vocabulary)
}

const numbers: readonly [number, ...number[]] = [0, 1, 2, 12, 0.5, 0.045, -3, 999_999_999_999_999, 0.000000000000001]

/** A random condition over the names given. */
export const grownCondition = (random: Random, names: readonly string[], depth = 3): unknown => {
  const deeper = () => grownCondition(random, names, depth - 1)
  const fact = random.among(names) ?? 'cargo'
  const leaf = () => ({ id: 'grownleafa', fact, operator: random.pick(vocabularies[1] ?? ['equal']), value: random.pick<() => unknown>([() => random.pick(numbers), () => true, () => '2026-06-01', () => [1, 2], () => ({ fact: random.among(names) ?? 'cargo' })])() })
  if (depth === 0 || random.chance(0.4)) return leaf()
  return random.pick<() => unknown>([() => ({ all: [deeper(), deeper()] }), () => ({ any: [deeper()] }), () => ({ not: deeper() }), () => ({ condition: fact }), leaf])()
}

/** A random expression over the names given. */
export const grownExpression = (random: Random, names: readonly string[], depth = 3): unknown => {
  const deeper = () => grownExpression(random, names, depth - 1)
  const where = () => grownCondition(random, names, 1)
  const fact = () => ({ fact: random.among(names) ?? 'cargo' })
  if (depth === 0) return random.chance(0.7) ? fact() : random.pick(numbers)
  const over = random.pick<object>([{ over: 'members' }, { over: 'history', outcome: 'ships.level' }])
  const aggregate = (name: string, parts: object) => {
    const { over: elements, ...recorded } = over as { readonly over: string }
    return { [name]: elements, ...recorded, ...parts }
  }
  return random.pick<() => unknown>([
    fact, () => random.pick(numbers), () => ({ moment: 'facts_at' }),
    () => ({ [random.pick(['add', 'multiply', 'min', 'max'])]: [deeper(), deeper()] }),
    () => ({ [random.pick(['subtract', 'divide', 'ageInYears', 'ageInMonths', 'monthsBetween'])]: [deeper(), deeper()] }),
    () => ({ [random.pick(['floor', 'yearOf', 'personalNumberSex', 'personalNumberBirthYear'])]: deeper() }),
    () => ({ round: deeper(), mode: random.pick(vocabularies[2] ?? ['up']), unit: random.pick([1, 1000, 0.01, 0.000000000000001]) }),
    () => ({ if: where(), then: deeper(), else: deeper() }),
    () => aggregate('count', { where: where() }), () => aggregate(random.pick(['any', 'all', 'none']), { where: where() }), () => aggregate('share', { where: where(), among: where() }),
    () => aggregate(random.pick(['sum', 'min', 'max', 'last']), { value: deeper(), where: where() }),
    () => ({ countEvents: random.among(names) ?? 'defects' }),
  ])()
}

/** Facts each of which multiplies the one before by itself, so that numbers double their digits. */
export const squaringFacts = (random: Random, names: readonly string[]): readonly unknown[] =>
  Array.from({ length: random.pick([4, 12, 60, 150]) }, (_none, index) => {
    const before = { fact: index === 0 ? (random.among(names) ?? 'cargo') : `grown_${index - 1}` }
    return { kind: 'fact', id: `grown_${index}`, title: { vi: 'lớn', en: 'grown' }, value: { [random.pick(['multiply', 'multiply', 'add'])]: [before, before] } }
  })
