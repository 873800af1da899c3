import { isFactReference } from '../../conditions/condition-tree.ts'
import type { Condition } from '../../documents/condition-document.ts'
import type { Issue } from '../../documents/issue.ts'
import { describeReference } from '../../explain/readable.ts'
import { factTypeOf } from '../../table-analysis/fact-type.ts'
import { placedLeavesOf, type PlacedLeaf } from '../condition-place.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import { assemblyAt } from '../reading.ts'

/** A condition without the ids of its comparisons. */
export const withoutIds = (condition: unknown): string => JSON.stringify(condition, (key, value: unknown) => (key === 'id' ? undefined : value))

const isGuarded = ({ assembly }: LintContext, fact: string, beside: readonly Condition[]): boolean => {
  const applies = assembly.fields.get(fact)?.schema.applies
  return applies !== undefined && beside.some((other) => withoutIds(other) === withoutIds(applies))
}

const deniesPerhapsNothing = (context: LintContext, { leaf, path, beside, place }: PlacedLeaf): readonly Issue[] => {
  if ((leaf.operator !== 'notEqual' && leaf.operator !== 'notIn') || !isFactReference(leaf)) return []
  const assembly = assemblyAt(context.assembly, place)
  if (!factTypeOf(assembly, leaf).mayNotApply || isGuarded(context, leaf.fact, beside)) return []
  return [lintIssue(context, 'not_equal_may_not_apply', path, { fact: describeReference(assembly, leaf).title })]
}

/** “Is not” said of what may not apply, without saying beside it that it does. */
export const applicabilityChecks = (context: LintContext): readonly Issue[] => placedLeavesOf(context.conditions).flatMap((leaf) => deniesPerhapsNothing(context, leaf))
