import type { Condition } from '../documents/condition-document.ts'
import type { Certainty } from '../documents/text.ts'
import type { Grounds, Truth } from '../documents/evaluation-document.ts'
import { eventCode, type Rule, type RulesPiece } from '../documents/logic-document.ts'
import { mergeGrounds, noGrounds } from '../values/grounds.ts'
import { exact } from '../values/number.ts'
import { between, known, type Value } from '../values/value.ts'
import { groundsOf } from './condition-grounds.ts'
import { collectCodes } from './hit-policies.ts'
import type { JudgedCondition } from './rules-engine.ts'
import { after, type Soon } from './soon.ts'

/** A rule with what it came to. */
export interface JudgedRule {
  readonly rule: Rule
  readonly truth: Truth
  readonly grounds: Grounds
  /** Absent where the rule was put in place by assumption. */
  readonly condition?: JudgedCondition
}

/** How the rules of a set are read in one scope. */
export interface RuleSetReader {
  readonly judge: (conditions: readonly Condition[]) => Soon<readonly JudgedCondition[]>
  /** The value put in place of a rule, by the rule's id. */
  readonly assumed: (rule: string) => Value | undefined
  /** What of a rule an overlay touches, by the rule's id. */
  readonly overlaid: (rule: string) => Grounds
}

/** Judges every rule; their order plays no part. */
export const judgeRuleSet = (piece: RulesPiece, { judge, assumed, overlaid }: RuleSetReader): Soon<readonly JudgedRule[]> =>
  after(judge(piece.rules.map((rule) => rule.conditions)), (judged) => piece.rules.map((rule, index): JudgedRule => {
    const replacement = assumed(rule.id)
    if (replacement) return { rule, truth: truthOf(replacement), grounds: replacement.grounds }
    const condition = judged[index]
    if (!condition) throw new Error(`Rule ${rule.id} was not judged`)
    const grounds = mergeGrounds(groundsOf(condition), overlaid(rule.id))
    return { rule, truth: condition.truth, grounds: withCertainty(grounds, rule.certainty, `${piece.id}.${rule.id}`), condition }
  }))

/** How many rules hold, from those that certainly do to those that may. */
export const countRules = (rules: readonly JudgedRule[]): Value => {
  const certain = rules.filter((rule) => rule.truth === true).length
  const possible = certain + rules.filter((rule) => rule.truth === 'unknown').length
  return between(exact(certain), exact(possible), mergeGrounds(...rules.map((rule) => rule.grounds)))
}

/** The codes that the events of the rules that hold carry in a property; rules whose events have none are left out. */
export const collectEvents = (rules: readonly JudgedRule[], property: string): Value =>
  collectCodes(rules.flatMap(({ rule, truth, grounds }) => {
    const code = eventCode(rule, property)
    return code === undefined ? [] : [{ truth, grounds, output: known(code) }]
  }))

const truthOf = ({ possible }: Value): Truth => (possible.kind === 'set' && typeof possible.scalars[0] === 'boolean' ? possible.scalars[0] : 'unknown')

/** Adds the name of a piece whose wording in the law is assumed or open. */
export const withCertainty = (grounds: Grounds, certainty: Certainty | undefined, name: string): Grounds =>
  certainty === 'assumed' || certainty === 'open' ? mergeGrounds(grounds, { ...noGrounds, assumed: [name] }) : grounds
