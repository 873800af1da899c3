import { hashDocument } from '@tieuchi/runtime'
import type { ProblemError } from '../api/problem-error.ts'
import type { UnsavedContent } from './unsaved-content.ts'

/** Something the server holds version by version. */
export interface Source {
  readonly version: number
  readonly updated_at: string
}

/** What the server says of a version it has stored. */
export type Saved = Source

/**
 * - `waiting`: changed, about to be sent;
 * - `failed`: not reached, will be tried again by itself;
 * - `refused`: the server does not take it; the next change or a retry by hand tries again;
 * - `conflict`: someone else saved in between.
 */
export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused' | 'conflict'

export interface AutosaveState<Content, From extends Source> {
  readonly content: Content
  readonly version: number
  /** What the server held at that version. */
  readonly base: Content
  readonly status: SaveStatus
  readonly savedAt: string
  /** When it is tried again by itself after a failure, in milliseconds since 1970. */
  readonly retryAt?: number | undefined
  readonly problem?: ProblemError | undefined
  /** Sent on top of that version without an answer: the server may have it or not. */
  readonly unanswered: readonly Content[]
  /** What the server holds, where it is not what this page began from. */
  readonly theirs?: From | undefined
}

/** What was changed on two sides since they were alike, put together. */
export interface Joined<Content> {
  readonly content: Content
  /** Whether both changed the same otherwise, so that a person has to say what stands. */
  readonly contested: boolean
}

export interface AutosaveParts<Content, From extends Source> {
  readonly source: From
  readonly contentOf: (source: From) => Content
  /** Whether it can still be written. */
  readonly isOpen: (source: From) => boolean
  /** The part of it that the server takes. */
  readonly storable: (content: Content) => Content
  /** Fails once `patience` is aborted. */
  readonly send: (version: number, content: Content, patience: AbortSignal) => Promise<Saved>
  readonly load: () => Promise<From>
  /** Puts what was changed here since `base` on top of what somebody else saved, who may have begun from what was sent here without an answer. */
  readonly join: (base: Content, mine: Content, theirs: Content, unanswered: readonly Content[]) => Joined<Content>
  /** In place of a base that is not known. */
  readonly nothing: Content
  readonly unsaved: UnsavedContent<Content>
  readonly onSaved: (saved: Saved, content: Content) => void
  /** Somebody else's version is what this page goes on from. */
  readonly onReceived: (source: From) => void
  readonly delay?: number
}

const same = (a: unknown, b: unknown): boolean => hashDocument(a) === hashDocument(b)

/** What a page begins with that has nothing of its own yet. */
export const afresh = <Content, From extends Source>({ contentOf }: AutosaveParts<Content, From>, source: From): AutosaveState<Content, From> => {
  const content = contentOf(source)
  return { content, base: content, version: source.version, savedAt: source.updated_at, status: 'saved', unanswered: [] }
}

/**
 * What a page holds once the server is known to hold `theirs`: both put together, unless a person has to decide. An answer lost on
 * the way back makes an own save look like somebody else's; what was sent tells the two apart.
 */
export const meet = <Content, From extends Source>(parts: AutosaveParts<Content, From>, state: AutosaveState<Content, From>, theirs: From): AutosaveState<Content, From> => {
  const on = afresh(parts, theirs)
  const held = on.content
  const goOn = (content: Content): AutosaveState<Content, From> => ({ ...on, content, status: same(parts.storable(content), held) ? 'saved' : 'waiting' })
  if (!parts.isOpen(theirs)) return state.status === 'saved' ? on : { ...state, status: 'conflict', theirs }
  if (state.unanswered.some((sent) => same(sent, held))) return goOn(state.content)
  const { content, contested } = parts.join(state.base, state.content, held, state.unanswered)
  return contested ? { ...state, status: 'conflict', theirs } : goOn(content)
}

/** What a page begins with: what the server holds, and what an earlier page could not save. */
export const initialState = <Content, From extends Source>(parts: AutosaveParts<Content, From>): AutosaveState<Content, From> => {
  const { source, nothing, unsaved } = parts
  const state = afresh(parts, source)
  const kept = unsaved.read()
  if (!kept || same(kept.content, state.content)) {
    unsaved.clear()
    return state
  }
  const mine: AutosaveState<Content, From> = { ...state, content: kept.content, status: 'waiting', unanswered: kept.unanswered ?? [] }
  return kept.version === source.version ? mine : meet(parts, { ...mine, version: kept.version, base: kept.base ?? nothing }, source)
}

/** The first and the last few are those the server may have taken. */
export const withUnanswered = <Content,>(before: readonly Content[], sent: Content): readonly Content[] =>
  before.some((each) => same(each, sent)) ? before : [...before.slice(0, 1), ...before.slice(1).slice(-1), sent]
