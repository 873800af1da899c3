import type { Luck } from '../agreement/luck.ts'
import type { FieldSchema } from '../documents/common-document.ts'
import type { FieldKindOptions } from '../documents/field-kind-use.ts'
import type { Answer } from '../documents/input-document.ts'
import { fieldKinds } from '../form/field-kinds.ts'
import { restricted } from '../form/field-kinds/restricted.ts'
import { validate as validateInBrowser } from '../validation/browser.ts'
import { validate } from '../validation/server.ts'
import type { RefinableKind, RefinedKind } from '../values/refined-kinds.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'
import { sampleAnswers } from './sample-values.ts'

const label = { vi: '–', en: '–' }

/** A question of each kind of the core. */
const questions: Readonly<Record<RefinableKind, FieldSchema>> = {
  text: { type: 'string', 'x-label': label },
  number: { type: 'number', 'x-label': label },
  date: { type: 'string', format: 'partial-date', 'x-label': label },
  choice: { type: 'string', 'x-list': 'codes', 'x-label': label },
  choices: { type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-list': 'codes', 'x-label': label },
}

/** Codes that examples and trials of a kind use: those of its examples are codes of the list. */
const entriesOf = (kind: RefinedKind) =>
  [...new Set(['a', 'b', ...kind.examples.flatMap(({ value }) => (typeof value === 'object' ? value : [String(value)]))])].map((code) => ({ code, title: label }))

/** What both validators say of a value, by the schema that goes to everybody. */
export const judgeValue = (kind: RefinedKind, options: FieldKindOptions, value: Answer): { readonly server: boolean; readonly browser: boolean } => {
  const schema = restricted(fieldKinds[kind.base].schema(questions[kind.base], entriesOf(kind), 'en'), kind.restrict(options))
  return { server: validate(schema, value).valid, browser: validateInBrowser(schema, value).valid }
}

const lengths = ['minLength', 'maxLength', 'minItems', 'maxItems']

/** The keywords a kind may demand, by what its answers are. */
const keywordsOf: Readonly<Record<RefinableKind, readonly string[]>> = {
  text: ['pattern', 'minLength', 'maxLength'],
  number: ['minimum', 'maximum', 'multipleOf'],
  date: ['pattern'],
  choice: ['pattern'],
  choices: ['minItems', 'maxItems'],
}

const isSound = (keyword: string, value: unknown): boolean => {
  if (keyword === 'pattern') return typeof value === 'string' && value.startsWith('^') && value.endsWith('$')
  if (keyword === 'multipleOf') return typeof value === 'number' && value > 0
  return typeof value === 'number' && (!lengths.includes(keyword) || (Number.isInteger(value) && value >= 0))
}

/** What a kind demands and cannot: another keyword than its type has, or one without its meaning. */
export const restrictionsOf = (name: string, kind: RefinedKind, options: FieldKindOptions): readonly KitProblem[] => {
  const demanded: unknown = kind.restrict(options)
  if (typeof demanded !== 'object' || demanded === null) return [kitProblem('part', { name, part: 'restrict' })]
  return Object.entries(demanded).filter(([keyword, value]) => !keywordsOf[kind.base].includes(keyword) || !isSound(keyword, value))
    .map(([keyword, value]) => kitProblem('restriction', { name, keyword: `${keyword}: ${JSON.stringify(value)}`, keywords: keywordsOf[kind.base].join(', ') }))
}

const valueTypes = { text: 'text', number: 'number', date: 'date', choice: 'text', choices: 'list' } as const

/** A text with one letter more, less or other, or doubled. */
const beside = (text: string, luck: Luck): string => {
  const place = luck.between(0, text.length)
  const letter = luck.pick(['0', '1', '9', '/', '-', ' ', 'a', 'Đ', 'ế', '']) ?? ''
  return text.slice(0, place) + letter + text.slice(place + luck.between(0, 1))
}

const tries = 60

/** Values on which a kind is tried: those of its type, those of its examples, and what lies beside them. */
export const sampleValues = (kind: RefinedKind, luck: Luck): readonly Answer[] => {
  const examples = kind.examples.map(({ value }) => value)
  const texts = examples.filter((value) => typeof value === 'string')
  const numbers = examples.filter((value) => typeof value === 'number')
  return [
    ...examples, ...sampleAnswers[valueTypes[kind.base]],
    ...texts.flatMap((text) => Array.from({ length: tries }, () => beside(text, luck))),
    ...numbers.flatMap((number) => [number - 1, number + 1, number + 0.5, -number]),
  ]
}
