import { evaluate, type Answers, type Assembly, type Assumptions, type Change, type ChangeSet, type EvaluationRequest, type HouseholdInput, type MemberAnswers, type OutcomeResult, type WhyNot } from '@tieuchi/runtime'

type Changed = Pick<Change, 'target' | 'to'>

const answered = (input: HouseholdInput, { target, to }: Changed): HouseholdInput => {
  if (target.kind !== 'answer') return input
  if (target.place === 'household') return { ...input, household: { ...input.household, [target.field]: to } }
  return { ...input, members: (input.members ?? []).map((member): MemberAnswers => (member.id === target.member ? Object.assign({}, member, { [target.field]: to }) : member)) }
}

const assumed = (assume: Assumptions, { target, to }: Changed): Assumptions => {
  if (target.kind === 'answer') return assume
  const before = assume[target.name]
  if (typeof to === 'object') throw new Error('A list cannot be assumed')
  return { ...assume, [target.name]: target.member === undefined ? to : { ...(typeof before === 'object' ? before : {}), [target.member]: to } }
}

/** The request with changes applied, written without the engine's own way to apply them. */
export const changedRequest = (request: EvaluationRequest, changes: readonly Changed[]): EvaluationRequest =>
  ({ ...request, input: changes.reduce(answered, request.input), assume: changes.reduce(assumed, request.assume ?? {}) })

const isCertain = ({ state }: OutcomeResult): boolean => state !== 'undetermined'

/** The order of a list does not matter. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(Array.isArray(a) ? a.toSorted() : a) === JSON.stringify(Array.isArray(b) ? b.toSorted() : b)

export interface Checking {
  readonly assembly: Assembly
  readonly request: EvaluationRequest
  readonly outcome: string
  readonly value?: unknown
}

/** The outcome under changes, evaluated from the beginning. */
export const outcomeUnder = async ({ assembly, request, outcome }: Checking, changes: readonly Changed[]): Promise<OutcomeResult> => {
  const found = (await evaluate(assembly, changedRequest(request, changes))).result.outcomes.find(({ id }) => id === outcome)
  if (!found) throw new Error('The release has the outcome')
  return found
}

const flips = async (checking: Checking, present: OutcomeResult, changes: readonly Changed[]): Promise<boolean> => {
  const then = await outcomeUnder(checking, changes)
  if (!isCertain(then)) return false
  return checking.value === undefined ? then.state !== present.state || !same(then.value, present.value) : same(then.value, checking.value)
}

const properSubsets = (set: readonly Changed[]): readonly (readonly Changed[])[] =>
  set.reduce<readonly (readonly Changed[])[]>((all, change) => [...all, ...all.map((some) => [...some, change])], [[]]).filter((some) => some.length < set.length)

const setProblems = async (checking: Checking, present: OutcomeResult, set: ChangeSet): Promise<readonly string[]> => {
  const problems: string[] = []
  const then = await outcomeUnder(checking, set.changes)
  if (!(await flips(checking, present, set.changes))) problems.push(`does not flip: ${set.sentence.vi}`)
  if (!same(then.value, set.value)) problems.push(`gives ${String(then.value)}, not ${String(set.value)}`)
  for (const some of properSubsets(set.changes)) if (await flips(checking, present, some)) problems.push(`a part flips: ${set.sentence.vi}`)
  for (const change of set.changes) problems.push(...(await directionProblems(checking, set, change)))
  return problems
}

const onlyFixed = ({ fields }: Assembly, answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([id]) => fields.get(id)?.schema['x-fixed'] === true))

/** What a number can be at all: by its schema, or computed from the fixed answers alone. */
const boundsOf = async ({ assembly, request }: Checking, { target }: Change): Promise<{ readonly from: number; readonly to: number }> => {
  if (target.kind !== 'fact') return { from: (target.kind === 'answer' ? assembly.fields.get(target.field)?.schema.minimum : undefined) ?? -Infinity, to: (target.kind === 'answer' ? assembly.fields.get(target.field)?.schema.maximum : undefined) ?? Infinity }
  const { household = {}, members = [] } = request.input
  const input = { ...request.input, household: onlyFixed(assembly, household), members: members.map((member): MemberAnswers => Object.assign({}, onlyFixed(assembly, member), { id: member.id })) }
  const fact = (await evaluate(assembly, { ...request, input })).result.facts.find(({ id }) => id === target.fact)
  return { from: typeof fact?.from === 'number' ? fact.from : -Infinity, to: typeof fact?.to === 'number' ? fact.to : Infinity }
}

/** A claim about all values further on is tried on some of them. */
const directionProblems = async (checking: Checking, set: ChangeSet, change: Change): Promise<readonly string[]> => {
  const { direction, to } = change
  if (direction === undefined || typeof to !== 'number') return []
  const { from, to: end } = await boundsOf(checking, change)
  const further = [0.25, 1, 2, 5, 1000, 3_000_000].map((distance) => to + (direction === 'or_less' ? -distance : distance))
    .filter((number) => number >= from && number <= end && (Number.isInteger(number) || !Number.isInteger(to)))
  const results = await Promise.all(further.map(async (number) => same((await outcomeUnder(checking, set.changes.map((each) => (each === change ? { ...each, to: number } : each)))).value, set.value)))
  return results.every(Boolean) ? [] : [`does not hold ${direction}: ${change.sentence.vi}`]
}

/** Everything wrong with an answer of whyNot, by evaluation from the beginning. Empty where all of it is true. */
export const problemsOf = async (checking: Checking, answer: WhyNot): Promise<readonly string[]> => {
  if (answer.kind === 'already' || answer.kind === 'undetermined') return []
  const bounds = answer.trials > 200 ? ['more than 200 trials'] : []
  if (answer.kind === 'none') return bounds
  const present = await outcomeUnder(checking, [])
  const large = answer.sets.filter(({ changes }) => changes.length > 3).map(() => 'more than three changes')
  return [...bounds, ...large, ...(await Promise.all(answer.sets.map((set) => setProblems(checking, present, set)))).flat()]
}
