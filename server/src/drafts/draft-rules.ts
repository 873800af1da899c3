import { resolvePublication, type CommonDocument, type ProgrammeDocument, type Release } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { findCommonBody, findReleaseBody, getNewestCommonOrThrow, listProgrammes, listPublications } from '../policies/policy-queries.ts'

/** What a draft is joined with: the newest version of what all share, and the national releases in force that it reads. */
export interface JoinedRules {
  readonly common: { readonly hash: string; readonly document: CommonDocument }
  readonly releases: Readonly<Record<string, { readonly hash: string; readonly release: Release }>>
}

/** Every programme that one reads, directly or through another. */
function readBy(programmes: readonly ProgrammeDocument[], { depends_on: names }: Pick<ProgrammeDocument, 'depends_on'>, seen = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    if (seen.has(name)) continue
    seen.add(name)
    const found = programmes.find(({ id }) => id === name)
    if (found) readBy(programmes, found, seen)
  }
  return seen
}

/** Hashes of the releases in force on a day of every programme that one reads; programmes with nothing in force are left out. */
export async function releasesReadOn(tx: Tx, programme: Pick<ProgrammeDocument, 'id' | 'depends_on'>, at: string): Promise<Record<string, string>> {
  const names = [...readBy(await listProgrammes(tx), programme), 'common'].filter((name) => name !== programme.id)
  const publications = await listPublications(tx, names)
  return Object.fromEntries(names.flatMap((name) => {
    const found = resolvePublication(publications, { programme: name, scope: 'national', at })
    return found?.release === undefined ? [] : [[name, found.release] as const]
  }))
}

export async function joinRules(tx: Tx, programme: ProgrammeDocument, at: string): Promise<JoinedRules> {
  const common = await getNewestCommonOrThrow(tx)
  const body = await findCommonBody(tx, common)
  if (body === undefined) throw new Error(`The common version ${common} has no body`)
  const hashes = Object.entries(await releasesReadOn(tx, programme, at))
  const releases: Record<string, { hash: string; release: Release }> = {}
  for (const [name, hash] of hashes) {
    const release = await findReleaseBody(tx, hash)
    if (release !== undefined) releases[name] = { hash, release: JSON.parse(release) }
  }
  return { common: { hash: common, document: JSON.parse(body) }, releases }
}
