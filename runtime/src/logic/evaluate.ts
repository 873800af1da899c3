import { missingPackages } from '../extensions/extensions-used.ts'
import { MissingExtension } from '../extensions/missing-extension.ts'
import type { Assembly } from '../release/assembly.ts'
import type { EvaluationResult, FactResult, Grounds, Origin, OutcomeResult, RuleResult } from '../documents/evaluation-document.ts'
import type { FactPiece, OutcomePiece, RulesPiece } from '../documents/logic-document.ts'
import { oncePer } from '../documents/once-per.ts'
import { EvaluationLimit } from '../limits/evaluation-limit.ts'
import { toNumber } from '../values/number.ts'
import { certainScalar, toAnswer, type Value } from '../values/value.ts'
import { readEntitlement } from './entitlement.ts'
import { Interpreter } from './interpreter.ts'
import { oneByOne } from './one-by-one.ts'
import type { Reading } from './reading.ts'
import type { JudgedRule } from './rule-set.ts'
import { householdScope, type EvaluationRequest, type Scope } from './scope.ts'
import { after, type Soon } from './soon.ts'

/** Number of the meaning this engine gives to documents; raised only together with a recorded golden corpus. */
export const semantics = 1

/** A result with what was read on the way; hand it to `explain`. Only `result` is data to send or keep. */
export interface Evaluation {
  readonly result: EvaluationResult
  readonly interpreter: Interpreter
}

/**
 * Evaluates one programme in one layer by the interpreter. Missing answers never fail: they make results undetermined.
 * The input has passed `checkInput` and the release `checkRelease`; anything else is a programmer's mistake and throws. Rules of
 * packages that are not installed throw `MissingExtension`.
 */
export const evaluate = async (assembly: Assembly, request: EvaluationRequest): Promise<Evaluation> => evaluateBy(new Interpreter(assembly, request))

/**
 * The same of a household that something else was asked of, see `Reading`. Where all together meets the limit of steps it is evaluated by itself, so
 * that it comes out as it always does.
 */
export const evaluateFurther = (assembly: Assembly, reading: Reading): Promise<Evaluation> =>
  evaluateBy(reading.interpreterOf(assembly)).catch((error: unknown) => {
    if (error instanceof EvaluationLimit) return evaluate(assembly, reading.request)
    throw error
  })

const evaluateBy = async (interpreter: Interpreter): Promise<Evaluation> => {
  const { assembly, request } = interpreter
  const missing = missingPackages(assembly)
  if (missing.length > 0) throw new MissingExtension(missing)
  const { outcomes, memberOutcomes, entitlements, rules, facts, memberFacts } = piecesOf(assembly)
  const members = interpreter.memberScopes() ?? []
  const result: Omit<EvaluationResult, 'origins'> = {
    programme: assembly.programme,
    layer: assembly.layer,
    moment: request.moment,
    outcomes: await readOutcomes(interpreter, outcomes, householdScope),
    member_outcomes: Object.fromEntries(await oneByOne(members, (scope) =>
      after(readOutcomes(interpreter, memberOutcomes, scope), (results) => [scope.member?.id ?? '', results] as const))),
    entitlements: (await Promise.all(entitlements.map((piece) =>
      Promise.all((isOfHousehold(piece) ? [householdScope] : members).map((scope) => readEntitlement(interpreter, piece, scope)))))).flat(),
    rules: (await oneByOne(rules, (piece) => readRules(interpreter, piece))).flat(),
    facts: await oneByOne(facts, (piece) => readFactResult(interpreter, piece)),
  }
  await oneByOne(members, (scope) => oneByOne(memberFacts, (piece) => interpreter.readFact({ fact: piece.id }, scope)))
  return { result: withOrigins(assembly, result), interpreter }
}

/** Says of everything the results rest on who says it, as far as an overlay touches it. */
const withOrigins = (assembly: Assembly, result: Omit<EvaluationResult, 'origins'>): EvaluationResult => {
  const all: readonly Grounds[] = [...result.outcomes, ...Object.values(result.member_outcomes).flat(), ...result.entitlements, ...result.rules, ...result.facts]
  const names = [...new Set(all.flatMap(({ overlaid = [] }) => overlaid))]
  return names.length === 0 ? result : { ...result, origins: Object.fromEntries(names.flatMap((name) => {
    const origin = originNamed(assembly, name)
    return origin ? [[name, origin] as const] : []
  })) }
}

