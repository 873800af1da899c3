import type { Answer, Assembly } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../submissions/submission-schema.ts'
import type { PrintedQuestion } from './form-paper.ts'
import type { Say } from './print-words.ts'

/** Digits left of a masked number, enough to tell one from another beside a name. */
const shownDigits = 3

/** What stands in place of a sensitive answer where it is not printed openly. */
export const maskedText = (say: Say, { kind }: Pick<PrintedQuestion, 'kind'>, answer: Answer): string =>
  kind === 'personal-number' && typeof answer === 'string' ? '•'.repeat(Math.max(0, answer.length - shownDigits)) + answer.slice(-shownDigits) : say('maskedAnswer')

/** Whether anything sensitive was answered, so that there is something to mask. */
export const hasSensitive = ({ fields }: Assembly, { household, members }: SubmissionAnswers): boolean =>
  [household, ...members].some((answers) => Object.keys(answers).some((field) => fields.get(field)?.schema['x-sensitive'] === true))
