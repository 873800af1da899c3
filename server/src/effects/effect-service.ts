import { hashDocument, resolvePublication, type DraftDocument, type ProgrammeDocument, type Scope } from '@tieuchi/runtime'
import { periodOf, type Period } from '../drafts/draft-publishing.ts'
import { findDraftErrors } from '../drafts/draft-errors.ts'
import { joinRules } from '../drafts/draft-rules.ts'
import { getDraftOrThrow, type Writing } from '../drafts/draft-service.ts'
import { formatDay } from '../plugins/clock.ts'
import { asPerson, type Db, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { listProgrammes, listPublications } from '../policies/policy-queries.ts'
import { describeOnDate } from '../units/unit-service.ts'
import type { EffectFinder } from './effect-finder.ts'
import type { Effect, Effects } from './effect-list.ts'
import { listHashesOf, listHouseholdsOf } from './effect-queries.ts'
import { programmesTouched, type Candidate, type RulesChange } from './effect-rules.ts'
import type { EffectList, EffectOnDecision } from './effect-schema.ts'

/** What a publication on some days would change of what was decided. */
export interface FoundEffects extends Effects {
  readonly period: Period
}

interface Question {
  readonly change: RulesChange
  readonly period: Period
}

/** The effects of putting a draft in force on some days, within the reader's area. A draft that is not sound is refused with its errors. */
export async function findDraftEffects(db: Db, finder: EffectFinder, { signedIn, today }: Writing, id: string, asked: Period): Promise<FoundEffects> {
  return find(db, finder, signedIn, (tx) => draftQuestion(tx, id, asked, today))
}

/** The effects of a withdrawal on some days, within the reader's area. */
export async function findWithdrawalEffects(db: Db, finder: EffectFinder, { signedIn }: Writing, asked: Period & { readonly programme: string; readonly scope: Scope }): Promise<FoundEffects> {
  return find(db, finder, signedIn, async (tx) => {
    const { programme, scope, valid_from: from, valid_to: to } = asked
    const inForce = resolvePublication(await listPublications(tx, [programme]), { programme, scope, at: from })
    if (inForce?.release === undefined) throw new Problem('nothing_to_withdraw', { from: formatDay(from) })
    const end = to ?? inForce.valid_to
    return { change: { programme, scope, programmes: await listProgrammes(tx), known: await listHashesOf(tx, programme, scope) }, period: { valid_from: from, ...(end !== undefined && { valid_to: end }) } }
  })
}

async function find(db: Db, finder: EffectFinder, reader: Writing['signedIn'], ask: (tx: Tx) => Promise<Question>): Promise<FoundEffects> {
  const { change, period } = await asPerson(db, reader, ask)
  const span = { programmes: programmesTouched(change), from: period.valid_from, to: period.valid_to }
  return { period, ...(await finder.find(db, reader, span, change)) }
}

async function draftQuestion(tx: Tx, id: string, asked: Period, today: string): Promise<Question> {
  const draft: DraftDocument = JSON.parse((await getDraftOrThrow(tx, id)).document)
  const candidate = await getCandidateOrThrow(tx, draft, today)
  const { id: programme } = draft.programme
  const { scope } = draft.release
  return {
    change: { programme, scope, programmes: withProgramme(await listProgrammes(tx), draft.programme), candidate, known: await listHashesOf(tx, programme, scope) },
    period: periodOf(await listPublications(tx, [programme]), { programme, scope }, asked),
  }
}

const withProgramme = (programmes: readonly ProgrammeDocument[], changed: ProgrammeDocument): readonly ProgrammeDocument[] => [...programmes.filter(({ id }) => id !== changed.id), changed]

/** The draft as it would be published; its errors where nobody can be judged by it. */
async function getCandidateOrThrow(tx: Tx, draft: DraftDocument, today: string): Promise<Candidate> {
  const { common, errors } = findDraftErrors(draft, await joinRules(tx, draft.programme, draft.valid_from ?? today))
  if (errors.length > 0) throw new Problem('draft_unsound', {}, errors)
  return { release: { hash: hashDocument(draft.release), document: draft.release }, common: { hash: hashDocument(common), document: common } }
}

/** Refuses to publish or withdraw while the person has not seen the list of what would come out otherwise, as it is now. */
export function demandSeen({ effects, seen: now }: FoundEffects, seen: string | undefined): void {
  if (effects.length === 0 || seen === now) return
  throw new Problem(seen === undefined ? 'effects_not_seen' : 'effects_changed', { differing: effects.length })
}

/** What the trail keeps of it. */
export const summariseEffects = ({ checked, effects, seen }: Effects) => ({ checked, differing: effects.length, seen })

/** A part of the list, with the names of households and communes. */
export async function describeEffects(tx: Tx, { period, checked, effects, seen }: FoundEffects, { offset = 0, limit = 50 }: { readonly offset?: number; readonly limit?: number }): Promise<EffectList> {
  const shown = effects.slice(offset, offset + limit)
  const households = await listHouseholdsOf(tx, shown.map(({ submission }) => submission))
  const units = new Map<string, EffectOnDecision['unit']>()
  for (const effect of shown) if (!units.has(placeOf(effect))) units.set(placeOf(effect), await unitOf(tx, effect))
  return {
    ...period,
    checked,
    differing: effects.length,
    seen,
    decisions: shown.map((effect) => {
      const { unit_at: _unitAt, ...line } = effect
      return { ...line, household: '', label: '', ...households.get(effect.submission), unit: units.get(placeOf(effect)) ?? { id: effect.unit, code: '', name: '' } }
    }),
  }
}

const placeOf = ({ unit, unit_at: at }: Effect): string => `${unit} ${at}`

async function unitOf(tx: Tx, { unit, unit_at: at }: Effect): Promise<EffectOnDecision['unit']> {
  const { id, code, name } = await describeOnDate(tx, unit, at)
  return { id, code, name }
}
