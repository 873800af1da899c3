import { applyOverlays, assemble, type Assembly, type CommonDocument, type FormSet, type Issue, type Layer, type Overlay, type Release } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findCommonBody, findReleaseBody } from './policy-queries.ts'
import { keyOfRules, rulesToJudge } from './pinned-rules.ts'
import type { PinnedRules } from './policy-schema.ts'
import { RecentlyUsed } from './recently-used.ts'

/** One form reads the rules of every programme that has pages in it, so these are the rules of a dozen forms. */
const mostAssemblies = 200
const mostDocuments = 200
const mostFormSets = 30

/** Assembled rules by the hashes they were made of. What a hash names never changes, so nothing here grows old. */
export class RuleBook {
  /** Forms put together of what it assembled. */
  readonly formSets = new RecentlyUsed<FormSet>(mostFormSets)
  readonly #assemblies = new RecentlyUsed<Assembly>(mostAssemblies)
  readonly #documents = new RecentlyUsed<object>(mostDocuments)
  readonly #unpublished: ReadonlyMap<string, unknown>

  /** `unpublished` are documents by hash that are not in the database yet. */
  constructor(unpublished: ReadonlyMap<string, unknown> = new Map()) {
    this.#unpublished = unpublished
  }

  /** The rules of a programme in one layer, as pinned. */
  assembly(tx: Tx, programme: string, layer: Layer, pinned: PinnedRules): Promise<Assembly> {
    return this.#assemblies.find(JSON.stringify([programme, layer, keyOfRules(rulesToJudge(pinned))]), () => this.#assemble(tx, programme, layer, pinned))
  }

  /** The documents that pinned rules are assembled of, without local ones. */
  async documents(tx: Tx, pinned: PinnedRules): Promise<{ readonly common: CommonDocument; readonly releases: Readonly<Record<string, Release>> }> {
    const releases: Record<string, Release> = {}
    for (const [name, { national }] of Object.entries(pinned.releases)) releases[name] = await this.#documentOrThrow(tx, national)
    return { common: await this.#commonOrThrow(tx, pinned.common), releases }
  }

  /** The local rules that a programme is judged by, its own and those of what all share, from the province downward. */
  async overlays(tx: Tx, programme: string, pinned: PinnedRules): Promise<readonly { readonly hash: string; readonly overlay: Overlay }[]> {
    const hashes = [programme, 'common'].flatMap((name) => pinned.releases[name]?.local ?? [])
    return Promise.all(hashes.map(async (hash) => ({ hash, overlay: await this.#documentOrThrow(tx, hash) })))
  }

  async #assemble(tx: Tx, programme: string, layer: Layer, pinned: PinnedRules): Promise<Assembly> {
    const releases: Record<string, Release> = {}
    const overlays: Record<string, readonly Overlay[]> = {}
    for (const [name, { national, local = [] }] of Object.entries(pinned.releases)) {
      const base: Release = await this.#documentOrThrow(tx, national)
      releases[name] = base
      overlays[name] = await this.#overlaysOrThrow(tx, base, local)
    }
    return assemble({ programme, layer, common: await this.#commonOrThrow(tx, pinned.common), releases, overlays })
  }

  /** The document of a hash, a release or an overlay as the pinned place says. */
  async #documentOrThrow(tx: Tx, hash: string): Promise<ReturnType<JSON['parse']>> {
    return this.#unpublished.get(hash) ?? this.#documents.find(hash, async () => {
      const body = await findReleaseBody(tx, hash)
      if (body === undefined) throw new Problem('release_not_found', { hash })
      return JSON.parse(body)
    })
  }

  /** Overlays of a base; a problem where one of them does not fit it, so that nobody is judged by half of it. */
  async #overlaysOrThrow(tx: Tx, base: Release, hashes: readonly string[]): Promise<readonly Overlay[]> {
    const overlays: Overlay[] = []
    for (const hash of hashes) overlays.push(await this.#documentOrThrow(tx, hash))
    const wrong = applyOverlays(base, overlays).issues.filter(({ severity }) => severity === 'error')
    if (wrong.length > 0) throw new Problem('overlay_conflict', { overlay: namesOf(overlays, wrong) }, wrong)
    return overlays
  }

  async #commonOrThrow(tx: Tx, hash: string): Promise<CommonDocument> {
    const document = this.#unpublished.get(hash) ?? (await this.#documents.find(hash, async () => {
      const body = await findCommonBody(tx, hash)
      if (body === undefined) throw new Problem('common_not_found', { hash })
      return JSON.parse(body)
    }))
    return document as CommonDocument
  }
}

const namesOf = (overlays: readonly Overlay[], wrong: readonly Issue[]) => {
  const titles = overlays.filter((_overlay, index) => wrong.some(({ path }) => path[0] === index)).map(({ title }) => title)
  return { vi: titles.map(({ vi }) => vi).join('; '), en: titles.map(({ en }) => en).join('; ') }
}
