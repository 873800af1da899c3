import type { Issue } from '../../documents/issue.ts'
import type { Text } from '../../documents/text.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'

interface PlacedText {
  readonly text: Text
  readonly path: Path
}

const isText = (part: object): part is Text => 'vi' in part && typeof part.vi === 'string' && 'en' in part && typeof part.en === 'string'

const textsIn = (part: unknown, path: Path): readonly PlacedText[] => {
  if (typeof part !== 'object' || part === null) return []
  if (isText(part)) return [{ text: part, path }]
  if (Array.isArray(part)) return part.flatMap((each: unknown, index) => textsIn(each, [...path, index]))
  return Object.entries(part).flatMap(([key, each]: [string, unknown]) => textsIn(each, [...path, key]))
}

const textsOfCommon = ({ common: { dictionary, lists, facts } }: LintContext): readonly PlacedText[] => {
  const { household, members, unit } = dictionary.properties
  return [
    ...[['household', household], ['members', members.items], ['unit', unit]].flatMap(([place, group]) => textsIn((group as typeof unit).properties, ['common', 'dictionary', String(place)])),
    ...textsIn(lists, ['common', 'lists']),
    ...textsIn(facts, ['common', 'facts']),
  ]
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? []

const marked = /[^a-z]/iu

/** Titles of codes are often names, the same in every language. */
const mayBeName = (path: Path): boolean => path.includes('entries')

const FEWEST_WORDS = 2
const FEWEST_WORDS_WITH_MARKS = 4

const textIssues = (context: LintContext, { text, path }: PlacedText): readonly Issue[] => {
  const blank = (['vi', 'en'] as const).filter((language) => text[language].trim() === '')
  if (blank.length > 0) return blank.map((language) => lintIssue(context, 'text_blank', path, { language }))
  const words = wordsOf(text.vi)
  if (text.vi.trim() === text.en.trim() && words.length >= FEWEST_WORDS && !mayBeName(path)) return [lintIssue(context, 'text_same', path, { text: text.vi })]
  return words.length >= FEWEST_WORDS_WITH_MARKS && !words.some((word) => marked.test(word)) ? [lintIssue(context, 'text_without_accents', path, { text: text.vi })] : []
}

/** Every text for people: there in both languages, translated, and in Vietnamese letters. */
export const textChecks = (context: LintContext): readonly Issue[] =>
  [...textsOfCommon(context), ...textsIn(context.release, [])].flatMap((text) => textIssues(context, text))
