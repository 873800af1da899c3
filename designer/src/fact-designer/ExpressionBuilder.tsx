import { typeOfExpression, type Assembly, type EntitlementPiece, type Expression, type FactPiece, type Issue } from '@tieuchi/runtime'
import type { Place } from '../editor-store/document-place.ts'
import { ExpressionContext, type ExpressionEditing } from './expression-context.ts'
import { ExpressionBox } from './ExpressionBox.tsx'
import { useExpressionWriting } from './use-expression-writing.ts'

interface ExpressionBuilderProps {
  readonly piece: FactPiece | EntitlementPiece
  readonly place: Place
  readonly expression: Expression
  readonly assembly: Assembly
  readonly label: string
  readonly unit?: string | undefined
  readonly list?: string | undefined
  readonly issues: readonly Issue[]
}

/** A calculation built by picking: how it is calculated, and of what, as deep as it goes. */
export const ExpressionBuilder = ({ piece, place, expression, assembly, label, unit, list, issues }: ExpressionBuilderProps) => {
  const write = useExpressionWriting(piece)
  const value: ExpressionEditing = { piece, issues, write, renderPart: (part) => <ExpressionBox {...part} /> }
  return (
    <ExpressionContext value={value}>
      <ExpressionBox place={place} expression={expression} label={label} assembly={assembly} subject={piece.of ?? 'household'} like={{ type: typeOfExpression(assembly, expression), unit, list }} />
    </ExpressionContext>
  )
}
