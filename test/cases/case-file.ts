import { readFileSync } from 'node:fs'
import { isDay } from '@tieuchi/runtime'
import { isObject } from './case-keys.ts'

/** A worked case in the shared format. */
export interface SharedCase {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly ruleset?: string | null
  readonly as_of?: string | null
  readonly jurisdiction: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
  readonly unknown_indicators?: unknown
  readonly reason?: string
}

/** A file that is not in the shared format, with everything that is wrong. */
export class CaseFileError extends Error {
  readonly problems: readonly string[]

  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `${file}: ${problem}`).join('\n'))
    this.problems = problems
  }
}

/** A case that is not in the shared format; it fails, the others run. */
export class MalformedCase {
  readonly id: string
  readonly problems: readonly string[]

  constructor(id: string, problems: readonly string[]) {
    this.id = id
    this.problems = problems
  }
}

/** Reads a file of which every case is in the shared format. */
export function readCaseFile(file: string): readonly SharedCase[] {
  const entries = readCaseEntries(file)
  const problems = entries.flatMap((entry) => (entry instanceof MalformedCase ? entry.problems : []))
  if (problems.length > 0) throw new CaseFileError(file, problems)
  return entries.filter((entry): entry is SharedCase => !(entry instanceof MalformedCase))
}

/** Reads a file of cases; where it is not one, the error says what is wrong and where. */
export function readCaseEntries(file: string): readonly (SharedCase | MalformedCase)[] {
  const content = parse(file)
  const cases = isObject(content) ? content['cases'] : undefined
  if (!Array.isArray(cases)) throw new CaseFileError(file, ['the file must be an object with a list “cases”'])
  if (cases.length === 0) throw new CaseFileError(file, ['the list “cases” is empty; there is nothing to run'])
  const read = cases.filter(isSharedCase)
  const repeated = read.filter(({ id }, index) => read.findIndex((other) => other.id === id) < index).map(({ id }) => `the id “${id}” stands twice; ids tell cases apart`)
  if (repeated.length > 0) throw new CaseFileError(file, repeated)
  return cases.map((each: unknown, index) => (isSharedCase(each) ? each : new MalformedCase(nameOf(each, index), problemsOf(each, index))))
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CaseFileError(file, [error instanceof SyntaxError ? `is not valid JSON (${reason})` : `cannot be read (${reason})`])
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isTextOrNothing = (value: unknown): boolean => value === null || value === undefined || isText(value)
const isDayOrNothing = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && isDay(value))

const shape: Readonly<Record<string, readonly [expected: string, fits: (value: unknown) => boolean]>> = {
  id: ['text', isText],
  group: ['text', isText],
  title: ['text', isText],
  ruleset: ['text or null', isTextOrNothing],
  as_of: ['a date (YYYY-MM-DD) or null', isDayOrNothing],
  jurisdiction: ['“national” or “province:…”', isText],
  inputs: ['an object', isObject],
  expected: ['an object that is not empty', (value) => isObject(value) && Object.keys(value).length > 0],
}

const described = new Set([...Object.keys(shape), 'unknown_indicators', 'reason', 'sources', 'confidence', 'tests'])

/** Keys beside those of the format; a remark in words is not one. */
export const keysOutsideFormat = (value: SharedCase): readonly string[] =>
  Object.entries(value).filter(([key, content]) => !described.has(key) && typeof content !== 'string').map(([key]) => key)

const nameOf = (value: unknown, index: number): string => (isObject(value) && typeof value['id'] === 'string' && value['id'] !== '' ? value['id'] : `case ${index + 1}`)

const problemsOf = (value: unknown, index: number): readonly string[] => {
  const name = nameOf(value, index)
  if (!isObject(value)) return [`${name} must be an object`]
  const wrong = Object.entries(shape).filter(([key, [, fits]]) => !fits(value[key]))
  return wrong.map(([key, [expected]]) => `${name}: “${key}” is ${JSON.stringify(value[key]) ?? 'missing'}; expected ${expected}`)
}

const isSharedCase = (value: unknown): value is SharedCase => isObject(value) && problemsOf(value, 0).length === 0
