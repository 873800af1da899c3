import type { CaseDocument } from '@tieuchi/runtime'
import { Type } from 'typebox'

/** An Excel file, its bytes written in base64. */
export const caseFile = Type.Object({ file: Type.String() }, { additionalProperties: false })

/** The cases that a file holds; nothing has been changed by reading it. */
export const readCaseFile = Type.Object({ cases: Type.Array(Type.Unsafe<CaseDocument>(Type.Object({}, { additionalProperties: true }))) })
