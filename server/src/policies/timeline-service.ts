import { canonicalJson, spansInForce, type ProgrammeDocument, type Publication, type Release, type Scope } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findReleaseBody, listProgrammes, listPublicationRows, listPublications } from './policy-queries.ts'
import type { ProgrammeTimeline } from './policy-schema.ts'

const scopesOf = (publications: readonly Publication[]): readonly Scope[] => [...new Map(publications.map(({ scope }) => [canonicalJson(scope), scope])).values()]

/** Every release of a programme with the days it is in force, and every publication that made it so. */
export async function describeTimeline(tx: Tx, programme: string): Promise<ProgrammeTimeline> {
  const document = await getProgrammeOrThrow(tx, programme)
  const publications = await listPublications(tx, [programme])
  const hashes = [...new Set(publications.flatMap(({ release }) => release ?? []))]
  const releases: ProgrammeTimeline['releases'] = {}
  for (const hash of hashes) {
    const body = await findReleaseBody(tx, hash)
    if (body === undefined) continue
    const { title, changelog, legal_basis, scope }: Release = JSON.parse(body)
    releases[hash] = { title, changelog, legal_basis: [...legal_basis], scope }
  }
  return {
    programme: document,
    releases,
    spans: scopesOf(publications).map((scope) => ({ scope, spans: [...spansInForce(publications, { programme, scope })] })),
    publications: await listPublicationRows(tx, programme),
  }
}

async function getProgrammeOrThrow(tx: Tx, id: string): Promise<ProgrammeDocument> {
  const found = (await listProgrammes(tx)).find((programme) => programme.id === id)
  if (found === undefined) throw new Problem('programme_not_found', { programme: id })
  return found
}
