import { boundOfLevel, entitlementTerms, explain, pieceTitle, questionTitle, titleOfQuestion, type EntitlementResult, type Evaluation, type ExplanationNode, type HouseholdInput, type Places } from '@tieuchi/runtime'
import type { EntitlementLine, EntitlementReason } from './entitlement-schema.ts'
import { monthlyAmount } from './monthly-amount.ts'

interface LineParts {
  readonly evaluation: Evaluation
  readonly input: HouseholdInput
  /** Names of the units whose rules were read. */
  readonly places: Places
}

type Finding = NonNullable<EntitlementLine['national']>

/** What a layer says of an entitlement, in words. */
export async function describeFinding({ evaluation, input: { members = [] }, places }: LineParts, result: EntitlementResult): Promise<Finding> {
  const { assembly } = evaluation.interpreter
  const { state, level, level_unit: levelUnit, amount, unit, bound, period, citation, missing, open, assumed } = result
  const terms = entitlementTerms(assembly, result)
  const monthly = monthlyAmount(result)
  const titles = (names: readonly string[]) => names.map((name) => pieceTitle(assembly, name))
  return {
    state, bound,
    ...(terms && { terms: { ...terms } }),
    ...(level !== undefined && { level: typeof level === 'object' ? [...level] : level, level_bound: boundOfLevel(result) }), ...(levelUnit !== undefined && { level_unit: levelUnit }),
    ...(amount !== undefined && { amount }), ...(unit !== undefined && { unit }), ...(period && { period }), ...(monthly !== undefined && { monthly }), ...(citation && { citation }),
    reasons: reasonsIn(await explain(evaluation, result.id, result.member, places), new Set(result.reasons)),
    missing: missing.map((question) => ({ ...question, title: question.member === result.member ? titleOfQuestion(assembly, question.field) : questionTitle(assembly, members, question) })),
    open: titles(open), assumed: titles(assumed),
  }
}

/** The comparisons that decided, each once, in the order of the explanation. */
function reasonsIn(node: ExplanationNode, deciding: ReadonlySet<string>): EntitlementReason[] {
  const found = new Map<string, EntitlementReason>()
  const visit = ({ id, kind, sentence, read, citation, children }: ExplanationNode): void => {
    if (kind === 'leaf' && deciding.has(id) && !found.has(id)) found.set(id, { sentence, ...(read && { read }), ...(citation && { citation }) })
    children.forEach(visit)
  }
  visit(node)
  return [...found.values()]
}

/** Whether two layers say the same to whoever asks what is given. */
export const saysTheSame = (a: Finding, b: Finding): boolean => a.state === b.state && a.terms?.vi === b.terms?.vi
