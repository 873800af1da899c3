import type { SheetGrid } from '@tieuchi/runtime'
import { request } from './client.ts'

/** The sheets of an Excel file as cells; the draft stays as it is. The bytes are written in base64. */
export const readLayouts = (draft: string, file: string): Promise<{ readonly sheets: readonly SheetGrid[] }> => request('POST', `/api/drafts/${encodeURIComponent(draft)}/report-layouts`, { file })
