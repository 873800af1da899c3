import { assemble, extendCommon, type Assembly, type CaseDocument, type DraftDocument, type Language } from '@tieuchi/runtime'
import type { Readable } from 'node:stream'
import { joinRules } from '../drafts/draft-rules.ts'
import { findDraftErrors } from '../drafts/draft-errors.ts'
import { getDraftOrThrow, type Writing } from '../drafts/draft-service.ts'
import { excelFile } from '../excel/excel-file.ts'
import { readExcel } from '../excel/excel-reading.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { caseSheets } from './case-export.ts'
import { readCases } from './case-import.ts'

/** A draft joined with what it reads. 422 `draft_unsound` where it cannot be: then nobody knows what its questions and results are. */
export async function assembleStored(tx: Tx, { today }: Writing, id: string): Promise<Assembly> {
  const draft: DraftDocument = JSON.parse((await getDraftOrThrow(tx, id)).document)
  const joined = await joinRules(tx, draft.programme, draft.valid_from ?? today)
  const { errors } = findDraftErrors(draft, joined)
  if (errors.length > 0) throw new Problem('draft_unsound', {}, errors)
  const others = Object.fromEntries(Object.entries(joined.releases).map(([name, { release }]) => [name, release]))
  return assemble({ programme: draft.release.programme, layer: 'national', common: extendCommon(joined.common.document, draft.additions).common, releases: { ...others, [draft.release.programme]: draft.release } })
}

/** The cases of a draft as an Excel file with a name. */
export function writeCaseFile(assembly: Assembly, { language, today }: { readonly language: Language; readonly today: string }): { readonly name: string; readonly file: Readable } {
  const words = language === 'vi' ? 'ca-kiem-thu' : 'cases'
  return { name: `${words}_${assembly.programme}_${today}.xlsx`, file: excelFile(caseSheets(assembly, language)) }
}

/** The cases an Excel file holds. 422 `excel_unreadable` where it is none, `case_file_wrong` with every problem by row and column. */
export async function readCaseFile(assembly: Assembly, file: string): Promise<CaseDocument[]> {
  const sheets = await readExcel(Buffer.from(file, 'base64'))
  if (sheets === undefined) throw new Problem('excel_unreadable')
  const read = readCases(assembly, sheets)
  if ('issues' in read) throw new Problem('case_file_wrong', { count: read.issues.length }, read.issues.slice(0, mostTold))
  return [...read.cases]
}

/** More problems than these nobody reads at once. */
const mostTold = 100
