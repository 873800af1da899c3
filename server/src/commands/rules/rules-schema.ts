import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { openPacks } from '../../policies/pack-files.ts'
import { packSchemas, type PackSchema } from '../../policies/pack-schemas.ts'
import { PackSource } from '../../policies/pack-source.ts'
import { CommandError } from '../command-error.ts'
import { ownRulesets } from '../own-rulesets.ts'
import { allOwnPacks } from './pack-selection.ts'
import type { RulesCommand } from './rules-command.ts'

/** Writes the JSON Schema of every kind of pack file, and settings that let an editor use them. */
export const schemaCommand: RulesCommand = {
  operands: { vi: '[thư mục]', en: '[folder]' },
  most: 1,
  purpose: { vi: 'ghi lược đồ JSON của mọi loại tệp trong bộ quy định, để trình soạn thảo gợi ý và kiểm tra', en: 'writes the JSON Schema of every kind of pack file, so that an editor completes and checks them' },
  details: [
    { vi: 'Thư mục mặc định là schemas. Mỗi loại tệp có một tệp <loại>.schema.json theo JSON Schema 2020-12, kèm mô tả từng mục; câu trả lời trong ca kiểm thử theo từ điển hiện có.', en: 'The folder is schemas unless said. Each kind has a file <kind>.schema.json, JSON Schema 2020-12, with a description of every property; the answers of cases follow the present dictionary.' },
    { vi: 'Trong thư mục đó, .vscode/settings.json là ví dụ để chép vào thư mục làm việc của VS Code.', en: 'In that folder .vscode/settings.json is an example to copy into the workspace of VS Code.' },
  ],
  options: {},
  examples: ['schema', 'schema editor --lang en'],
  run: async ({ operands: [folder = 'schemas'] }) => {
    const { common, programmes } = openPacks(new PackSource(allOwnPacks.folder))
    const schemas = packSchemas(common?.document)
    const overlays = programmes.flatMap((programme) => programme.overlays.map((overlay) => overlay.folder))
    const files = writeFiles(folder, [...schemas.map(({ name, schema }) => [schemaFile(name), schema] as const), ['.vscode/settings.json', editorSettings(folder, schemas, overlays)]])
    return {
      code: 0,
      data: { files },
      lines: (writing) => [
        writing.say({ vi: `Đã ghi ${files.length} tệp:`, en: `${files.length} files written:` }),
        ...files.map((file) => `  ${file}`),
        ...writing.wrap(writing.say({ vi: 'Hãy chép .vscode/settings.json vào thư mục làm việc của VS Code để được gợi ý khi soạn.', en: 'Copy .vscode/settings.json into the workspace of VS Code for completion while writing.' })),
      ],
    }
  },
}

const schemaFile = (name: string): string => `${name}.schema.json`

/** Settings of VS Code: which schema holds for which files. Paths are seen from where the command runs. */
function editorSettings(folder: string, schemas: readonly PackSchema[], overlays: readonly string[]): object {
  const base = relative(process.cwd(), resolve(folder)).replaceAll('\\', '/')
  const own = relative(process.cwd(), ownRulesets).replaceAll('\\', '/')
  const packs = own.startsWith('..') ? 'rulesets' : own
  return {
    'json.schemas': schemas.map(({ name, ...schema }) => ({
      fileMatch: patternsOf(schema, overlays).map((pattern) => (pattern.startsWith('!') ? `!${packs}/${pattern.slice(1)}` : `${packs}/${pattern}`)),
      url: base.startsWith('..') ? join(resolve(folder), schemaFile(name)) : `./${[base, schemaFile(name)].filter(Boolean).join('/')}`,
    })),
  }
}

/** Only its header says that a folder holds an overlay, so that those there are stand apart by name. */
function patternsOf({ of, files }: Pick<PackSchema, 'of' | 'files'>, overlays: readonly string[]): readonly string[] {
  if (of === 'packs') return files
  const ofOverlays = overlays.flatMap((overlay) => files.map((file) => `${overlay}/${file}`))
  return of === 'overlay' ? ofOverlays : [...files.map((file) => `*/*/${file}`), ...ofOverlays.map((pattern) => `!${pattern}`)]
}

function writeFiles(folder: string, contents: readonly (readonly [string, object])[]): readonly string[] {
  try {
    return contents.map(([name, content]) => {
      const file = join(folder, name)
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
      return file
    })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError({ vi: `Không ghi được vào “${folder}” (${reason}); hãy chọn thư mục khác.`, en: `“${folder}” cannot be written to (${reason}); choose another folder.` })
  }
}
