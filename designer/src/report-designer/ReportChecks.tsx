import { ActionIcon, Button, Modal, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { columnTitles, leafColumns, type ReportCheck, type Text } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { WordsPair } from '../form-designer/WordsPair.tsx'
import { unwrittenValue } from '../rule-designer/operands.ts'
import { randomId } from '../ui/random-id.ts'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { ValueProperty } from './ValueProperty.tsx'

/** What must come to the same in every row, and the way to a further check. */
export const ReportChecks = ({ desk }: { readonly desk: ReportDesk }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor } = useDraft()
  const { report, writable } = desk
  const [open, setOpen] = useState<string>()
  const checks = report.checks ?? []
  const opened = checks.find(({ id }) => id === open)
  const computed = leafColumns(report).map(({ column }) => column).filter(({ kind }) => kind === 'measure' || kind === 'formula')
  const titles = columnTitles(report)
  const add = (): void => {
    const last = computed.at(-1)
    if (!last) return
    const check: ReportCheck = { id: randomId(), title: titleOfCheck(titles.get(last.id) ?? last.title), column: last.id, equals: unwrittenValue }
    editor.perform({ name: 'report.check.put', args: { report: report.id, check } })
    setOpen(check.id)
  }
  return (
    <div className={classes['property']}>
      <h4>{t('report.checks')}</h4>
      <ul className={classes['list']}>
        {checks.map(({ id, title }) => (
          <li key={id}>
            <Button variant="subtle" size="compact-sm" h="auto" py={4} justify="flex-start" classNames={{ label: classes['wrapped'] ?? '' }} onClick={() => setOpen(id)} disabled={!writable}>{read(title)}</Button>
            {writable && <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={28} aria-label={t('reportDesign.removeCheck', { title: read(title) })} onClick={() => editor.perform({ name: 'report.check.remove', args: { report: report.id, id } })}><IconTrash size={14} aria-hidden /></ActionIcon>}
          </li>
        ))}
      </ul>
      {writable && <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={computed.length === 0} onClick={add}>{t('reportDesign.addCheck')}</Button>}
      {opened && <CheckDialog desk={desk} check={opened} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

const titleOfCheck = ({ vi, en }: Text): Text => ({ vi: `Đối chiếu cột “${vi}”`, en: `Check of “${en}”` })

const CheckDialog = ({ desk, check, onClose }: { readonly desk: ReportDesk; readonly check: ReportCheck; readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor } = useDraft()
  const { report } = desk
  const titles = columnTitles(report)
  const put = (part: Partial<ReportCheck>): void => editor.perform({ name: 'report.check.put', args: { report: report.id, check: { ...check, ...part } } })
  // Words that nobody wrote go with the column.
  const checkColumn = (column: string): void => {
    const [before, after] = [check.column, column].map((id) => titleOfCheck(titles.get(id) ?? { vi: '', en: '' })) as [Text, Text]
    put({ column, ...(check.title.vi === before.vi && { title: after }) })
  }
  const columns = leafColumns(report).flatMap(({ column: { id, kind } }) => (kind === 'measure' || kind === 'formula' ? [{ value: id, label: read(titles.get(id) ?? { vi: id, en: id }) }] : []))
  return (
    <Modal opened onClose={onClose} title={t('reportDesign.check')} size={720} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={classes['quiet']}>{t('reportDesign.checkHelp')}</p>
      <NativeSelect label={t('reportDesign.checkColumn')} value={check.column} onChange={(event) => checkColumn(event.currentTarget.value)} data={columns} data-autofocus />
      <ValueProperty desk={desk} place={['checks', check.id, 'equals']} of="household" label={t('reportDesign.checkEquals')} sheet />
      <WordsPair label={t('reportDesign.checkTitle')} text={check.title} onText={(title) => title && put({ title })} />
      <Button mt="md" onClick={onClose}>{t('design.done')}</Button>
    </Modal>
  )
}
