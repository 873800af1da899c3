import { decisionsRead, momentAt, type Assembly, type DecisionsRead, type Text } from '@tieuchi/runtime'
import { describeProblem, Problem } from '../plugins/problem.ts'
import type { Tx } from '../plugins/database.ts'
import type { PinnedRules, ProgrammeOnDate } from '../policies/policy-schema.ts'
import { listProgrammesOnDate, pinnedLayers, pinRules } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'

/** A programme that gives entitlements on a day, with the rules that say which. */
export interface BenefitRules {
  readonly programme: ProgrammeOnDate
  readonly rules: PinnedRules
  /** The national one first; a second where local rules are in force. */
  readonly layers: readonly [Assembly, ...Assembly[]]
  readonly reads: DecisionsRead
}

/** One whose rules do not fit together on the day, so that nothing can be concluded from them. */
export interface UnsoundRules {
  readonly programme: ProgrammeOnDate
  readonly problem: Text
}

interface BenefitQuestion {
  readonly unit: string
  readonly at: string
}

/** Every programme with entitlements in force for the households of a unit on a day. */
export async function findBenefits(tx: Tx, book: RuleBook, question: BenefitQuestion): Promise<readonly (BenefitRules | UnsoundRules)[]> {
  const found: (BenefitRules | UnsoundRules)[] = []
  for (const programme of await listProgrammesOnDate(tx, question)) {
    if (programme.in_force) found.push(...(await orProblem(programme, readBenefit(tx, book, programme, question))))
  }
  return found
}

async function readBenefit(tx: Tx, book: RuleBook, programme: ProgrammeOnDate, { unit, at }: BenefitQuestion): Promise<BenefitRules[]> {
  const rules = await pinRules(tx, { programme: programme.id, unit, moment: momentAt(at) })
  const national = await book.assembly(tx, programme.id, 'national', rules)
  const local = pinnedLayers(rules, programme.id).includes('local') ? [await book.assembly(tx, programme.id, 'local', rules)] : []
  const gives = [national, ...local].some(({ release }) => release.logic.some(({ kind }) => kind === 'entitlement'))
  return gives ? [{ programme, rules, layers: [national, ...local], reads: decisionsRead([national, ...local]) }] : []
}

/** Of rules that contradict each other or have grown too large the problem is told beside what others give. */
export async function orProblem<T>(programme: ProgrammeOnDate, work: Promise<readonly T[]>): Promise<readonly (T | UnsoundRules)[]> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Problem) || !unsound.has(error.code)) throw error
    return [{ programme, problem: describeProblem(error).detail }]
  }
}

const unsound: ReadonlySet<Problem['code']> = new Set(['overlay_conflict', 'rules_conflict', 'rules_limit', 'rules_package'])
