import type { Question } from '../documents/evaluation-document.ts'
import type { Answer } from '../documents/input-document.ts'
import type { EntitlementPiece, OutcomePiece } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import type { Evaluation } from '../logic/evaluate.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import { certainScalar, isCertain, known, sameCertain, toAnswer, toScalar, type Scalar, type Value } from '../values/value.ts'
import { titleOfQuestion } from './question-title.ts'
import { entitlementStates, writeValue } from './readable.ts'
import { fixedInterpreter } from './why-not-changeable.ts'
import { candidatesOf, changeablesOf, scopeIn, type Candidate } from './why-not-candidates.ts'
import type { ChangeTarget } from './why-not-change.ts'
import { directionOf, turningRules, type Direction } from './why-not-claims.ts'
import { ReadCollector } from './why-not-reads.ts'
import { mostChanges, search, Trials, type FoundSet } from './why-not-search.ts'
import { alreadySo, changeSentence, notConcluded, nothingFound, setSentence } from './why-not-sentence.ts'

export interface WhyNotOptions {
  /** The value asked for; any other certain outcome unless said. */
  readonly value?: Answer
  /** Change what the deciding piece reads (default), or the answers beneath. */
  readonly by?: 'facts' | 'answers'
  /** Whose outcome, where it is one of members. */
  readonly member?: string
}

/** One thing that would have to be different. */
export interface Change {
  readonly target: ChangeTarget
  /** The value now; absent where it is not known, not applicable or not certain. */
  readonly from?: Answer
  readonly to: Answer
  /** Every value further on this side that is possible at all gives the same. */
  readonly direction?: Direction
  /** Of a count that changes by one: the rules of which any one would do, by id. */
  readonly rules?: readonly string[]
  readonly sentence: Text
}

/** Changes that together give another outcome while none of them can be left out. */
export interface ChangeSet {
  readonly changes: readonly Change[]
  /** The outcome then; absent where it would not apply. */
  readonly value?: Answer
  readonly sentence: Text
}

/** The answer to "why not otherwise". `trials` counts re-evaluations; `complete` says that every combination within the bounds was tried. */
export type WhyNot =
  | { readonly kind: 'found'; readonly sets: readonly ChangeSet[]; readonly trials: number; readonly complete: boolean; readonly sentence: Text }
  | { readonly kind: 'none'; readonly trials: number; readonly complete: boolean; readonly sentence: Text }
  | { readonly kind: 'already'; readonly sentence: Text }
  | { readonly kind: 'undetermined'; readonly missing: readonly Question[]; readonly open: readonly string[]; readonly sentence: Text }

/** Neighbours of a number, so that an outcome that is only computed can be asked to change at all. */
const otherGoals = (present: Value): readonly Scalar[] => {
  const now = certainScalar(present)
  return typeof now === 'object' && 'compare' in now ? [now.sub(1), now.add(1)] : []
}

/** What can be asked about. */
type Asked = OutcomePiece | EntitlementPiece

const askedOrThrow = ({ assembly }: Interpreter, id: string): Asked => {
  const piece = assembly.pieces.get(id)?.piece
  if (piece?.kind !== 'outcome' && piece?.kind !== 'entitlement') throw new Error(`No outcome or entitlement is named ${id}`)
  return piece
}

const resultWords = ({ assembly }: Interpreter, piece: Asked, value: Value): Text =>
  piece.kind === 'entitlement' ? entitlementStates[certainScalar(value) === true ? 'granted' : 'refused'] : writeValue(assembly, value, piece)

/**
 * The smallest changes that would alter an outcome, or make it the value asked for (of an entitlement: whether it is granted): sets of at most three, the smaller
 * and nearer first, at most 200 re-evaluations. Facts are put in place by assumption, answers in the input; none is
 * `x-fixed` or rests on nothing else, and attributes of the unit stay. Everything reported was re-evaluated by the
 * interpreter, and no part of a set does alone. Of an undetermined outcome it names what is missing instead. A name
 * that is no outcome, or a member who is not there, is a programmer's mistake and throws.
 */
export const whyNot = async ({ interpreter }: Evaluation, outcome: string, { value, by = 'facts', member }: WhyNotOptions = {}): Promise<WhyNot> => {
  const piece = askedOrThrow(interpreter, outcome)
  const scope = scopeIn(interpreter, member)
  if ((piece.of === 'members') !== (scope.member !== undefined)) throw new Error(`Outcome ${outcome} was not asked of ${piece.of === 'members' ? 'a member' : 'the household'}`)
  const present = await interpreter.readFact({ fact: outcome }, scope)
  if (!isCertain(present)) return undetermined(interpreter, piece, present)
  const asked = value === undefined ? undefined : known(toScalar(value))
  if (asked && sameCertain(present, asked)) return { kind: 'already', sentence: alreadySo(piece.title, resultWords(interpreter, piece, present)) }
  const reads = await new ReadCollector(interpreter).collect(piece, scope, value === undefined ? otherGoals(present) : [toScalar(value)])
  const wanted = reads.filter(({ deciding, target }) => (by === 'facts' ? deciding : target.kind === 'answer'))
  const candidates = candidatesOf(interpreter, await changeablesOf(interpreter, wanted))
  const trials = new Trials(interpreter, { outcome, member, deciding: reads.filter(({ deciding }) => deciding) })
  const { sets, complete } = await search(trials, candidates, (other) => (asked ? sameCertain(other, asked) : !sameCertain(other, present)))
  if (sets.length === 0) {
    const words = asked && resultWords(interpreter, piece, asked)
    return { kind: 'none', trials: trials.count, complete, sentence: nothingFound(piece.title, words, { changes: mostChanges, trials: trials.count }) }
  }
  const written: ChangeSet[] = []
  for (const set of sets) written.push(await writeSet(interpreter, piece, trials, set, candidates))
  const lines = (language: keyof Text) => written.map(({ sentence }) => sentence[language]).join('\n')
  return { kind: 'found', sets: written, trials: trials.count, complete, sentence: { vi: lines('vi'), en: lines('en') } }
}

const undetermined = ({ assembly }: Interpreter, { title }: Asked, { grounds: { missing, open } }: Value): WhyNot => {
  const titles = new Map(missing.map(({ field }) => [field, titleOfQuestion(assembly, field)]))
  return { kind: 'undetermined', missing, open, sentence: notConcluded(title, [...titles.values()]) }
}

const writeSet = async (interpreter: Interpreter, piece: Asked, trials: Trials, set: FoundSet, candidates: readonly Candidate[]): Promise<ChangeSet> => {
  const fixed = fixedInterpreter(interpreter)
  const changes: Change[] = []
  for (const change of set.changes) {
    const direction = await directionOf(trials, set, change, candidates)
    const rules = await turningRules(interpreter, fixed, trials, set, change)
    const now = certainScalar(change.changeable.present)
    changes.push({
      target: change.target,
      ...(now !== undefined && { from: toAnswer(now) }),
      to: change.to,
      ...(direction && { direction }),
      ...(rules.length > 0 && { rules: rules.map(({ id }) => id) }),
      sentence: changeSentence(interpreter, change, { direction, rules: rules.map(({ title }) => title) }),
    })
  }
  const scalar = certainScalar(set.outcome)
  const words = resultWords(interpreter, piece, set.outcome)
  return { changes, ...(scalar !== undefined && { value: toAnswer(scalar) }), sentence: setSentence(changes.map(({ sentence }) => sentence), words) }
}
