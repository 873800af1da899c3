import type { Condition } from '../documents/condition-document.ts'
import type { HouseholdInput } from '../documents/input-document.ts'
import type { TablePiece, TableRow } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import type { Scope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'
import { referencesOfCondition, type Reference } from '../release/references.ts'
import { certainScalar, type Scalar } from '../values/value.ts'
import { namesAt, type ConditionSite, type SiteNode } from './condition-site.ts'
import { branchSentence, onDay, rowSentence, thresholdSentence, writeLimit } from './coverage-sentence.ts'
import type { Position } from './position.ts'
import type { CasePurpose } from './proposed-case.ts'
import { decidingRows } from './deciding-rows.ts'
import { reachHistory } from './reach/reach-history.ts'
import { draftOf, inTurn, scopeOf, type Draft, type Drafts, type Reach, type Whose } from './reach/reach.ts'
import { resultsReading } from './results-reading.ts'
import { rowSetting, settingsFor, type Setting } from './sensitize.ts'
import { positionOf, valuesAt, type Threshold } from './threshold.ts'
import { turningDaysOf } from './turning-day.ts'

/** A side of a place that a case is looked for, and how a household gets there. */
export interface CaseTarget {
  readonly purpose: CasePurpose
  /** Names of results that read the place, nearest first. */
  readonly names: readonly string[]
  /** What it reads directly. */
  readonly reads: readonly Reference[]
  /** Whose condition it is: the household's, or the first member's. */
  readonly whose: Whose
  /** What lets the place decide its result. */
  readonly settings: readonly Setting[]
  /** Households that lie there, with few other answers. */
  readonly starts: (reach: Reach) => Drafts
  readonly holds: (draft: Draft) => Promise<boolean>
  /** Whether the household lies there by any of its members, as cases are counted; the search asks for one only. */
  readonly holdsForAny: (draft: Draft) => Promise<boolean>
  /** The place in words; of a threshold with the value compared. */
  readonly place: (draft?: Draft) => Promise<Text>
}

const firstMember = 'm1'

const emptyHouseholds = (of: 'household' | 'members'): readonly HouseholdInput[] => (of === 'members' ? [{ members: [{ id: firstMember }] }, { members: [{ id: firstMember }, { id: 'm2' }] }] : [{}])

/** Whether the draft still has the member in question. */
const isThere = ({ input }: Draft, whose: Whose): boolean => whose === undefined || (input.members ?? []).some(({ id }) => id === whose)

const anyWhose = (of: 'household' | 'members', { input }: Draft): readonly Whose[] => (of === 'members' ? (input.members ?? []).map(({ id }) => id) : [undefined])

type Lies = (draft: Draft, whose: Whose) => Promise<boolean>

/** Whether a place is reached: by the one the search is about, and by anyone. */
const holdings = (of: 'household' | 'members', lies: Lies): Pick<CaseTarget, 'holds' | 'holdsForAny'> => ({
  holds: async (draft) => isThere(draft, whoseOf(of)) && (await lies(draft, whoseOf(of))),
  holdsForAny: async (draft) => {
    for (const whose of anyWhose(of, draft)) if (await lies(draft, whose)) return true
    return false
  },
})

const whoseOf = (of: 'household' | 'members'): Whose => (of === 'members' ? firstMember : undefined)

async function* fromEmpty(reach: Reach, of: 'household' | 'members', meet: (draft: Draft) => Drafts): AsyncGenerator<Draft> {
  for (const input of emptyHouseholds(of)) {
    const draft = draftOf(reach, input)
    if (draft) yield* meet(draft)
  }
}

/** Where a condition is judged: in the scope itself, or of each earlier decision that is listed. */
const scopesThere = ({ history }: ConditionSite, draft: Draft, whose: Whose): readonly Scope[] => {
  const scope = scopeOf(draft, whose)
  return history ? draft.interpreter.entryScopes(history, scope) : [scope]
}

/** What lets the place decide; of an earlier decision nothing is set besides it. */
const settingsAt = (site: ConditionSite, node: Condition): readonly Setting[] => (site.history ? [] : settingsFor(site, node))

/** A position of a threshold. */
export const thresholdTarget = (assembly: Assembly, threshold: Threshold, side: Position): CaseTarget => {
  const { site, leaf, of, by } = threshold
  const whose = whoseOf(of)
  async function* reachPosition(reach: Reach, draft: Draft): AsyncGenerator<Draft> {
    const keyed = by ? reach.fact({ fact: by.field }, by.key, draft, whose) : [draft]
    for await (const from of keyed) for (const value of valuesAt(threshold, side)) yield* reach.fact(leaf, value, from, whose)
  }
  const scopeThere = async (draft: Draft, those: readonly Whose[]): Promise<Scope | undefined> => {
    for (const scope of those.flatMap((each) => scopesThere(site, draft, each))) if ((await positionOf(threshold, draft.interpreter, scope)) === side) return scope
    return undefined
  }
  const { holds, holdsForAny } = holdings(of, async (draft, each) => (await scopeThere(draft, [each])) !== undefined)
  return {
    purpose: { kind: 'threshold', path: threshold.path, side },
    names: resultsReading(assembly, site),
    reads: referencesOfCondition(leaf, [], of),
    whose,
    settings: settingsAt(site, leaf),
    starts: (reach) => fromEmpty(reach, of, (draft) => (site.history ? reachHistory(reach, site.history.outcome, undefined, draft, holds) : reachPosition(reach, draft))),
    holds,
    holdsForAny,
    place: async (draft) => {
      const scope = draft && (await scopeThere(draft, anyWhose(of, draft)))
      const value = draft && scope && certainScalar(await draft.interpreter.readFact(leaf, scope))
      return withValue(namesAt(assembly, site), threshold, side, value)
    },
  }
}

const withValue = (assembly: Assembly, threshold: Threshold, side: Position, value: Scalar | undefined): Text => {
  const sentence = thresholdSentence(assembly, threshold)
  if (value === undefined) return sentence
  const written = onDay(writeLimit(assembly, threshold, value), turningDaysOf(assembly, threshold)[side])
  return { vi: `${sentence.vi}; giá trị trong ca này: ${written.vi}`, en: `${sentence.en}; the value in this case: ${written.en}` }
}

/** A node of a condition that holds, or does not. */
export const branchTarget = (assembly: Assembly, { site, path, condition }: SiteNode, want: boolean): CaseTarget => {
  const whose = whoseOf(site.of)
  const { holds, holdsForAny } = holdings(site.of, async (draft, by) => {
    for (const scope of scopesThere(site, draft, by)) if ((await draft.interpreter.judge(condition, scope)).truth === want) return true
    return false
  })
  return {
    purpose: { kind: 'branch', path, side: want ? 'true' : 'false' },
    names: resultsReading(assembly, site),
    reads: referencesOfCondition(condition, [], site.of),
    whose,
    settings: settingsAt(site, condition),
    starts: (reach) => fromEmpty(reach, site.of, (draft) => (site.history ? reachHistory(reach, site.history.outcome, undefined, draft, holds) : reach.condition(condition, want, draft, whose))),
    holds,
    holdsForAny,
    place: () => Promise.resolve(branchSentence(namesAt(assembly, site), condition)),
  }
}

/** A row that decides: it holds and, in a first-match table, none above it does. */
export const rowTarget = (assembly: Assembly, piece: TablePiece, row: TableRow): CaseTarget => {
  const of = piece.of ?? 'household'
  const whose = whoseOf(of)
  const above = piece.hit === 'first' ? piece.rows.slice(0, piece.rows.indexOf(row)) : []
  const settings = [...rowSetting(piece, row, true), ...above.flatMap((other) => rowSetting(piece, other, false))]
  const meet = (reach: Reach, draft: Draft): Drafts => inTurn(settings, draft, ({ condition, want }, from) => reach.condition(condition, want, from, whose))
  return {
    purpose: { kind: 'row', path: `${piece.id}/${row.id}`, side: 'decided' },
    names: resultsReading(assembly, { piece }),
    reads: settings.flatMap(({ condition }) => referencesOfCondition(condition, [], of)),
    whose,
    settings: [],
    starts: (reach) => fromEmpty(reach, of, (draft) => meet(reach, draft)),
    ...holdings(of, async (draft, by) => decidingRows(piece, await draft.interpreter.traceTable(piece, scopeOf(draft, by))).some((each) => each.row === row)),
    place: () => Promise.resolve(rowSentence(assembly, piece, row)),
  }
}
