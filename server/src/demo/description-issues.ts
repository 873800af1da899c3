import type { Issue } from '@tieuchi/runtime'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { packIssue } from '../policies/pack-error.ts'

/** What of a description does not have the form. */
export const shapeIssues = (file: string, schema: TSchema, value: unknown): readonly Issue[] =>
  Value.Errors(schema, value).map(({ instancePath, message }) =>
    packIssue(file, instancePath.split('/').slice(1), { code: 'description_shape', vi: `không đúng cấu trúc (${message}); hãy sửa.`, en: `does not have the form (${message}); correct it.` }))

/** Answers that are drawn and that the dictionary does not know. */
export const fieldless = (file: string, part: string, entries: readonly { readonly set: string; readonly hidden?: boolean | undefined }[], fields: object): readonly Issue[] =>
  entries.filter(({ set, hidden }) => hidden !== true && !(set in fields)).map(({ set }) =>
    packIssue(file, [part, set], { code: 'description_field', vi: 'không có trong từ điển; hãy sửa tên hoặc ghi “hidden”.', en: 'is not in the dictionary; correct the name or mark it “hidden”.' }))
