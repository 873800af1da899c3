import { momentOfCase, type Answer, type Assembly, type CaseDocument, type Language } from '@tieuchi/runtime'
import { dayCell, type Cell, type ExcelColumn, type ExcelSheet } from '../excel/excel-file.ts'
import { writeValue } from './case-cells.ts'
import { valueColumns, type ValueColumn } from './case-columns.ts'
import { headWords, sheetWords, stateWords } from './case-file-words.ts'
import { historySheet } from './case-history.ts'

type Member = NonNullable<CaseDocument['given']['members']>[number]

function valueOf({ given, assume = {}, expect }: CaseDocument, { of, name }: ValueColumn, member?: Member): Answer | undefined {
  if (of === 'household' || of === 'unit') return given[of]?.[name]
  if (of === 'members') return member?.[name]
  const said = (of === 'assume' || of === 'assumeOfMembers' ? assume : expect)[name]
  if (of === 'assume' || of === 'expect') return typeof said === 'object' ? undefined : said
  return typeof said === 'object' ? said[member?.id ?? ''] : undefined
}

/** What a case says besides values: of which days, how much of the members is known, and of earlier decisions where none is listed. */
function headCells(each: CaseDocument, language: Language): readonly Cell[] {
  const { moment, given: { members, members_complete: complete, history, history_from: since } } = each
  const state = (of: keyof typeof stateWords, code: string): Cell => stateWords[of].find((word) => word.code === code)?.title[language]
  return [
    each.id, each.title.vi, each.title.en, dayCell(momentOfCase(each).law_at), moment && dayCell(moment.facts_at), moment && dayCell(moment.unit_at),
    members && state('membership', complete === false ? 'partial' : 'complete'), history?.length === 0 ? state('history', 'none') : undefined, since === undefined ? undefined : dayCell(since),
  ]
}

const caseHeads = ['code', 'title', 'titleEn', 'day', 'factsAt', 'unitAt', 'membership', 'history', 'historyFrom'] as const

const widths = { short: 14, title: 48 } as const

/** The cases of a release as sheets: one row for each case, one for each member on the second, one for each earlier decision on the third. */
export function caseSheets(assembly: Assembly, language: Language): readonly ExcelSheet[] {
  const columns = valueColumns(assembly)
  const { cases } = assembly.release
  const history = historySheet(assembly, language)
  const head = (word: keyof typeof headWords, width: number): ExcelColumn => ({ title: headWords[word][language], width })
  const heads = (of: readonly ValueColumn[]): readonly ExcelColumn[] => of.map((column) => ({ title: column.head[language], width: Math.min(32, Math.max(12, column.head[language].length)) }))
  const cells = (each: CaseDocument, of: readonly ValueColumn[], member?: Member): readonly Cell[] => of.map((column) => {
    const value = valueOf(each, column, member)
    return value === undefined ? undefined : writeValue(value, column.kind, language)
  })
  return [
    {
      name: sheetWords.cases[language],
      columns: [...caseHeads.map((word) => head(word, word === 'title' || word === 'titleEn' ? widths.title : widths.short)), ...heads(columns.cases)],
      rows: cases.map((each) => [...headCells(each, language), ...cells(each, columns.cases)]),
    },
    {
      name: sheetWords.members[language],
      columns: [head('code', widths.short), head('member', widths.short), ...heads(columns.members)],
      rows: cases.flatMap((each) => (each.given.members ?? []).map((member) => [each.id, member.id, ...cells(each, columns.members, member)])),
    },
    ...(history ? [history] : []),
  ]
}
