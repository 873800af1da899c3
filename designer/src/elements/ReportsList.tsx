import { Group, Title } from '@mantine/core'
import type { Assembly, ReportDocument } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { ElementLink } from './ElementLink.tsx'
import { ReportText } from './ReportText.tsx'

interface ReportsListProps {
  readonly assembly: Assembly
  /** What can be done with a report. */
  readonly renderAction?: (report: ReportDocument) => ReactNode
}

/** The report forms of a release with what each counts, to be read. */
export const ReportsList = ({ assembly, renderAction }: ReportsListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { reports = [] } = assembly.release
  if (reports.length === 0) return <EmptyList title={t('report.none')} text={t('report.noneText')} />
  return reports.map((report) => (
    <section key={report.id}>
      <Group justify="space-between" align="center">
        <Title order={2}><ElementLink element={{ kind: 'report', id: report.id }}>{read(report.title)}</ElementLink></Title>
        {renderAction?.(report)}
      </Group>
      <ReportText assembly={assembly} report={report} />
    </section>
  ))
}
