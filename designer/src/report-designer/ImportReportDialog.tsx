import { Alert, Button, FileInput, Group, Modal, NativeSelect, Stack } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { proposeReport, type ReportDocument, type SheetGrid } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { detailOf } from '../api/problem-error.ts'
import { readLayouts } from '../api/report-layout-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { base64Of } from '../ui/base64.ts'
import { LayoutPreview } from './LayoutPreview.tsx'
import classes from './layout-import.module.css'

interface ImportReportDialogProps {
  readonly onImported: (report: ReportDocument) => void
  readonly onClose: () => void
}

/** A report form from the Excel file of an official one: what will be taken over, and everything that will not, before anything changes. */
export const ImportReportDialog = ({ onImported, onClose }: ImportReportDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, assembly: { release: { reports } } } = useDraft()
  const [file, setFile] = useState<File | null>(null)
  const [at, setAt] = useState(0)
  const reading = useMutation({ mutationFn: async (chosen: File) => readLayouts(draft.id, await base64Of(chosen)) })
  const sheets = reading.data?.sheets
  const found = useMemo(() => sheets?.map((sheet) => proposeReport(sheet, (id) => reports?.some((report) => report.id === id) ?? false)), [sheets, reports])
  const shown = found?.[at]
  const choose = (chosen: File | null): void => {
    setFile(chosen)
    if (chosen) reading.mutate(chosen, { onSuccess: ({ sheets: all }) => setAt(firstForm(all)) })
  }
  const take = (): void => {
    if (!shown || !('report' in shown)) return
    onImported(shown.report)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('reportImport.title')} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <p className={classes['quiet']}>{t('reportImport.text')}</p>
        <FileInput label={t('reportImport.file')} placeholder={t('import.choose')} accept=".xlsx" value={file} onChange={choose} leftSection={<IconUpload size={16} aria-hidden />} clearable={false} data-autofocus />
        {reading.isPending && <output className={classes['quiet']}>{t('reportImport.reading')}</output>}
        {reading.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(reading.error))}</Alert>}
        {sheets && sheets.length > 1 && <NativeSelect label={t('reportImport.sheet')} value={String(at)} onChange={(event) => setAt(Number(event.currentTarget.value))} data={sheets.map(({ name }, index) => ({ value: String(index), label: name }))} />}
        {shown && 'problem' in shown && <Alert color="red" variant="outline" role="alert">{read(shown.problem)}</Alert>}
        {shown && 'report' in shown && <LayoutPreview proposed={shown} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
          <Button disabled={!shown || !('report' in shown)} onClick={take}>{t('reportImport.take')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** The first sheet that is a form; the first of all where none is. */
const firstForm = (sheets: readonly SheetGrid[]): number => Math.max(0, sheets.findIndex((sheet) => 'report' in proposeReport(sheet, () => false)))
