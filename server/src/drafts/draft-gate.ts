import { gateTitles, hashDocument, type DraftDocument, type GateConcern, type GateFinding, type GateItemId, type Issue, type Text } from '@tieuchi/runtime'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { insertAcknowledgement, listAcknowledgements, type AcknowledgementRow } from './draft-acknowledgement-queries.ts'
import { findApproval } from './draft-life.ts'
import type { Period } from './draft-publishing.ts'
import type { NamedDraftRow } from './draft-queries.ts'
import { joinRules, type JoinedRules } from './draft-rules.ts'
import type { Gate, GateItem } from './draft-schema.ts'
import { getDraftOrThrow, type Writing } from './draft-service.ts'
import type { GateFindings, GateRunner } from './gate-runner.ts'
import { findLocalRules } from './local-rules.ts'
import { findImpact } from './draft-impact.ts'
import { approvalItem, impactItem, localRulesItem } from './server-items.ts'

interface Judged {
  readonly row: NamedDraftRow
  readonly findings: GateFindings
}

/** Judges a draft as it is now. The database is not held while the cases run. */
async function judge(db: Db, runner: GateRunner, { signedIn, today }: Writing, id: string, gone?: AbortSignal): Promise<Judged> {
  const { row, draft, joined } = await asPerson(db, signedIn, async (tx) => {
    const found = await getDraftOrThrow(tx, id)
    const document: DraftDocument = JSON.parse(found.document)
    return { row: found, draft: document, joined: await joinRules(tx, document.programme, document.valid_from ?? today) }
  })
  return { row, findings: await runner.judge({ draft: id, question: { draft, common: joined.common.document, others: releasesOf(joined), at: draft.valid_from ?? today }, read: hashesOf(joined), gone }) }
}

const releasesOf = ({ releases }: JoinedRules) => Object.fromEntries(Object.entries(releases).map(([name, { release }]) => [name, release]))

const hashesOf = ({ common, releases }: JoinedRules): readonly string[] => [common.hash, ...Object.entries(releases).map(([name, { hash }]) => `${name} ${hash}`).toSorted()]

/** The gate of a draft: each item with its state, its problems, and who answers for what. Told when whoever asked has `gone`, it may fail with `NobodyWaits`. */
export async function describeGate(db: Db, runner: GateRunner, writing: Writing, id: string, gone?: AbortSignal): Promise<Gate> {
  const { row, findings } = await judge(db, runner, writing, id, gone)
  return asPerson(db, writing.signedIn, async (tx) => {
    const acknowledged = await listAcknowledgements(tx, id)
    const own = (Object.keys(gateTitles) as GateItemId[]).map((item) => itemOf(item, gateTitles[item], findings[item], acknowledged))
    return gateOf(row, [...own, await localItem(tx, row, findings, writing.today), impactItem(await findImpact(tx, id, writing.today)), approvalItem(await findApproval(tx, row))])
  })
}

/** Local rules in force from the draft's proposed day on must fit it; with errors in it nobody can tell. */
async function localItem(tx: Tx, row: NamedDraftRow, { errors }: GateFindings, today: string): Promise<GateItem> {
  if (!errors.met) return localRulesItem(undefined)
  const draft: DraftDocument = JSON.parse(row.document)
  const { valid_from: from = today, valid_to: to } = draft
  return localRulesItem(await findLocalRules(tx, draft, { valid_from: from, ...(to !== undefined && { valid_to: to }) }))
}

const gateOf = ({ version }: NamedDraftRow, items: GateItem[]): Gate => ({ version, passed: items.every(({ state }) => state === 'met'), items })

const contentHash = ({ content }: GateConcern): string => hashDocument(content)

function itemOf(id: GateItemId, title: Text, finding: GateFinding, acknowledged: readonly AcknowledgementRow[]): GateItem {
  const subjects = finding.concerns.map((concern) => {
    const by = acknowledged.find((row) => row.item === id && row.subject === concern.id && row.content_hash === contentHash(concern))
    return { id: concern.id, sentence: concern.sentence, ...(by ? { acknowledged_by: { id: by.acknowledged_by, name: by.name }, acknowledged_at: by.acknowledged_at.toISOString() } : {}) }
  })
  const open = subjects.some((subject) => !('acknowledged_by' in subject))
  return {
    id,
    title,
    state: !finding.met ? 'failed' : open ? 'to_acknowledge' : 'met',
    sentence: finding.sentence,
    ...(finding.remedy ? { remedy: finding.remedy } : {}),
    issues: [...finding.issues],
    subjects,
    proposals: [...(finding.proposals ?? [])],
  }
}

/** Refuses a step while an item is not met; of what a person must do first the approval can be left out. */
export async function demandGate(db: Db, runner: GateRunner, writing: Writing, id: string, { version, beforeApproval }: { readonly version: number; readonly beforeApproval: boolean }): Promise<void> {
  const gate = await describeGate(db, runner, writing, id)
  if (gate.version !== version) return
  const lacking = gate.items.filter((item) => item.state !== 'met' && !(beforeApproval && item.id === 'approval'))
  if (lacking.length > 0) throw new Problem('gate_not_passed', {}, lacking.map(issueOf))
}

/** Refuses days on which local rules would not fit the draft; the gate has looked at its proposed days alone. */
export async function demandLocalRulesFit(tx: Tx, id: string, period: Period): Promise<void> {
  const { issues } = await findLocalRules(tx, JSON.parse((await getDraftOrThrow(tx, id)).document), period)
  if (issues.length > 0) throw new Problem('local_rules_conflict', {}, issues)
}

const issueOf = ({ id, title, state, sentence, remedy }: GateItem): Issue => {
  const todo = remedy ?? (state === 'to_acknowledge' ? { vi: 'Xem và xác nhận từng nội dung.', en: 'Look at each and acknowledge it.' } : { vi: '', en: '' })
  return {
    code: `gate_${id}`, severity: 'error', path: ['gate', id], params: { state },
    message: { vi: `${title.vi}: ${sentence.vi} ${todo.vi}`.trim(), en: `${title.en}: ${sentence.en} ${todo.en}`.trim() },
  }
}

/** Notes by name that a person has seen what the gate shows; what changes later must be seen again. */
export async function acknowledge(db: Db, runner: GateRunner, writing: Writing, id: string, { item, subjects }: { readonly item: string; readonly subjects: readonly string[] }): Promise<void> {
  const { findings } = await judge(db, runner, writing, id)
  const concerns = Object.hasOwn(findings, item) ? findings[item as GateItemId].concerns.filter((concern) => subjects.includes(concern.id)) : []
  await asPerson(db, writing.signedIn, async (tx) => {
    for (const concern of concerns) await keep(tx, writing, id, item, concern)
  })
}

async function keep(tx: Tx, { signedIn, now }: Writing, id: string, item: string, concern: GateConcern): Promise<void> {
  const kept = await insertAcknowledgement(tx, { draft_id: id, item, subject: concern.id, content_hash: contentHash(concern), acknowledged_at: now, acknowledged_by: signedIn.person.id })
  if (kept) await insertTrail(tx, { at: now, person: signedIn.person.id, action: 'gate.acknowledged', subject: `draft ${id}`, new: { item, subject: concern.id, sentence: concern.sentence } })
}
