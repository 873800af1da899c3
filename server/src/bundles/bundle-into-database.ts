import {
  canonicalJson, hashDocument, isInstalled, planInstallation,
  type Bundle, type CommonDocument, type InstallGround, type Installation, type Overlay, type Publication, type Release, type Scope,
} from '@tieuchi/runtime'
import { holdName, type Tx } from '../plugins/database.ts'
import { findCommonBody, findReleaseBody, getNewestCommonOrThrow, insertCommon, insertPublication, insertRelease, listProgrammes, listPublications, upsertProgramme } from '../policies/policy-queries.ts'
import { listUnitsWithParents } from '../units/unit-queries.ts'

/** What a bundle would change in a database. */
export async function planForDatabase(tx: Tx, bundle: Bundle): Promise<Installation> {
  return planInstallation(bundle, await groundOfDatabase(tx, bundle))
}

/**
 * Puts a bundle in force in a database: what all share grows, releases and publications are recorded, all in the transaction it is given.
 * Where errors stand in the way, or everything is there already, nothing is done. Who runs it has the database; it is recorded as theirs.
 */
export async function installIntoDatabase(tx: Tx, bundle: Bundle): Promise<Installation> {
  await holdName(tx, 'packs')
  await holdName(tx, 'publishing')
  const plan = await planForDatabase(tx, bundle)
  if (isInstalled(plan) || plan.issues.some(({ severity }) => severity === 'error')) return plan
  await insertCommon(tx, hashDocument(plan.common), canonicalJson(plan.common))
  for (const programme of plan.programmes) await upsertProgramme(tx, programme)
  for (const { file: { release, manifest }, publication: { recorded_at: _later, ...publication } } of plan.steps) {
    await insertRelease(tx, { hash: manifest.documents.release, programme: publication.programme, scope: publication.scope, body: canonicalJson(release) })
    await insertPublication(tx, { ...publication, reason: `Installed from the bundle ${bundle.hash}, made by ${bundle.manifest.made_by} on ${bundle.manifest.made_on}`, published_by: 'system' })
  }
  return plan
}

async function groundOfDatabase(tx: Tx, bundle: Bundle): Promise<InstallGround> {
  const programmes = await listProgrammes(tx)
  const names = [...new Set([...programmes.map(({ id }) => id), ...bundle.releases.map(({ manifest }) => manifest.programme)])]
  const publications = await listPublications(tx, names)
  const common: CommonDocument = JSON.parse((await findCommonBody(tx, await getNewestCommonOrThrow(tx))) ?? 'null')
  return { common, programmes, units: await listUnitsWithParents(tx, unitsOf([...publications, ...bundle.manifest.contents])), publications, givesWay: true, documents: await documentsOf(tx, publications) }
}

const unitsOf = (rules: readonly { readonly scope: Scope }[]): readonly string[] => [...new Set(rules.flatMap(({ scope }) => (scope === 'national' ? [] : [scope.unit])))].toSorted()

async function documentsOf(tx: Tx, publications: readonly Publication[]): Promise<ReadonlyMap<string, Release | Overlay>> {
  const documents = new Map<string, Release | Overlay>()
  for (const { release: hash } of publications) {
    const body = hash === undefined || documents.has(hash) ? undefined : await findReleaseBody(tx, hash)
    if (hash !== undefined && body !== undefined) documents.set(hash, JSON.parse(body))
  }
  return documents
}
