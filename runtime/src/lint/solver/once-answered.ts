import { isLeaf } from '../../conditions/condition-tree.ts'
import type { Condition } from '../../documents/condition-document.ts'
import type { Assembly } from '../../release/assembly.ts'

/** Questions that are answered in full or not at all: of a day, the year alone may be known. */
const isAnsweredWhole = ({ fields }: Assembly, name: string): boolean => {
  const schema = fields.get(name)?.schema
  return schema !== undefined && schema.format !== 'partial-date'
}

/** What a part of an `all` reads, where it compares the answer of one question. */
const comparedField = (part: Condition): string | undefined => (isLeaf(part) && part.operator !== 'isKnown' && 'fact' in part ? part.fact : undefined)

/**
 * The condition once the questions are answered whose answers it waits for and compares (`isKnown` beside another
 * comparison in one `all`). What it hides before decides no result alone: there are answers to that question for which it
 * does not matter, so the result waits for that question too. A comparison that holds whatever is answered is told elsewhere.
 */
export const onceAnswered = (assembly: Assembly, condition: Condition): Condition => {
  if ('any' in condition) return { ...condition, any: condition.any.map((part) => onceAnswered(assembly, part)) }
  if (!('all' in condition)) return condition
  const compared = new Set(condition.all.map(comparedField))
  const isAwaited = (part: Condition): boolean => isLeaf(part) && part.operator === 'isKnown' && part.value === true && 'fact' in part && compared.has(part.fact) && isAnsweredWhole(assembly, part.fact)
  return { ...condition, all: condition.all.filter((part) => !isAwaited(part)).map((part) => onceAnswered(assembly, part)) }
}
