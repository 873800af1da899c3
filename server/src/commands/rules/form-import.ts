import { importForm, type ImportedForm, type ImportNote } from '@tieuchi/runtime'
import { validate } from '@tieuchi/runtime/validation/server'
import { randomId } from '../../plugins/random-id.ts'
import { parseJsonFile } from '../json-file.ts'
import { writeInto } from './form-files.ts'
import type { FormRelease } from './form-release.ts'
import type { RulesAnswer } from './rules-command.ts'
import type { Writing } from './rules-writing.ts'

/** A form from the files of another tool, with what the dictionary lacks of it, and everything that was not taken. */
export function importFiles({ assembly }: FormRelease, [schema, uiSchema]: readonly [schema: string, uiSchema: string | undefined], folder: string | undefined): RulesAnswer {
  const imported = importForm({ schema: parseJsonFile(schema), ...(uiSchema !== undefined && { uiSchema: parseJsonFile(uiSchema) }) }, assembly, { newId: randomId, validate })
  const files = folder === undefined ? [] : writeImported(folder, imported)
  return {
    code: imported.notTaken.length > 0 ? 1 : 0,
    data: { ...imported, ...(folder !== undefined && { files }) },
    lines: (writing) => [
      ...(folder === undefined ? [JSON.stringify({ form: imported.form, additions: imported.additions }, null, 2)] : writtenLines(files, writing)),
      ...noteLines(imported.notTaken, writing),
    ],
  }
}

/** The form as a pack has it, and beside it what a draft has to add to the dictionary. */
const writeImported = (folder: string, { form, additions }: ImportedForm): readonly string[] => (form ? writeInto(folder, [[form.id, form], [`${form.id}.additions`, additions]]) : [])

const writtenLines = (files: readonly string[], writing: Writing): readonly string[] =>
  (files.length === 0 ? [] : [writing.say({ vi: 'Đã ghi:', en: 'Written:' }), ...files.map((file) => `  ${file}`)])

function noteLines(notes: readonly ImportNote[], writing: Writing): readonly string[] {
  if (notes.length === 0) return ['', writing.say({ vi: 'Mọi nội dung đều được nhận.', en: 'Everything was taken.' })]
  return [
    '',
    writing.say({ vi: `${notes.length} chỗ không được nhận, hoặc không được nhận nguyên như vậy:`, en: `${notes.length} places were not taken, or not as they stand:` }),
    ...notes.flatMap((note) => ['', `  ${writing.style('strong', placeOf(note))}`, ...writing.wrap(writing.say(note.message), 4)]),
  ]
}

const placeOf = ({ document, path }: ImportNote): string => `${document} #${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
