import { assemble, formatDate, formSetAround, type DraftDocument } from '@tieuchi/runtime'
import { findDraftErrors } from '../drafts/draft-errors.ts'
import { joinRules } from '../drafts/draft-rules.ts'
import { getDraftOrThrow } from '../drafts/draft-service.ts'
import { calendarDayOrThrow, dayOf } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { describeOnDate } from '../units/unit-service.ts'
import { blankFormPrint } from './blank-form-print.ts'
import type { PrintDocument } from './print-engine.ts'
import { fileName } from './print-file.ts'
import type { NamedPaper, Printing } from './print-service.ts'
import { sayIn } from './print-words.ts'

export interface DraftFormQuestion {
  readonly draft: string
  readonly form: string
  /** ISO day; absent: the first day of the draft, or today. */
  readonly at?: string | undefined
  /** Rows for members. */
  readonly members: number
}

/** A form of a draft to be filled by hand, to be looked at on paper before it is in force: it says that it is not. */
export async function printDraftForm(tx: Tx, { signedIn, language }: Printing, asked: DraftFormQuestion, now: Date): Promise<NamedPaper<PrintDocument>> {
  const row = await getDraftOrThrow(tx, asked.draft)
  const document: DraftDocument = JSON.parse(row.document)
  const at = calendarDayOrThrow(asked.at ?? document.valid_from ?? dayOf(now))
  const { programme, release } = document
  const joined = await joinRules(tx, programme, at)
  const { common, errors } = findDraftErrors(document, joined)
  if (errors.length > 0) throw new Problem('draft_form_unsound', {}, errors)
  const form = release.forms.find(({ id }) => id === asked.form)
  if (!form) throw new Problem('form_not_found', { form: asked.form })
  const others = Object.fromEntries(Object.entries(joined.releases).map(([name, other]) => [name, other.release]))
  const assembly = assemble({ programme: programme.id, layer: 'national', common, releases: { ...others, [programme.id]: release } })
  const set = formSetAround(assembly, form)
  const unit = await describeOnDate(tx, signedIn.unit.id, at)
  const say = sayIn(language)
  const foot = say('blankDraftRecord', { version: String(row.version), day: formatDate(at) })
  return { name: fileName(form.title.vi, 'bản nháp', unit.name, at), paper: blankFormPrint({ say, language, assembly: set.parts[0].assembly, form: set, at, members: asked.members }, { unit, foot, note: say('notInForce') }) }
}
