import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Pasted } from './use-table-writing.ts'
import type { UnreadCells } from './use-unread-cells.ts'
import { cellKey } from './writing.ts'

interface PasteNoticeProps {
  readonly pasted: Pasted
  readonly unread: UnreadCells
  readonly onCell: (row: string, column: string) => void
  readonly onDismiss: () => void
}

/** What of a paste could not be taken, as long as it stands there, and the way to it. */
export const PasteNotice = ({ pasted, unread, onCell, onDismiss }: PasteNoticeProps) => {
  const { t } = useTranslation()
  const left = pasted.unread.filter(({ row, column }) => unread.has(cellKey(row, column)))
  const [first] = left
  if (!first && pasted.leftOut === 0) return null
  return (
    <Alert variant="outline" color="yellow" mb="sm" p="xs" withCloseButton closeButtonLabel={t('close')} onClose={onDismiss}>
      <output>
        {t('table.pasted', { rows: pasted.rows, columns: pasted.columns })}
        {left.length > 0 && ` ${t('table.pastedUnread', { count: left.length })}`}
        {pasted.leftOut > 0 && ` ${t('table.leftOut', { count: pasted.leftOut })}`}
      </output>
      {first && <Button variant="subtle" size="compact-sm" onClick={() => onCell(first.row, first.column)}>{t('table.firstUnread')}</Button>}
    </Alert>
  )
}
