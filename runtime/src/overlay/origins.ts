import type { Origin } from '../documents/evaluation-document.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Citation } from '../documents/text.ts'

/** The place of a parameter, or of its value for a key, in `Origins`. */
export const parameterPlace = (id: string, key?: string): string => (key === undefined ? `parameters.${id}` : `parameters.${id}.${key}`)

/** The place of a piece, or of a row or rule of it, in `Origins`. */
export const piecePlace = (id: string, part?: string): string => (part === undefined ? `logic.${id}` : `logic.${id}.${part}`)

/** The origin of what an overlay says. */
export const localOrigin = ({ scope, title }: Overlay, citation: Citation | undefined): Origin => ({ layer: 'local', scope, title, ...(citation && { citation }) })
