import { queryOptions } from '@tanstack/react-query'
import type { NewPartner, Partner, PartnerChange, PartnerWithKey } from '@tieuchi/server/contract'
import { request } from './client.ts'

/** Partners of the administrator's area. */
export const partnersQuery = queryOptions({ queryKey: ['partners'], queryFn: () => request<readonly Partner[]>('GET', '/api/partners') })

/** Makes a partner; its key is shown this one time. */
export const createPartner = (partner: NewPartner): Promise<PartnerWithKey> => request<PartnerWithKey>('POST', '/api/partners', partner)

/** Changes what a partner may ask for, from now on. */
export const changePartner = ({ id, ...change }: PartnerChange & { readonly id: string }): Promise<Partner> => request<Partner>('PUT', `/api/partners/${encodeURIComponent(id)}`, change)

/** Ends the key of a partner at once. */
export const revokePartner = (id: string): Promise<Partner> => request<Partner>('POST', `/api/partners/${encodeURIComponent(id)}/revoke`)
