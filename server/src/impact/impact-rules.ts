import { assemble, extendCommon, momentAt, noAdditions, type CommonDocument, type DraftDocument, type Release } from '@tieuchi/runtime'
import { ruleChanges, type RuleChange } from '@tieuchi/runtime/impact/rule-changes.ts'
import { Variants } from '@tieuchi/runtime/impact/variants.ts'
import { rulesOnTrial } from '../batches/rules-on-trial.ts'
import { findVersion } from '../drafts/draft-queries.ts'
import type { Tx } from '../plugins/database.ts'
import { findCommonBody, findReleaseBody } from '../policies/policy-queries.ts'
import type { ImpactRow } from './impact-queries.ts'
import type { Between } from './judging/detail-part.ts'
import type { ImpactQuestion } from './judging/impact-question.ts'

/** Everything a run is about, read from what was stored. */
export interface ImpactRules {
  readonly question: ImpactQuestion
  readonly between: Between & { readonly changes: readonly RuleChange[] }
  /** What all shared when it was asked, without what a draft adds. */
  readonly published: CommonDocument
}

type Asked = Pick<ImpactRow, 'draft_id' | 'draft_version' | 'before_hash' | 'after_hash' | 'common_hash' | 'reads' | 'subject' | 'at' | 'near'>

export async function readRules(tx: Tx, asked: Asked): Promise<ImpactRules> {
  const published: CommonDocument = JSON.parse(stored(await findCommonBody(tx, asked.common_hash), asked.common_hash))
  const before = await readRelease(tx, asked.before_hash)
  const after = await readAfter(tx, asked)
  const others: Record<string, Release> = {}
  for (const [name, hash] of Object.entries(asked.reads)) others[name] = await readRelease(tx, hash)
  return joinImpactRules({ published, before, after, others }, asked)
}

export interface ImpactDocuments {
  readonly published: CommonDocument
  readonly before: Release
  readonly after: Pick<DraftDocument, 'release' | 'additions'>
  readonly others: Readonly<Record<string, Release>>
}

/** Both rules with one dictionary: that of the rules after, which only adds to the published one. */
export function joinImpactRules({ published, before, after, others }: ImpactDocuments, { subject, at, near }: Pick<Asked, 'subject' | 'at' | 'near'>): ImpactRules {
  const { common } = extendCommon(published, after.additions)
  const { programme } = after.release
  const [old, now] = [before, after.release].map((release) => assemble({ programme, layer: 'national', common, releases: { ...others, [programme]: release } }))
  if (!old || !now) throw new Error('Two rules are compared')
  const question: ImpactQuestion = { before: rulesOnTrial(old), after: rulesOnTrial(now), others, subject, moment: momentAt(at), near }
  return { question, published, between: { changes: ruleChanges(old, now, others), variants: new Variants(old, now, others) } }
}

async function readAfter(tx: Tx, { draft_id: draft, draft_version: version, after_hash: hash }: Asked): Promise<ImpactDocuments['after']> {
  if (draft === null || version === null) return { release: await readRelease(tx, hash), additions: noAdditions }
  const document: DraftDocument = JSON.parse(stored((await findVersion(tx, draft, version))?.document, `${draft} ${version}`))
  return document
}

const readRelease = async (tx: Tx, hash: string): Promise<Release> => JSON.parse(stored(await findReleaseBody(tx, hash), hash))

function stored(body: string | undefined, name: string): string {
  if (body === undefined) throw new Error(`${name} is not stored any more`)
  return body
}
