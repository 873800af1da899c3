import { writeFileSync } from 'node:fs'
import type { ProposedCase } from '@tieuchi/runtime'
import { CommandError } from '../command-error.ts'
import { caseRunLines } from './case-run-text.ts'
import { measureCases, runCases, type CaseRun } from './case-run.ts'
import { allOwnPacks, selectPacks } from './pack-selection.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesArguments, RulesCommand } from './rules-command.ts'
import { readSelected, type SelectedPacks } from './selected-packs.ts'

/** Runs the cases of releases, and says what they leave out. */
export const testCommand: RulesCommand = {
  operands: { vi: '[bộ quy định]', en: '[packs]' },
  most: 1,
  purpose: { vi: 'chạy các ca kiểm thử của bộ quy định và cho biết còn thiếu ca nào', en: 'runs the cases of the packs and says which are missing' },
  details: [
    { vi: 'Ca không đạt được nêu với kết quả mong đợi, kết quả thực và lý do. Tiếp đó là phần logic mà các ca đã đi tới: dòng bảng, quy tắc, điều kiện, ngưỡng; và những ca còn thiếu ở ranh giới.', en: 'A case that fails is told with what was expected, what came out and why. Then what the cases reach of the logic: rows, rules, conditions, thresholds; and the boundary cases that are missing.' },
    { vi: 'Với --propose, chỉ in ra JSON của những ca còn thiếu, ghi vào màn hình hoặc vào tệp --out. Mỗi ca có suggestion là kết quả hiện nay; người soạn đối chiếu với văn bản rồi đổi thành expect.', en: 'With --propose only the JSON of the missing cases is written, to the screen or to the file of --out. Each has as its suggestion what comes out today; a person compares it with the law and turns it into expect.' },
  ],
  options: {
    case: { type: 'string', value: { vi: 'mã', en: 'id' }, help: { vi: 'chỉ chạy ca này', en: 'run this case alone' } },
    quick: { type: 'boolean', help: { vi: 'chỉ chạy ca, không tìm ca còn thiếu', en: 'run the cases, do not look for missing ones' } },
    all: { type: 'boolean', help: { vi: 'liệt kê hết những ca còn thiếu', en: 'list every missing case' } },
    propose: { type: 'boolean', help: { vi: 'ghi những ca còn thiếu thành JSON', en: 'write the missing cases as JSON' } },
    out: { type: 'string', value: { vi: 'tệp', en: 'file' }, help: { vi: 'tệp nhận các ca đề xuất', en: 'file for the proposed cases' } },
  },
  examples: ['test', 'test {newest} --all', 'test {newest} --case {case}', 'test {newest} --propose --out proposed.json'],
  run: async (args) => {
    const [named] = args.operands
    if (args.text('out') !== undefined && !args.flag('propose')) throw wrongUse('test', '--out chỉ dùng cùng --propose.', '--out goes with --propose.')
    const selected = readSelected(named === undefined ? allOwnPacks : selectPacks(named))
    const runs = await runAll(selected, args)
    if (args.text('case') !== undefined && runs.length === 0) throw wrongUse('test', `Không có ca “${args.text('case')}” trong phần đã chọn.`, `There is no case “${args.text('case')}” in what was chosen.`)
    return args.flag('propose') ? proposals(runs, args.text('out')) : answer(selected, runs, args.flag('all'))
  },
}

async function runAll({ packs, programmes }: SelectedPacks, args: RulesArguments): Promise<readonly CaseRun[]> {
  const only = args.text('case')
  const runs: CaseRun[] = []
  for (const rules of programmes.flatMap(({ releases, overlays }) => [...releases, ...overlays])) {
    const run = await runCases(packs, rules, only)
    if (only !== undefined && run.run === 0) continue
    const measured = only === undefined && !args.flag('quick') && 'release' in rules ? await measureCases(packs, rules) : {}
    runs.push({ ...run, ...measured })
  }
  return runs
}

function answer({ folder }: SelectedPacks, runs: readonly CaseRun[], all: boolean): RulesAnswer {
  const [run, failed] = [runs.reduce((sum, each) => sum + each.run, 0), runs.reduce((sum, each) => sum + each.failed.length, 0)]
  return {
    code: failed === 0 ? 0 : 1,
    data: { run, passed: run - failed, failed, releases: runs.map(({ rules, ...rest }) => ({ release: rules.folder, ...rest })) },
    lines: (writing) => [
      ...runs.flatMap((each) => [...caseRunLines(folder, each, all, writing), '']),
      writing.say({ vi: `${run} ca: ${run - failed} đạt, ${failed} không đạt`, en: `${run} cases: ${run - failed} passed, ${failed} failed` }),
    ],
  }
}

/** The missing cases alone, for a person to confirm; by release where there are several. */
function proposals(runs: readonly CaseRun[], out: string | undefined): RulesAnswer {
  const [only, ...more] = runs
  const content: readonly ProposedCase[] | Readonly<Record<string, readonly ProposedCase[]>> =
    only && more.length === 0 ? (only.proposed ?? []) : Object.fromEntries(runs.map(({ rules, proposed = [] }) => [rules.folder, proposed]))
  const text = JSON.stringify(content, null, 2)
  if (out === undefined) return { code: 0, data: content, lines: () => [text] }
  write(out, `${text}\n`)
  const count = runs.reduce((sum, { proposed = [] }) => sum + proposed.length, 0)
  return { code: 0, data: content, lines: (writing) => [writing.say({ vi: `Đã ghi ${count} ca đề xuất vào ${out}; hãy đối chiếu từng ca với văn bản rồi đổi suggestion thành expect.`, en: `${count} proposed cases written to ${out}; compare each with the law and turn its suggestion into expect.` })] }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError({ vi: `Không ghi được tệp “${file}” (${reason}).`, en: `The file “${file}” cannot be written (${reason}).` })
  }
}
