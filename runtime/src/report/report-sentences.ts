import type { Condition } from '../documents/condition-document.ts'
import type { LeafColumn, Measure, ReportEnd, ReportPeriod, RowBlock } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import { sentenceOfExpression } from '../explain/expression-sentence.ts'
import { describeReference } from '../explain/readable.ts'
import { sentenceOf } from '../explain/sentence.ts'
import type { Assembly } from '../release/assembly.ts'

const text = (vi: string, en: string): Text => ({ vi, en })

/** How often a report is made. */
export const reportPeriodNames: Readonly<Record<ReportPeriod, Text>> = {
  month: text('hằng tháng', 'monthly'),
  quarter: text('hằng quý', 'quarterly'),
  half_year: text('6 tháng', 'half-yearly'),
  year: text('hằng năm', 'yearly'),
}

const countedNames = { households: text('số hộ', 'households'), members: text('số người', 'persons') } as const
const wholes = { households: text('số hộ', 'households'), members: text('số nhân khẩu', 'persons') } as const
const owners = { households: text('của các hộ', 'of households'), members: text('của những người', 'of persons') } as const

const endNames: Readonly<Record<ReportEnd, Text>> = { start: text('vào đầu kỳ', 'at the start of the period'), end: text('vào cuối kỳ', 'at the end of the period') }

/** Where nobody has written anything yet. */
const unsaid = text('…', '…')

const said = (words: Text): Text => (words.vi === '' ? unsaid : words)

const that = (assembly: Assembly, condition: Condition | undefined): Text => {
  if (!condition) return text('', '')
  const { vi, en } = said(sentenceOf(assembly, condition))
  return text(` mà ${vi}`, ` where ${en}`)
}

const joined = (...parts: readonly Text[]): Text => text(parts.map(({ vi }) => vi).join(''), parts.map(({ en }) => en).join(''))

const blank = text(' ', ' ')

const measureWords = (assembly: Assembly, measure: Measure): Text => {
  if ('count' in measure) return joined(measure.where ? countedNames[measure.count] : wholes[measure.count], that(assembly, measure.where))
  if ('sum' in measure) return joined(text('tổng ', 'the sum of '), said(measure.value === '' ? text('', '') : sentenceOfExpression(assembly, measure.value)), blank, owners[measure.sum], that(assembly, measure.where))
  return joined(text('tỷ lệ ', 'the share of '), countedNames[measure.share], that(assembly, measure.where), text(' trong ', ' among '), wholes[measure.share], that(assembly, measure.among))
}

const capital = ({ vi, en }: Text): Text => text(vi.charAt(0).toLocaleUpperCase('vi') + vi.slice(1), en.charAt(0).toUpperCase() + en.slice(1))

const nameOf = (assembly: Assembly, fact: string): Text => {
  if (fact === '') return unsaid
  const { vi, en } = describeReference(assembly, { fact }).title
  return text(`“${vi}”`, `“${en}”`)
}

/** What a column has, in a sentence; undefined where it has nothing to compute. `assembly` is that of `readReport`. */
export const sentenceOfColumn = (assembly: Assembly, column: LeafColumn): Text | undefined => {
  if (column.kind === 'measure') return capital(joined(measureWords(assembly, column.measure), text(', ', ', '), endNames[column.at ?? 'end']))
  if (column.kind === 'value') {
    const { vi, en } = nameOf(assembly, column.fact)
    return column.of === 'head' ? text(`${vi} của chủ hộ`, `${en} of the head`) : text(`${vi} của hộ`, `${en} of the household`)
  }
  return column.kind === 'formula' && column.formula !== '' ? capital(sentenceOfExpression(assembly, column.formula)) : undefined
}

/** What rows a block has, in a phrase. */
export const sentenceOfBlock = (assembly: Assembly, block: RowBlock): Text => {
  if (block.kind === 'total') return block.title
  if (block.kind === 'units') return text('Từng đơn vị cấp dưới; ở cấp cuối là từng thôn, tổ dân phố', 'Each unit below; at the lowest level each village')
  if (block.kind === 'codes') {
    const { vi, en } = nameOf(assembly, block.fact)
    return block.of === 'head' ? text(`Từng giá trị của ${vi} của chủ hộ`, `Each value of ${en} of the head`) : text(`Từng giá trị của ${vi}`, `Each value of ${en}`)
  }
  if (block.kind === 'households') return joined(text('Danh sách từng hộ', 'A list of households'), that(assembly, block.where))
  return block.of === 'members' ? text('Từng nhóm người', 'Each group of persons') : text('Từng nhóm hộ', 'Each group of households')
}
