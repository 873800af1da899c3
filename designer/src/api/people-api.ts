import { queryOptions } from '@tanstack/react-query'
import type { Account, AccountWithToken, ChangedAccount, NewAccount, TrailLineDescription, UnitOnDate } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

/** Accounts of the administrator's area. */
export const accountsQuery = queryOptions({ queryKey: ['people'], queryFn: () => request<readonly Account[]>('GET', '/api/people') })

/** Makes an account; the token is shown this one time. */
export const createAccount = (account: NewAccount): Promise<AccountWithToken> => request<AccountWithToken>('POST', '/api/people', account)

export const changeAccount = (id: string, change: ChangedAccount): Promise<Account> => request<Account>('PUT', `/api/people/${encodeURIComponent(id)}`, change)

/** A fresh one-time token; the present password holds until it is used. */
export const resetAccount = (id: string): Promise<AccountWithToken> => request<AccountWithToken>('POST', `/api/people/${encodeURIComponent(id)}/reset`)

/** Units of the reader's area on a day, nearest the top first. */
export const unitsQuery = (at: string) => queryOptions({ queryKey: ['units', at], queryFn: () => request<readonly UnitOnDate[]>('GET', `/api/units${queryString({ at })}`) })

/** A page of the trail, the newest first; `before` is the last line seen. */
export const trailPage = (filter: { readonly subject?: string; readonly action?: string; readonly before?: number }): Promise<readonly TrailLineDescription[]> =>
  request<readonly TrailLineDescription[]>('GET', `/api/trail${queryString({ ...filter })}`)
