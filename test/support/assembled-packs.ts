import type { Assembly } from '@tieuchi/runtime'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import type { PackRelease, Packs } from '@tieuchi/server/policies/pack.ts'

export interface AssembledPack extends PackRelease {
  /** First day of the release, or one on which it is in force. */
  readonly from: string
  readonly assembly: Assembly
}

/** Every release of the packs, assembled with what it reads as of its first day. */
export const assembledPacks = (packs: Packs): readonly AssembledPack[] =>
  packs.programmes.flatMap(({ document, releases }) => releases.map((entry) => {
    const from = entry.valid_from ?? entry.valid_to ?? '2026-01-01'
    const rules = resolvePackRules(packs, { programme: document.id, at: from })
    if (isIssue(rules)) throw new Error(rules.message.en)
    return { ...entry, from, assembly: rules.assemblies.national }
  }))
