import { createHash } from 'node:crypto'
import { canonicalJson, oncePer } from '@tieuchi/runtime'
import type { PinnedFormRules, PinnedRules } from './policy-schema.ts'

/*
 * What can be said of pinned rules by themselves. Those in force are the same object for as long as they stay, and they are the longest thing in
 * a submission, so each is written once.
 */

const written = oncePer((rules: PinnedFormRules) => ({ text: JSON.stringify(rules) }))
const writtenCanonically = oncePer((rules: PinnedRules) => ({ text: canonicalJson(rules) }))
const key = oncePer((rules: PinnedFormRules) => ({ text: createHash('sha256').update(canonicalTextOfRules(rules)).digest('base64url') }))

/** Pinned rules as text. */
export const textOfRules = (rules: PinnedFormRules): string => written(rules).text

/** Their canonical JSON. */
export const canonicalTextOfRules = (rules: PinnedRules): string => writtenCanonically(rules).text

/** A short name of what they pin: two have the same where they pin the same, in whatever order it stands. */
export const keyOfRules = (rules: PinnedFormRules): string => key(rules).text

/** The rules without the pages: what a decision is made by. */
export const rulesToJudge = oncePer(({ common, releases }: PinnedFormRules): PinnedRules => ({ common, releases }))

/** Whether two pin the same, in whatever order it stands. Makes nothing, for drafts are compared with what is in force whenever they are looked at. */
export const sameRules = (a: PinnedFormRules, b: PinnedFormRules): boolean => sameNames(a, b)

const sameNames = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  for (const name in a) if (!sameNames(valueOf(a, name), valueOf(b, name))) return false
  for (const name in b) if (valueOf(a, name) === undefined && valueOf(b, name) !== undefined) return false
  return true
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Names of programmes come from people, so what every object has is none of them. */
const valueOf = (object: Readonly<Record<string, unknown>>, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined)
