import { Button } from '@mantine/core'
import { IconVariable } from '@tabler/icons-react'
import { describeColumn, describeReference, type Assembly, type Parameter, type TablePiece, type TableRow } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { ParameterDialog } from '../parameter-designer/ParameterDialog.tsx'
import { nameableCell } from './nameable-cell.ts'
import type { TableColumn } from './table-column.ts'

interface NameCellProps {
  readonly assembly: Assembly
  readonly piece: TablePiece
  readonly row: TableRow
  readonly column: TableColumn
}

/** Gives the number or day of a cell a name, a unit and a legal basis of its own: one step, together with the cell. */
export const NameCell = ({ assembly, piece, row, column }: NameCellProps) => {
  const { t } = useTranslation()
  const { editor } = useDraft()
  const [naming, setNaming] = useState(false)
  const nameable = nameableCell(row, column)
  if (!nameable || column.side === 'source') return null
  const { title, unit = 'count' } = column.side === 'when' ? describeReference(assembly, column.reference) : describeColumn(assembly, piece, column.output)
  const begun: Parameter = { title: { vi: title.vi, en: '' }, unit, value: nameable.value, certainty: row.certainty ?? 'seen', ...(row.citation && { citation: row.citation }) }
  const close = (): void => setNaming(false)
  const apply = (id: string, parameter: Parameter): void => {
    editor.perform({ name: 'table.write', args: { table: piece.id, changes: [nameable.with({ parameter: id })], along: { parameters: { [id]: parameter } } } })
    close()
  }
  return (
    <>
      <Button variant="subtle" size="compact-sm" leftSection={<IconVariable size={14} aria-hidden />} onClick={() => setNaming(true)}>{t('build.name')}</Button>
      {naming && <ParameterDialog id={undefined} parameter={begun} uses={[]} onApply={apply} onRemove={close} onClose={close} />}
    </>
  )
}
