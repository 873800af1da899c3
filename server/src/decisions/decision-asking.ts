import { dayUsedUp, takeHouseholds, type PartnerAtWork } from '../partners/partner-entry.ts'
import { asProgram, type Reach, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { insertTrail } from '../trail/trail-queries.ts'

/** Whoever asks for decisions: a person, or the program of a partner. */
export interface Asking {
  readonly reach: Reach
  readonly person?: string
  readonly partner?: PartnerAtWork
}

interface Asked {
  readonly signedIn: SignedIn | undefined
  readonly partner: PartnerAtWork | undefined
}

export function askingOf({ signedIn, partner }: Asked): Asking {
  if (partner !== undefined) return { reach: { unit: partner.unit }, partner }
  if (signedIn === undefined) throw new Problem('not_signed_in')
  return { reach: signedIn, person: signedIn.person.id }
}

/** Refuses what a partner may not ask for. */
export function demandPermitted({ partner }: Asking, { programmes, explain }: { readonly programmes: readonly string[]; readonly explain: boolean }): void {
  if (partner === undefined) return
  const refused = programmes.find((programme) => !partner.programmes.includes(programme))
  if (refused !== undefined) throw new Problem('partner_programme', { programme: refused, permitted: partner.programmes.join(', ') })
  if (explain && !partner.explanations) throw new Problem('partner_explanations')
}

/** Takes one household of a partner's day, in the transaction that decides it. */
export async function takeOne(tx: Tx, { partner }: Asking, now: Date): Promise<void> {
  if (partner === undefined) return
  const granted = await asProgram(tx, () => takeHouseholds(tx, partner, 1, now))
  if (granted === 0) throw dayUsedUp(now)
}

/** What was decided at once. */
export interface DecidedTogether {
  readonly programmes: readonly string[]
  readonly households: number
  /** Lines of a stream that were not decided. */
  readonly refused?: number
  /** Whether a stream was answered to its end. */
  readonly complete?: boolean
}

/** Notes who had how many households decided, and for what purpose; of the answers nothing is kept. */
export async function noteAsked(tx: Tx, { reach, person, partner }: Asking, decided: DecidedTogether, now: Date): Promise<void> {
  await insertTrail(tx, {
    at: now,
    unit: reach.unit.id,
    action: 'decisions.asked',
    subject: partner === undefined ? `person ${person ?? ''}` : `partner ${partner.id}`,
    ...(person !== undefined && { person }),
    ...(partner !== undefined && { partner: partner.id }),
    new: { ...decided, ...(partner !== undefined && { purpose: partner.purpose }) },
  })
}
