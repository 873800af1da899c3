import { memberTitle, type FormState, type Issue, type Language } from '@tieuchi/runtime'
import type { FilledForm } from './filled-parts.ts'
import type { Content } from './print-engine.ts'
import { sectionTitle } from './section-part.ts'

/** The checks that fail, each with whose it is and why it was passed; nothing where all hold. */
export const checksPart = (paper: FilledForm, { issues }: FormState, reasons: Readonly<Record<string, string>>): readonly Content[] => {
  if (issues.length === 0) return []
  const lines = issues.map((issue) => ({ text: [`– ${whose(paper, issue, paper.language)}${issue.message[paper.language]}`, ...reasonOf(paper, issue, reasons)], margin: [0, 1, 0, 1] }) satisfies Content)
  return [sectionTitle(paper.form.form.sections.length + 1, paper.say('checks')), ...lines]
}

const whose = ({ assembly, answers }: FilledForm, { params }: Issue, language: Language): string =>
  typeof params['member'] === 'string' ? `${memberTitle(assembly, answers.members, params['member'])[language]}: ` : ''

const reasonOf = ({ say }: FilledForm, { params }: Issue, reasons: Readonly<Record<string, string>>): readonly Content[] => {
  const reason = reasons[String(params['check'])]
  return reason === undefined ? [] : [' ', { text: `${say('reason')}: ${reason.normalize('NFC')}`, italics: true }]
}
