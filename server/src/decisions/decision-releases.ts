import { spansInForce, type Moment, type Publication, type Scope } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { listPublications } from '../policies/policy-queries.ts'
import type { PinnedRules } from '../policies/policy-schema.ts'
import type { ReleaseRead } from './decision-schema.ts'

/** The releases that rules are made of, each with the days it is in force. */
export async function describeReleases(tx: Tx, { releases }: PinnedRules, { law_at: day }: Pick<Moment, 'law_at'>): Promise<ReleaseRead[]> {
  const publications = await listPublications(tx, Object.keys(releases))
  return Object.entries(releases).flatMap(([programme, { national, local = [] }]) => [national, ...local].map((hash) => describe(publications, { programme, hash, day })))
}

interface Read {
  readonly programme: string
  readonly hash: string
  readonly day: string
}

function describe(publications: readonly Publication[], { programme, hash, day }: Read): ReleaseRead {
  const scope: Scope = publications.findLast((publication) => publication.programme === programme && publication.release === hash)?.scope ?? 'national'
  const span = spansInForce(publications, { programme, scope }).find(({ release, from = day, to = day }) => release === hash && from <= day && day <= to)
  return { programme, hash, ...(scope !== 'national' && { unit: scope.unit }), ...(span?.from !== undefined && { valid_from: span.from }), ...(span?.to !== undefined && { valid_to: span.to }) }
}
