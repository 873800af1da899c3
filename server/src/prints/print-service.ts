import { formatDate, formSet, formState, momentAt, wholeForms, type Language, type Release, type WholeForm } from '@tieuchi/runtime'
import { listAttachments } from '../attachments/attachment-queries.ts'
import { momentOf } from '../decisions/decision-proof.ts'
import { calendarDayOrThrow, dayOf } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findReleaseBody, getNewestCommonOrThrow } from '../policies/policy-queries.ts'
import { contributorsOf, noneInForce, pinFormRules } from '../policies/form-rules.ts'
import type { PinnedFormRules } from '../policies/policy-schema.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import type { SignedIn } from '../sessions/session-service.ts'
import { describeOnDate, getInReachOrThrow } from '../units/unit-service.ts'
import { blankFormPrint } from './blank-form-print.ts'
import { explanationPaper, type ExplanationPaper } from './explanation-print.ts'
import { filledFormPrint } from './filled-form-print.ts'
import type { PrintDocument } from './print-engine.ts'
import { fileName } from './print-file.ts'
import { sayIn } from './print-words.ts'
import { explainSubmission, inputOf, readLayers, readResults, readSubmission, type PrintedSubmission } from './printed-submission.ts'

/** Who prints, and how sensitive answers are: as asked, or as the purpose of the paper says. */
export interface Printing {
  readonly book: RuleBook
  readonly signedIn: SignedIn
  readonly language: Language
  readonly sensitive?: 'open' | 'masked' | undefined
}

/** A paper before it is laid out, with the name of its file. */
export interface NamedPaper<Paper> {
  readonly name: string
  readonly paper: Paper
}

const mayReadOpenly = ({ permissions }: SignedIn): boolean => permissions.includes('submissions.write')

/** Whether sensitive answers are printed; a problem where that is asked for by someone who does not keep the files. */
function openlyOrThrow({ signedIn, sensitive }: Printing, usually: 'open' | 'masked'): boolean {
  if (sensitive === 'open' && !mayReadOpenly(signedIn)) throw new Problem('not_permitted')
  return (sensitive ?? usually) === 'open' && mayReadOpenly(signedIn)
}

const nameOf = ({ row }: PrintedSubmission, title: string): string => fileName(title, row.label, row.law_at)

/** The form of a submission with its answers, for the file: sensitive answers as they are, unless the reader may not write any. */
export async function printFilledForm(tx: Tx, printing: Printing, id: string): Promise<NamedPaper<PrintDocument>> {
  const openly = openlyOrThrow(printing, 'open')
  const submission = await readSubmission(tx, printing.book, id)
  const { form, form: { parts: [{ assembly }] } } = submission
  const state = await formState(form, inputOf(submission), momentOf(submission.row))
  const { language } = printing
  const paper = { say: sayIn(language), language, assembly, form, answers: submission.row.answers, hidden: new Set(state.hidden), facts: state.facts, attachments: await listAttachments(tx, id), openly }
  return { name: nameOf(submission, form.form.title.vi), paper: filledFormPrint(paper, submission, state, await readResults(tx, submission)) }
}

/** Why a submission came out as it did; sensitive answers are masked unless asked for. */
export async function printExplanation(tx: Tx, printing: Printing, id: string): Promise<NamedPaper<ExplanationPaper>> {
  const openly = openlyOrThrow(printing, 'masked')
  const submission = await readSubmission(tx, printing.book, id)
  const layers = await explainSubmission(tx, printing.book, submission)
  return { name: nameOf(submission, sayIn('vi')('explanation')), paper: explanationPaper(submission, layers, { language: printing.language, openly }) }
}

export interface BlankQuestion {
  /** Content hash of the release. */
  readonly release: string
  readonly form: string
  /** Code of a unit in the reader's area; absent: the reader's own. */
  readonly unit?: string | undefined
  /** ISO day; absent: today. */
  readonly at?: string | undefined
  /** Rows for members. */
  readonly members: number
}

/** A form of a release to be filled by hand in a unit on a day. */
export async function printBlankForm(tx: Tx, { book, signedIn, language }: Printing, asked: BlankQuestion, now: Date): Promise<NamedPaper<PrintDocument>> {
  const at = calendarDayOrThrow(asked.at ?? dayOf(now))
  const unit = asked.unit === undefined ? await describeOnDate(tx, signedIn.unit.id, at) : await getInReachOrThrow(tx, asked.unit, at)
  const { programme, form } = await findForm(tx, asked)
  const rules = await rulesOfRelease(tx, { programme, release: asked.release, unit: unit.id, at })
  const [assembly, local] = await readLayers(tx, book, { programme, rules })
  if (!assembly) throw new Error('Rules have one layer at least')
  const paper = { say: sayIn(language), language, assembly, form: formSet(assembly, form.id, await contributorsOf(tx, book, rules)), at, members: asked.members }
  return { name: fileName(form.title.vi, 'trắng', unit.name, at), paper: blankFormPrint(paper, { unit, foot: paper.say('blankRecord', { hash: asked.release.slice(0, 8), day: formatDate(at) }), local }) }
}

async function findForm(tx: Tx, { release: hash, form: id }: BlankQuestion): Promise<{ readonly programme: string; readonly form: WholeForm }> {
  const body = await findReleaseBody(tx, hash)
  if (body === undefined) throw new Problem('release_not_found', { hash })
  const { programme, forms = [] }: Partial<Pick<Release, 'forms'>> & Pick<Release, 'programme'> = JSON.parse(body)
  const form = wholeForms({ forms }).find((each) => each.id === id)
  if (form === undefined) throw new Problem('form_not_found', { form: id })
  return { programme, form }
}

/** What a release is read with on a day: the rules in force around the unit where it is the one, else whatever it reads of others. */
async function rulesOfRelease(tx: Tx, { programme, release, unit, at }: { readonly programme: string; readonly release: string; readonly unit: string; readonly at: string }): Promise<PinnedFormRules> {
  const inForce = await pinFormRules(tx, { programme, unit, moment: momentAt(at) }).catch(noneInForce)
  if (inForce?.releases[programme]?.national === release) return inForce
  return { common: await getNewestCommonOrThrow(tx), releases: { ...inForce?.releases, [programme]: { national: release } } }
}
