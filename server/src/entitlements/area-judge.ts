import { setImmediate } from 'node:timers/promises'
import { decisionsRead, momentAt, type Answers, type Assembly, type DecisionsRead, type EntitlementPiece, type EntitlementResult, type HouseholdInput } from '@tieuchi/runtime'
import type { PlanEntitlement } from '@tieuchi/runtime/plan'
import { ResultsTogether, type LookedAt } from '../batches/results-together.ts'
import { rulesOnTrial } from '../batches/rules-on-trial.ts'
import { inputOf, readKnownHouseholds } from '../known-households/known-household.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import type { ProgrammeOnDate } from '../policies/policy-schema.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { findBenefits, type BenefitRules, type UnsoundRules } from './benefit-rules.ts'

/** Whose area is judged, by which rules. */
export interface AreaQuestion {
  readonly db: Db
  readonly book: RuleBook
  readonly signedIn: SignedIn
  readonly at: string
}

/** What one programme gives a household, in the layer that counts. */
export interface JudgedBenefit {
  readonly programme: ProgrammeOnDate
  readonly assembly: Assembly
  readonly input: HouseholdInput
  /** Whether its rules read decisions of which none is known. */
  readonly waiting: boolean
  readonly entitlements: readonly JudgedEntitlement[]
}

export interface JudgedEntitlement {
  readonly piece: EntitlementPiece
  readonly result: EntitlementResult
}

export interface JudgedHousehold<Household> {
  readonly household: Household
  readonly benefits: readonly JudgedBenefit[]
}

/** Households read at once; between two such the database serves others. */
const readTogether = 500
/** After so many households others of this process have their turn. */
const rowsOfTurn = 20

/** Judges the households of an area one after the other by compiled rules; nobody is told why. What it has compiled serves every round. */
export class AreaJudge {
  readonly #question: AreaQuestion
  readonly #benefits = new Map<string, readonly (BenefitRules | UnsoundRules)[]>()
  readonly #groups = new Map<string, readonly BenefitGroup[]>()
  /** Most units have the same. */
  readonly #made: BenefitGroup[] = []
  #attributes: ReadonlyMap<string, Answers> | undefined

  constructor(question: AreaQuestion) {
    this.#question = question
  }

