import { assemble, type Assembly, type CommonDocument, type Layer, type Release } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findCommonBody, findReleaseBody } from './policy-queries.ts'
import type { PinnedRules } from './policy-schema.ts'

const mostAssemblies = 60

/** Assembled rules by the hashes they were made of. What a hash names never changes, so nothing here grows old. */
export class RuleBook {
  readonly #assemblies = new Map<string, Assembly>()

  /** The rules of a programme in one layer, as pinned. */
  async assembly(tx: Tx, programme: string, layer: Layer, pinned: PinnedRules): Promise<Assembly> {
    const hashes = Object.entries(pinned.releases).map(([name, layers]) => [name, layers[layer] ?? layers['national']] as const)
    const key = JSON.stringify([programme, layer, pinned.common, hashes.toSorted()])
    const kept = this.#assemblies.get(key)
    if (kept) {
      this.#assemblies.delete(key)
      this.#assemblies.set(key, kept)
      return kept
    }
    const releases: Record<string, Release> = {}
    for (const [name, hash] of hashes) if (hash !== undefined) releases[name] = await getReleaseOrThrow(tx, hash)
    const assembly = assemble({ programme, layer, common: await getCommonOrThrow(tx, pinned.common), releases })
    this.#keep(key, assembly)
    return assembly
  }

  #keep(key: string, assembly: Assembly): void {
    this.#assemblies.set(key, assembly)
    const oldest = this.#assemblies.keys().next()
    if (this.#assemblies.size > mostAssemblies && !oldest.done) this.#assemblies.delete(oldest.value)
  }
}

async function getReleaseOrThrow(tx: Tx, hash: string): Promise<Release> {
  const body = await findReleaseBody(tx, hash)
  if (body === undefined) throw new Problem('release_not_found', { hash })
  return JSON.parse(body)
}

async function getCommonOrThrow(tx: Tx, hash: string): Promise<CommonDocument> {
  const body = await findCommonBody(tx, hash)
  if (body === undefined) throw new Problem('common_not_found', { hash })
  return JSON.parse(body)
}
