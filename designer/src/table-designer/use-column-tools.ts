import type { TablePiece } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import type { NewColumn } from './AddColumnDialog.tsx'
import type { ColumnActions } from './ColumnHead.tsx'

/** Everything that changes the columns of a table. */
export const useColumnTools = ({ id: table, inputs, outputs }: TablePiece): ColumnActions & { readonly add: (column: NewColumn) => void } => {
  const { editor } = useDraft()
  return {
    move: ({ side, at }, to) => editor.perform({ name: 'table.column.move', args: { table, side, at, to } }),
    remove: ({ side, at }) => editor.perform({ name: 'table.column.remove', args: { table, side, at } }),
    add: (column) => {
      if (column.side === 'then') return editor.perform({ name: 'table.output.add', args: { table, output: column.output, at: outputs.length, result: '' } })
      const { input } = column
      const bare = 'fact' in input && Object.keys(input).length === 1 ? input.fact : input
      editor.perform({ name: 'table.input.add', args: { table, input: bare, at: inputs.length } })
    },
  }
}
