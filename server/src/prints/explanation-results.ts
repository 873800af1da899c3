import { memberTitle, pieceTitle, titleOfQuestion, type Assembly, type Grounds, type Places, type Question } from '@tieuchi/runtime'
import type { ExplanationLine } from './explanation-lines.ts'
import type { Content } from './print-engine.ts'
import type { ExplainedLayer } from './printed-submission.ts'
import { resultTexts, type ResultsPaper } from './results-part.ts'

/** Whose results they are, and how much of them may be read. */
export interface ResultGround extends ResultsPaper {
  /** Whether something sensitive is not printed as it is. */
  readonly masked: boolean
  readonly assembly: Assembly
  readonly places: Places
}

/** Results come before every reason. */
const beforeReasons = -1

/** What came out, what is missing, and what it rests on that is not certain. */
export const resultLines = (ground: ResultGround, layers: readonly ExplainedLayer[]): readonly ExplanationLine[] => {
  const { say, masked, places } = ground
  const texts = [
    ...resultTexts(ground, layers, places),
    ...missingTexts(ground, layers),
    ...groundsTexts(ground, layers),
    ...(masked ? [[{ text: say('masked'), italics: true }]] : []),
  ]
  return texts.map((text) => ({ depth: 0, of: say('result'), rank: beforeReasons, text }))
}

/** More questions than these are counted only. */
const mostQuestions = 30
const mostNames = 4

/** The questions that can still decide, each with the members it is missing of. */
const missingTexts = (ground: ResultGround, layers: readonly ExplainedLayer[]): readonly (readonly Content[])[] => {
  const { say, language, assembly } = ground
  const questions = layers.flatMap(({ result }) => [...result.outcomes, ...Object.values(result.member_outcomes).flat(), ...result.entitlements].flatMap(({ missing }) => missing))
  const byField = Map.groupBy(questions, ({ field }) => field)
  if (byField.size === 0) return []
  const told = [...byField].slice(0, mostQuestions).map(([field, all]) => titleOfQuestion(assembly, field)[language] + whose(ground, all))
  const more = byField.size > told.length ? [`… (+ ${byField.size - told.length})`] : []
  return [[{ text: `${say('toAsk')}: `, bold: true }, [...told, ...more].join('; ')]]
}

const whose = ({ say, language, assembly, members }: ResultGround, questions: readonly Question[]): string => {
  const ids = [...new Set(questions.flatMap(({ member }) => member ?? []))]
  if (ids.length === 0) return ''
  if (ids.length === members.length && ids.length > 1) return ` (${say('allMembers')})`
  return ids.length > mostNames ? ` (${say('someMembers', { count: ids.length })})` : ` (${ids.map((id) => memberTitle(assembly, members, id)[language]).join(', ')})`
}

/** Values the law leaves open, and those taken for the time being. */
const groundsTexts = ({ say, language }: ResultGround, layers: readonly ExplainedLayer[]): readonly (readonly Content[])[] => (['open', 'assumed'] as const).flatMap((part) => {
  const titles = new Set(layers.flatMap(({ assembly, result }) => {
    const grounds: readonly Grounds[] = [...result.outcomes, ...Object.values(result.member_outcomes).flat(), ...result.entitlements]
    return grounds.flatMap((each) => each[part]).map((name) => pieceTitle(assembly, name)[language])
  }))
  return titles.size === 0 ? [] : [[{ text: `${say(part === 'open' ? 'openValues' : 'assumedValues')}: `, bold: true }, [...titles].join('; ')]]
})
