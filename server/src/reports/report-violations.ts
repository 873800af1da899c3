import type { Language } from '@tieuchi/runtime'
import type { Report } from './report-schema.ts'
import { sayReport } from './report-words.ts'

/** The checks that are violated, row by row, as sentences on paper. */
export const sayViolations = ({ report: { rows }, language }: { readonly report: Pick<Report, 'rows'>; readonly language: Language }): readonly string[] => {
  const say = sayReport(language)
  return rows.flatMap((row) => Object.values(row.cells).flatMap(({ value, expected }) => {
    if (!expected) return []
    const open = expected.open > 0 ? say('violatedOpen', { count: String(expected.open) }) : ''
    return [`${say('violated', { title: expected.title[language], row: row.title[language], found: String(value ?? ''), expected: String(expected.value) })}${open}`]
  }))
}
