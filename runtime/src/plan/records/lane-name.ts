import { identifier, type Code, type Prefix, type Suffix } from '../code/template.ts'
import type { PlanField } from '../dictionary/plan-dictionary.ts'
import type { AnswerLane, AnswerPosition } from '../graph/node.ts'

const prefixes: Readonly<Record<AnswerPosition['place'], Prefix>> = { household: 'h', unit: 'u', members: 'm', entries: 'x', memberEntries: 'x' }

const suffixes: Readonly<Partial<Record<AnswerLane, Suffix>>> = { yes: '', no: '', from: 'f', to: 't', code: 'c', type: 'k' }

/** The property of a record that holds a lane that stands for itself; of entries yes and no share one. */
export const laneName = ({ place, index }: AnswerPosition, lane: AnswerLane): Code => {
  const suffix = suffixes[lane]
  if (suffix === undefined) throw new Error(`The lane ${lane} is part of a word`)
  return identifier(prefixes[place], index, suffix)
}

/** The property that holds a word of packed lanes. */
export const wordName = (place: AnswerPosition['place'], word: number): Code => identifier(prefixes[place], word, 'w')

/** The property that holds the earlier decisions of a history. */
export const entriesName = (history: number): Code => identifier('e', history)

/** A property of a record, and under which key encoders name what it holds. */
export interface NamedLane {
  readonly name: Code
  readonly text: string
  readonly key: string
}

const named = (name: Code, key: string): NamedLane => ({ name, text: name.text, key })

const ownSuffixes = ({ encoding }: PlanField): readonly Suffix[] => {
  if (encoding.kind === 'number' || encoding.kind === 'date' || encoding.kind === 'personalNumber') return ['f', 't']
  return encoding.kind === 'text' && encoding.domain === undefined ? ['c'] : []
}

/** The properties of a question that stand for themselves. */
export const fieldLanes = (field: PlanField): readonly NamedLane[] => ownSuffixes(field).map((suffix) => named(identifier(prefixes[field.place], field.index, suffix), suffix))

const entrySuffixes: readonly (readonly Suffix[])[] = [['', 'k', 'f', 't', 'c'], ['f', 't'], ['f', 't'], ['f', 't'], ['c']]

/** The property of an entry that says whether it was listed. */
export const listedName = identifier('l', 0)

/** The properties of an earlier decision: those of its fields by their place in `historyFieldIds`, and whether it was listed. */
export const elementLanes: readonly NamedLane[] = [
  named(listedName, 'l0'),
  ...entrySuffixes.flatMap((all, index) => all.map((suffix) => named(identifier('x', index, suffix), `x${index}${suffix}`))),
]
