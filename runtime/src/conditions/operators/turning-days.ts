import type { Position } from '../../coverage/position.ts'

/** A day of a whole year or month of age: the first on which it is complete, or the last before the next one is. */
export type TurningDay = 'first' | 'last'

/** The positions at which one day alone counts. */
export type TurningDays = Readonly<Partial<Record<Position, TurningDay>>>

/** The comparison turns between the step below and the threshold. */
export const turnsBelow: TurningDays = { below: 'last', at: 'first' }
/** It turns between the threshold and the step above. */
export const turnsAbove: TurningDays = { at: 'last', above: 'first' }
/** It holds at the threshold alone. */
export const turnsOnBothSides: TurningDays = { below: 'last', above: 'first' }
