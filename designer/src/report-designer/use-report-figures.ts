import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReportDocument } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import type { DraftReport } from '../api/contract.ts'
import { unitsQuery } from '../api/people-api.ts'
import { draftReportQuery } from '../api/report-api.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { spanOn, type ReportSpan } from '../reports/report-span.ts'

/** Figures of one unit in the form as it is saved. */
export interface ReportFigures {
  readonly unit: string | undefined
  readonly span: ReportSpan
  readonly figures: DraftReport | undefined
  /** What is shown is of the form as it was a moment ago. */
  readonly counting: boolean
  readonly error: Error | null
  readonly countAgain: () => void
  readonly setUnit: (unit: string) => void
  readonly setSpan: (span: ReportSpan) => void
}

/** Tries the form on the households of a unit: at first of the first one that has none below it. */
export const useReportFigures = (report: ReportDocument): ReportFigures => {
  const { draft, state, today } = useDraft()
  const [span, setSpan] = useState<ReportSpan>(() => spanOn(report.period, today))
  const [chosen, setUnit] = useState<string>()
  const units = useQuery(unitsQuery(today)).data
  const first = useMemo(() => {
    const parents = new Set((units ?? []).flatMap(({ parent_ids: ids }) => ids))
    return (units ?? []).find(({ id }) => !parents.has(id))?.id
  }, [units])
  const unit = chosen ?? first
  const saved = state.save.status === 'saved'
  const { data, error, isFetching, refetch } = useQuery({ ...draftReportQuery({ draft: draft.id, report: report.id, unit: unit ?? '', ...spanOn(report.period, span.from) }, report), enabled: unit !== undefined && saved, placeholderData: keepPreviousData })
  const figures = useLastCounted(data, `${unit} ${span.from}`)
  return { unit, span: spanOn(report.period, span.from), figures, counting: !saved || isFetching, error, countAgain: () => void refetch(), setUnit, setSpan }
}

/** The last figures of the same unit and period: they stay while newer ones cannot be had. */
const useLastCounted = (data: DraftReport | undefined, asked: string): DraftReport | undefined => {
  const [last, setLast] = useState({ asked, data })
  if (data !== undefined && (last.data !== data || last.asked !== asked)) setLast({ asked, data })
  return data ?? (last.asked === asked ? last.data : undefined)
}
