import {
  momentAt, overlaysRead, resolveLayers, wholeForms,
  type Layer, type LayerSources, type Moment, type Overlay, type Places, type ProgrammeDocument, type PublishedRelease, type Release, type ResolvedLayers,
} from '@tieuchi/runtime'
import { formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { WhileRulesStay } from '../plugins/database-rules-seen.ts'
import { listUnitsWithParents } from '../units/unit-queries.ts'
import { placesOnDate } from '../units/unit-service.ts'
import { findCommonBody, findReleaseBody, getNewestCommonOrThrow, listProgrammes, listPublications } from './policy-queries.ts'
import type { PinnedRules, ProgrammeOnDate } from './policy-schema.ts'

/** Holds the dictionary, lists, shared facts and shared parameters; has no outcome, and is listed only for whoever reads rules. */
const common = 'common'

export interface RulesQuestion {
  readonly programme: string
  /** Id of the unit where the household lives. */
  readonly unit: string
  readonly moment: Moment
}

/**
 * The rules that judge a programme for households of a unit: its release, those of the programmes it reads, the overlays
 * in force on each around the unit, and the newest common version.
 */
export function pinRules(tx: Tx, question: RulesQuestion): Promise<PinnedRules> {
  const { programme, unit, moment: { law_at: lawAt, facts_at: factsAt, unit_at: unitAt } } = question
  return pinned.find(tx, JSON.stringify([programme, unit, lawAt, factsAt, unitAt]), () => findRules(tx, question))
}

const pinned = new WhileRulesStay<PinnedRules>(5000)

async function findRules(tx: Tx, { programme, unit, moment }: RulesQuestion): Promise<PinnedRules> {
  const programmes = await listProgrammes(tx)
  const found = programmes.find(({ id }) => id === programme)
  if (programme === common || found === undefined) throw new Problem('programme_not_found', { programme })
  const names = [...new Set([programme, ...programmesRead(programmes, programme), common])]
  const sources: LayerSources = { publications: await listPublications(tx, names), units: await listUnitsWithParents(tx, [unit]) }
  const releases = Object.fromEntries(names.flatMap((name) => {
    const { national, overlays } = resolveLayers(sources, { programme: name, unit, moment })
    if (!national) return []
    return [[name, { national: national.release, ...(overlays.length > 0 && { local: overlays.map(({ release }) => release) }) }] as const]
  }))
  if (releases[programme] === undefined) throw new Problem('no_rules_in_force', { programme: found.title, at: formatDay(moment.law_at) })
  return withOverlaysRead(tx, { common: await getNewestCommonOrThrow(tx), releases })
}

/** Pins no local rules of what all share where nothing they touch is read. */
async function withOverlaysRead(tx: Tx, pins: PinnedRules): Promise<PinnedRules> {
  const { [common]: shared, ...own } = pins.releases
  if (!shared?.local) return pins
  const bodyOf = async (hash: string): Promise<readonly [string, Release & Overlay]> => [hash, await findDocument(tx, hash)]
  const bodies = new Map(await Promise.all(Object.values(pins.releases).flatMap(({ national, local = [] }) => [national, ...local]).map(bodyOf)))
  const documentsOf = (hashes: readonly string[] = []) => hashes.flatMap((hash) => bodies.get(hash) ?? [])
  const read = overlaysRead({
    common: JSON.parse((await findCommonBody(tx, pins.common)) ?? 'null'),
    releases: Object.fromEntries(Object.entries(own).flatMap(([name, { national }]) => documentsOf([national]).map((release) => [name, release] as const))),
    overlays: Object.fromEntries(Object.entries(pins.releases).map(([name, { local }]) => [name, documentsOf(local)])),
  })
  return Object.hasOwn(read, common) ? pins : { ...pins, releases: { ...own, [common]: { national: shared.national } } }
}

/** Layers a set of pinned rules judges its programme in: locally too where the programme or what all share has an overlay. */
export const pinnedLayers = ({ releases }: PinnedRules, programme: string): readonly Layer[] =>
  [programme, common].some((name) => (releases[name]?.local ?? []).length > 0) ? ['national', 'local'] : ['national']

/** Programmes with outcomes that one reads, directly or through another, itself not among them unless in a circle. */
export function programmesRead(programmes: readonly ProgrammeDocument[], start: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (id: string) => programmes.find((programme) => programme.id === id)?.depends_on.forEach((name) => {
    if (found.has(name)) return
    found.add(name)
    visit(name)
  })
  visit(start)
  found.delete(common)
  return found
}

/** Every programme with what is in force on a day for a unit: the national release with its form, and the local rules on it; `shared`: with what all share, last. */
export async function listProgrammesOnDate(tx: Tx, { unit, at, shared = false }: { readonly unit: string; readonly at: string; readonly shared?: boolean | undefined }): Promise<ProgrammeOnDate[]> {
  const found = await listProgrammes(tx)
  const programmes = [...found.filter(({ id }) => id !== common), ...found.filter(({ id }) => shared && id === common)]
  if (programmes.length === 0) return []
  const sources: LayerSources = { publications: await listPublications(tx, programmes.map(({ id }) => id)), units: await listUnitsWithParents(tx, [unit]) }
  const newest = await getNewestCommonOrThrow(tx)
  const places = await placesOnDate(tx, unit, at)
  const described: ProgrammeOnDate[] = []
  for (const programme of programmes) {
    const layers = resolveLayers(sources, { programme: programme.id, unit, moment: momentAt(at) })
    described.push({ ...(await describeProgramme(tx, programme, layers, places)), common: newest })
  }
  return described
}

async function describeProgramme(tx: Tx, { id, title }: ProgrammeDocument, { national, overlays }: ResolvedLayers, places: Places): Promise<Omit<ProgrammeOnDate, 'common'>> {
  const release: Release | undefined = national && (await findDocument(tx, national.release))
  if (!national || !release) return { id, title }
  const [form] = wholeForms(release)
  const local: NonNullable<ProgrammeOnDate['local']> = []
  for (const overlay of overlays) {
    const document: Overlay | undefined = await findDocument(tx, overlay.release)
    if (document && overlay.scope !== 'national') local.push({ ...inForce(overlay, document), unit: { id: overlay.scope.unit, name: places[overlay.scope.unit] ?? overlay.scope.unit } })
  }
  return { id, title, in_force: inForce(national, release), ...(local.length > 0 && { local }), ...(form && { form: { id: form.id, title: form.title } }) }
}

async function findDocument(tx: Tx, hash: string): Promise<ReturnType<JSON['parse']>> {
  const body = await findReleaseBody(tx, hash)
  return body === undefined ? undefined : JSON.parse(body)
}

const inForce = ({ release, valid_from: from, valid_to: to }: PublishedRelease, { title }: Release | Overlay) =>
  ({ release, title, ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }) })
