import { queryOptions } from '@tanstack/react-query'
import type { CountedHouseholds, Exploration, Exploring, ExploringFigure } from '@tieuchi/server/contract'
import { request } from './client.ts'
import type { FigureAddress } from './report-api.ts'

/** A table of one's own with its figures, period by period. */
export const explorationQuery = (asked: Exploring) =>
  queryOptions({ queryKey: ['exploration', asked], queryFn: ({ signal }) => request<Exploration>('POST', '/api/explorations', asked, signal), staleTime: 60_000, retry: false })

/** The households a figure of it counts, some at a time. */
export const loadExplored = (asked: Omit<ExploringFigure, 'column' | 'block' | 'keys'>, { keys, ...figure }: FigureAddress, after: string | undefined): Promise<CountedHouseholds> =>
  request('POST', '/api/explorations/households', { ...asked, ...figure, keys: JSON.stringify(keys), after })

/** Where the server sends the table as a file, asked for with the table and a language. */
export const explorationFile = '/api/explorations/file'
