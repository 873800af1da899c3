import type { LogicPiece } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import { TextPair } from './TextPair.tsx'

/** The title of a piece. */
export const PieceTitle = ({ piece }: { readonly piece: LogicPiece }) => {
  const { editor } = useDraft()
  return <TextPair text={piece.title} onText={(title) => editor.perform({ name: 'piece.replace', args: { piece: { ...piece, title } } })} />
}
