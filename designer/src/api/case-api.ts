import type { CaseDocument, Language } from '@tieuchi/runtime'
import type { RegisterCase, RegisterCaseRequest } from '@tieuchi/server/contract'
import { queryString, request } from './client.ts'

/** A household of one's area as a case of a draft may know it. */
export const copyHousehold = (draft: string, asked: RegisterCaseRequest): Promise<RegisterCase> => request<RegisterCase>('POST', `/api/drafts/${encodeURIComponent(draft)}/register-cases`, asked)

/** Where the cases of a draft's stored version come from as an Excel file. */
export const casesFile = (draft: string, language: Language): string => `/api/drafts/${encodeURIComponent(draft)}/cases/excel${queryString({ language })}`

/** What an Excel file of cases says; the draft stays as it is. The bytes are written in base64. */
export const readCasesFile = (draft: string, file: string): Promise<{ readonly cases: readonly CaseDocument[] }> => request('POST', `/api/drafts/${encodeURIComponent(draft)}/cases/excel`, { file })
