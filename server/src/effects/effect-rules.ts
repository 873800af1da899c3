import { resolveLayers, type CommonDocument, type ProgrammeDocument, type Release, type Scope } from '@tieuchi/runtime'
import { momentOf } from '../decisions/decision-proof.ts'
import type { DecisionRow } from '../decisions/decision-queries.ts'
import type { Tx } from '../plugins/database.ts'
import { listPublications } from '../policies/policy-queries.ts'
import type { PinnedRules } from '../policies/policy-schema.ts'
import { programmesRead } from '../policies/policy-service.ts'
import { listUnitsWithParents } from '../units/unit-queries.ts'

/** A release that is not in force yet, with the version of what all share that would be published with it. */
export interface Candidate {
  readonly release: { readonly hash: string; readonly document: Release }
  readonly common: { readonly hash: string; readonly document: CommonDocument }
}

/** What a publication would change in the rules of stored decisions. */
export interface RulesChange {
  readonly programme: string
  readonly scope: Scope
  /** Every programme with what it reads, as after the publication. */
  readonly programmes: readonly ProgrammeDocument[]
  /** Absent: a withdrawal. */
  readonly candidate?: Candidate
  /** What was ever in force of the programme in this scope. */
  readonly known: ReadonlySet<string>
}

/** Programmes whose decisions read the one that changes, itself among them. */
export const programmesTouched = ({ programme, programmes }: Pick<RulesChange, 'programme' | 'programmes'>): readonly string[] =>
  programmes.map(({ id }) => id).filter((id) => id === programme || programme === 'common' || programmesRead(programmes, id).has(programme))

/**
 * The rules a decision was made by, with what the publication would change and nothing else; undefined where its own
 * programme would have none. What it newly reads is taken as in force on its day.
 */
export async function changedRules(tx: Tx, change: RulesChange, row: DecisionRow): Promise<PinnedRules | undefined> {
  const { programme, candidate, scope } = change
  const { [programme]: pinned, ...others } = row.rules.releases
  const own = scope === 'national' ? nationalInstead(pinned, candidate) : pinned && withoutLocal(pinned, change)
  if (own === undefined && row.programme === programme) return undefined
  const releases = { ...others, ...(own && { [programme]: own }) }
  return { common: candidate?.common.hash ?? row.rules.common, releases: { ...(await newlyRead(tx, change, row, releases)), ...releases } }
}

type Pinned = PinnedRules['releases'][string]

const nationalInstead = (pinned: Pinned | undefined, candidate: Candidate | undefined): Pinned | undefined => candidate && { ...pinned, national: candidate.release.hash }

function withoutLocal({ national, local = [] }: Pinned, { known }: RulesChange): Pinned {
  const left = local.filter((hash) => !known.has(hash))
  return left.length > 0 ? { national, local: left } : { national }
}

async function newlyRead(tx: Tx, { programmes, candidate }: RulesChange, row: DecisionRow, pinned: PinnedRules['releases']): Promise<PinnedRules['releases']> {
  const names = candidate ? [...programmesRead(programmes, row.programme)].filter((name) => pinned[name] === undefined) : []
  if (names.length === 0) return {}
  const sources = { publications: await listPublications(tx, names), units: await listUnitsWithParents(tx, [row.unit_id]) }
  return Object.fromEntries(names.flatMap((name) => {
    const { national } = resolveLayers(sources, { programme: name, unit: row.unit_id, moment: momentOf(row) })
    return national ? [[name, { national: national.release }] as const] : []
  }))
}
