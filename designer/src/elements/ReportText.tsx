import { citationPhrase, readReport, reportPeriodNames, sentenceOf, sentenceOfBlock, sentenceOfColumn, type Assembly, type ReportColumn, type ReportDocument, type RowBlock } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './elements.module.css'
import { releasesOf } from './releases-of.ts'

/** What a report counts: its rows, its columns with what each of them has, and what must come to the same. */
export const ReportText = ({ assembly, report }: { readonly assembly: Assembly; readonly report: ReportDocument }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const reading = useMemo(() => readReport({ common: assembly.common, releases: releasesOf(assembly) }, report), [assembly, report])
  return (
    <>
      <p className={classes['quiet']}>{[report.code && read(report.code), read(reportPeriodNames[report.period]), report.citation && read(citationPhrase(report.citation))].filter(Boolean).join(' · ')}</p>
      {report.certainty === 'open' && <p>{t('report.open')}</p>}
      {report.note && <p className={classes['quiet']}>{read(report.note)}</p>}
      <section className={classes['part']}>
        <h3>{t('report.rows')}</h3>
        <ul>{report.rows.map((block) => <BlockText key={block.id} assembly={reading} block={block} />)}</ul>
      </section>
      <section className={classes['part']}>
        <h3>{t('report.columns')}</h3>
        <ul>{report.columns.map((column) => <ColumnText key={column.id} assembly={reading} column={column} />)}</ul>
      </section>
      {report.checks && report.checks.length > 0 && (
        <section className={classes['part']}>
          <h3>{t('report.checks')}</h3>
          <ul>{report.checks.map(({ id, title }) => <li key={id}>{read(title)}</li>)}</ul>
        </section>
      )}
    </>
  )
}

const BlockText = ({ assembly, block }: { readonly assembly: Assembly; readonly block: RowBlock }) => {
  const { read } = useLanguage()
  return (
    <li>
      {read(sentenceOfBlock(assembly, block))}
      {block.kind === 'conditions' && <ul>{block.conditions.map(({ id, title, where }) => <li key={id}>{read(title)}<div className={classes['quiet']}>{read(sentenceOf(assembly, where))}</div></li>)}</ul>}
      {'rows' in block && block.rows && <ul>{block.rows.map((inner) => <BlockText key={inner.id} assembly={assembly} block={inner} />)}</ul>}
    </li>
  )
}

const ColumnText = ({ assembly, column }: { readonly assembly: Assembly; readonly column: ReportColumn }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (column.kind === 'group') return <li>{read(column.title)}<ul>{column.columns.map((inner) => <ColumnText key={inner.id} assembly={assembly} column={inner} />)}</ul></li>
  const sentence = sentenceOfColumn(assembly, column)
  return (
    <li>
      {read(column.title)}
      {sentence && <div className={classes['quiet']}>{read(sentence)}</div>}
      {column.kind === 'open' && <div className={classes['quiet']}>{t('report.openColumn')}</div>}
      {column.citation && <div className={classes['quiet']}>{read(citationPhrase(column.citation))}</div>}
    </li>
  )
}
