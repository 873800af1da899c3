import type { LogicPiece } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { FactEditor } from '../fact-designer/FactEditor.tsx'
import { EntitlementEditor } from '../outcome-designer/EntitlementEditor.tsx'
import { OutcomeEditor } from '../outcome-designer/OutcomeEditor.tsx'
import { ConditionEditor } from '../rule-designer/ConditionEditor.tsx'
import { RulesEditor } from '../rule-designer/RulesEditor.tsx'
import { TableEditor } from '../table-designer/TableEditor.tsx'

type Editors = { readonly [Kind in LogicPiece['kind']]?: (piece: Extract<LogicPiece, { readonly kind: Kind }>) => ReactNode }

/** Where each kind of piece is written; a kind without an editor is read. */
const editors: Editors = {
  rules: (piece) => <RulesEditor piece={piece} />,
  condition: (piece) => <ConditionEditor piece={piece} />,
  fact: (piece) => <FactEditor piece={piece} />,
  outcome: (piece) => <OutcomeEditor piece={piece} />,
  entitlement: (piece) => <EntitlementEditor piece={piece} />,
  table: (piece) => <TableEditor piece={piece} />,
}

export const hasEditor = ({ kind }: LogicPiece): boolean => editors[kind] !== undefined

/** The editor of a piece of the draft's own logic. */
export const PieceEditor = ({ piece }: { readonly piece: LogicPiece }) => {
  const edit = editors[piece.kind] as ((piece: LogicPiece) => ReactNode) | undefined
  return edit?.(piece)
}
