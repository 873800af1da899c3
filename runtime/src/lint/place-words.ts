import type { CommonDocument } from '../documents/common-document.ts'
import type { FormDocument, FormItem } from '../documents/form-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { ReportDocument } from '../documents/report-document.ts'
import type { Release } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { pieceNouns } from '../explain/piece-noun.ts'
import { leafColumns } from '../report/report-columns.ts'
import { itemsOf } from '../form/form-items.ts'
import type { LintContext } from './lint-context.ts'
import type { Path } from './path.ts'

type Documents = Pick<LintContext, 'common' | 'release'>

const named = (vi: string, en: string, title: Text): Text => ({ vi: `${vi} “${title.vi}”`, en: `${en} “${title.en}”` })

const joined = (a: Text, b: Text): Text => ({ vi: `${a.vi}, ${b.vi}`, en: `${a.en}, ${b.en}` })

const numbered = (vi: string, en: string, index: number): Text => ({ vi: `${vi} ${index + 1}`, en: `${en} ${index + 1}` })

const asItIs = (name: unknown): Text => ({ vi: String(name), en: String(name) })

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const pieceWords = (piece: LogicPiece | undefined, [part, index, cells, column]: Path): Text | undefined => {
  if (!piece) return undefined
  const { vi, en } = pieceNouns[piece.kind]
  const whole = named(capital(vi), capital(en), piece.title)
  if (piece.kind === 'rules' && part === 'rules') {
    const rule = piece.rules[Number(index)]
    return rule ? named('Quy tắc', 'Rule', rule.title) : whole
  }
  if (piece.kind !== 'table' || part !== 'rows') return whole
  const row = joined(whole, numbered('dòng', 'row', Number(index)))
  return column === undefined ? row : joined(row, cells === 'when' ? numbered('cột', 'column', Number(column)) : numbered('kết quả', 'result', Number(column)))
}

const fieldTitle = ({ common }: Documents, id: string): Text => {
  const { household, members, unit } = common.dictionary.properties
  const field = household.properties[id] ?? members.items.properties[id] ?? unit.properties[id]
  return field?.['x-label'] ?? asItIs(id)
}

const factTitle = ({ common, release }: Documents, id: string): Text => [...release.logic, ...common.facts].find((piece) => piece.id === id)?.title ?? asItIs(id)

/** What an item is called; the part for the members is the section it stands in. */
const itemWords = (documents: Documents, item: FormItem): Text | undefined => {
  if (item.kind === 'field') return named('câu hỏi', 'question', fieldTitle(documents, item.field))
  if (item.kind === 'fact') return named('giá trị', 'value', factTitle(documents, item.fact))
  if (item.kind === 'attachment') return named('tệp đính kèm', 'attachment', item.title)
  if (item.kind === 'group') return named('nhóm', 'group', item.title)
  if (item.kind === 'matrix') return named('bảng câu hỏi', 'table of questions', item.title)
  return item.kind === 'text' ? { vi: 'đoạn hướng dẫn', en: 'text' } : undefined
}

/** The innermost item on the way to a place. */
const itemAt = (form: FormDocument, path: Path): FormItem | undefined =>
  itemsOf(form).findLast(({ path: at }) => at.every((step, index) => String(step) === String(path[index])))?.item

const wholeWords = ({ kind, title }: FormDocument): Text => (kind === 'pages' ? named('Trang ghép', 'Pages', title) : named('Biểu mẫu', 'Form', title))

const sectionWords = (documents: Documents, form: FormDocument, path: Path): Text => {
  const item = itemAt(form, path)
  const section = named('phần', 'section', form.sections[Number(path[1])]?.title ?? asItIs(''))
  return joined(wholeWords(form), (item && itemWords(documents, item)) ?? section)
}

const formWords = (documents: Documents, form: FormDocument | undefined, [part, index, ...rest]: Path): Text | undefined => {
  if (!form) return undefined
  const whole = wholeWords(form)
  if (part === 'sections' && index !== undefined) return sectionWords(documents, form, [part, index, ...rest])
  const check = part === 'checks' ? form.checks?.[Number(index)] : undefined
  return check ? joined(whole, named('kiểm tra tại', 'check at', fieldTitle(documents, check.field))) : whole
}

const reportWords = (report: ReportDocument, path: Path): Text => {
  const whole = named('Biểu báo cáo', 'Report', report.title)
  const column = leafColumns(report).find(({ path: at }) => at.every((step, index) => String(step) === String(path[index])))?.column
  if (column) return joined(whole, named('cột', 'column', column.title))
  const check = path[0] === 'checks' ? report.checks?.[Number(path[1])] : undefined
  if (check) return joined(whole, named('phép đối chiếu', 'check', check.title))
  return path[0] === 'rows' ? joined(whole, { vi: 'phần dòng', en: 'rows' }) : whole
}

const commonWords = (documents: Documents, [part, index, ...rest]: Path): Text | undefined => {
  const { facts, lists }: CommonDocument = documents.common
  if (part === 'facts') return pieceWords(facts[Number(index)], rest)
  if (part === 'dictionary') return rest[0] === undefined ? undefined : named('Câu hỏi', 'Question', fieldTitle(documents, String(rest[0])))
  const list = part === 'lists' ? lists[Number(index)] : undefined
  const entry = rest[0] === 'entries' ? list?.entries[Number(rest[1])] : undefined
  return list && (entry ? joined(named('Danh mục', 'List', list.title), named('mục', 'entry', entry.title)) : named('Danh mục', 'List', list.title))
}

const releaseWords = (documents: Documents, [part, index, ...rest]: Path): Text | undefined => {
  const { parameters, logic, forms, reports = [], cases }: Release = documents.release
  if (part === 'logic') return pieceWords(logic[Number(index)], rest)
  if (part === 'forms') return formWords(documents, forms[Number(index)], rest)
  const report = part === 'reports' ? reports[Number(index)] : undefined
  if (report) return reportWords(report, rest)
  const parameter = part === 'parameters' ? parameters[String(index)] : undefined
  if (parameter) return named('Tham số', 'Parameter', parameter.title)
  const worked = part === 'cases' ? cases[Number(index)] : undefined
  return worked && named('Ca kiểm thử', 'Case', worked.title)
}

/** A place in words, as the beginning of a sentence: `Bảng “Phân loại hộ”, dòng 3`. */
export const placeWords = (documents: Documents, path: Path): Text =>
  (path[0] === 'common' ? commonWords(documents, path.slice(1)) : releaseWords(documents, path)) ?? named('Bản quy định', 'Release', documents.release.title)
