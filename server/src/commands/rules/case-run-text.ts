import type { ExplanationNode, Text } from '@tieuchi/runtime'
import { originOf } from '../../policies/pack-source.ts'
import { packIssue } from '../../policies/pack-error.ts'
import type { PackFolder } from '../../policies/pack-folder.ts'
import { writeNode } from '../decide-text.ts'
import type { CaseRun, FailedCase, Reach } from './case-run.ts'
import { addressOf, findingOf } from './finding.ts'
import { alignColumns, type Writing } from './rules-writing.ts'

const kinds: Readonly<Record<Reach['kind'], Text>> = {
  row: { vi: 'dòng bảng quyết định kết quả', en: 'rows that decided' },
  rule: { vi: 'quy tắc đúng, không đúng và chưa rõ', en: 'rules true, false and not known' },
  branch: { vi: 'điều kiện đúng và không đúng', en: 'conditions on both sides' },
  threshold: { vi: 'ngưỡng ngay dưới, đúng và ngay trên', en: 'thresholds below, at and above' },
}

/** Gaps and proposals listed; the rest is counted. */
const mostListed = 10

/** What the cases of one release came to, for people. */
export const caseRunLines = (folder: PackFolder, run: CaseRun, all: boolean, writing: Writing): readonly string[] => [
  `${writing.style('strong', run.rules.folder)}: ${countLine(run, writing)}`,
  ...run.failed.flatMap((failed) => ['', ...failedLines(folder, run, failed, writing)]),
  ...(run.reach ? ['', ...alignColumns(run.reach.map(({ kind, reached, all: sides }) => [`  ${writing.say(kinds[kind])}`, `${reached}/${sides}`]))] : []),
  ...(run.proposed ? proposalLines(run, all, writing) : []),
]

const countLine = ({ run, failed }: CaseRun, writing: Writing): string => {
  const passed = writing.say({ vi: `${run} ca, ${run - failed.length} đạt`, en: `${run} ${run === 1 ? 'case' : 'cases'}, ${run - failed.length} passed` })
  return failed.length === 0 ? writing.style('good', passed) : `${passed}, ${writing.style('bad', writing.say({ vi: `${failed.length} không đạt`, en: `${failed.length} failed` }))}`
}

function failedLines(folder: PackFolder, { rules }: CaseRun, { id, title, index, issues, why }: FailedCase, writing: Writing): readonly string[] {
  const { file, place } = originOf(rules.origin, ['cases', index])
  const address = addressOf(findingOf(folder, packIssue(file, place, { code: '', vi: '', en: '' })))
  return [
    `  ${writing.style('bad', '✗')} ${writing.say(title)} ${writing.style('faint', `(${id}, ${address})`)}`,
    ...issues.flatMap(({ message }) => writing.wrap(writing.say(message), 4)),
    ...why.flatMap((node) => writeNode(withoutDepth(node, 3), writing.language, 2)).flatMap((line) => writing.wrapLine(line)),
  ]
}

/** The lines nearest to what is asked about; more would hide them. */
const withoutDepth = (node: ExplanationNode, levels: number): ExplanationNode => ({ ...node, children: levels === 0 ? [] : node.children.map((child) => withoutDepth(child, levels - 1)) })

function proposalLines({ proposed = [], unreached = [] }: CaseRun, all: boolean, writing: Writing): readonly string[] {
  const groups: readonly (readonly [Text, readonly string[]])[] = [
    [{ vi: `Còn thiếu ${proposed.length} ca (rules test --propose ghi sẵn để người soạn xác nhận)`, en: `${proposed.length} cases are missing (rules test --propose writes them for a person to confirm)` }, proposed.map(({ title }) => writing.say(title))],
    [{ vi: `${unreached.length} trường hợp không có ca nào tới được`, en: `${unreached.length} places that no case was found for` }, unreached.map(({ sentence }) => writing.say(sentence))],
  ]
  return groups.filter(([, items]) => items.length > 0).flatMap(([heading, items]) => {
    const shown = all ? items : items.slice(0, mostListed)
    const rest = items.length - shown.length
    return ['', `  ${writing.say(heading)}:`, ...shown.flatMap((item) => writing.wrap(`– ${item}`, 4, 6)), ...(rest > 0 ? [writing.style('faint', `    ${writing.say({ vi: `… và ${rest} nữa; xem hết bằng --all`, en: `… and ${rest} more; --all shows them` })}`)] : [])]
  })
}
