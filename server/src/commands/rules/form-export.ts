import { exportForm, wholeForms, type ExchangedForm, type Language } from '@tieuchi/runtime'
import { CommandError } from '../command-error.ts'
import { writeInto } from './form-files.ts'
import type { FormRelease } from './form-release.ts'
import type { RulesAnswer } from './rules-command.ts'

interface WrittenForm extends ExchangedForm {
  readonly form: string
}

/** Forms of a release as JSON Schema and uiSchema: two files for each in a folder, or on the screen. */
export function exportForms({ named, assembly }: FormRelease, form: string | undefined, folder: string | undefined, language: Language): RulesAnswer {
  const ids = wholeForms(assembly.release).map(({ id }) => id)
  if (form !== undefined && !ids.includes(form)) throw noForm(named, form, ids)
  if (ids.length === 0) throw noForms(named)
  const written = (form === undefined ? ids : [form]).map((id): WrittenForm => ({ form: id, ...exportForm(assembly, id, language) }))
  if (folder === undefined) return { code: 0, data: written, lines: () => [JSON.stringify(written.length === 1 ? written[0] : written, null, 2)] }
  const files = writeInto(folder, written.flatMap(({ form: id, schema, uiSchema }) => [[`${id}.schema`, schema], [`${id}.uiSchema`, uiSchema]] as const))
  return {
    code: 0,
    data: { files },
    lines: (writing) => [writing.say({ vi: `Đã ghi ${files.length} tệp:`, en: `${files.length} files written:` }), ...files.map((file) => `  ${file}`)],
  }
}

const noForm = (named: string, form: string, ids: readonly string[]): CommandError => new CommandError({
  vi: `“${named}” không có biểu mẫu “${form}”; chọn một trong: ${ids.join(', ')}.`,
  en: `“${named}” has no form “${form}”; choose one of: ${ids.join(', ')}.`,
})

const noForms = (named: string): CommandError => new CommandError({ vi: `“${named}” không có biểu mẫu nào.`, en: `“${named}” has no form.` })
