import type { Content } from '../prints/print-engine.ts'
import { counting, heading } from './impact-print-words.ts'
import { lineText, type WrittenImpact } from './impact-sheets.ts'

/** So many lines of a list stand on the paper; of the changes, which the paper is for, so many that it stays one. */
const mostLines = 12
const mostChanges = 40

/** Sentences with a number each, as many as there is room for. */
function listed(written: WrittenImpact, all: readonly (readonly [sentence: string, numbers: string])[], most = mostLines): readonly Content[] {
  const more = all.length - most
  return [
    ...all.slice(0, most).map(([sentence, numbers]): Content => ({ columns: [{ text: `– ${sentence}`, width: '*' }, { text: numbers, width: 'auto', bold: true, noWrap: true }], columnGap: 12, margin: [0, 1, 0, 1] })),
    ...(more > 0 ? [{ text: written.say('more', { count: more }), italics: true } satisfies Content] : []),
  ]
}

/** Every change between the two rules, also those that touch nobody. */
export function changeList(written: WrittenImpact): readonly Content[] {
  const { figures, language, say } = written
  const count = counting(written)
  const told = listed(written, figures.changes.map(({ sentence, households }) => [sentence[language], say('householdsOf', { count: count(households) })]), mostChanges)
  return [heading(say('changesTitle'), say('changesNote')), ...(told.length > 0 ? told : [say('none')])]
}

/** Limits that somebody is near to. */
export function lineList(written: WrittenImpact): readonly Content[] {
  const { figures, say } = written
  const near = figures.lines.filter(({ lower, higher }) => lower !== 0 || higher !== 0)
  const count = counting(written)
  return near.length === 0 ? [] : [heading(say('linesTitle'), say('linesNote')), ...listed(written, near.map((line) => [lineText(written, line), say('lineSides', { lower: count(line.lower), higher: count(line.higher) })]))]
}

/** What can still decide those who are undetermined. */
export function questionList(written: WrittenImpact): readonly Content[] {
  const { figures: { undetermined }, language, say } = written
  const count = counting(written)
  return undetermined.households === 0 ? [] : [heading(say('questionsTitle', { households: count(undetermined.households) }), say('questionsNote', { looked: count(undetermined.looked) })), ...listed(written, undetermined.questions.map(({ title, households }) => [title[language], count(households)]))]
}
