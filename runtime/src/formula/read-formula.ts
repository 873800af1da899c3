import { leavesOf } from '../conditions/condition-tree.ts'
import type { Condition, Leaf } from '../documents/condition-document.ts'
import type { Expression } from '../documents/logic-document.ts'
import type { Language } from '../documents/text.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import type { Assembly } from '../release/assembly.ts'
import { ExpressionReader } from './expression-reader.ts'
import { FormulaCursor, FormulaStop } from './formula-cursor.ts'
import type { FormulaProblem } from './formula-problem.ts'
import { tokensOf } from './formula-tokens.ts'
import type { FormulaOptions } from './write-formula.ts'

export type ReadFormula = { readonly expression: Expression } | { readonly problem: FormulaProblem }

export interface ReadFormulaOptions extends FormulaOptions {
  /** The expression the text was written from: comparisons that stay the same keep their ids. */
  readonly before?: Expression
  /** Ids of new comparisons. */
  readonly freshId: () => string
}

const conditionsIn = (value: unknown): readonly Condition[] => {
  if (Array.isArray(value)) return value.flatMap(conditionsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [...(['if', 'where', 'among'].includes(key) ? [part as Condition] : []), ...conditionsIn(part)])
}

const contentOf = ({ id: _id, ...leaf }: Leaf): string => canonicalJson(leaf)

/** Gives comparisons the ids they had, in their order, and others new ones. */
const idsAsBefore = (before: Expression | undefined, freshId: () => string): ((leaf: Omit<Leaf, 'id'>) => string) => {
  const known = new Map<string, string[]>()
  for (const leaf of conditionsIn(before).flatMap(leavesOf)) known.set(contentOf(leaf), [...(known.get(contentOf(leaf)) ?? []), leaf.id])
  return (leaf) => known.get(contentOf({ ...leaf, id: '' } as Leaf))?.shift() ?? freshId()
}

/**
 * Reads a formula as people type it, with or without diacritics and in the names of either language: the expression `writeFormula`
 * writes that way, or the first thing that keeps it from being one.
 */
export const readFormula = (assembly: Assembly, text: string, language: Language, { list, before, freshId }: ReadFormulaOptions): ReadFormula => {
  const cursor = new FormulaCursor(text, tokensOf(text.replace(/^\s*=/, (sign) => ' '.repeat(sign.length)), language))
  try {
    const reader = new ExpressionReader(cursor, assembly, language, idsAsBefore(before, freshId))
    const expression = reader.sum({ type: undefined, list })
    if (cursor.next) cursor.stop()
    return { expression }
  } catch (stop) {
    if (stop instanceof FormulaStop) return { problem: stop.problem }
    throw stop
  }
}
