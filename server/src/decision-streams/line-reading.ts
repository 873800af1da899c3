import { checkNesting, type Text } from '@tieuchi/runtime'
import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import { Problem } from '../plugins/problem.ts'
import { requestIssues } from '../plugins/request-issues.ts'
import { longestLine, type SentLine } from './line-splitter.ts'
import type { StreamLine } from './stream-schema.ts'

/** A line as far as it was understood. */
export interface ReadLine {
  readonly number: number
  readonly id?: string | number
  readonly read: StreamLine | Problem
}

/** What is wrong with the form of a line; nothing where it is sound. */
export type CheckLine = (value: unknown) => readonly FastifySchemaValidationError[]

const utf8 = new TextDecoder('utf-8', { fatal: true })
const blank = /^[\s\uFEFF]*$/
/** So much of a line is shown around the place where it breaks off. */
const shown = 20

/** Reads a line; undefined where it is blank. */
export function readLine({ number, bytes }: SentLine, check: CheckLine): ReadLine | undefined {
  if (bytes === undefined) return { number, read: new Problem('line_too_long', { limit: longestLine }) }
  const text = decode(bytes)
  if (text === undefined) return { number, read: notJson({ vi: 'có byte không phải UTF-8', en: 'it has bytes that are not UTF-8' }) }
  if (blank.test(text)) return undefined
  try {
    return readValue(number, JSON.parse(text), check)
  } catch (error) {
    return { number, read: notJson(placeOf(text, error)) }
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

const notJson = (reason: Text): Problem => new Problem('line_not_json', { reason })

/** Where JSON breaks off, as far as the parser says. */
function placeOf(text: string, error: unknown): Text {
  const position = Number(/position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length)
  const found = text.slice(Math.max(0, position - shown), position + shown)
  return { vi: `sai từ ký tự thứ ${position + 1}, gần “${found}”`, en: `it breaks off at character ${position + 1}, near “${found}”` }
}

function readValue(number: number, value: unknown, check: CheckLine): ReadLine {
  const id = idOf(value)
  const known = { number, ...(id !== undefined && { id }) }
  const tooDeep = checkNesting(value)
  if (tooDeep.length > 0) return { ...known, read: new Problem('invalid_request', {}, tooDeep) }
  const findings = check(value)
  if (findings.length > 0) return { ...known, read: new Problem('invalid_request', {}, requestIssues(findings, 'line')) }
  return { ...known, read: value as StreamLine }
}

/** The caller's id is told even where the rest is wrong. */
function idOf(value: unknown): string | number | undefined {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'number' || (typeof id === 'string' && id.length <= 200) ? id : undefined
}
