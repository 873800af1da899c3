import { columnTitle, leafColumns, reportHead, reportPeriodNames, sentenceOfBlock, type LayoutNote, type ProposedReport, type ReportDocument } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import sheet from '../reports/reports.module.css'
import classes from './layout-import.module.css'

/** A report form as it was read of a sheet: its head as it will stand, its rows, who signs, and everything that was not taken over. */
export const LayoutPreview = ({ proposed: { report, notes } }: { readonly proposed: ProposedReport }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly } = useDraft()
  return (
    <section aria-labelledby="layout-title" className={classes['preview']}>
      <h3 id="layout-title">{read(report.title)}</h3>
      <p className={classes['quiet']}>{[report.code && read(report.code), read(reportPeriodNames[report.period])].filter(Boolean).join(' · ')}</p>
      <HeadTable report={report} />
      <p className={classes['quiet']}>{t('reportImport.columns', { count: leafColumns(report).length })}</p>
      <dl className={classes['parts']}>
        <dt>{t('reportImport.rows')}</dt><dd>{report.rows.map((block) => <div key={block.id}>{read(sentenceOfBlock(assembly, block))}</div>)}</dd>
        <dt>{t('reportImport.signatures')}</dt><dd>{report.signatures?.map(({ title }) => <div key={title.vi}>{read(title).replaceAll('\n', ' – ')}</div>) ?? t('reportImport.nobody')}</dd>
      </dl>
      {notes.length === 0 ? <p className={classes['quiet']}>{t('reportImport.allTaken')}</p> : <Notes notes={notes} />}
    </section>
  )
}

const HeadTable = ({ report }: { readonly report: ReportDocument }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { lines, cells } = reportHead(report)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by the keyboard
    <section aria-label={t('reportImport.head', { title: read(report.title) })} tabIndex={0} className={classes['scroller']}>
      <table className={sheet['sheet']}>
        <thead>
          {Array.from({ length: lines }, (_line, line) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of the head have no other name
            <tr key={line}>
              {line === 0 && <th rowSpan={lines} scope="col">{t('report.rowTitle')}</th>}
              {cells.filter(({ level }) => level === line).map(({ column, across, down }) => <th key={`${line} ${column.id}`} colSpan={across} rowSpan={down} scope={column.kind === 'group' ? 'colgroup' : 'col'}>{read(columnTitle(column))}</th>)}
            </tr>
          ))}
        </thead>
      </table>
    </section>
  )
}

/** Each with the place it stands at in its sheet. */
const Notes = ({ notes }: { readonly notes: readonly LayoutNote[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <section aria-labelledby="layout-notes">
      <h3 id="layout-notes">{t('reportImport.notTaken', { count: notes.length })}</h3>
      <ul className={classes['notes']}>
        {notes.map(({ code, place, message }) => <li key={`${code} ${place} ${message.vi}`}><span className={classes['quiet']}>{place === '' ? t('reportImport.wholeSheet') : t('reportImport.place', { place })}</span> {read(message)}</li>)}
      </ul>
    </section>
  )
}
