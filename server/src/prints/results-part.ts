import { citationPhrase, entitlementPhrase, memberTitle, titleOfLayer, writeAnswer, type EntitlementResult, type Language, type MemberAnswers, type OutcomeResult, type Places } from '@tieuchi/runtime'
import type { Content } from './print-engine.ts'
import type { Say } from './print-words.ts'
import type { LayerResult } from './printed-submission.ts'

/** Who reads the results of whom. */
export interface ResultsPaper {
  readonly say: Say
  readonly language: Language
  readonly members: readonly MemberAnswers[]
}

/** One result in words, with those members of whom it is one. */
interface ResultLine {
  readonly title: string
  readonly value: string
  readonly citation?: string
  readonly members: readonly string[]
}

/** More names than this are counted only. */
const mostNames = 12

/** What came out line by line, of members grouped by what it is; under the name of each layer where there are two. */
export const resultTexts = (paper: ResultsPaper, layers: readonly LayerResult[], places: Places): readonly (readonly Content[])[] =>
  layers.flatMap((layer) => [
    ...(layers.length === 1 ? [] : [[{ text: titleOfLayer(layer.assembly, places)[paper.language], italics: true }]]),
    ...resultLines(paper, layer).map((line) => lineText(paper, line)),
  ])

const lineText = ({ say }: ResultsPaper, { title, value, citation, members }: ResultLine): readonly Content[] => [
  `${title}: `,
  { text: value, bold: true },
  ...(citation === undefined ? [] : [` (${citation})`]),
  ...(members.length === 0 ? [] : [` – ${members.length > mostNames ? say('someMembers', { count: members.length }) : members.join(', ')}`]),
]

const resultLines = (paper: ResultsPaper, { assembly, result }: LayerResult): readonly ResultLine[] => {
  const { language, members } = paper
  const nameOf = (id: string): string => memberTitle(assembly, members, id)[language]
  const outcomes = [
    ...result.outcomes.map((outcome) => ({ outcome, member: undefined })),
    ...members.flatMap(({ id }) => (result.member_outcomes[id] ?? []).map((outcome) => ({ outcome, member: nameOf(id) }))),
  ].map(({ outcome, member }) => ({ title: outcome.title[language], value: outcomeText(paper, assembly, outcome), member }))
  const entitlements = result.entitlements.map((entitlement: EntitlementResult) => ({
    title: entitlement.title[language],
    value: entitlementPhrase(assembly, entitlement)[language],
    member: entitlement.member === undefined ? undefined : nameOf(entitlement.member),
    ...(entitlement.citation && entitlement.state === 'granted' && { citation: citationPhrase(entitlement.citation)[language] }),
  }))
  const groups = Map.groupBy<string, { title: string; value: string; member: string | undefined; citation?: string }>([...outcomes, ...entitlements], ({ title, value }) => `${title}\n${value}`)
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [{ ...first, members: [first, ...rest].flatMap(({ member }) => member ?? []) }] : []))
}

const outcomeText = ({ say, language }: ResultsPaper, { lists }: LayerResult['assembly'], { state, value, possible = [], list, unit }: OutcomeResult): string => {
  const write = (answer: NonNullable<typeof value>): string => writeAnswer(answer, { list, unit, lists, language })
  if (state === 'not_applicable') return say('notApplicable')
  if (state === 'determined' && value !== undefined) return write(value)
  return possible.length > 1 ? `${say('undetermined')}, ${say('possible')} ${possible.map(write).join('; ')}` : say('undetermined')
}
