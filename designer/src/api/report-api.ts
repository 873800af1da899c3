import { queryOptions } from '@tanstack/react-query'
import type { ReportDocument } from '@tieuchi/runtime'
import type { CountedHouseholds, DraftReport, Report, ReportLine } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

/** The report forms of the rules in force in a unit on a day; in the reader's own unless said. */
export const reportsQuery = (at: string, unit?: string) => queryOptions({ queryKey: ['reports', at, unit], queryFn: () => request<readonly ReportLine[]>('GET', `/api/reports${queryString({ at, unit })}`) })

/** Which report, of which unit, for which days, as known when. */
export interface ReportAddress {
  readonly programme: string
  readonly report: string
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly known?: string | undefined
  /** By local rules; nationally unless said. */
  readonly layer?: 'local' | undefined
}

const path = ({ programme, report }: ReportAddress): string => `/api/reports/${encodeURIComponent(programme)}/${encodeURIComponent(report)}`

const asked = ({ unit, from, to, known, layer }: ReportAddress) => ({ unit, from, to, known, layer })

/** A report with its figures. */
export const reportQuery = (address: ReportAddress) =>
  queryOptions({ queryKey: ['report', address], queryFn: () => request<Report>('GET', `${path(address)}${queryString(asked(address))}`), staleTime: 60_000 })

/** A figure of a report, by its column and where its row stands. */
export interface FigureAddress {
  readonly column: string
  readonly part?: 'among' | undefined
  readonly block: string
  readonly keys: readonly (string | null)[]
  readonly row_unit?: string | undefined
  readonly member?: string | undefined
  /** Those of which it cannot be told, instead of those that are counted. */
  readonly open?: boolean | undefined
}

/** The households a figure counts, some at a time. */
export const loadCounted = (address: ReportAddress, { keys, open, ...figure }: FigureAddress, after: string | undefined): Promise<CountedHouseholds> =>
  request('GET', `${path(address)}/households${queryString({ ...asked(address), ...figure, keys: JSON.stringify(keys), open: open === true ? 'true' : undefined, after })}`)

/** Where the server sends the report as a file. */
export const reportFile = (address: ReportAddress, format: 'xlsx' | 'pdf', language: string): string => `${path(address)}/file${queryString({ ...asked(address), format, language })}`

/** Which report form of which draft, tried on which unit and days. */
export interface DraftReportAddress {
  readonly draft: string
  readonly report: string
  readonly unit: string
  readonly from: string
  readonly to: string
}

/** A report form of a draft with its figures; another form has others, so it is asked once for each as it is written. */
export const draftReportQuery = ({ draft, report, unit, from, to }: DraftReportAddress, written: ReportDocument) =>
  queryOptions({ queryKey: ['draft-report', draft, unit, from, to, written], queryFn: () => request<DraftReport>('GET', `/api/drafts/${encodeURIComponent(draft)}/reports/${encodeURIComponent(report)}${queryString({ unit, from, to })}`), staleTime: 60_000 })
