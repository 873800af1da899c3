import { formatDate, hashDocument, type FormState } from '@tieuchi/runtime'
import type { SubmissionRow } from '../submissions/submission-queries.ts'
import { dayOf } from '../plugins/clock.ts'
import { administrativeHead } from './administrative-head.ts'
import { checksPart } from './checks-part.ts'
import { filledParts, type FilledForm } from './filled-parts.ts'
import { factLines, formMargins, paperTitle, ruleFacts, signatures } from './form-sheet.ts'
import type { Content, PrintDocument } from './print-engine.ts'
import type { Say } from './print-words.ts'
import { resultTexts } from './results-part.ts'
import { formSections, sectionTitle } from './section-part.ts'
import type { LayerResult, PrintedSubmission } from './printed-submission.ts'
import { hasSensitive } from './sensitive-answers.ts'

/** A submission as a form: the answers in the order of the form, what was checked, and where to sign. */
export const filledFormPrint = (paper: FilledForm, submission: PrintedSubmission, state: FormState, results: readonly LayerResult[]): PrintDocument => {
  const { say, form, language } = paper
  const { row, unit } = submission
  const sent = row.state === 'submitted'
  const { title: { [language]: title }, sections } = form.form
  return {
    title,
    language,
    at: row.updated_at,
    size: 11,
    margins: formMargins,
    foot: recordLine(say, row),
    content: [
      ...administrativeHead({ say, unit, day: sent ? dayOf(row.updated_at) : undefined }),
      paperTitle(title, sent ? undefined : `(${say('draft')})`),
      submissionFacts(paper, submission),
      ...(paper.openly || !hasSensitive(paper.assembly, row.answers) ? [] : [{ text: say('masked'), italics: true, margin: [0, 2, 0, 0] } satisfies Content]),
      ...formSections(paper, filledParts),
      ...checksPart(paper, state, row.reasons),
      ...(results.length > 0 ? [sectionTitle(sections.length + (state.issues.length > 0 ? 2 : 1), say('result')), ...resultTexts({ say, language, members: row.answers.members }, results, submission.places).map((text) => ({ text: [...text], margin: [0, 1, 0, 1] }) satisfies Content)] : []),
      signatures(say),
    ],
  }
}

/** Whose submission it is, where, on which date and by which rules. */
export const submissionFacts = ({ say, language, assembly }: Pick<FilledForm, 'say' | 'language' | 'assembly'>, { row, unit, layers }: PrintedSubmission): Content => factLines([
  [say('household'), row.label === '' ? say('unnamed') : row.label],
  [say('unit'), [unit.name, ...unit.parents].join(', ')],
  [say('referenceDate'), formatDate(row.law_at)],
  ...ruleFacts(say, language, assembly, layers.find(({ layer }) => layer === 'local')),
])

/** By which a paper finds its record, and two papers of one content each other. The code is looked for in the application. */
export const recordLine = (say: Say, { id, version, answers, rules }: SubmissionRow): string =>
  say('record', { code: id.slice(0, 8).toUpperCase(), version, hash: hashDocument({ answers, rules }).slice(0, 8) })
