import type { RegisterCounts, TruthCountLine } from '../api/contract.ts'
import { placeOf, type CoverageMarks } from './coverage-marks.ts'

type Counted = Extract<RegisterCounts, { readonly state: 'counted' }>

/** What is known of the register while a draft is written. */
export interface RegisterEvidence {
  /** The newest answer of the server; absent before the first. */
  readonly answer?: RegisterCounts | undefined
  /** The newest figures, of this version or of one before it. */
  readonly counted?: Counted | undefined
  /** Its lines by place. */
  readonly lines?: ReadonlyMap<string, TruthCountLine> | undefined
  /** The figures are of what was written a moment ago. */
  readonly stale: boolean
  readonly failed: boolean
}

/** The lines of figures by place. */
export const linesOf = ({ counts }: Counted): ReadonlyMap<string, TruthCountLine> => new Map(counts.map((line) => [placeOf(line.piece, line.part), line]))

/** What is known of the cases. */
export interface CoverageEvidence {
  /** The newest marks, perhaps of what was written a moment ago. */
  readonly marks?: CoverageMarks | undefined
  /** Nobody can be judged by the draft as it is. */
  readonly unfinished: boolean
  readonly stale: boolean
  readonly failed: boolean
}

/** What stands beside one rule about the register. */
export type RegisterFigure =
  | { readonly kind: 'count'; readonly line: TruthCountLine }
  | { readonly kind: 'loading'; readonly share: number }
  /** `new`: not counted so far; `uncounted`: it cannot be counted for many households at once. */
  | { readonly kind: 'counting' | 'unfinished' | 'failed' | 'new' | 'uncounted' | 'nobody' }

/** The figure of a piece, or of one rule or row of it. Former figures stay until there are others. */
export const registerFigure = ({ answer, counted, lines, stale, failed }: RegisterEvidence, piece: string, part?: string): RegisterFigure => {
  const line = lines?.get(placeOf(piece, part))
  if (counted?.households === 0 && !stale) return { kind: 'nobody' }
  if (line) return { kind: 'count', line }
  if (failed) return { kind: 'failed' }
  if (answer?.state === 'loading') return { kind: 'loading', share: answer.share }
  if (answer?.state === 'unfinished') return { kind: 'unfinished' }
  if (!counted) return { kind: 'counting' }
  return { kind: stale ? 'new' : 'uncounted' }
}

/** What stands beside one rule about the cases. */
export type CaseFigure =
  | { readonly kind: 'cases'; readonly passed: number; readonly failed: readonly string[] }
  /** `unreached`: there are cases, but none for this; `untold`: cases are not told apart here. */
  | { readonly kind: 'running' | 'unfinished' | 'failed' | 'none' | 'unreached' | 'untold' }

/** The cases of a piece, or of one rule or row of it. */
export const caseFigure = ({ marks, unfinished, failed }: CoverageEvidence, piece: string, part?: string): CaseFigure => {
  if (!marks) return { kind: failed ? 'failed' : unfinished ? 'unfinished' : 'running' }
  if (marks.cases === 0) return { kind: 'none' }
  const reached = marks.reached[placeOf(piece, part)]
  if (!reached) return { kind: 'untold' }
  if (reached.length === 0) return { kind: 'unreached' }
  const wrong = reached.filter((id) => marks.failed.includes(id))
  return { kind: 'cases', passed: reached.length - wrong.length, failed: wrong }
}
