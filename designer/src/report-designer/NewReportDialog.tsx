import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { suggestCode, type ReportDocument } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { writeElement } from '../elements/element.ts'
import { newColumn } from './column-kinds.ts'
import { newBlock } from './new-rows.ts'
import { newTitle } from './new-title.ts'

/** Puts a report form into the draft, under a code of its title, and opens it. */
export const useAddReport = (): ((reportOf: (id: string) => ReportDocument, title: string) => void) => {
  const navigate = useNavigate()
  const { assembly: { release: { reports = [] } }, editor } = useDraft()
  return (reportOf, title) => {
    const id = suggestCode(title, (code) => reports.some((report) => report.id === code)) || `report_${reports.length + 1}`
    editor.perform({ name: 'report.add', args: { report: reportOf(id) } })
    void navigate({ to: '.', search: (search) => ({ ...search, on: writeElement({ kind: 'report', id }), view: undefined }) })
  }
}

/** A report form begins with its title, a row of everything, rows of the units, and a column that counts all households. */
export const NewReportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const add = useAddReport()
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  const missing = title.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (missing) return
    const words = { vi: title.trim(), en: title.trim() }
    add((id) => ({ id, title: words, period: 'year', rows: [newBlock('total', newTitle('reportDesign.newTotal')), { ...newBlock('units', words), numbering: 'arabic' }], columns: [newColumn('count', newTitle('reportDesign.allHouseholds'))] }), title)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('reportDesign.newReport')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('reportDesign.title')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={tried && missing && t('reportDesign.titleMissing')} maxLength={300} required data-autofocus />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
            <Button type="submit">{t('reportDesign.create')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
