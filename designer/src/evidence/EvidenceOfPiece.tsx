import { typeOfFact, type Assembly, type LogicPiece } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import { EvidenceLine, type EvidenceLineProps } from './EvidenceLine.tsx'

/** Numbers, texts and outcomes are not true of anybody. */
const isTrueOrNot = (assembly: Assembly, piece: LogicPiece): boolean =>
  piece.kind === 'fact' ? typeOfFact(assembly, { fact: piece.id }) === 'boolean' : piece.kind !== 'outcome'

/** The line beside a piece, where the piece is something that is true or not. */
export const EvidenceOfPiece = ({ piece, part }: EvidenceLineProps) => {
  const { assembly } = useDraft()
  const own = assembly.release.logic.find(({ id }) => id === piece)
  return own && isTrueOrNot(assembly, own) ? <EvidenceLine piece={piece} part={part} /> : null
}
