import { userInfo } from 'node:os'
import { bundleText, type Bundle } from '@tieuchi/runtime'
import { dayOf } from '../../plugins/clock.ts'
import { bundleOfPacks } from './bundle-of-packs.ts'
import { withDays } from './bundle-words.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesCommand } from './rules-command.ts'
import { writeNew } from './rules-export.ts'

/** Puts whole packs into one file that can be installed elsewhere. */
export const bundleCommand: RulesCommand = {
  operands: { vi: '<bộ quy định …>', en: '<packs …>' },
  most: Number.POSITIVE_INFINITY,
  purpose: { vi: 'gói một hay nhiều bộ quy định thành một tệp để cài ở nơi khác', en: 'puts one or several packs into one file to be installed elsewhere' },
  details: [
    { vi: 'Gói gồm các tệp bản quy định như rules export ghi, phần dùng chung chỉ một lần, và phần mô tả: có những gì, áp dụng ngày nào, mã kiểm tra, cần những câu hỏi, danh mục, chương trình và quy định cấp trên nào, ai tạo, ngày nào.', en: 'A bundle holds release files as rules export writes them, what they share once, and a manifest: what it is, for which days, hashes, which questions, lists, programmes and rules above it needs, by whom it was made and when.' },
    { vi: 'Quy định của địa phương mang theo quy định cấp trên mà nó được soạn cho, chỉ để so sánh khi cài.', en: 'Local law takes the national rules along that it was made for, only to be compared where it is installed.' },
  ],
  options: {
    to: { type: 'string', value: { vi: 'tệp', en: 'file' }, help: { vi: 'ghi vào tệp này; không ghi đè tệp có sẵn', en: 'write to this file; one that exists is not overwritten' } },
    by: { type: 'string', value: { vi: 'tên', en: 'name' }, help: { vi: 'ai tạo gói, mặc định tên người dùng máy', en: 'who makes it, the account of this machine unless said' } },
  },
  examples: ['bundle {programme} --to {programme}.bundle.json --by "Sở Nội vụ"', 'bundle ../drafts/elder-visits --to elder-visits.bundle.json'],
  run: async ({ operands, text }) => {
    if (operands.length === 0) throw wrongUse('bundle', 'Cần ít nhất một bộ quy định.', 'At least one pack is needed.')
    const bundle = bundleOfPacks(operands, { by: text('by') ?? userInfo().username, on: dayOf(new Date()) })
    const to = text('to')
    if (to === undefined) return { code: 0, data: bundle, lines: () => [bundleText(bundle).trimEnd()] }
    writeNew(to, bundleText(bundle))
    return written(bundle, to)
  },
}

const written = ({ hash, manifest }: Bundle, to: string): RulesAnswer => ({
  code: 0,
  data: { file: to, hash, manifest },
  lines: (writing) => [
    writing.say({ vi: `Đã ghi ${manifest.contents.length} bản quy định vào ${to}, mã kiểm tra ${hash}:`, en: `Wrote ${manifest.contents.length} ${manifest.contents.length === 1 ? 'release' : 'releases'} to ${to}, hash ${hash}:` }),
    ...manifest.contents.map((each) => `  ${each.programme}: ${writing.say(withDays(each))}`),
    writing.say({
      vi: `Cần: ${manifest.needs.fields.length} câu hỏi, ${manifest.needs.lists.length} danh mục, ${manifest.needs.facts.length} cách tính dùng chung; chương trình ngoài gói: ${Object.keys(manifest.needs.programmes).join(', ') || 'không'}.`,
      en: `Needs: ${manifest.needs.fields.length} questions, ${manifest.needs.lists.length} lists, ${manifest.needs.facts.length} shared facts; programmes outside: ${Object.keys(manifest.needs.programmes).join(', ') || 'none'}.`,
    }),
  ],
})
