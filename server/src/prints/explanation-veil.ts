import { formatDate, formatNumber, type Answers, type Assembly, type ExplanationNode, type Text } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../submissions/submission-schema.ts'
import { answerText, questionOf } from './form-paper.ts'
import { maskedText } from './sensitive-answers.ts'
import { sayIn } from './print-words.ts'

/** Shorter answers would be found inside other words. */
const leastLength = 4

/** Leaves every line as it is. */
export const unveiled = (node: ExplanationNode): ExplanationNode => node

/**
 * Hides sensitive answers in the lines of an explanation: what a line read of a sensitive question, and numbers, texts and
 * days of such questions wherever they stand. That a comparison holds is not hidden, for it is the reason.
 */
export const veiled = (assembly: Assembly, { household, members }: SubmissionAnswers): ((node: ExplanationNode) => ExplanationNode) => {
  const secrets = [household, ...members].flatMap((answers) => secretsOf(assembly, answers))
  const hide = (text: Text): Text => secrets.reduce(({ vi, en }, { written, masked }) => ({ vi: vi.replaceAll(written, masked), en: en.replaceAll(written, masked) }), text)
  return (node) => {
    const field = node.question && assembly.fields.get(node.question.field)?.schema
    const shown = { ...node, sentence: hide(node.sentence), ...(node.read && { read: hide(node.read) }), ...(node.compared && { compared: hide(node.compared) }) }
    if (field?.['x-sensitive'] !== true) return shown
    const label = field['x-label']
    return node.kind === 'fact' ? { ...shown, sentence: { vi: `${label.vi}: ${masked.vi}`, en: `${label.en}: ${masked.en}` } } : { ...shown, ...(node.read && { read: masked }) }
  }
}

const masked: Text = { vi: sayIn('vi')('maskedAnswer'), en: sayIn('en')('maskedAnswer') }

interface Secret {
  readonly written: string
  readonly masked: string
}

/** Sensitive answers that are written out, in every way a sentence writes them. */
const secretsOf = (assembly: Assembly, answers: Answers): readonly Secret[] =>
  Object.entries(answers).flatMap(([field, answer]) => {
    const schema = assembly.fields.get(field)?.schema
    if (schema?.['x-sensitive'] !== true || schema['x-list'] !== undefined) return []
    const question = questionOf({ assembly, language: 'vi' }, field)
    const ways = typeof answer === 'number' ? [formatNumber(answer, 'vi'), formatNumber(answer, 'en')] : typeof answer === 'string' ? [answer, formatDate(answer)] : []
    const asKind = schema['x-kind'] === undefined ? [] : (['vi', 'en'] as const).map((language) => answerText({ assembly, language }, { schema }, answer))
    return [...asKind, ...ways].filter((written) => written.length >= leastLength).map((written) => ({ written, masked: maskedText(sayIn('vi'), question, answer) }))
  })
