import { queryOptions } from '@tanstack/react-query'
import type { NoticeList } from '@tieuchi/server/contract'
import { request } from './client.ts'
import { ProblemError } from './problem-error.ts'

const again = 20_000

/** Whether the session is over: no use asking until there is another. */
const isOver = (error: Error | null): boolean => error instanceof ProblemError && error.status === 401

/** What the reader is told of, looked for anew while the page is in sight and when it comes into sight. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => request<NoticeList>('GET', '/api/notices'),
  refetchInterval: ({ state }) => (isOver(state.error) ? false : again),
  refetchOnWindowFocus: 'always',
})

/** Says that the reader has seen these. */
export const markNoticesRead = (ids: readonly number[]): Promise<void> => request<void>('POST', '/api/notices/read', { ids })

/** The list once these were seen. */
export const withRead = ({ unread, notices }: NoticeList, ids: readonly number[]): NoticeList => ({
  unread: unread - notices.filter(({ id, read }) => !read && ids.includes(id)).length,
  notices: notices.map((notice) => (ids.includes(notice.id) ? { ...notice, read: true } : notice)),
})
