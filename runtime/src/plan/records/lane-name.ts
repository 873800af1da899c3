import { identifier, type Code, type Prefix, type Suffix } from '../code/template.ts'
import { codesOfWord } from '../dictionary/answer-encoding.ts'
import type { PlanField } from '../dictionary/plan-dictionary.ts'
import type { AnswerLane, AnswerPosition } from '../graph/node.ts'

const prefixes: Readonly<Record<AnswerPosition['place'], Prefix>> = { household: 'h', unit: 'u', members: 'm', entries: 'x', memberEntries: 'x' }

const words = ['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7'] as const

type PlainLane = Exclude<AnswerLane, `has${number}`>

const suffixes: Readonly<Record<PlainLane, Suffix>> = { yes: '', no: '', from: 'f', to: 't', code: 'c', asked: 'a', sex: 's', type: 'k' }

const isPlain = (lane: AnswerLane): lane is PlainLane => Object.hasOwn(suffixes, lane)

/** The word that holds a code of a list, counted from 0, and the bit in it. */
export const wordOfCode = (index: number): { readonly word: Suffix; readonly bit: number } => {
  const word = words[Math.floor(index / codesOfWord)]
  if (word === undefined) throw new Error(`No word holds code ${index}`)
  return { word, bit: index % codesOfWord }
}

/** The code of a list that a lane asks for, counted from 0; undefined of other lanes. */
export const codeOfLane = (lane: AnswerLane): number | undefined => (isPlain(lane) ? undefined : Number(lane.slice('has'.length)))

/** The property of a record that holds a lane; yes and no share one, and so do the codes of a word. */
export const laneName = ({ place, index }: AnswerPosition, lane: AnswerLane): Code =>
  identifier(prefixes[place], index, isPlain(lane) ? suffixes[lane] : wordOfCode(codeOfLane(lane) ?? 0).word)

/** The property that holds the earlier decisions of a history. */
export const entriesName = (history: number): Code => identifier('e', history)

/** A property of a record, and under which key encoders name what it holds. */
export interface NamedLane {
  readonly name: Code
  readonly text: string
  readonly key: string
}

const suffixesOf = ({ encoding }: PlanField): readonly Suffix[] => {
  if (encoding.kind === 'yesNo') return ['']
  if (encoding.kind === 'number' || encoding.kind === 'date') return ['f', 't']
  if (encoding.kind === 'text') return ['c']
  if (encoding.kind === 'codes') return ['a', ...words.slice(0, encoding.words)]
  return encoding.kind === 'personalNumber' ? ['s', 'f', 't'] : []
}

const named = (prefix: Prefix, index: number, suffix: Suffix, key: string): NamedLane => {
  const name = identifier(prefix, index, suffix)
  return { name, text: name.text, key }
}

/** The properties of a question. */
export const fieldLanes = (field: PlanField): readonly NamedLane[] => suffixesOf(field).map((suffix) => named(prefixes[field.place], field.index, suffix, suffix))

const entrySuffixes: readonly (readonly Suffix[])[] = [['', 'k', 'f', 't', 'c'], ['f', 't'], ['f', 't'], ['f', 't'], ['c']]

/** The properties of an earlier decision: those of its fields by their place in `historyFieldIds`, and whether it was listed. */
export const elementLanes: readonly NamedLane[] = [
  named('l', 0, '', 'l0'),
  ...entrySuffixes.flatMap((all, index) => all.map((suffix) => named('x', index, suffix, `x${index}${suffix}`))),
]

/** The property of an entry that says whether it was listed. */
export const listedName = identifier('l', 0)
