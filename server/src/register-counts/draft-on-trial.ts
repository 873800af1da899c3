import { assemble, hashDocument, isDay, logicHash, momentAt, type Assembly, type CommonDocument, type DraftDocument, type Issue, type Moment } from '@tieuchi/runtime'
import { findDraftErrors } from '../drafts/draft-errors.ts'
import { joinRules, type JoinedRules } from '../drafts/draft-rules.ts'
import { getDraftOrThrow, type Writing } from '../drafts/draft-service.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { listReach } from '../units/unit-queries.ts'

/** A stored draft with all it is to be held against: what it reads, a day, and the units of the person who asks. */
export interface DraftOnTrial {
  readonly id: string
  readonly version: number
  readonly at: string
  readonly draft: DraftDocument
  readonly joined: JoinedRules
  /** The unit whose area the person sees, and every unit of it. */
  readonly area: string
  readonly units: readonly string[]
}

/** Its rules for the day; or what keeps them from judging anybody. */
export type RulesOfDraft =
  | { readonly kind: 'rules'; readonly assembly: Assembly; readonly logic: string; readonly moment: Moment; readonly published: CommonDocument }
  | { readonly kind: 'unfinished'; readonly issues: readonly Issue[] }

/** The draft as it is stored now: as of its first day, or of today where that is not said. */
export function readDraft(db: Db, { signedIn, today }: Writing, id: string): Promise<DraftOnTrial> {
  return asPerson(db, signedIn, async (tx) => {
    const { version, document } = await getDraftOrThrow(tx, id)
    const draft: DraftDocument = JSON.parse(document)
    const at = draft.valid_from !== undefined && isDay(draft.valid_from) ? draft.valid_from : today
    return { id, version, at, draft, joined: await joinRules(tx, draft.programme, at), area: signedIn.unit.id, units: await listReach(tx) }
  })
}

export function assembleDraft({ draft, joined, at }: DraftOnTrial): RulesOfDraft {
  const { common, errors } = findDraftErrors(draft, joined)
  if (errors.length > 0) return { kind: 'unfinished', issues: errors }
  const { programme } = draft.release
  const others = Object.fromEntries(Object.entries(joined.releases).map(([name, { release }]) => [name, release]))
  const assembly = assemble({ programme, layer: 'national', common, releases: { ...others, [programme]: draft.release } })
  return { kind: 'rules', assembly, logic: logicHash(assembly), moment: momentAt(at), published: joined.common.document }
}

/** Names what a count would be made of: another version, other rules beside it, another day or another area is another question. */
export const questionOf = ({ version, at, joined: { common, releases }, area }: DraftOnTrial): string =>
  hashDocument([version, at, area, common.hash, Object.entries(releases).map(([name, { hash }]) => [name, hash])])
