import { momentOfCase, type Answer, type Assembly, type CaseDocument, type Language } from '@tieuchi/runtime'
import { dayCell, type Cell, type ExcelColumn, type ExcelSheet } from '../excel/excel-file.ts'
import { writeValue } from './case-cells.ts'
import { valueColumns, type ValueColumn } from './case-columns.ts'
import { headWords, sheetWords } from './case-file-words.ts'

type Member = NonNullable<CaseDocument['given']['members']>[number]

function valueOf({ given, expect }: CaseDocument, { of, name }: ValueColumn, member?: Member): Answer | undefined {
  if (of === 'household' || of === 'unit') return given[of]?.[name]
  if (of === 'members') return member?.[name]
  const expected = expect[name]
  if (of === 'expect') return typeof expected === 'object' ? undefined : expected
  return typeof expected === 'object' ? expected[member?.id ?? ''] : undefined
}

const widths = { short: 14, title: 48 } as const

/** The cases of a release as sheets: one row for each case, and one for each member on the second. */
export function caseSheets(assembly: Assembly, language: Language): readonly ExcelSheet[] {
  const columns = valueColumns(assembly)
  const { cases } = assembly.release
  const head = (word: keyof typeof headWords, width: number): ExcelColumn => ({ title: headWords[word][language], width })
  const heads = (of: readonly ValueColumn[]): readonly ExcelColumn[] => of.map((column) => ({ title: column.head[language], width: Math.min(32, Math.max(12, column.head[language].length)) }))
  const cells = (each: CaseDocument, of: readonly ValueColumn[], member?: Member): readonly Cell[] => of.map((column) => {
    const value = valueOf(each, column, member)
    return value === undefined ? undefined : writeValue(value, column.kind, language)
  })
  return [
    {
      name: sheetWords.cases[language],
      columns: [head('code', widths.short), head('title', widths.title), head('titleEn', widths.title), head('day', widths.short), ...heads(columns.cases)],
      rows: cases.map((each) => [each.id, each.title.vi, each.title.en, dayCell(momentOfCase(each).law_at), ...cells(each, columns.cases)]),
    },
    {
      name: sheetWords.members[language],
      columns: [head('code', widths.short), head('member', widths.short), ...heads(columns.members)],
      rows: cases.flatMap((each) => (each.given.members ?? []).map((member) => [each.id, member.id, ...cells(each, columns.members, member)])),
    },
  ]
}
