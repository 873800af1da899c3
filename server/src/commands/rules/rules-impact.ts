import { isDay } from '@tieuchi/runtime'
import { computeImpact } from './impact/impact-computation.ts'
import { impactLines } from './impact/impact-lines.ts'
import { readRegister } from './impact/impact-register.ts'
import { readSides, rulesOfSides, unitsBelow } from './impact/impact-sides.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesArguments, RulesCommand } from './rules-command.ts'

const percentOfNear = 5
const mostPercent = 50

/** Whom a change of rules touches, on a register in a file. */
export const impactCommand: RulesCommand = {
  operands: { vi: '<bản cũ> <bản mới> --register <tệp>', en: '<before> <after> --register <file>' },
  most: 2,
  purpose: { vi: 'tính tác động của thay đổi quy định trên một danh sách hộ', en: 'what a change of rules does to the households of a file' },
  details: [
    { vi: 'Mỗi bên là tên ({older}), thư mục hoặc một tệp .json chứa trọn một bản quy định, như lệnh diff. Kết quả như trang Tác động: số hộ, số hộ đổi kết quả, bảng chuyển, theo đơn vị và các phân tổ khác, thay đổi nào làm đổi, hộ sát mức, hộ chưa đủ thông tin và câu hỏi còn thiếu, tiền.', en: 'Each side is a name ({older}), a folder, or a .json file that holds one whole release, as for diff. The figures are those of the page on impact: households, those whose result changes, who goes where, by unit and other breakdowns, which change does it, who is near a line, who is undetermined and which questions are open, money.' },
    { vi: 'Tệp .csv: dòng đầu là tên các câu hỏi theo từ điển, cách nhau bằng dấu phẩy hoặc chấm phẩy; mỗi dòng là một thành viên. Các dòng liền nhau có cùng ô “household” là một hộ; ô “unit” là mã đơn vị, ô “member” là mã thành viên; thông tin của hộ ghi ở dòng đầu của hộ. Không có cột “household” thì mỗi dòng là một hộ. Ngày ghi 2026-06-01 hoặc 01/06/2026, có/không, mã hoặc tên trong danh mục.', en: 'A .csv file: the first line names questions as the dictionary does, with commas or semicolons between; each line is a member. Lines that follow one another with the same “household” are one household; “unit” is the code of its unit, “member” the id of a member; what is of the household stands in its first line. Without a column “household” each line is a household. Days are 2026-06-01 or 01/06/2026, yes/no, codes or names of a list.' },
    { vi: 'Tệp khác: mỗi dòng là một hộ dạng JSON như tệp của decide, thêm “id” và “unit” (mã đơn vị) nếu có. Nếu một dòng không đọc được thì không tính gì và nêu rõ từng dòng. Mã kết thúc: 0 không hộ nào đổi kết quả, 1 có hộ đổi, 2 không tính được.', en: 'Any other file: each line is a household in JSON as decide reads it, with “id” and “unit” (the code of a unit) where known. Where a line cannot be read nothing is computed, and each such line is named. Exit codes: 0 nobody’s result changes, 1 somebody’s does, 2 trouble.' },
  ],
  options: {
    register: { type: 'string', value: { vi: 'tệp', en: 'file' }, help: { vi: 'danh sách hộ, .csv hoặc mỗi dòng một JSON', en: 'the households, .csv or one JSON on each line' } },
    subject: { type: 'string', value: { vi: 'mã', en: 'id' }, help: { vi: 'kết quả hoặc quyền lợi cần xem; mặc định là kết quả đầu tiên', en: 'the outcome or entitlement looked at; the first outcome unless said' } },
    at: { type: 'string', value: { vi: 'ngày', en: 'day' }, help: { vi: 'ngày xét; mặc định là ngày đầu của bản mới', en: 'the day; the first of the rules after unless said' } },
    near: { type: 'string', value: { vi: '%', en: '%' }, help: { vi: `sát mức là trong khoảng bao nhiêu phần trăm, 1–${mostPercent}; mặc định ${percentOfNear}`, en: `how near to a line is near, in percent, 1–${mostPercent}; ${percentOfNear} unless said` } },
    units: { type: 'string', value: { vi: 'mã,mã', en: 'code,code' }, help: { vi: 'chỉ các hộ của những đơn vị này và đơn vị trực thuộc', en: 'only households of these units and those below' } },
  },
  examples: ['impact {older} {newest} --register households.csv', 'impact {newest} ../draft --register households.ndjson --at 2027-01-01 --json'],
  run: computeAnswer,
}

async function computeAnswer(args: RulesArguments): Promise<RulesAnswer> {
  const [before, after] = args.operands
  if (before === undefined || after === undefined) throw wrongUse('impact', 'Cần hai bản quy định để so sánh.', 'Two releases to compare are needed.')
  const file = args.text('register')
  if (file === undefined) throw wrongUse('impact', 'Thiếu --register: tệp danh sách hộ.', '--register is missing: the file with the households.')
  const sides = readSides(before, after)
  const [at, near] = [dayOf(args, sides.after.day), percentOf(args)]
  const rules = rulesOfSides(sides, [before, after], { subject: args.text('subject'), at, near })
  const codes = args.text('units')?.split(',').map((code) => code.trim()).filter(Boolean)
  const units = [...sides.after.units]
  const within = codes && unitsBelow(units, codes, at)
  const figures = await computeImpact(rules, await readRegister({ file, common: rules.question.after.assembly.common, units, at }), within)
  const { question } = rules
  const titles = { before: sides.before.title, after: sides.after.title }
  return {
    code: figures.changed === 0 ? 0 : 1,
    data: { before: { title: titles.before, hash: question.before.release }, after: { title: titles.after, hash: question.after.release }, subject: question.subject, at, near, figures },
    lines: (writing) => impactLines({ ...titles, at, near, subject: question.after.assembly.pieces.get(question.subject)?.piece.title ?? { vi: question.subject, en: question.subject }, figures }, writing),
  }
}

function dayOf(args: RulesArguments, otherwise: string): string {
  const at = args.text('at') ?? otherwise
  if (!isDay(at)) throw wrongUse('impact', `--at: “${at}” không phải một ngày có trên lịch theo dạng 2026-06-01.`, `--at: “${at}” is not a day of the calendar, like 2026-06-01.`)
  return at
}

function percentOf(args: RulesArguments): number {
  const written = args.text('near') ?? String(percentOfNear)
  const near = Number(written)
  if (!Number.isInteger(near) || near < 1 || near > mostPercent) throw wrongUse('impact', `--near: “${written}” không phải số nguyên từ 1 đến ${mostPercent}.`, `--near: “${written}” is no whole number from 1 to ${mostPercent}.`)
  return near
}
