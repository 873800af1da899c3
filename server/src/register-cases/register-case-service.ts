import { assemble, type DraftDocument } from '@tieuchi/runtime'
import { findDraftErrors } from '../drafts/draft-errors.ts'
import { joinRules, type JoinedRules } from '../drafts/draft-rules.ts'
import { getDraftOrThrow, type Writing } from '../drafts/draft-service.ts'
import { findHousehold } from '../households/household-queries.ts'
import { readRegister } from '../households/household-register.ts'
import { calendarDayOrThrow } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { insertTrail } from '../trail/trail-queries.ts'
import { describeOnDate } from '../units/unit-service.ts'
import { fieldsReadByDay } from './coarse-days.ts'
import type { RegisterCase, RegisterCaseRequest } from './register-case-schema.ts'
import { stripIdentity } from './strip-identity.ts'

/** Copies a household of the reader's area for a case of a draft, stripped of who it is; noted in the trail. */
export async function copyHousehold(tx: Tx, { signedIn, now }: Writing, draftId: string, asked: RegisterCaseRequest): Promise<RegisterCase> {
  if (!signedIn.permissions.includes('households.read')) throw new Problem('not_permitted', { permission: 'households.read' })
  const at = calendarDayOrThrow(asked.at)
  const draft: DraftDocument = JSON.parse((await getDraftOrThrow(tx, draftId)).document)
  const household = await findHousehold(tx, asked.household)
  if (household === undefined) throw new Problem('household_not_found')
  const unit = await describeOnDate(tx, household.unit_id, at)
  const joined = await joinRules(tx, draft.programme, at)
  const known = await readRegister(tx, household.id, at)
  const { given, left_out } = stripIdentity(known, { common: joined.common.document, at, byDay: daysRead(draft, joined), unit: unit.attributes })
  await insertTrail(tx, { at: now, person: signedIn.person.id, unit: household.unit_id, action: 'household.copied', subject: `household ${household.id}`, new: { programme: draft.programme.id, day: at } })
  return { at, given, left_out: [...left_out] }
}

/** A draft with errors reads nothing: then no day is more exact than ages need. */
function daysRead(draft: DraftDocument, joined: JoinedRules): ReadonlySet<string> {
  const { common, errors } = findDraftErrors(draft, joined)
  if (errors.length > 0) return new Set()
  const { programme } = draft.release
  const others = Object.fromEntries(Object.entries(joined.releases).map(([name, { release }]) => [name, release]))
  return fieldsReadByDay(assemble({ programme, layer: 'national', common, releases: { ...others, [programme]: draft.release } }))
}