  /** Programmes whose rules did not fit together somewhere, among what was judged so far. */
  get unsound(): readonly UnsoundRules[] {
    const all = [...this.#benefits.values()].flat().filter((each) => 'problem' in each)
    return [...new Map(all.map((each) => [`${each.programme.id} ${each.problem.vi}`, each])).values()]
  }

  async *judge<Household extends { readonly id: string }>(households: readonly Household[]): AsyncGenerator<JudgedHousehold<Household>> {
    const { db, signedIn, at } = this.#question
    let judged = 0
    for (let start = 0; start < households.length; start += readTogether) {
      const some = households.slice(start, start + readTogether)
      const known = await asPerson(db, signedIn, async (tx) => {
        this.#attributes ??= await listAttributesOn(tx, at)
        const read = await readKnownHouseholds(tx, momentAt(at), some.map(({ id }) => id), this.#attributes)
        for (const { unit } of read.values()) await this.#readBenefits(tx, unit)
        return read
      })
      for (const household of some) {
        const found = known.get(household.id)
        if (!found) continue
        const benefits: JudgedBenefit[] = []
        for (const group of this.#groups.get(found.unit) ?? []) benefits.push(...(await judgeTogether(group, inputOf(found, group.reads))))
        // Told in the order of the programmes, not of what they read.
        const places = new Map(this.#benefits.get(found.unit)?.map(({ programme: { id } }, place) => [id, place]))
        yield { household, benefits: benefits.toSorted((a, b) => (places.get(a.programme.id) ?? 0) - (places.get(b.programme.id) ?? 0)) }
        judged += 1
        if (judged % rowsOfTurn === 0) await setImmediate()
      }
    }
  }

  async #readBenefits(tx: Tx, unit: string): Promise<void> {
    const { book, at } = this.#question
    if (this.#benefits.has(unit)) return
    const benefits = await findBenefits(tx, book, { unit, at })
    this.#benefits.set(unit, benefits)
    const sound = benefits.filter((benefit) => 'layers' in benefit)
    this.#groups.set(unit, [...Map.groupBy(sound, ({ reads }) => [...reads.programmes].toSorted().join(' ')).values()].map((group) => this.#groupOf(group)))
  }

  /** Programmes that read the decisions of the same programmes: what is known of these is the same for all. */
  #groupOf(benefits: readonly BenefitRules[]): BenefitGroup {
    const looked = benefits.map((benefit) => lookedAt(benefit))
    const made = this.#made.find((group) => group.looked.length === looked.length && group.looked.every(({ rules }, index) => rules.assembly === looked[index]?.rules.assembly))
    if (made) return made
    const group: BenefitGroup = { benefits, looked, reads: decisionsRead(benefits.flatMap(({ layers }) => layers)), results: new ResultsTogether(looked, momentAt(this.#question.at)) }
    this.#made.push(group)
    return group
  }
}

/** Benefits judged together. */
interface BenefitGroup {
  readonly benefits: readonly BenefitRules[]
  readonly looked: readonly LookedAt[]
  readonly reads: DecisionsRead
  readonly results: ResultsTogether
}

const piecesOf = ({ release }: Assembly): readonly EntitlementPiece[] => release.logic.filter((piece) => piece.kind === 'entitlement')

/** The layer that counts, with its entitlements. */
function lookedAt({ layers }: BenefitRules): LookedAt {
  const rules = rulesOnTrial(layers[1] ?? layers[0])
  return { rules, entitlements: piecesOf(rules.assembly).map(({ id }) => id) }
}

async function judgeTogether({ benefits, looked, reads, results }: BenefitGroup, input: HouseholdInput): Promise<readonly JudgedBenefit[]> {
  const found = await results.find(input)
  return benefits.flatMap(({ programme }, index) => {
    const assembly = looked[index]?.rules.assembly
    if (!assembly) return []
    const pieces = new Map(piecesOf(assembly).map((piece) => [piece.id, piece]))
    const entitlements = found[index]?.entitlements ?? [...pieces.values()].flatMap((piece) => undecided(piece, input))
    return [{ programme, assembly, input, waiting: reads.programmes.size > 0 && input.history === undefined, entitlements: entitlements.flatMap((each) => {
      const piece = pieces.get(each.id)
      return piece ? [{ piece, result: resultOf(piece, each) }] : []
    }) }]
  })
}

/** Where the rules contradict themselves nothing is determined. */
const undecided = ({ id, of }: EntitlementPiece, { members = [] }: HouseholdInput): readonly PlanEntitlement[] =>
  of === 'members' ? members.map(({ id: member }) => ({ id, member, state: 'undetermined' })) : [{ id, state: 'undetermined' }]

/** What compiled rules found, in full but for what it rests on. */
const resultOf = (piece: EntitlementPiece, { id, member, state, level, amount, at_most: atMost, from, to }: PlanEntitlement): EntitlementResult => ({
  id, title: piece.title, recipient: member === undefined ? 'household' : 'member', ...(member !== undefined && { member }), state, bound: piece.bound ?? 'exact', ...(piece.level_bound && { level_bound: piece.level_bound }),
  ...(level !== undefined && { level }), ...(piece.level_unit !== undefined && { level_unit: piece.level_unit }), ...(piece.level_list !== undefined && { level_list: piece.level_list }),
  ...(amount !== undefined && { amount }), ...(piece.unit !== undefined && { unit: piece.unit }), ...(piece.citation && { citation: piece.citation }),
  ...(state === 'granted' && piece.period && { period: { every: piece.period.every, ...(atMost !== undefined && { at_most: atMost }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }),
  reasons: [], missing: [], open: [], assumed: [], replaced: [],
})
