import { Alert, Button } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { MoveCasesDialog } from './MoveCasesDialog.tsx'
import { movesInto } from './moved-cases.ts'

/** Where cases stand outside the days of the draft: how many, and the one step that moves them. */
export const MoveCases = () => {
  const { t } = useTranslation()
  const { assembly, state: { document }, writable } = useDraft()
  const [open, setOpen] = useState(false)
  const moves = useMemo(() => movesInto(assembly, document), [assembly, document])
  if (!writable || moves.length === 0) return null
  return (
    <Alert variant="outline" color="yellow" mb="md" icon={<IconCalendar aria-hidden />} title={t('bench.move.outside', { count: moves.length })}>
      <Button variant="default" onClick={() => setOpen(true)}>{t('bench.move.do')}</Button>
      {open && <MoveCasesDialog moves={moves} onClose={() => setOpen(false)} />}
    </Alert>
  )
}
