import type { Issue, Text } from '@tieuchi/runtime'
import { problemTable, type ProblemCode } from './problem-table.ts'

/** The body of every error answer (RFC 9457, `application/problem+json`), with the words in both languages. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: Text
  /** Problems of what was sent, each with its place, value and remedy. */
  readonly issues?: readonly Issue[]
}

/** What fills the blanks of the words; a text is filled in by language. */
type ProblemParameters = Readonly<Record<string, string | number | Text>>

/** Thrown by services and routes; the error handler turns it into the answer. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly params: ProblemParameters
  readonly issues: readonly Issue[] | undefined

  constructor(code: ProblemCode, params: ProblemParameters = {}, issues?: readonly Issue[]) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.params = params
    this.issues = issues
  }
}

export function describeProblem({ code, params, issues }: Problem): ProblemDocument {
  const { status, title, detail } = problemTable[code]
  return {
    type: `urn:tieuchi:problem:${code}`,
    title,
    status,
    code,
    detail: { vi: fill(detail, params, 'vi'), en: fill(detail, params, 'en') },
    ...(issues ? { issues } : {}),
  }
}

const fill = (template: Text, params: ProblemParameters, language: keyof Text): string =>
  template[language].replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name] ?? placeholder
    return typeof value === 'object' ? value[language] : String(value)
  })
