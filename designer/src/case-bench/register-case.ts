import type { CaseDocument } from '@tieuchi/runtime'
import type { RegisterCase } from '../api/contract.ts'

const title = { vi: 'Hộ lấy từ sổ', en: 'Household of the register' }

/** A household of the register as a case in which nothing is expected yet. */
export const caseOfRegister = (id: string, { at, given }: RegisterCase): CaseDocument => ({ id, title, at, given, expect: {} })
