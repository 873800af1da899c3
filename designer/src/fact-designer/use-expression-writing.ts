import type { EntitlementPiece, Expression, FactPiece } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import { writePlace, type Place } from '../editor-store/document-place.ts'
import { withValue } from '../rule-designer/member-group.ts'

/** Writes a part of a calculation to its place in a piece, as one step. A calculation that nobody named is named after what it says. */
export const useExpressionWriting = (piece: FactPiece | EntitlementPiece): ((place: Place, expression: Expression) => void) => {
  const { assembly, editor } = useDraft()
  return (place, expression) => {
    const written = writePlace(piece, place, expression)
    editor.perform({ name: 'piece.replace', args: { piece: written.kind === 'fact' && piece.kind === 'fact' ? withValue(assembly, { ...written, value: piece.value }, written.value) : written } })
  }
}
