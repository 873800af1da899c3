import { childrenOf, isFactReference, isLeaf, operandsOf } from '../../conditions/condition-tree.ts'
import type { Condition, FactReference, Leaf } from '../../documents/condition-document.ts'
import type { Issue } from '../../documents/issue.ts'
import type { Text } from '../../documents/text.ts'
import { describeReference, writeValue } from '../../explain/readable.ts'
import { sentenceOf } from '../../explain/sentence.ts'
import { holderAt } from '../../form/form-items.ts'
import type { Assembly } from '../../release/assembly.ts'
import { listOfFact } from '../../release/value-types.ts'
import { factTypeOf } from '../../table-analysis/fact-type.ts'
import { noGrounds } from '../../values/grounds.ts'
import { between } from '../../values/value.ts'
import { placedChildren, type ConditionPlace } from '../condition-place.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { assemblyAt } from '../reading.ts'
import { ConditionSolver } from '../solver/find-region.ts'

type Verdict = 'impossible' | 'always' | undefined

/** What was found at a node or below; `told` where something always comes out the same, so that the whole is not told for that. */
interface Found {
  readonly issues: readonly Issue[]
  readonly told: boolean
}

/** A condition's surroundings: how its place reads facts, and what its comparisons can come to together. */
interface Scene {
  readonly context: LintContext
  readonly assembly: Assembly
  readonly solver: ConditionSolver
}

const verdictOf = (solver: ConditionSolver, condition: Condition): Verdict => {
  if (solver.find([{ condition, truth: true }]) === null) return 'impossible'
  return solver.find([{ condition, truth: false }]) === null ? 'always' : undefined
}

const listsEveryCode = ({ assembly }: Scene, leaf: Leaf & FactReference): Text | undefined => {
  if (leaf.operator !== 'in' && leaf.operator !== 'notIn') return undefined
  const list = assembly.lists.get(listOfFact(assembly, leaf) ?? '')
  const codes: readonly unknown[] = operandsOf(leaf.value)
  return list?.entries.every(({ code }) => codes.includes(code)) === true ? list.title : undefined
}

const limitsOf = ({ assembly }: Scene, reference: FactReference): Text | undefined => {
  const { minimum, maximum } = factTypeOf(assembly, reference).limits
  if (minimum === undefined && maximum === undefined) return undefined
  if (minimum !== undefined && maximum !== undefined) return writeValue(assembly, between(minimum, maximum, noGrounds), describeReference(assembly, reference))
  const end = minimum ?? maximum
  const written = writeValue(assembly, between(end, end, noGrounds), describeReference(assembly, reference))
  return minimum === undefined ? { vi: `đến ${written.vi}`, en: `at most ${written.en}` } : { vi: `từ ${written.vi}`, en: `at least ${written.en}` }
}

const leafIssue = (scene: Scene, leaf: Leaf, path: Path, holds: boolean): Issue | undefined => {
  if (!isFactReference(leaf)) return undefined
  const list = listsEveryCode(scene, leaf)
  if (list) return lintIssue(scene.context, 'codes_all_listed', path, { list, holds })
  const limits = limitsOf(scene, leaf)
  return limits && lintIssue(scene.context, 'outside_limits', path, { sentence: sentenceOf(scene.assembly, leaf), limits, holds })
}

const decidedIssue = (scene: Scene, condition: Condition, path: Path, verdict: 'impossible' | 'always'): Issue => {
  const special = isLeaf(condition) ? leafIssue(scene, condition, path, verdict === 'always') : undefined
  return special ?? lintIssue(scene.context, verdict === 'always' ? 'condition_always' : 'condition_impossible', path, { sentence: sentenceOf(scene.assembly, condition) })
}

/** Members of a group that the others imply; one found is not counted on for the next. */
const redundantIn = ({ context, assembly, solver }: Scene, condition: Condition, path: Path): readonly Issue[] => {
  if (!('all' in condition) && !('any' in condition)) return []
  const truth = 'all' in condition
  const left = [...childrenOf(condition)]
  return placedChildren(condition, path).toReversed().flatMap(({ condition: child, path: at }) => {
    const rest = left.filter((other) => other !== child)
    if (rest.length === 0) return []
    const goals = [{ condition: child, truth: !truth }, ...rest.map((other) => ({ condition: other, truth }))]
    if (solver.find(goals, true) !== null) return []
    left.splice(left.indexOf(child), 1)
    return [lintIssue(context, 'condition_redundant', at, { sentence: sentenceOf(assembly, child) })]
  })
}

/** The smallest parts that always come out the same; where a whole does so because of a part, only the part is told. */
const findIn = (scene: Scene, condition: Condition, path: Path): Found => {
  const verdict = verdictOf(scene.solver, condition)
  if ('condition' in condition) return { issues: [], told: verdict !== undefined }
  const below = placedChildren(condition, path).map((child) => findIn(scene, child.condition, child.path))
  const issues = below.flatMap((found) => found.issues)
  if (below.some(({ told }) => told)) return { issues, told: true }
  if (verdict) return { issues: [decidedIssue(scene, condition, path, verdict)], told: true }
  return { issues: [...issues, ...redundantIn(scene, condition, path)], told: false }
}

/** A whole check or visibility that always comes out the same is a matter of the form. */
const isFormMatter = ({ use }: ConditionPlace): boolean => use === 'check' || use === 'visible'

/** Nothing is written yet, which is told by itself. */
const isEmpty = (condition: Condition): boolean => !isLeaf(condition) && !('condition' in condition) && !('not' in condition) && childrenOf(condition).length === 0

const checkPlace = (context: LintContext, place: ConditionPlace): readonly Issue[] => {
  const { condition, path, use } = place
  if (isEmpty(condition)) return []
  const assembly = assemblyAt(context.assembly, place)
  const scene: Scene = { context, assembly, solver: new ConditionSolver(assembly, [condition]) }
  const verdict = isFormMatter(place) || use === 'cell' ? verdictOf(scene.solver, condition) : undefined
  if (use === 'cell') return verdict === 'always' ? [decidedIssue(scene, condition, path, verdict)] : []
  return verdict && isFormMatter(place) ? formIssue(scene, place, verdict) : findIn(scene, condition, path).issues
}

const formIssue = (scene: Scene, { condition, path, use }: ConditionPlace, verdict: 'impossible' | 'always'): readonly Issue[] => {
  const { context, assembly } = scene
  if (use === 'check') return [lintIssue(context, verdict === 'always' ? 'check_never_fails' : 'check_always_fails', path, { sentence: sentenceOf(assembly, condition) })]
  const holder = verdict === 'impossible' ? holderAt(context.release.forms, path.slice(0, -1)) : undefined
  if (holder && 'items' in holder) return [lintIssue(context, 'part_never_shown', path, {})]
  return holder && 'required' in holder && holder.required === true ? [lintIssue(context, 'required_hidden', path, {})] : [decidedIssue(scene, condition, path, verdict)]
}

/**
 * Conditions that always or never hold, and those that add nothing to their group, exactly: over every value that fields
 * can have, with the parameters of this release. Cells that never hold are told with their row.
 */
export const conditionChecks = (context: LintContext): readonly Issue[] => context.conditions.flatMap((place) => checkPlace(context, place))
