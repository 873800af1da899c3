import { setImmediate as letOthersWork } from 'node:timers/promises'
import { decisionsRead, evaluate, momentAt, semantics, type Answer, type Answers, type Assembly, type Evaluation, type HouseholdInput, type Moment, type Text } from '@tieuchi/runtime'
import { resultsByLayer } from '../decisions/decision-evaluation.ts'
import { hashDecision } from '../decisions/decision-proof.ts'
import { holdNewestDecision } from '../decisions/decision-queries.ts'
import { identify } from '../households/household-identity.ts'
import { inputOf, readKnownHouseholds, type KnownHousehold } from '../known-households/known-household.ts'
import { decidedBefore } from '../known-households/recorded-history.ts'
import { dayOf, formatDay } from '../plugins/clock.ts'
import { asSystem, holdName, type Db, type Tx } from '../plugins/database.ts'
import { rulesToJudge } from '../policies/pinned-rules.ts'
import { pinnedLayers } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { askedFields } from '../submissions/submission-sending.ts'
import { groundOf, type Ground } from '../submissions/submission-opening.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { isSown, markSown } from './demo-queries.ts'
import { holds } from './draw-value.ts'
import type { PastDescription, ReviewRound } from './past-description.ts'
import { randomSource, uuidFrom } from './random-source.ts'
import { morningOf } from './register-past.ts'
import { findDecider, findStored, insertReviews, listUndecided, type ReviewedHousehold } from './review-queries.ts'

export interface ReviewsRequest {
  readonly past: PastDescription
  readonly book: RuleBook
  readonly now: Date
  /** Told now and then how far it has come. */
  readonly tell: (line: Text) => void
  readonly signal?: Pick<AbortSignal, 'throwIfAborted'>
}

export const reviewsSeed = 'demo reviews'

/** Households decided on together: their transaction is short, and others get their turn in between. */
const together = 10
/** Households between two words on how far it has come. */
const betweenWords = 1000

const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Reviews the made-up register as officers would have: on the facts of each round's day, by the rules in force for it, one decision after
 * another in the chain of each unit. What was decided stays where it ends early; begun anew it goes on with the others.
 */
export async function reviewRegister(db: Db, request: ReviewsRequest): Promise<void> {
  if (await asSystem(db, (tx) => isSown(tx, reviewsSeed))) return
  for (const [number, round] of request.past.reviews.rounds.entries()) if (round.decided <= dayOf(request.now)) await reviewRound(db, request, { ...round, number })
  await asSystem(db, (tx) => markSown(tx, reviewsSeed))
}

type Round = ReviewRound & { readonly number: number }

async function reviewRound(db: Db, request: ReviewsRequest, round: Round): Promise<void> {
  const { past: { reviews: { programme } }, tell, signal } = request
  const desk = new ReviewDesk(request, round)
  let after = beforeAll
  let decided = 0
  let told = 0
  for (;;) {
    signal?.throwIfAborted()
    await letOthersWork()
    const some = await listUndecided(db, { programme, day: round.at, after, most: together })
    after = some.at(-1)?.id ?? after
    if (some.length === 0) break
    decided += await desk.decide(db, some)
    if (decided - told < betweenWords) continue
    told = decided
    tell(progress(round, decided))
  }
  if (told > 0) tell(finished(round, decided))
}

const progress = ({ at }: Round, count: number): Text => ({ vi: `Dữ liệu dùng thử: đợt rà soát ${formatDay(at)} đã quyết định ${count} hộ …`, en: `Demonstration: the review of ${formatDay(at)} has decided on ${count} households …` })
const finished = ({ at }: Round, count: number): Text => ({ vi: `Dữ liệu dùng thử: đợt rà soát ${formatDay(at)} đã xong, ${count} hộ.`, en: `Demonstration: the review of ${formatDay(at)} is done, ${count} households.` })

/** A household with the form filled in for it. */
interface Filled {
  readonly household: ReviewedHousehold
  readonly submission: string
  readonly unit: string
  readonly ground: Ground
  readonly input: HouseholdInput
  /** The rules of each layer. */
  readonly assemblies: readonly Assembly[]
}

/** The same with what came out. */
interface Reviewed extends Filled {
  readonly layers: ReturnType<typeof resultsByLayer>
}

/** What a form asks of what is known. */
const taken = (asked: ReadonlySet<string>, answers: Answers = {}): Answers => Object.fromEntries(Object.entries(answers).filter(([field]) => asked.has(field)))

/** Decides on households of one round. */
class ReviewDesk {
  readonly #request: ReviewsRequest
  readonly #round: Round
  readonly #moment: Moment
  readonly #grounds = new Map<string, Promise<Ground>>()
  #attributes: ReturnType<typeof listAttributesOn> | undefined

  constructor(request: ReviewsRequest, round: Round) {
    this.#request = request
    this.#round = round
    this.#moment = momentAt(round.at)
  }

