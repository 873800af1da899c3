import { exportForms } from './form-export.ts'
import { importFiles } from './form-import.ts'
import { getFormRelease } from './form-release.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesArguments, RulesCommand } from './rules-command.ts'

/** Exchanges forms with other tools as JSON Schema and uiSchema. */
export const formCommand: RulesCommand = {
  operands: { vi: 'export <bản quy định> [biểu mẫu] | import <bản quy định> <lược đồ.json> [uiSchema.json]', en: 'export <release> [form] | import <release> <schema.json> [uiSchema.json]' },
  most: 4,
  purpose: { vi: 'trao đổi biểu mẫu với phần mềm khác bằng JSON Schema và uiSchema', en: 'exchanges forms with other tools as JSON Schema and uiSchema' },
  details: [
    { vi: 'export ghi biểu mẫu của một bản quy định ({newest}) thành lược đồ JSON Schema 2020-12 thuần và uiSchema của rjsf; phần chỉ có ở đây (bố trí, hai thứ tiếng, điều kiện, kiểm tra, từ điển) nằm dưới khoá “tieuchi” của uiSchema.', en: 'export writes the forms of a release ({newest}) as plain JSON Schema 2020-12 and uiSchema of rjsf; what only this program has (layout, both languages, conditions, checks, dictionary) stands under the key “tieuchi” of the uiSchema.' },
    { vi: 'import đọc hai tệp như vậy, của đây hoặc của phần mềm khác, đối chiếu với từ điển của bản quy định, rồi in biểu mẫu, phần cần bổ sung vào từ điển, và mọi chỗ không được nhận kèm cách xử lý. Mã kết thúc 1 khi có chỗ không được nhận.', en: 'import reads such files, from here or from another tool, holds them against the dictionary of the release, and writes the form, what the dictionary lacks, and every place that was not taken with what to do. Exit code 1 where there is one.' },
  ],
  options: {
    out: { type: 'string', value: { vi: 'thư mục', en: 'folder' }, help: { vi: 'ghi vào thư mục này; không ghi đè tệp có sẵn', en: 'write into this folder; files that exist are not overwritten' } },
    titles: { type: 'string', value: { vi: 'vi|en', en: 'vi|en' }, help: { vi: 'ngôn ngữ của nhãn khi xuất, mặc định vi', en: 'language of the labels of an export, vi unless said' } },
  },
  examples: ['form export {newest} --out forms', 'form import {newest} forms/visit.schema.json forms/visit.uiSchema.json'],
  run: async (args) => {
    const [direction, named] = args.operands
    if (direction !== 'export' && direction !== 'import') throw wrongUse('form', 'Cần “export” hoặc “import”.', '“export” or “import” is needed.')
    if (named === undefined) throw wrongUse('form', 'Cần một bản quy định.', 'A release is needed.')
    return direction === 'export' ? runExport(named, args) : runImport(named, args)
  },
}

function runExport(named: string, { operands: [, , form, extra], text }: RulesArguments) {
  if (extra !== undefined) throw wrongUse('form', `Thừa “${extra}”.`, `“${extra}” is too much.`)
  const titles = text('titles') ?? 'vi'
  if (titles !== 'vi' && titles !== 'en') throw wrongUse('form', `--titles: “${titles}” không có; chọn vi hoặc en.`, `--titles: there is no “${titles}”; choose vi or en.`)
  return exportForms(getFormRelease(named), form, text('out'), titles)
}

function runImport(named: string, { operands: [, , schema, uiSchema], text }: RulesArguments) {
  if (schema === undefined) throw wrongUse('form', 'Cần một tệp lược đồ.', 'A schema file is needed.')
  if (text('titles') !== undefined) throw wrongUse('form', '--titles chỉ dùng khi xuất.', '--titles is for an export.')
  return importFiles(getFormRelease(named), [schema, uiSchema], text('out'))
}
