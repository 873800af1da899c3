import type { RegisterCase, RegisterCaseRequest } from '@tieuchi/server/contract'
import { request } from './client.ts'

/** A household of one's area as a case of a draft may know it. */
export const copyHousehold = (draft: string, asked: RegisterCaseRequest): Promise<RegisterCase> => request<RegisterCase>('POST', `/api/drafts/${encodeURIComponent(draft)}/register-cases`, asked)
