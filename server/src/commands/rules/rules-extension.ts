import { resolve } from 'node:path'
import type { Extension } from '@tieuchi/runtime'
import { checkExtension, type KitProblem } from '@tieuchi/runtime/extension-kit'
import { checkDesignerEntry, checkDesigners } from '../../extensions/designer-check.ts'
import { openPackage, readExported } from '../../extensions/extension-packages.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesCommand } from './rules-command.ts'

/** The kit for authors of packages of code. */
export const extensionCommand: RulesCommand = {
  operands: { vi: 'check <thư mục>', en: 'check <folder>' },
  most: 2,
  purpose: { vi: 'kiểm tra một gói mở rộng (mã nguồn thêm phép so sánh, loại câu trả lời) trước khi cài', en: 'checks a package of code, which adds operators and field kinds, before it is installed' },
  details: [
    { vi: 'Nêu mọi thứ còn thiếu: nhãn, câu hai thứ tiếng, kiểu, dạng diễn giải và dạng chạy hàng loạt, cách viết, ví dụ; của loại câu trả lời: lược đồ, tuỳ chọn, cách viết và đọc, ô nhập và phần sửa; rồi thử với giá trị và hộ ngẫu nhiên: chưa biết không được thành sai, hai dạng phải cho cùng kết quả.', en: 'Names everything that is missing: label, sentence in both languages, types, the form of the interpreter and that of plans, words, examples; of field kinds the schema, the options, how answers are written and read, widget and editor; then tries values and households at random: unknown must not become false, and both forms must say the same.' },
    { vi: 'Gói được cài bằng cách ghi thư mục vào extensions.json rồi khởi động lại; EXTENSIONS_FILE chỉ tệp khác. Hướng dẫn: docs/developer/extending.md.', en: 'A package is installed by naming its folder in extensions.json and starting again; EXTENSIONS_FILE names another file. The guide is docs/developer/extending.md.' },
  ],
  options: { seed: { type: 'string', value: { vi: 'chữ', en: 'text' }, help: { vi: 'thử những giá trị khác; cùng chữ thì cùng giá trị', en: 'try other values; the same text tries the same' } } },
  examples: ['extension check test/extension-sample'],
  run: async ({ operands: [verb, folder], text }) => {
    if (verb !== 'check') throw wrongUse('extension', 'Cần “check”.', '“check” is needed.')
    if (folder === undefined) throw wrongUse('extension', 'Cần thư mục của gói.', 'The folder of the package is needed.')
    const found = openPackage(resolve(folder))
    const exported = await readExported(found)
    const problems = await checkExtension(exported, text('seed'), found.entry)
    const entry = problems.length > 0 ? problems : checkDesignerEntry(found, exported as Extension)
    return answerWith(folder, entry.length > 0 ? entry : await checkDesigners([found]))
  },
}

const answerWith = (folder: string, problems: readonly KitProblem[]): RulesAnswer => ({
  code: problems.length === 0 ? 0 : 1,
  data: { problems },
  lines: (writing) => [
    ...problems.flatMap(({ message }) => writing.wrap(`- ${writing.say(message)}`, 0, 2)),
    writing.say(problems.length === 0 ? { vi: `Gói “${folder}” đã hoàn chỉnh.`, en: `The package “${folder}” is complete.` } : { vi: `Gói “${folder}” còn ${problems.length} việc phải sửa.`, en: `In the package “${folder}” ${problems.length} things are to be mended.` }),
  ],
})
