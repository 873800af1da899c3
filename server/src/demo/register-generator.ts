import { describeUnit } from '@tieuchi/runtime'
import type { Packs } from '../policies/pack.ts'
import { parsePast } from './past-description.ts'
import { RegisterPast, type HouseholdPast } from './register-past.ts'
import { drawRegister, type DrawnHousehold } from './register-drawing.ts'
import { parseDescription } from './register-description.ts'

type DemoPacks = Pick<Packs, 'common' | 'units' | 'demo' | 'past'>

export interface RegisterRequest {
  readonly households: number
  /** Day the made-up answers are true on; the households live in the communes of that day. */
  readonly at: string
  /** Another register of the same description; its own seed where nothing is said. */
  readonly seed?: number
}

/** The made-up register the packs describe; nothing where they describe none. */
export function* generateRegister(packs: DemoPacks, { households, at, seed }: RegisterRequest): Generator<DrawnHousehold> {
  const { common, demo } = packs
  if (demo === undefined) return
  const description = parseDescription(demo, common)
  yield* drawRegister(description, { households, seed: seed ?? description.seed, communes: communesOn(packs, at), common, at })
}

/** The same with what came before today, where the packs describe that. */
export function* generatePast(packs: DemoPacks, request: RegisterRequest & { readonly now: Date }): Generator<DrawnHousehold & { readonly past?: HouseholdPast }> {
  const { common, demo, past: told } = packs
  if (demo === undefined) return
  if (told === undefined) return yield* generateRegister(packs, request)
  const { at, now } = request
  const description = parseDescription(demo, common)
  const past = new RegisterPast({ description, past: parsePast(told, common, description), seed: request.seed ?? description.seed, communes: communesOn(packs, at), at, now })
  let index = 0
  for (const drawn of generateRegister(packs, request)) {
    yield { ...drawn, past: past.of(index, drawn) }
    index += 1
  }
}

const communesOn = ({ units }: DemoPacks, at: string) => units.filter((unit) => describeUnit(units, unit, at)?.kind === 'commune')
