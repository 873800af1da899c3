import { writeFileSync } from 'node:fs'
import { CommandError } from '../command-error.ts'
import { packReference } from './pack-reference.ts'
import type { RulesCommand } from './rules-command.ts'

/** Writes the reference of everything that may stand in a pack. */
export const referenceCommand: RulesCommand = {
  operands: { vi: '[tệp]', en: '[file]' },
  most: 1,
  purpose: { vi: 'ghi trang tra cứu mọi mục của bộ quy định, từ các lược đồ', en: 'writes the reference of everything in packs, from the schemas' },
  details: [{ vi: 'Không có tệp thì in ra màn hình. Trang docs/developer/pack-reference.md là kết quả của lệnh này.', en: 'Without a file it is written to the screen. The page docs/developer/pack-reference.md is what this command writes.' }],
  options: {},
  examples: ['reference', 'reference docs/developer/pack-reference.md'],
  run: async ({ operands: [file] }) => {
    const text = packReference()
    if (file === undefined) return { code: 0, data: { text }, lines: () => [text.trimEnd()] }
    try {
      writeFileSync(file, text)
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      throw new CommandError({ vi: `Không ghi được tệp “${file}” (${reason}).`, en: `The file “${file}” cannot be written (${reason}).` })
    }
    return { code: 0, data: { file }, lines: (writing) => [writing.say({ vi: `Đã ghi ${file}.`, en: `Wrote ${file}.` })] }
  },
}