  /** How many were decided on. */
  async decide(db: Db, some: readonly ReviewedHousehold[]): Promise<number> {
    const filled = await asSystem(db, async (tx) => this.#fillAll(tx, some))
    const reviewed: Reviewed[] = []
    for (const each of filled) {
      reviewed.push({ ...each, layers: await this.#judge(each) })
      // Neither the interpreter nor the embedded database ever waits for anything: without this, no request would be answered meanwhile.
      await letOthersWork()
    }
    await asSystem(db, (tx) => this.#store(tx, reviewed))
    return reviewed.length
  }

  async #judge({ input, assemblies }: Filled): Promise<Reviewed['layers']> {
    const evaluations: Evaluation[] = []
    for (const assembly of assemblies) evaluations.push(await evaluate(assembly, { input, moment: this.#moment }))
    return resultsByLayer(evaluations)
  }

  get #programme(): string {
    return this.#request.past.reviews.programme
  }

  /** Whether the round comes to a household at all. */
  #isReached({ answers: { household } }: KnownHousehold, luck: number): boolean {
    const read = (name: string): Answer | undefined => household?.[name]
    return household !== undefined && luck < this.#round.share && holds(this.#round.of, read)
  }

  async #fillAll(tx: Tx, some: readonly ReviewedHousehold[]): Promise<Filled[]> {
    this.#attributes ??= listAttributesOn(tx, this.#round.at)
    const known = await readKnownHouseholds(tx, this.#moment, some.map(({ id }) => id), await this.#attributes)
    const filled: Filled[] = []
    for (const household of some) {
      const random = randomSource(this.#request.past.seed + this.#round.number, Number.parseInt(household.id.slice(0, 8), 16))
      const [luck, submission, found] = [random.next(), uuidFrom(random), known.get(household.id)]
      if (found && this.#isReached(found, luck)) filled.push({ household, submission, ...(await this.#fill(tx, found)) })
    }
    return filled
  }

  /** The form as it is filled in for a household, with what was decided on it before. */
  async #fill(tx: Tx, known: KnownHousehold): Promise<Pick<Filled, 'unit' | 'ground' | 'input' | 'assemblies'>> {
    const { book } = this.#request
    const ground = await this.#groundIn(tx, known.unit)
    const rules = rulesToJudge(ground.rules)
    const assemblies = await Promise.all(pinnedLayers(rules, this.#programme).map((layer) => book.assembly(tx, this.#programme, layer, rules)))
    const decisions = decidedBefore(known.decisions, this.#programme, this.#round.at)
    const { household, members, unit, ...history } = inputOf({ ...known, decisions }, decisionsRead(assemblies))
    const asked = askedFields(ground.form)
    const answers = { household: taken(asked.household, household), members: members?.map((member) => ({ ...taken(asked.members, member), id: member.id })) ?? [] }
    return { unit: known.unit, ground, assemblies, input: { ...answers, ...(unit && { unit }), ...history } }
  }

  #groundIn(tx: Tx, unit: string): Promise<Ground> {
    const before = this.#grounds.get(unit)
    if (before) return before
    const ground = groundOf(tx, this.#request.book, { programme: this.#programme, referenceDate: this.#round.at, unit })
    this.#grounds.set(unit, ground)
    return ground
  }

  /** Submissions as they were sent, and decisions at the end of the chain of each unit; what another process stored meanwhile is left. */
  async #store(tx: Tx, reviewed: readonly Reviewed[]): Promise<void> {
    await holdName(tx, reviewsSeed)
    const stored = await findStored(tx, reviewed.map(({ submission }) => submission))
    const rows = []
    for (const [unit, some] of Map.groupBy(reviewed.filter(({ submission }) => !stored.has(submission)), (each) => each.unit)) rows.push(...(await this.#chain(tx, unit, some)))
    await insertReviews(tx, rows.map(({ submission }) => submission), rows.map(({ decision }) => decision))
  }

  async #chain(tx: Tx, unit: string, some: readonly Reviewed[]) {
    const person = await findDecider(tx, unit)
    if (person === undefined) throw new Error('The demonstration has no accounts')
    let newest = await holdNewestDecision(tx, unit)
    return some.map(({ submission: id, household, ground, input, layers }) => {
      const [number, previous_hash] = [(newest?.number ?? 0) + 1, newest?.hash ?? null]
      const decided_at = new Date(morningOf(this.#round.decided).getTime() + number)
      const content = { submission: id, unit, number, programme: this.#programme, moment: this.#moment, input, rules: rulesToJudge(ground.rules), layers, semantics, previous_hash, decided_at: decided_at.toISOString(), decided_by: person }
      const hash = hashDecision(content)
      newest = { number, hash }
      const answers = { household: input.household ?? {}, members: input.members ?? [] }
      const about = { unit_id: unit, programme: this.#programme, ...this.#moment }
      return {
        submission: {
          ...about, id, household_id: household.id, form: ground.form.form.id, label: identify(ground.assembly.common, answers).label || household.label, rules: JSON.stringify(ground.rules), state: 'submitted' as const,
          answers: JSON.stringify(answers), created_at: decided_at, created_by: person, updated_at: decided_at, updated_by: person,
        },
        decision: {
          ...about, submission_id: id, number, input: JSON.stringify(input), rules: JSON.stringify(content.rules), layers: JSON.stringify(layers), semantics, previous_hash, hash, decided_at, decided_by: person,
        },
      }
    })
  }
}
