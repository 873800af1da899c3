import { evaluate, isEvaluationError, leavesOf, momentAt, pieceTitle, questionTitle, sentenceOf, type Assembly, type EntitlementResult, type Language, type Leaf } from '@tieuchi/runtime'
import type { JudgedBenefit } from './area-judge.ts'
import type { SayEntitlement } from './entitlement-export-words.ts'

const nameOf = ({ id, member = '' }: Pick<EntitlementResult, 'id' | 'member'>): string => `${id} ${member}`

/** What the interpreter says each entitlement of a benefit rests on, by entitlement and member. */
export async function groundsOf({ assembly, input }: JudgedBenefit, at: string, language: Language, say: SayEntitlement): Promise<(result: Pick<EntitlementResult, 'id' | 'member'>) => string> {
  try {
    const { entitlements } = (await evaluate(assembly, { input, moment: momentAt(at) })).result
    const found = new Map(entitlements.map((each) => [nameOf(each), each]))
    return (result) => {
      const grounds = found.get(nameOf(result))
      return grounds ? groundsText(grounds, assembly, input.members ?? [], language, say) : ''
    }
  } catch (error) {
    if (!isEvaluationError(error)) throw error
    return () => say('contradiction')
  }
}

function groundsText({ state, reasons, missing, open }: EntitlementResult, assembly: Assembly, members: Parameters<typeof questionTitle>[1], language: Language, say: SayEntitlement): string {
  const joined = (texts: readonly string[]): string => [...new Set(texts)].join('; ')
  const leaves = leavesIn(assembly)
  const decided = reasons.flatMap((id) => leaves.get(id) ?? []).map((leaf) => (asksSensitive(assembly, leaf) ? say('sensitive') : sentenceOf(assembly, leaf)[language]))
  return joined([
    ...(state === 'granted' ? decided : []),
    ...(missing.length > 0 ? [say('toAsk', { questions: joined(missing.map((question) => questionTitle(assembly, members, question)[language])) })] : []),
    ...(open.length > 0 ? [say('left', { values: joined(open.map((name) => pieceTitle(assembly, name)[language])) })] : []),
  ])
}

/** A list of many people does not say how somebody answered such a question. */
const asksSensitive = ({ fields }: Assembly, leaf: Leaf): boolean => 'fact' in leaf && fields.get(leaf.fact)?.schema['x-sensitive'] === true

const known = new WeakMap<Assembly, ReadonlyMap<string, Leaf>>()

/** The comparisons that entitlements and named conditions are made of, by id. */
function leavesIn(assembly: Assembly): ReadonlyMap<string, Leaf> {
  const before = known.get(assembly)
  if (before) return before
  const conditions = [...assembly.pieces.values()].flatMap(({ piece }) => (piece.kind === 'entitlement' || piece.kind === 'condition' ? [piece.conditions] : []))
  const leaves = new Map(conditions.flatMap(leavesOf).map((leaf) => [leaf.id, leaf]))
  known.set(assembly, leaves)
  return leaves
}