/** An origin of this layer, or of a local layer of another programme that was computed on the way. */
const originNamed = ({ origins, dependencies, localDependencies }: Assembly, name: string): Origin | undefined =>
  origins.get(name) ?? [...localDependencies.values(), ...dependencies.values()].map((dependency) => originNamed(dependency, name)).find((origin) => origin !== undefined)

const isOfHousehold = (piece: { readonly of?: string }): boolean => piece.of !== 'members'

/** What of an assembly is told of a household; member facts are read for the explanation even where no outcome needed them. */
const piecesOf = oncePer(({ pieces }: Assembly) => {
  const all = [...pieces.values()].map(({ piece }) => piece)
  const [ofHousehold, ofMembers] = [all.filter(isOfHousehold), all.filter((piece) => !isOfHousehold(piece))]
  return {
    outcomes: ofHousehold.filter((piece) => piece.kind === 'outcome'),
    memberOutcomes: ofMembers.filter((piece) => piece.kind === 'outcome'),
    entitlements: all.filter((piece) => piece.kind === 'entitlement'),
    rules: ofHousehold.filter((piece) => piece.kind === 'rules'),
    facts: ofHousehold.filter((piece) => piece.kind === 'fact'),
    memberFacts: ofMembers.filter((piece) => piece.kind === 'fact'),
  }
})

const readOutcomes = (interpreter: Interpreter, outcomes: readonly OutcomePiece[], scope: Scope): Soon<readonly OutcomeResult[]> =>
  oneByOne(outcomes, (piece) => after(interpreter.readFact({ fact: piece.id }, scope), (value) => outcomeResult(piece, value)))

const outcomeResult = (piece: OutcomePiece, value: Value): OutcomeResult => {
  const scalar = certainScalar(value)
  const base = { id: piece.id, title: piece.title, ...value.grounds, ...(piece.list && { list: piece.list }), ...(piece.unit && { unit: piece.unit }) }
  if (value.possible.kind === 'none') return { ...base, state: 'not_applicable' }
  if (scalar !== undefined) return { ...base, state: 'determined', value: toAnswer(scalar) }
  return { ...base, state: 'undetermined', ...(value.possible.kind === 'set' && { possible: value.possible.scalars.map(toAnswer) }) }
}

const readRules = (interpreter: Interpreter, piece: RulesPiece): Soon<readonly RuleResult[]> =>
  after(interpreter.judgeRules(piece, householdScope), (rules) => rules.map((judged) => ruleResult(piece, judged)))

const ruleResult = (piece: RulesPiece, { rule, truth, grounds }: JudgedRule): RuleResult => ({
  set: piece.id,
  id: rule.id,
  title: rule.title,
  result: truth,
  ...grounds,
  ...(rule.citation && { citation: rule.citation }),
  ...(rule.certainty && { certainty: rule.certainty }),
})

const readFactResult = (interpreter: Interpreter, piece: FactPiece): Soon<FactResult> =>
  after(interpreter.readFact({ fact: piece.id }, householdScope), (value) => factResult(piece, value))

const factResult = (piece: FactPiece, value: Value): FactResult =>
  ({ id: piece.id, title: piece.title, ...value.grounds, ...knownPart(value), ...(piece.unit && { unit: piece.unit }), ...(piece.list && { list: piece.list }) })

/** The value, or the ends of what it can be. */
const knownPart = (value: Value): Partial<FactResult> => {
  const scalar = certainScalar(value)
  if (scalar !== undefined) return { value: toAnswer(scalar) }
  const { possible } = value
  if (possible.kind === 'none') return { not_applicable: true }
  if (possible.kind === 'days') return { ...(possible.from && { from: possible.from }), ...(possible.to && { to: possible.to }) }
  if (possible.kind !== 'range') return {}
  return { ...(possible.from && { from: toNumber(possible.from) }), ...(possible.to && { to: toNumber(possible.to) }) }
}
