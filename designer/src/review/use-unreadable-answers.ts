import type { Issue, MemberAnswers } from '@tieuchi/runtime'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { UnreadableText, UnreadableTexts } from '../forms/unreadable-texts.ts'

type Kept = Readonly<Record<string, Readonly<Record<string, UnreadableText>>>>

/** Every text of a draft that cannot be read as an answer: shown again where it was typed, told as an error, and in the way of sending. */
export interface UnreadableAnswers {
  /** Those of the household, or of one member. */
  readonly of: (member: string | undefined) => UnreadableTexts
  readonly issues: (members: readonly MemberAnswers[]) => readonly Issue[]
}

const none: Readonly<Record<string, UnreadableText>> = {}

const household = ''

const isUnreadable = (value: unknown): value is UnreadableText => typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'message' in value

const readKept = (key: string): Kept => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every entry is checked
    return Object.values(value).every((fields) => Object.values(fields as object).every(isUnreadable)) ? (value as Kept) : {}
  } catch {
    return {}
  }
}

const withText = (kept: Kept, whose: string, field: string, unreadable: UnreadableText | undefined): Kept => {
  const before = kept[whose] ?? none
  if (before[field]?.text === unreadable?.text) return kept
  const { [field]: _gone, ...others } = before
  return { ...kept, [whose]: unreadable ? { ...others, [field]: unreadable } : others }
}

/** Kept for a person and a draft while the tab is open, also over a reload. */
export const useUnreadableAnswers = (person: string, submission: string): UnreadableAnswers => {
  const key = `tieuchi.unreadable.${person}.${submission}`
  const [kept, setKept] = useState(() => readKept(key))
  useEffect(() => {
    if (Object.values(kept).some((fields) => Object.keys(fields).length > 0)) sessionStorage.setItem(key, JSON.stringify(kept))
    else sessionStorage.removeItem(key)
  }, [key, kept])
  const keep = useCallback((whose: string, field: string, unreadable: UnreadableText | undefined) => setKept((now) => withText(now, whose, field, unreadable)), [])
  return useMemo(() => ({
    of: (member = household) => ({ kept: kept[member] ?? none, keep: (field, unreadable) => keep(member, field, unreadable) }),
    issues: (members) => Object.entries(kept).flatMap(([whose, fields]) => {
      const index = members.findIndex(({ id }) => id === whose)
      if (whose !== household && index === -1) return []
      return Object.entries(fields).map(([field, { text, message }]): Issue => ({ code: 'unreadable', severity: 'error', path: whose === household ? ['household', field] : ['members', index, field], params: { text }, message }))
    }),
  }), [kept, keep])
}
