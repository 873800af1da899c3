import type { Assembly, TablePiece } from '@tieuchi/runtime'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { TableColumn } from './table-column.ts'
import { keptColumns, tableColumns } from './table-columns.ts'

const hasColumnsOf = (a: TablePiece, b: TablePiece): boolean => a.id === b.id && a.hit === b.hit && a.inputs === b.inputs && a.outputs === b.outputs

/**
 * The columns of a table; those that take what they took before stay the same objects while rows are written. What their cells take is looked
 * for in all that the rows read, so a key in a cell is seen before.
 */
export const useTableColumns = (assembly: Assembly, piece: TablePiece): readonly TableColumn[] => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const written = useMemo(() => ({ assembly, piece }), [assembly, piece])
  const before = useDeferredValue(written)
  const read = hasColumnsOf(before.piece, piece) ? before : written
  const found = useMemo(
    () => tableColumns(read.assembly, read.piece, language, { citation: t('table.citation'), certainty: t('table.certainty'), note: t('table.note') }),
    [read, language, t],
  )
  const [shown, setShown] = useState({ found, columns: found })
  if (shown.found === found) return shown.columns
  const kept = keptColumns(shown.columns, found)
  const columns = kept.length === shown.columns.length && kept.every((column, index) => column === shown.columns[index]) ? shown.columns : kept
  setShown({ found, columns })
  return columns
}
