import { Alert, Group, Loader } from '@mantine/core'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { citationPhrase, columnTitles } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { loadCounted, reportFile, reportQuery, type ReportAddress } from '../api/report-api.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { CountedDrawer } from './CountedDrawer.tsx'
import { LayerSelect, WhoseRules } from './ReportLayer.tsx'
import { spanOn } from './report-span.ts'
import { ReportControls } from './ReportControls.tsx'
import { ReportTable, type ChosenFigure } from './ReportTable.tsx'
import { useReading } from './use-reading.ts'
import { useKnownWords } from './use-known-words.ts'
import classes from './reports.module.css'

/** A report of a unit for a period, every figure of which can be opened. */
export const ReportPage = () => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { at, today } = useReferenceDate()
  const { programme, report: name } = useParams({ from: '/signed-in/reports/$programme/$report' })
  const search = useSearch({ from: '/signed-in/reports/$programme/$report' })
  const navigate = useNavigate({ from: '/reports/$programme/$report' })
  const home = useSuspenseQuery(sessionQuery).data?.unit.id ?? ''
  const span = search.from !== undefined && search.to !== undefined ? { from: search.from, to: search.to } : spanOn('year', at)
  const address: ReportAddress = { programme, report: name, unit: search.unit ?? home, ...span, known: search.known, layer: search.layer }
  const { data: report, error, isFetching } = useQuery({ ...reportQuery(address), placeholderData: keepPreviousData })
  const [chosen, setChosen] = useState<ChosenFigure>()
  const { reading, lists } = useReading(report?.programme.id, report?.release.hash, report?.document, span.to)
  const change = (changes: object): void => {
    setChosen(undefined)
    void navigate({ search: (before) => ({ ...before, ...span, unit: address.unit, ...changes }), replace: true, resetScroll: false })
  }
  return (
    <>
      <PageHead
        title={report ? read(report.document.title) : t(error ? 'shell.reports' : 'loading')}
        line={report && <HeadLine report={report} />}
        action={report && (
          <Group gap="sm">
            <DownloadButton path={reportFile(address, 'xlsx', language)}>{t('report.excel')}</DownloadButton>
            <DownloadButton path={reportFile(address, 'pdf', language)}>{t('report.pdf')}</DownloadButton>
          </Group>
        )}
      />
      <ReportControls period={report?.document.period ?? 'year'} unit={address.unit} span={span} today={today} known={search.known} onChange={change} before={report && report.local.length > 0 && <LayerSelect local={report.local} layer={report.layer} onLayer={(layer) => change({ layer })} />} />
      <div className={classes['content']}>
        {error && <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>}
        {!report && !error && <Loader size="sm" aria-label={t('loading')} />}
        {report && !error && (
          <>
            {report.document.certainty === 'open' && <Alert color="yellow" variant="outline">{t('report.open')}</Alert>}
            {report.document.note && <p className={classes['quiet']}>{read(report.document.note)}</p>}
            <div aria-busy={isFetching}><ReportTable document={report.document} rows={report.rows} reading={reading} chosen={chosen} onChoose={setChosen} /></div>
            {report.rows.some(({ cells }) => Object.values(cells).some(({ open }) => open > 0)) && <p className={classes['quiet']}>{t('report.openLegend')}</p>}
          </>
        )}
      </div>
      {chosen && <CountedDrawer source={{ key: address, load: (figure, after) => loadCounted(address, figure, after) }} figure={chosen} title={report && columnTitles(report.document).get(chosen.column.id)} rules={report && report.local.length > 0 && <WhoseRules local={report.local} layer={report.layer} />} reading={reading} lists={lists} onClose={() => setChosen(undefined)} />}
    </>
  )
}

const HeadLine = ({ report: { document, release, programme, unit, from, to, layer, local, known } }: { readonly report: Report }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const sayKnown = useKnownWords()
  return (
    <>
      {document.code && <span>{read(document.code)}</span>}
      <span>{t('report.of', { unit: unit.name, from: formatDay(from), to: formatDay(to) })}</span>
      <WhoseRules local={local} layer={layer} />
      {known !== undefined && <strong className={classes['known']}>{sayKnown(known)}</strong>}
      <Link to="/policies/$programme/releases/$hash" params={{ programme: programme.id, hash: release.hash }} search={{ tab: 'reports', on: `report.${document.id}` }} className={classes['link'] ?? ''}>{read(release.title)}</Link>
      {document.citation && <span className={classes['quiet']}>{read(citationPhrase(document.citation))}</span>}
    </>
  )
}
