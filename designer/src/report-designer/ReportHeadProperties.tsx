import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { reportPeriodNames, type ReportDocument, type ReportPeriod } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import type { ReportHead } from '../editor-store/commands/report-commands.ts'
import { Findings } from '../findings/Findings.tsx'
import { WordsPair } from '../form-designer/WordsPair.tsx'
import { SourceFields } from '../rule-designer/SourceFields.tsx'
import { tell } from '../ui/tell.ts'
import { ReportChecks } from './ReportChecks.tsx'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { ReportPieces } from './ReportPieces.tsx'

const periods: readonly ReportPeriod[] = ['month', 'quarter', 'half_year', 'year']

const headOf = ({ title, code, period, signatures, citation, certainty, note }: ReportDocument): ReportHead =>
  ({ title, period, ...(code && { code }), ...(signatures && { signatures }), ...(citation && { citation }), ...(certainty && { certainty }), ...(note && { note }) })

/** Nothing is selected: what is said of the form itself. */
export const ReportHeadProperties = ({ desk }: { readonly desk: ReportDesk }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor } = useDraft()
  const { report, writable, issues } = desk
  const head = headOf(report)
  const write = (next: ReportHead): void => editor.perform({ name: 'report.head', args: { report: report.id, head: next } })
  const { code: _code, ...withoutCode } = head
  const { citation: _citation, certainty: _certainty, note: _note, ...withoutSource } = head
  return (
    <>
      <Findings issues={issues.others} />
      <WordsPair label={t('reportDesign.title')} text={head.title} onText={(title) => title && write({ ...head, title })} />
      <WordsPair label={t('reportDesign.code')} text={head.code} onText={(code) => write({ ...withoutCode, ...(code && { code }) })} />
      <NativeSelect label={t('reportDesign.period')} value={head.period} onChange={(event) => write({ ...head, period: periods.find((each) => each === event.currentTarget.value) ?? head.period })} data={periods.map((value) => ({ value, label: read(reportPeriodNames[value]) }))} />
      <SourceFields source={head} onSource={(source) => write({ ...withoutSource, ...source })} />
      <ReportChecks desk={desk} />
      <ReportPieces desk={desk} />
      <Signatures head={head} writable={writable} onHead={write} />
      {writable && <RemoveReport report={report} />}
    </>
  )
}

const mostSignatures = 10

/** Who signs usually: on the left whoever made the report, beside them the head of the unit. */
const preparer = { vi: 'Người lập biểu', en: 'Prepared by' } as const
const chief = { vi: 'TM. Ủy ban nhân dân\nChủ tịch', en: 'On behalf of the People’s Committee\nThe chairperson' } as const

const Signatures = ({ head, writable, onHead }: { readonly head: ReportHead; readonly writable: boolean; readonly onHead: (head: ReportHead) => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { signatures = [] } = head
  const write = (next: NonNullable<ReportHead['signatures']>): void => onHead({ ...head, signatures: next })
  return (
    <div className={classes['property']}>
      <h4>{t('reportDesign.signatures')}</h4>
      {signatures.map(({ title }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- signatures have no name but their place
        <div key={index} className={classes['signature']}>
          <WordsPair label={t('reportDesign.signature', { number: index + 1 })} text={title} onText={(next) => next && write(signatures.map((each, at) => (at === index ? { title: next } : each)))} long />
          {writable && <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={28} aria-label={t('reportDesign.removeSignature', { title: read(title) })} onClick={() => write(signatures.toSpliced(index, 1))}><IconTrash size={14} aria-hidden /></ActionIcon>}
        </div>
      ))}
      {writable && signatures.length < mostSignatures && <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => write([...signatures, { title: signatures.length === 0 ? preparer : chief }])}>{t('reportDesign.addSignature')}</Button>}
    </div>
  )
}

const RemoveReport = ({ report }: { readonly report: ReportDocument }) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { editor } = useDraft()
  const remove = (): void => {
    editor.perform({ name: 'report.remove', args: { id: report.id } })
    tell(t('reportDesign.removedReport'))
    void navigate({ to: '.', search: (search) => ({ ...search, on: undefined, view: undefined }) })
  }
  return <Button size="compact-sm" variant="subtle" color="red" c="var(--error)" onClick={remove}>{t('reportDesign.removeReport')}</Button>
}
