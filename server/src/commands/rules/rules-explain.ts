import { dayOf } from '../../plugins/clock.ts'
import { assemblePack, dayOfRelease } from '../../policies/pack-assembly.ts'
import { isIssue } from '../../policies/pack-rules.ts'
import { documentOf } from '../../policies/pack.ts'
import { CommandError } from '../command-error.ts'
import { withPeriod } from './compared-document.ts'
import { explainHousehold } from './explain-household.ts'
import { selectPacks } from './pack-selection.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesCommand } from './rules-command.ts'
import { headLines, paragraphOf, paragraphsOf, proseLines } from './rules-prose.ts'
import { getRulesOrThrow, readSelected } from './selected-packs.ts'

/** Rules in words, and what they make of a household. */
export const explainCommand: RulesCommand = {
  operands: { vi: '<bản quy định> [nội dung]', en: '<release> [piece]' },
  most: 2,
  purpose: { vi: 'viết quy định thành lời, hoặc giải thích kết quả của một hộ', en: 'writes the rules in words, or explains the result of a household' },
  details: [
    { vi: 'Không kèm --household: toàn bộ bản quy định, hoặc một nội dung (bảng, bộ quy tắc, dữ kiện, tham số …), kèm căn cứ; của bản địa phương là phần nó thay đổi.', en: 'Without --household: the whole release, or one piece of it (a table, rule set, fact, parameter …), with what it rests on; of local rules, what they change.' },
    { vi: 'Kèm --household, --unit và --at: kết quả của hộ và lý do, như lệnh decide; ghi mã kết quả hoặc quyền lợi để chỉ giải thích nội dung đó. --why-not tìm những thay đổi nhỏ nhất làm kết quả khác đi, --want làm kết quả là một giá trị.', en: 'With --household, --unit and --at: the result of the household and why, as decide gives it; the id of an outcome or entitlement explains that alone. --why-not looks for the smallest changes to another result, --want to one value.' },
  ],
  options: {
    household: { type: 'string', value: { vi: 'tệp', en: 'file' }, help: { vi: 'tệp thông tin hộ, như của decide', en: 'the household, a file as for decide' } },
    at: { type: 'string', value: { vi: 'ngày', en: 'day' }, help: { vi: 'ngày xét; mặc định là ngày đầu của bản quy định', en: 'the day; the first of the release unless said' } },
    unit: { type: 'string', value: { vi: 'mã', en: 'code' }, help: { vi: 'mã xã, phường hoặc đặc khu của hộ', en: 'code of the commune of the household' } },
    member: { type: 'string', value: { vi: 'mã', en: 'id' }, help: { vi: 'thành viên, khi kết quả là của từng người', en: 'the member, where the outcome is one of members' } },
    'why-not': { type: 'boolean', help: { vi: 'vì sao không khác: thay đổi nhỏ nhất làm kết quả khác đi', en: 'why not otherwise: the smallest changes to another result' } },
    want: { type: 'string', value: { vi: 'giá trị', en: 'value' }, help: { vi: 'vì sao không phải giá trị này', en: 'why not this value' } },
    answers: { type: 'boolean', help: { vi: 'thay đổi câu trả lời thay vì dữ kiện', en: 'change answers instead of facts' } },
  },
  examples: ['explain {newest}', 'explain {newest} {piece}', 'explain {newest} --household household.json --unit 11074', 'explain {programme} --household household.json --unit 11074 --at 2026-06-01 --why-not'],
  run: async (args) => {
    const [named, piece] = args.operands
    if (args.text('household') !== undefined) return explainHousehold(args)
    const alone = ['at', 'unit', 'member', 'want'].find((option) => args.text(option) !== undefined) ?? ['why-not', 'answers'].find((option) => args.flag(option))
    if (alone !== undefined) throw wrongUse('explain', `--${alone} chỉ dùng cùng --household.`, `--${alone} goes with --household.`)
    if (named === undefined) throw wrongUse('explain', 'Cần một bản quy định.', 'A release is needed.')
    return explainRules(named, piece)
  },
}

function explainRules(named: string, piece: string | undefined): RulesAnswer {
  const selected = readSelected(selectPacks(named))
  const entry = getRulesOrThrow(named, selected)
  const document = documentOf(entry)
  const assembly = assemblePack(selected.packs, entry, dayOfRelease(entry, dayOf(new Date())))
  if (isIssue(assembly)) throw new CommandError(assembly.message)
  const paragraphs = piece === undefined ? paragraphsOf(assembly, document) : [paragraphOf(assembly, piece)]
  const { title, legal_basis: basis, changelog } = document
  return {
    code: 0,
    data: { title, valid_from: entry.valid_from, valid_to: entry.valid_to, legal_basis: basis, changelog, paragraphs },
    lines: (writing) => [
      writing.style('strong', writing.say(withPeriod(title, entry))),
      ...(piece === undefined ? headLines(document, writing) : []),
      ...proseLines(paragraphs, writing),
    ],
  }
}
