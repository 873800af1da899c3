import type { Issue, Text } from '@tieuchi/runtime'
import { checkFolder, type PackCheck } from './check-packs.ts'
import type { Finding } from './finding.ts'
import { allOwnPacks, selectPacks, type PackSelection } from './pack-selection.ts'
import type { ExitCode, RulesCommand } from './rules-command.ts'
import type { Writing } from './rules-writing.ts'

/** Says everything that is wrong with packs, or that a person has to look at. */
export const checkCommand: RulesCommand = {
  operands: { vi: '[bộ quy định …]', en: '[packs …]' },
  most: Number.POSITIVE_INFINITY,
  purpose: { vi: 'kiểm tra bộ quy định: cú pháp, cấu trúc, nội dung và các ca kiểm thử', en: 'checks packs: syntax, structure, content and cases' },
  details: [
    { vi: 'Mặc định kiểm tra toàn bộ rulesets/. Mỗi vấn đề được nêu theo tệp, với dòng:cột, vị trí bằng lời, cách sửa và con trỏ JSON. Một bản quy định nằm riêng được đọc cùng phần dùng chung trong rulesets/.', en: 'Everything in rulesets/ is checked unless said. Each problem is told by file, with line:column, the place in words, what to do, and a JSON pointer. A release that lies alone is read with what rulesets/ shares.' },
    { vi: 'Lỗi: không đánh giá được hoặc kết quả sai. Cảnh báo: cần xem lại, sửa hoặc nêu lý do. Lưu ý: không sai nhưng người ban hành phải xác nhận, như mức chưa được xác định trong văn bản. Mã kết thúc: 0 không có lỗi và cảnh báo, 1 có lỗi hoặc cảnh báo, 2 có tệp không phải JSON.', en: 'Error: no evaluation, or a wrong one. Warning: to be looked at and corrected, or given a reason. Notice: nothing is wrong, but whoever publishes has to acknowledge it, such as a value the law has not established. Exit codes: 0 no errors and no warnings, 1 errors or warnings, 2 a file that is not JSON.' },
  ],
  options: {
    'require-citation': { type: 'boolean', help: { vi: 'không chấp nhận ghi chú thay cho căn cứ; liệt kê thêm những gì chưa đối chiếu với văn bản', en: 'accept no note in place of a citation, and list what was compared with no text' } },
    all: { type: 'boolean', help: { vi: 'liệt kê cả các lưu ý; mặc định chỉ đếm', en: 'list the notices too; they are counted unless said' } },
  },
  examples: ['check', 'check {newest} --all', 'check --require-citation --all', 'check ../draft-2031 --json'],
  run: async ({ operands, flag }) => {
    const checks: PackCheck[] = []
    for (const [folder, selections] of Map.groupBy(operands.length === 0 ? [allOwnPacks] : operands.map((each) => selectPacks(each)), (selection: PackSelection) => selection.folder)) {
      checks.push(await checkFolder(folder, selections.map(({ inside }) => inside), { require_citation: flag('require-citation') }))
    }
    const findings = checks.flatMap((check) => check.findings)
    const counts = countsOf(findings)
    const [releases, cases] = [checks.reduce((sum, check) => sum + check.releases.length, 0), checks.reduce((sum, check) => sum + check.cases, 0)]
    return {
      code: codeOf(findings),
      data: { releases, cases, counts, findings },
      lines: (writing) => [
        ...[...Map.groupBy(findings, ({ file }) => file)].flatMap(([file, some]) => fileLines(file, some, flag('all'), writing)),
        ...(findings.length > 0 ? [''] : []),
        writing.say({ vi: `Đã kiểm tra ${releases} bản quy định, ${cases} ca.`, en: `${releases} releases and ${cases} cases checked.` }),
        totalLine(counts, writing),
      ],
    }
  },
}

type Severity = Issue['severity']

const severities: Readonly<Record<Severity, { readonly name: Text; readonly counted: (count: number) => Text; readonly style: Parameters<Writing['style']>[0] }>> = {
  error: { name: { vi: 'lỗi', en: 'error' }, counted: (count) => ({ vi: `${count} lỗi`, en: `${count} ${count === 1 ? 'error' : 'errors'}` }), style: 'bad' },
  warning: { name: { vi: 'cảnh báo', en: 'warning' }, counted: (count) => ({ vi: `${count} cảnh báo`, en: `${count} ${count === 1 ? 'warning' : 'warnings'}` }), style: 'warning' },
  notice: { name: { vi: 'lưu ý', en: 'notice' }, counted: (count) => ({ vi: `${count} điểm cần xác nhận`, en: `${count} to acknowledge` }), style: 'faint' },
}

const names = Object.keys(severities) as readonly Severity[]

const countsOf = (findings: readonly Finding[]): Readonly<Record<Severity, number>> =>
  Object.fromEntries(names.map((name) => [name, findings.filter(({ severity }) => severity === name).length])) as Record<Severity, number>

function codeOf(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ code }) => code === 'pack_json')) return 2
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0
}

const widestName = Math.max(...names.flatMap((name) => [severities[name].name.vi.length, severities[name].name.en.length]))

/** A file with what was found in it; of notices only their number, unless they are asked for. */
function fileLines(file: string, findings: readonly Finding[], all: boolean, writing: Writing): readonly string[] {
  const shown = findings.filter(({ severity }) => all || severity !== 'notice')
  const counted = findings.length - shown.length
  const count = counted === 0 ? '' : writing.style('faint', `  ${writing.say(severities.notice.counted(counted))}${writing.say({ vi: ' (xem bằng --all)', en: ' (see --all)' })}`)
  if (shown.length === 0) return [`${file}${count}`]
  return [writing.style('strong', file), ...shown.flatMap((finding) => findingLines(finding, writing)), ...(count === '' ? [] : [count]), '']
}

function findingLines({ line, column, severity, place, message, pointer, code }: Finding, writing: Writing): readonly string[] {
  const { name, style } = severities[severity]
  const address = `${line}:${column}`.padEnd(7)
  const head = `  ${address} ${writing.style(style, writing.say(name).padEnd(widestName))} `
  const indent = 2 + address.length + 1 + widestName + 1
  const [first = '', ...more] = writing.wrap(withPlace(writing.say(place), writing.say(message)), indent)
  return [`${head}${first.trimStart()}`, ...more, ' '.repeat(indent) + writing.style('faint', `${pointer} · ${code}`)]
}

/** The place before the message, where the message does not name it itself. */
const withPlace = (place: string, message: string): string => {
  const innermost = /“[^”]*”(?!.*“)/.exec(place)?.[0]
  return place === '' || (innermost !== undefined && message.includes(innermost)) ? message : `${place}: ${message}`
}

const totalLine = (counts: Readonly<Record<Severity, number>>, writing: Writing): string =>
  names.map((name) => (counts[name] > 0 ? writing.style(severities[name].style, writing.say(severities[name].counted(counts[name]))) : writing.say(severities[name].counted(0)))).join(', ')
