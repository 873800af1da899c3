import { hashDocument, type DecisionsRead } from '@tieuchi/runtime'

/** Rules that read nothing of what was decided. */
export const nothingRead: DecisionsRead = { outcomes: new Set(), programmes: new Set() }

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((each) => all.has(each))

const sameProgrammes = (a: DecisionsRead, b: DecisionsRead): boolean => isWithin(a.programmes, b.programmes) && isWithin(b.programmes, a.programmes)

/**
 * Whether columns that hold some outcomes are enough for rules that read others. Since when a history is complete depends on the
 * programmes it is of, so these must be the same; rules that read nothing are served by any.
 */
export const serves = (held: DecisionsRead, read: DecisionsRead): boolean => read.outcomes.size === 0 || (sameProgrammes(held, read) && isWithin(read.outcomes, held.outcomes))

/** Whether columns that hold some outcomes are of no more use once there are others that hold these too. */
export const isOvertaken = (held: DecisionsRead, by: DecisionsRead): boolean => held.outcomes.size === 0 || sameProgrammes(held, by)

/** What both read, where they read of the same programmes. */
export const joinRead = (a: DecisionsRead, b: DecisionsRead): DecisionsRead => ({ outcomes: new Set([...a.outcomes, ...b.outcomes]), programmes: new Set([...a.programmes, ...b.programmes]) })

/** Names what is held. */
export const hashOfRead = ({ outcomes }: DecisionsRead): string => hashDocument([...outcomes].toSorted())
