import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/** Rows of one request. */
export const windowSize = 100

/** What the server answers to a window; the number of all rows only where it was asked for. */
export interface ListPage<Row> {
  readonly total?: number | undefined
  readonly items: readonly Row[]
}

export interface ListWindow {
  readonly offset: number
  readonly limit: number
  readonly counted: boolean
}

interface ListSource<Row> {
  /** Names the list with all it is narrowed to and sorted by. */
  readonly key: readonly unknown[]
  readonly load: (window: ListWindow) => Promise<ListPage<Row>>
  readonly enabled: boolean
}

/** A list of any length, of which only the windows that are looked at are fetched. */
export interface ListRows<Row> {
  /** Absent until the first window is there. */
  readonly total: number | undefined
  /** The rows, and their number, are of what was asked before; those of what is asked now are on their way. */
  readonly outdated: boolean
  readonly rowAt: (index: number) => Row | undefined
  /** Says which rows are looked at. */
  readonly look: (first: number, last: number) => void
  readonly error: Error | null
}

export const useListRows = <Row>({ key, load, enabled }: ListSource<Row>): ListRows<Row> => {
  const query = (window: ListWindow) => ({ queryKey: [...key, window], queryFn: () => load(window) })
  const [seen, setSeen] = useState({ first: 0, last: 0 })
  const start = useQuery({ ...query({ offset: 0, limit: windowSize, counted: true }), enabled, placeholderData: keepPreviousData })
  const total = start.data?.total
  const further = windowsOf(seen, total ?? 0)
  const windows = useQueries({ queries: further.map((offset) => ({ ...query({ offset, limit: windowSize, counted: false }), enabled: enabled && !start.isPlaceholderData })) })
  const pages = new Map([[0, start.data], ...further.map((offset, index) => [offset, windows[index]?.data] as const)])
  const look = useCallback((first: number, last: number) => setSeen((before) => (before.first === first && before.last === last ? before : { first, last })), [])
  const failed = windows.find(({ error }) => error !== null)?.error ?? null
  const rowAt = (index: number) => {
    const offset = index - (index % windowSize)
    return pages.get(offset)?.items[index - offset]
  }
  return { total, outdated: start.isPlaceholderData, rowAt, look, error: start.error ?? failed }
}

/** Where the windows begin that hold these rows, but for the first, which is always there. */
const windowsOf = ({ first, last }: { readonly first: number; readonly last: number }, total: number): readonly number[] => {
  const offsets: number[] = []
  for (let offset = first - (first % windowSize); offset <= last && offset < total; offset += windowSize) if (offset > 0) offsets.push(offset)
  return offsets
}
