import type { Assembly, EntitlementPiece, Expression, FactPiece, Issue, Subject } from '@tieuchi/runtime'
import { createContext, use, type ReactNode } from 'react'
import type { Place } from '../editor-store/document-place.ts'
import type { LeftSide } from '../rule-designer/operands.ts'

/** A part of a calculation, where it stands and what can be read there. */
export interface ExpressionPart {
  readonly place: Place
  readonly expression: Expression
  readonly label: string
  readonly assembly: Assembly
  readonly subject: Subject
  /** How its constants are written. */
  readonly like: LeftSide
}

/** One calculation as the parts of its builder share it. */
export interface ExpressionEditing {
  readonly piece: FactPiece | EntitlementPiece
  readonly issues: readonly Issue[]
  readonly write: (place: Place, expression: Expression) => void
  /** Calculations stand within calculations. */
  readonly renderPart: (part: ExpressionPart) => ReactNode
}

export const ExpressionContext = createContext<ExpressionEditing | undefined>(undefined)

/** The calculation this is a part of; outside one, a programmer's mistake. */
export const useExpression = (): ExpressionEditing => {
  const value = use(ExpressionContext)
  if (!value) throw new Error('A part of a calculation was shown outside one')
  return value
}
