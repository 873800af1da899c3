import { describeUnit } from '@tieuchi/runtime'
import type { Packs } from '../policies/pack.ts'
import { drawRegister, type DrawnHousehold } from './register-drawing.ts'
import { parseDescription } from './register-description.ts'

export interface RegisterRequest {
  readonly households: number
  /** Day the made-up answers are true on; the households live in the communes of that day. */
  readonly at: string
  /** Another register of the same description; its own seed where nothing is said. */
  readonly seed?: number
}

/** The made-up register the packs describe; nothing where they describe none. */
export function* generateRegister({ common, units, demo }: Pick<Packs, 'common' | 'units' | 'demo'>, { households, at, seed }: RegisterRequest): Generator<DrawnHousehold> {
  if (demo === undefined) return
  const description = parseDescription(demo, common)
  const communes = units.filter((unit) => describeUnit(units, unit, at)?.kind === 'commune')
  yield* drawRegister(description, { households, seed: seed ?? description.seed, communes, common, at })
}
