import {
  addDays, applyOverlays, checkOverlays, extendCommon, hashDocument, momentAt, resolveLayers,
  type CommonDocument, type DraftDocument, type Issue, type LayerSources, type Overlay, type Publication, type Release, type ResolvedLayers,
} from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { findReleaseBody, listPublications } from '../policies/policy-queries.ts'
import { listUnitsWithParents } from '../units/unit-queries.ts'
import { periodOf, type Period } from './draft-publishing.ts'
import { joinRules, type JoinedRules } from './draft-rules.ts'

/** Local rules that would lie on a draft while it is in force, and which of them would not fit it. */
export interface LocalRules {
  /** Different sets of local rules. */
  readonly combinations: number
  /** Paths start with the place of the overlay among those of its unit, from the province downward. */
  readonly issues: readonly Issue[]
}

/**
 * Holds a draft that is sound against every set of local rules that would lie on it on some day of a period. Only days on
 * which publications or units change are looked at: between them nothing does.
 */
export async function findLocalRules(tx: Tx, draft: DraftDocument, asked: Period): Promise<LocalRules> {
  const { id: programme } = draft.programme
  const published = await listPublications(tx, [programme, 'common'])
  const units = [...new Set(published.flatMap(({ programme: of, scope }) => (of === programme && scope !== 'national' ? [scope.unit] : [])))]
  if (units.length === 0) return { combinations: 0, issues: [] }
  const period = periodOf(published, { programme, scope: 'national' }, asked)
  const joined = await joinRules(tx, draft.programme, period.valid_from)
  const question: Question = {
    draft, joined,
    common: extendCommon(joined.common.document, draft.additions).common,
    period,
    sources: { publications: [...published, proposed(draft, period)], units: await listUnitsWithParents(tx, units) },
  }
  const found = new Map<string, readonly Issue[]>()
  for (const unit of units) for (const day of turningDays(question)) await checkOn(tx, question, unit, day, found)
  return { combinations: found.size, issues: [...found.values()].flat() }
}

interface Question {
  readonly draft: DraftDocument
  readonly joined: JoinedRules
  readonly common: CommonDocument
  readonly period: Period
  readonly sources: LayerSources
}

/** The publication as it would be recorded last. */
const proposed = ({ programme, release }: DraftDocument, period: Period): Publication =>
  ({ programme: programme.id, scope: 'national', release: hashDocument(release), recorded_at: '9999-12-31T00:00:00.000Z', ...period })

function turningDays({ period: { valid_from: from, valid_to: to = '9999-12-31' }, sources: { publications, units } }: Question): readonly string[] {
  const spells = [...publications, ...units.flatMap((unit) => unit.spells)]
  const turns = spells.flatMap(({ valid_from: begin, valid_to: end }) => [...(begin === undefined ? [] : [begin]), ...(end === undefined ? [] : [addDays(end, 1)])])
  return [...new Set([from, ...turns])].filter((day) => from <= day && day <= to)
}

async function checkOn(tx: Tx, { draft, joined, common, sources }: Question, unit: string, day: string, found: Map<string, readonly Issue[]>): Promise<void> {
  const { id: programme } = draft.programme
  const [own, shared] = [programme, 'common'].map((name): ResolvedLayers => resolveLayers(sources, { programme: name, unit, moment: momentAt(day) }))
  if (!own || !shared || own.overlays.length === 0) return
  const hashes = [own, programme === 'common' ? undefined : shared].map((layers) => [layers?.national?.release, ...(layers?.overlays ?? []).map(({ release }) => release)])
  const key = JSON.stringify(hashes)
  if (found.has(key)) return
  const local = programme === 'common' ? undefined : await sharedAsRead(tx, shared)
  const others = Object.fromEntries(Object.entries(joined.releases).map(([name, { release }]) => [name, release]))
  const issues = checkOverlays(common, draft.release, await overlaysOf(tx, own), { ...others, ...(local && { common: local }) })
  found.set(key, issues.filter(({ severity }) => severity === 'error'))
}

const overlaysOf = async (tx: Tx, { overlays }: ResolvedLayers): Promise<readonly Overlay[]> => {
  const documents: Overlay[] = []
  for (const { release } of overlays) documents.push(await getDocument(tx, release))
  return documents
}

/** The shared parameters as the local layer reads them. */
async function sharedAsRead(tx: Tx, layers: ResolvedLayers): Promise<Release | undefined> {
  if (!layers.national) return undefined
  const base: Release = await getDocument(tx, layers.national.release)
  return applyOverlays(base, await overlaysOf(tx, layers)).release
}

async function getDocument(tx: Tx, hash: string): Promise<ReturnType<JSON['parse']>> {
  const body = await findReleaseBody(tx, hash)
  if (body === undefined) throw new Error(`The release ${hash} has no body`)
  return JSON.parse(body)
}
