import type { CaseDocument, Literal, ProposedCase, Text } from '@tieuchi/runtime'
import { judge, type Verdict } from './judge.ts'
import type { Standard } from './standards.ts'
import type { Truth } from './three-valued.ts'

const ofIndicator = (suggestion: ProposedCase['suggestion']): boolean => Object.keys(suggestion).some((name) => name.startsWith('deprivations.'))

/** The files of a pack that hold the cases adopted from what the runtime proposes, and which of them each holds. */
export const adoptedFiles: Readonly<Record<string, (proposed: ProposedCase) => boolean>> = {
  'limits-class.json': ({ purpose, suggestion }) => purpose.kind !== 'missing' && 'class' in suggestion,
  'limits-indicators.json': ({ purpose, suggestion }) => purpose.kind !== 'missing' && ofIndicator(suggestion),
  'limits-statuses.json': ({ purpose, suggestion }) => purpose.kind !== 'missing' && !('class' in suggestion) && !ofIndicator(suggestion),
  'missing-answers.json': ({ purpose }) => purpose.kind === 'missing',
}

const written = (truth: Truth): Literal => (truth === 'unknown' ? 'undetermined' : truth)

const onlyOf = (values: readonly string[]): Literal => (values.length === 1 ? (values[0] ?? '') : 'undetermined')

const expectedOf = ({ classes: [first = ''], determined, indicators, told, statuses, movements, workerCount }: Verdict, name: string): Literal => {
  if (name === 'class') return determined ? first : 'undetermined'
  if (name === 'movement') return onlyOf(movements)
  if (name === 'deprived_indicators') return told
  if (name === 'low_income_workers') return workerCount && workerCount.from === workerCount.to ? workerCount.from : 'undetermined'
  const truth = statuses[name] ?? indicators[name.replace(/^deprivations\./, '')]
  if (truth === undefined) throw new Error(`The law read by hand says nothing of ${name}`)
  return written(truth)
}

type Codes = readonly { readonly code: string; readonly title: Text }[]

/** What comes out, in the title of the case; that of a missing answer says already that nothing may be concluded. */
const resultWords = (name: string, result: Literal, codes: Codes): Text => {
  if (typeof result === 'number') return { vi: ` → ${result} người`, en: ` → ${result} persons` }
  if (typeof result === 'boolean' && !name.startsWith('deprivations.')) return result ? { vi: ' → có', en: ' → yes' } : { vi: ' → không', en: ' → no' }
  if (typeof result === 'boolean') return result ? { vi: ' → thiếu hụt', en: ' → deprived' } : { vi: ' → không thiếu hụt', en: ' → not deprived' }
  const entry = codes.find(({ code }) => code === result)
  return entry ? { vi: ` → ${entry.title.vi}`, en: ` → ${entry.title.en}` } : { vi: ' → chưa kết luận được', en: ' → undetermined' }
}

/** A proposal as a case: its result is that of the law read by hand, not of the runtime that proposes it. */
export const adopted = (standard: Standard, codes: Codes, { id, title, at, given, purpose, suggestion }: ProposedCase): CaseDocument => {
  const [name = ''] = Object.keys(suggestion)
  const result = expectedOf(judge(standard, given, at), name)
  const words = purpose.kind === 'missing' ? { vi: '', en: '' } : resultWords(name, result, codes)
  return { id, title: { vi: title.vi + words.vi, en: title.en + words.en }, at, given, expect: { [name]: result } }
}

const width = 150

/** JSON with a part on one line where it fits, as the packs are written. */
const pretty = (value: unknown, indent: string): string => {
  const line = JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, ' ').replaceAll(/\[ | \]/g, (bracket) => bracket.trim())
  if (line.length + indent.length <= width || typeof value !== 'object' || value === null) return line
  const below = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((each) => below + pretty(each, below)).join(',\n')}\n${indent}]`
  return `{\n${Object.entries(value).map(([key, each]) => `${below}${JSON.stringify(key)}: ${pretty(each, below)}`).join(',\n')}\n${indent}}`
}

/** The text of a file of cases: each part of a case on its own line. */
export const caseFileText = (cases: readonly CaseDocument[]): string => {
  const parts = (each: CaseDocument) => Object.entries(each).map(([key, part]) => `    ${JSON.stringify(key)}: ${pretty(part, '    ')}`)
  return `[\n${cases.map((each) => `  {\n${parts(each).join(',\n')}\n  }`).join(',\n')}\n]\n`
}
