import { oneOf, textIn } from '../lists/read-address.ts'

export const countedKinds = ['households', 'members'] as const
export const measureKinds = ['count', 'share', 'sum'] as const
export const chartKinds = ['bars', 'stacked', 'lines'] as const
export type ChartKind = (typeof chartKinds)[number]

/** Some codes of something, any of them. */
export interface Picked {
  readonly thing: string
  readonly codes: readonly string[]
}

/** What stands in the columns besides things: a period each, or one figure alone. */
export const byYears = 'years'
export const byNothing = 'none'

/** What a reader has picked to be counted. */
export interface Pivot {
  /** Ids of things. */
  readonly rows: string
  readonly columns: string
  readonly counted: (typeof countedKinds)[number]
  readonly measure: (typeof measureKinds)[number]
  /** Of a sum: what is added up. */
  readonly value?: string | undefined
  /** Of a share without codes in its columns: the part. */
  readonly part?: Picked | undefined
  /** All of these hold. */
  readonly where: readonly Picked[]
}

/** The same in an address, where what is not said is as usual; and how it is drawn. */
export interface PivotSearch {
  readonly programme?: string | undefined
  readonly rows?: string | undefined
  readonly columns?: string | undefined
  readonly counted?: Pivot['counted'] | undefined
  readonly measure?: Pivot['measure'] | undefined
  readonly value?: string | undefined
  readonly part?: string | undefined
  readonly where?: string | undefined
  /** How many, the last one among them. */
  readonly years?: number | undefined
  readonly chart?: ChartKind | undefined
}

export const mostYears = 8
export const usualYears = 3

/** Some codes as a text: `sex:female|male`. */
export const writePicked = ({ thing, codes }: Picked): string => `${thing}:${codes.map(encodeURIComponent).join('|')}`

const decoded = (code: string): readonly string[] => {
  try {
    return [decodeURIComponent(code)]
  } catch {
    return []
  }
}

const readPicked = (text: string): readonly Picked[] => {
  const [thing = '', codes = ''] = text.split(':')
  const picked = codes.split('|').flatMap(decoded).filter((code) => code !== '')
  return thing !== '' && picked.length > 0 ? [{ thing, codes: picked }] : []
}

export const writeWhere = (where: readonly Picked[]): string | undefined => (where.length === 0 ? undefined : where.map(writePicked).join(';'))

/** What an address says of a table; what it says amiss counts as not said. */
export const readPivotSearch = (search: Readonly<Record<string, unknown>>): PivotSearch => {
  const { years } = search
  return {
    programme: textIn(search['programme']),
    rows: textIn(search['rows']),
    columns: textIn(search['columns']),
    counted: oneOf(countedKinds, search['counted']),
    measure: oneOf(measureKinds, search['measure']),
    value: textIn(search['value']),
    part: textIn(search['part']),
    where: textIn(search['where']),
    years: typeof years === 'number' && Number.isInteger(years) && years >= 2 && years <= mostYears ? years : undefined,
    chart: oneOf(chartKinds, search['chart']),
  }
}

/** What is picked, with what is usual in the place of what is not said. */
export const pivotOf = ({ rows, columns, counted, measure, value, part, where }: PivotSearch, usual: Pick<Pivot, 'rows' | 'columns'>): Pivot => ({
  rows: rows ?? usual.rows,
  columns: columns ?? usual.columns,
  counted: counted ?? 'households',
  measure: measure ?? 'count',
  value,
  part: readPicked(part ?? '')[0],
  where: (where ?? '').split(';').flatMap(readPicked),
})
