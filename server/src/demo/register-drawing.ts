import type { Answer, Answers, CommonDocument, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
import { drawEntry, holds, type DrawContext } from './draw-value.ts'
import { randomSource, weighted, type RandomSource } from './random-source.ts'
import { parseDescription, type DrawEntry, type Given, type RegisterDescription } from './register-description.ts'

export interface DrawnHousehold {
  /** Id of the unit it lives in. */
  readonly unit: string
  readonly input: HouseholdInput
  /** All that was drawn, hidden values among it; members in the order of `input`. */
  readonly household: Drawn
  readonly members: readonly DrawnMember[]
}

export interface DrawingRequest {
  readonly households: number
  readonly seed: number
  readonly communes: readonly { readonly id: string }[]
  readonly common: CommonDocument
  /** Day the answers are true on. */
  readonly at: string
}

/** Draws a register, one household after another; the same request draws the same households. */
export function* drawRegister(value: unknown, request: DrawingRequest): Generator<DrawnHousehold> {
  const description = parseDescription(value, request.common)
  if (request.communes.length === 0) return
  for (let index = 0; index < request.households; index += 1) {
    yield drawNumbered(description, index, request)
  }
}

/** Draws one household of a register by its number. */
export function drawNumbered(description: RegisterDescription, index: number, { seed, communes, at }: Pick<DrawingRequest, 'seed' | 'communes' | 'at'>): DrawnHousehold {
  const random = randomSource(seed, index)
  const unit = weighted(random, communes.map(({ id }) => [id, 1] as const))
  if (unit === undefined) throw new Error('A household lives in a unit')
  return { unit, ...drawHousehold(description, random, at) }
}

/** Values of one household or member: all that was drawn, and those of them that are answers. */
export interface Drawn {
  readonly values: Map<string, Answer>
  readonly answers: Map<string, Answer>
}

export interface DrawnMember extends Drawn {
  readonly role: string
}

const nothing = (): Drawn => ({ values: new Map(), answers: new Map() })

function drawHousehold(description: RegisterDescription, random: RandomSource, at: string): Omit<DrawnHousehold, 'unit'> {
  const household = nothing()
  const members: DrawnMember[] = []
  const { lists } = description
  const context: DrawContext = { random, lists, at, read: readDrawn({ household, members }) }
  drawAll(description.latent, household, context)
  for (const { role, count, keep } of chooseRoster(description, context)) {
    const many = count ? Number(weighted(random, Object.entries(count)) ?? 1) : 1
    for (let index = 0; index < many; index += 1) {
      const member = drawMember(description, role, context, keep)
      if (member) members.push(member)
    }
  }
  household.values.set('size', members.length)
  drawAll(description.household, household, context)
  const input = { household: answersOf(household), members: members.map((member, index): MemberAnswers => ({ ...answersOf(member), id: `m${index + 1}` })) }
  return { input, household, members }
}

/** Draws somebody in a role; nobody where `keep` does not hold. */
export function drawMember(description: RegisterDescription, role: string, context: DrawContext, keep?: Given): DrawnMember | undefined {
  const member: DrawnMember = { ...nothing(), role }
  const own: DrawContext = { ...context, read: (name) => member.values.get(name) ?? context.read(name) }
  drawAll(description.roles[role] ?? [], member, own)
  if (!holds(keep, own.read)) return undefined
  drawAll(description.everyone, member, own)
  return member
}

/** What was drawn of a household, read by the names of entries. */
export const readDrawn = ({ household, members }: Pick<DrawnHousehold, 'household' | 'members'>): DrawContext['read'] => (name) => household.values.get(name) ?? readOfRole(members, name)

function chooseRoster({ rosters }: RegisterDescription, { random, read }: DrawContext): RegisterDescription['rosters'][number]['members'] {
  const fitting = rosters.filter(({ given }) => holds(given, read))
  return weighted(random, fitting.map(({ weight, members }) => [members, weight] as const)) ?? []
}

function drawAll(entries: readonly DrawEntry[], { values, answers }: Drawn, context: DrawContext): void {
  for (const entry of entries) {
    const value = drawEntry(entry, context)
    const isMissing = context.random.next() < (entry.missing ?? 0)
    if (value === undefined) continue
    values.set(entry.set, value)
    if (entry.hidden !== true && !isMissing) answers.set(entry.set, value)
  }
}

/** `head.age`: the age of the first member in the role of head. */
function readOfRole(members: readonly DrawnMember[], reference: string): Answer | undefined {
  const [role, name = ''] = reference.split('.')
  return members.find((member) => member.role === role)?.values.get(name)
}

export const answersOf = ({ answers }: Drawn): Answers => Object.fromEntries(answers)
