import { isAbsolute, relative } from 'node:path'
import type { Issue, Text } from '@tieuchi/runtime'
import { parseJson, positionIn, type Position } from '../../policies/json-text.ts'
import type { PackIssue } from '../../policies/pack-error.ts'
import type { PackFolder } from '../../policies/pack-folder.ts'
import { valueAt } from '../../policies/pack-source.ts'
import { placeWords } from './place-words.ts'

/** A problem of a pack at its place on disk. */
export interface Finding extends Position {
  /** The file, seen from where the command runs. */
  readonly file: string
  /** JSON pointer of the place in the file, behind `#`. */
  readonly pointer: string
  readonly code: string
  readonly severity: Issue['severity']
  /** The place in words, empty for a file as a whole. */
  readonly place: Text
  readonly message: Text
  readonly params: Issue['params']
}

/** A problem of the packs with line and column. */
export function findingOf(folder: PackFolder, { file, place, code, severity, reason, params }: PackIssue): Finding {
  const text = folder.readText(file) ?? ''
  const parsed = parseJson(text)
  const found = 'mistake' in parsed ? { ...parsed.mistake, pointer: '#', place: nowhere } : placeIn(text, parsed.value, place)
  return { file: shownFile(folder, file), ...found, code, severity, message: reason, params }
}

const nowhere: Text = { vi: '', en: '' }

/** The nearest place that the file has: what is missing, or stands in a table otherwise than in a condition, has none of its own. */
function placeIn(text: string, value: unknown, place: Issue['path']) {
  const steps = place.findIndex((_step, index) => valueAt(value, place.slice(0, index + 1)) === undefined)
  const existing = steps === -1 ? place : place.slice(0, steps)
  return { ...positionIn(text, existing), pointer: pointerOf(existing), place: placeWords(value, existing) }
}

/** A file of the packs as people find it: from where the command runs where it lies below, in full elsewhere. */
export function shownFile(folder: PackFolder, file: string): string {
  const path = folder.pathOf(file)
  if (path === undefined) return file
  const near = relative(process.cwd(), path)
  return near.startsWith('..') || isAbsolute(near) ? path : near
}

const pointerOf = (place: Issue['path']): string => `#${place.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`

/** `file:line:column`, as editors open it. */
export const addressOf = ({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string => `${file}:${line}:${column}`
