import { setImmediate } from 'node:timers/promises'
import { momentAt, type Answers, type Assembly, type EntitlementPiece, type EntitlementResult, type HouseholdInput } from '@tieuchi/runtime'
import type { PlanEntitlement } from '@tieuchi/runtime/plan'
import { RowResults } from '../batches/row-judge.ts'
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
  readonly #results = new Map<Assembly, RowResults>()
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
        for (const benefit of this.#benefits.get(found.unit) ?? []) if ('layers' in benefit) benefits.push(await this.#judgeBy(benefit, inputOf(found, benefit.reads)))
        yield { household, benefits }
        judged += 1
        if (judged % rowsOfTurn === 0) await setImmediate()
      }
    }
  }

  async #readBenefits(tx: Tx, unit: string): Promise<void> {
    const { book, at } = this.#question
    if (!this.#benefits.has(unit)) this.#benefits.set(unit, await findBenefits(tx, book, { unit, at }))
  }

  async #judgeBy({ programme, layers, reads }: BenefitRules, input: HouseholdInput): Promise<JudgedBenefit> {
    const assembly = layers[1] ?? layers[0]
    const pieces = new Map(assembly.release.logic.flatMap((piece) => (piece.kind === 'entitlement' ? [[piece.id, piece] as const] : [])))
    const results = this.#results.get(assembly) ?? new RowResults(rulesOnTrial(assembly), momentAt(this.#question.at), [...pieces.keys()])
    this.#results.set(assembly, results)
    const found = (await results.find(input))?.entitlements ?? [...pieces.values()].flatMap((piece) => undecided(piece, input))
    return { programme, assembly, input, waiting: reads.programmes.size > 0 && input.history === undefined, entitlements: found.flatMap((each) => {
      const piece = pieces.get(each.id)
      return piece ? [{ piece, result: resultOf(piece, each) }] : []
    }) }
  }
}

/** Where the rules contradict themselves nothing is determined. */
const undecided = ({ id, of }: EntitlementPiece, { members = [] }: HouseholdInput): readonly PlanEntitlement[] =>
  of === 'members' ? members.map(({ id: member }) => ({ id, member, state: 'undetermined' })) : [{ id, state: 'undetermined' }]

/** What compiled rules found, in full but for what it rests on. */
const resultOf = (piece: EntitlementPiece, { id, member, state, level, amount, at_most: atMost, from, to }: PlanEntitlement): EntitlementResult => ({
  id, title: piece.title, recipient: member === undefined ? 'household' : 'member', ...(member !== undefined && { member }), state, bound: piece.bound ?? 'exact',
  ...(level !== undefined && { level }), ...(piece.level_unit !== undefined && { level_unit: piece.level_unit }), ...(piece.level_list !== undefined && { level_list: piece.level_list }),
  ...(amount !== undefined && { amount }), ...(piece.unit !== undefined && { unit: piece.unit }), ...(piece.citation && { citation: piece.citation }),
  ...(state === 'granted' && piece.period && { period: { every: piece.period.every, ...(atMost !== undefined && { at_most: atMost }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }),
  reasons: [], missing: [], open: [], assumed: [], replaced: [],
})
