import { exportForm, importForm, type Assembly, type ImportedForm, type Language } from '@tieuchi/runtime'
import { validate } from '@tieuchi/runtime/validation/browser'
import { randomId } from '../ui/random-id.ts'
import { saveText } from '../ui/save-file.ts'

/** The two files of a form for other tools, saved on this machine. */
export const saveForm = (assembly: Assembly, id: string, language: Language): void => {
  const { schema, uiSchema } = exportForm(assembly, id, language)
  saveText(`${id}.schema.json`, JSON.stringify(schema, undefined, 2))
  saveText(`${id}.ui-schema.json`, JSON.stringify(uiSchema, undefined, 2))
}

/** What was read of files, or which of them is none that can be read. */
export type ReadFiles = { readonly imported: ImportedForm } | { readonly unreadable: string }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A uiSchema tells itself apart: its keys are those of rjsf, or it carries ours. */
const isUiSchema = (name: string, value: unknown): boolean =>
  /ui[-_.]?schema/i.test(name) || (typeof value === 'object' && value !== null && !('properties' in value) && !('$ref' in value) && ('tieuchi' in value || Object.keys(value).some((key) => key.startsWith('ui:')) || Object.values(value).some((each) => typeof each === 'object' && each !== null && Object.keys(each).some((key) => key.startsWith('ui:')))))

/** Reads a JSON Schema with or without its uiSchema, whichever order they were chosen in; or one file that holds both. */
export const readForm = async (assembly: Assembly, files: readonly File[]): Promise<ReadFiles> => {
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, value: parsed(await file.text()) })))
  const broken = read.find(({ value }) => typeof value !== 'object' || value === null)
  if (broken) return { unreadable: broken.name }
  const [only] = read
  const both = read.length === 1 && typeof only?.value === 'object' && only.value !== null && 'schema' in only.value ? (only.value as { readonly schema: unknown; readonly uiSchema?: unknown }) : undefined
  const ui = both ? both.uiSchema : read.find(({ name, value }) => isUiSchema(name, value))?.value
  const schema = both ? both.schema : read.find(({ value }) => value !== ui)?.value
  return { imported: importForm({ schema, ...(ui !== undefined && { uiSchema: ui }) }, assembly, { newId: randomId, validate }) }
}
