import { canonicalJson, defaultValidTo, extendCommon, hashDocument, missingAdditions, type CommonAdditions, type CommonDocument, type Overlay, type ProgrammeDocument, type Publication, type Release, type Text } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { findCommonBody, findNewestCommonBody, insertCommon, insertPublication, insertRelease, listPublications, upsertProgramme } from './policy-queries.ts'

interface PackRelease {
  readonly release: Release
  readonly valid_from?: string
  readonly valid_to?: string
}

interface PackOverlay {
  readonly overlay: Overlay
  readonly valid_from?: string
  readonly valid_to?: string
}

interface PackProgramme {
  readonly document: ProgrammeDocument
  readonly releases: readonly PackRelease[]
  readonly overlays?: readonly PackOverlay[]
}

export interface PackRules {
  readonly common: CommonDocument
  readonly programmes: readonly PackProgramme[]
}

/**
 * Publishes the releases and overlays of the packs for periods in which nothing of their programme and scope was ever published; elsewhere the
 * database wins, and a line says so. Loading the same packs again changes nothing and says nothing.
 */
export async function loadRules(tx: Tx, packs: PackRules): Promise<Text[]> {
  await growCommon(tx, packs.common)
  for (const { document } of packs.programmes) await upsertProgramme(tx, document)
  const lines: Text[] = []
  for (const programme of packs.programmes) lines.push(...(await loadReleases(tx, programme)))
  return lines
}

/** What drafts and bundles added to the version that is newest stays: packs that are new to the database know nothing of it. */
async function growCommon(tx: Tx, common: CommonDocument): Promise<void> {
  const hash = hashDocument(common)
  if ((await findCommonBody(tx, hash)) !== undefined) return
  const newest = await findNewestCommonBody(tx)
  const grown = newest === undefined ? common : extendCommon(common, addedSince(common, JSON.parse(newest))).common
  await insertCommon(tx, hashDocument(grown), canonicalJson(grown))
}

/** What one version has besides another, last days of entries among it. */
function addedSince(here: CommonDocument, there: CommonDocument): CommonAdditions {
  const ended = there.lists.flatMap((list) => {
    const own = here.lists.find(({ id }) => id === list.id)
    const days = list.entries.flatMap(({ code, valid_to: to }) => (to !== undefined && own?.entries.some((entry) => entry.code === code && entry.valid_to === undefined) ? [[code, to] as const] : []))
    return days.length > 0 ? [[list.id, Object.fromEntries(days)] as const] : []
  })
  return { ...missingAdditions(here, there), ended: Object.fromEntries(ended) }
}

async function loadReleases(tx: Tx, { document, releases, overlays = [] }: PackProgramme): Promise<Text[]> {
  const published = await listPublications(tx, [document.id])
  const proposed = [...releases.map(({ release, ...period }) => propose(document.id, release, period)), ...overlays.map(({ overlay, ...period }) => propose(document.id, overlay, period))]
  const lines: Text[] = []
  for (const { publication, release } of proposed) {
    const period = withEnd(publication, [...published, ...proposed.map((other) => other.publication)])
    const rivals = published.filter((row) => sameScope(row, period) && overlaps(row, period))
    if (rivals.some((row) => row.release === period.release)) continue
    if (rivals.length > 0) lines.push(databaseWins(document, release))
    else await publish(tx, release, period)
  }
  return lines
}

interface Proposal {
  readonly release: Release | Overlay
  readonly publication: Publication & { readonly release: string }
}

function propose(programme: string, release: Release | Overlay, { valid_from: from, valid_to: to }: Omit<PackRelease, 'release'>): Proposal {
  const period = { ...(from === undefined ? {} : { valid_from: from }), ...(to === undefined ? {} : { valid_to: to }) }
  return { release, publication: { programme, scope: release.scope, release: hashDocument(release), recorded_at: '', ...period } }
}

async function publish(tx: Tx, release: Release | Overlay, publication: Proposal['publication']): Promise<void> {
  const { programme, scope, release: hash, valid_from: from, valid_to: to } = publication
  await insertRelease(tx, { hash, programme, scope, body: canonicalJson(release) })
  await insertPublication(tx, {
    programme,
    scope,
    release: hash,
    ...(from === undefined ? {} : { valid_from: from }),
    ...(to === undefined ? {} : { valid_to: to }),
    reason: 'Loaded from the packs at start',
    published_by: 'system',
  })
}

function withEnd(publication: Proposal['publication'], others: readonly Publication[]): Proposal['publication'] {
  const end = publication.valid_to ?? defaultValidTo(others, publication)
  return end === undefined ? publication : { ...publication, valid_to: end }
}

const sameScope = (a: Publication, b: Publication) => JSON.stringify(a.scope) === JSON.stringify(b.scope)

const firstDay = '0001-01-01'
const lastDay = '9999-12-31'

const overlaps = (a: Publication, b: Publication) =>
  (a.valid_from ?? firstDay) <= (b.valid_to ?? lastDay) && (b.valid_from ?? firstDay) <= (a.valid_to ?? lastDay)

const databaseWins = ({ id }: ProgrammeDocument, { title }: Release | Overlay): Text => ({
  vi: `${id}: “${title.vi}” trong thư mục quy định khác với bản đã ban hành cho thời kỳ đó; giữ bản đã ban hành.`,
  en: `${id}: “${title.en}” in the packs differs from what was published for its period; what was published stays.`,
})
