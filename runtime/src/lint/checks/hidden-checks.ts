import { leavesOf } from '../../conditions/condition-tree.ts'
import type { Issue } from '../../documents/issue.ts'
import { describeReference } from '../../explain/readable.ts'
import { exampleAt, exampleWords, simplestPoint } from '../../table-analysis/finding-words.ts'
import { holderAt, questionsWithin } from '../../form/form-items.ts'
import type { ConditionPlace } from '../condition-place.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import { ConditionSolver, type Goal } from '../solver/find-region.ts'
import { onceAnswered } from '../solver/once-answered.ts'
import { dependentsOf, useContextsOf, usesByName, type Use, type UseContext } from '../solver/use-context.ts'
import { useGraphOf } from '../use-graph.ts'

/** The questions that a condition hides: one, or all of a part. */
const fieldsOf = ({ release }: LintContext, { path }: ConditionPlace): readonly string[] => {
  const holder = holderAt(release.forms, path.slice(0, -1))
  if (!holder) return []
  if ('items' in holder) return questionsWithin(holder).map(({ field }) => field)
  return holder.kind === 'field' ? [holder.field] : []
}

/** A case in which the question is hidden and its answer still matters, in words; undefined where there is none. */
const hiddenCase = ({ assembly }: LintContext, { goals }: UseContext, hidden: readonly Goal[], unknown: ReadonlySet<string>) => {
  const all = [...hidden, ...goals]
  const solver = new ConditionSolver(assembly, all.map(({ condition }) => condition), unknown)
  const box = solver.find(all)
  if (!solver.space || !box) return undefined
  const about = new Set(hidden.flatMap(({ condition }) => leavesOf(condition)).flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : [])))
  const example = exampleAt(solver.space, simplestPoint(solver.space, box))
  const told = example.filter(({ fact }) => fact !== undefined && !unknown.has(fact) && about.has(fact))
  return exampleWords(told.length > 0 ? told : example)
}

const hiddenIssue = (context: LintContext, place: ConditionPlace, field: string, uses: ReadonlyMap<string, readonly Use[]>, live: ReadonlySet<string>): Issue | undefined => {
  const applies = context.assembly.fields.get(field)?.schema.applies
  const hidden: readonly Goal[] = [{ condition: onceAnswered(context.assembly, place.condition), truth: false }, ...(applies ? [{ condition: applies, truth: true }] : [])]
  const unknown = dependentsOf(uses, field)
  for (const way of useContextsOf(uses, live, field) ?? []) {
    const example = hiddenCase(context, way, hidden, unknown)
    if (example) return lintIssue(context, 'hidden_but_needed', place.path, { reader: describeReference(context.assembly, { fact: way.reader }).title, example })
  }
  return undefined
}

/** One is told of each condition: the first question that it hides in vain. */
const hiddenIssues = (context: LintContext, place: ConditionPlace, uses: ReadonlyMap<string, readonly Use[]>, live: ReadonlySet<string>): readonly Issue[] => {
  for (const field of fieldsOf(context, place)) {
    const issue = hiddenIssue(context, place, field, uses, live)
    if (issue) return [issue]
  }
  return []
}

/**
 * Questions that a form hides where their answers could still decide a result: for each way from the question up to a
 * result, whether what makes it matter there can be the case while it is hidden.
 */
export const hiddenChecks = (context: LintContext): readonly Issue[] => {
  const visible = context.conditions.filter(({ use }) => use === 'visible')
  if (visible.length === 0) return []
  const uses = usesByName(context)
  const live = new Set(useGraphOf(context).byResults.keys())
  return visible.flatMap((place) => hiddenIssues(context, place, uses, live))
}
