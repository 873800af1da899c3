import { Button, Group } from '@mantine/core'
import { IconPlus, IconTable } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { writeElement } from '../elements/element.ts'
import { ReportsList } from '../elements/ReportsList.tsx'
import classes from './report-designer.module.css'
import { ImportReportDialog } from './ImportReportDialog.tsx'
import { NewReportDialog, useAddReport } from './NewReportDialog.tsx'

/** The report forms of the draft, and the way to a new one. */
export const ReportsTab = () => {
  const { t } = useTranslation()
  const { assembly, writable } = useDraft()
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const add = useAddReport()
  return (
    <>
      {writable && (
        <Group gap="sm" mb="md">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('reportDesign.add')}</Button>
          <Button variant="default" leftSection={<IconTable size={16} aria-hidden />} onClick={() => setImporting(true)}>{t('reportImport.do')}</Button>
        </Group>
      )}
      <ReportsList assembly={assembly} renderAction={({ id }) => <Link to="." search={(search) => ({ ...search, on: writeElement({ kind: 'report', id }), view: undefined })} className={classes['open'] ?? ''}>{t(writable ? 'reportDesign.open' : 'reportDesign.look')}</Link>} />
      {importing && <ImportReportDialog onImported={(report) => add((id) => ({ ...report, id }), report.title.vi)} onClose={() => setImporting(false)} />}
      {adding && <NewReportDialog onClose={() => setAdding(false)} />}
    </>
  )
}
