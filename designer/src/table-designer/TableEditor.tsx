import type { TablePiece } from '@tieuchi/runtime'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { findingsAt, useLinted } from '../findings/use-findings.ts'
import { PieceTitle } from '../rule-designer/PieceTitle.tsx'
import { RemovePiece } from '../rule-designer/RemovePiece.tsx'
import { TableSheet } from './TableSheet.tsx'
import { useTableColumns } from './use-table-columns.ts'

/** A decision or score table, written as in a spreadsheet. */
export const TableEditor = ({ piece }: { readonly piece: TablePiece }) => {
  const { read } = useLanguage()
  const { assembly } = useDraft()
  const linted = useLinted()
  const columns = useTableColumns(assembly, piece)
  return (
    <>
      <PieceTitle piece={piece} />
      <TableSheet assembly={assembly} piece={piece} title={read(piece.title)} columns={columns} issues={findingsAt(linted, { kind: 'piece', id: piece.id })} logic={linted?.draft.document.release.logic ?? assembly.release.logic} />
      <RemovePiece piece={piece} />
    </>
  )
}
