import { assemble, extendCommon, logicHash, type DraftDocument } from '@tieuchi/runtime'
import { findDraft } from '../drafts/draft-queries.ts'
import type { Tx } from '../plugins/database.ts'
import type { NamedImpactRow } from './impact-queries.ts'
import type { ImpactRules } from './impact-rules.ts'

/** The version a draft has now, where its rules are no longer those a run was of; undefined where the run still holds. */
export async function findVersionSince(tx: Tx, { draft_id: id, draft_version: version }: NamedImpactRow, rules: ImpactRules): Promise<number | undefined> {
  const draft = id === null ? undefined : await findDraft(tx, id)
  if (!draft || draft.version === version) return undefined
  return logicIn(rules, JSON.parse(draft.document)) === logicHash(rules.question.after.assembly) ? undefined : draft.version
}

/** The rules of a draft among the others a run read; undefined where they do not go together. */
function logicIn({ published, question: { others } }: ImpactRules, { release, additions }: DraftDocument): string | undefined {
  try {
    const { common } = extendCommon(published, additions)
    return logicHash(assemble({ programme: release.programme, layer: 'national', common, releases: { ...others, [release.programme]: release } }))
  } catch {
    return undefined
  }
}
