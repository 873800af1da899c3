import type { Issue } from '../documents/issue.ts'
import { documentWords } from './document-words.ts'
import { mostIssues } from './input-issues.ts'
import { meantErrors } from './meant-errors.ts'

/** A violated keyword of a document's schema, as ajv reports it. */
interface DocumentError {
  readonly keyword: string
  /** JSON Pointers into the document and into the schema. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Alternatives that failed are told by the error of the whole; the errors of each alternative repeat it. */
const isSummary = ({ keyword }: DocumentError): boolean => ['anyOf', 'oneOf', 'not'].includes(keyword)

const isBelow = (place: string, above: string): boolean => place.startsWith(`${above}/`)

/** What to tell of the errors of a document: each place once where alternatives failed, the innermost. */
export const documentIssues = (errors: readonly DocumentError[]): readonly Issue[] => {
  const told = meantErrors(errors.filter(({ keyword }) => keyword !== 'if').slice(0, mostErrors))
  const summaries = told.filter(isSummary).map(({ instancePath }) => instancePath)
  const innermost = new Set(summaries.filter((place) => !summaries.some((other) => isBelow(other, place))))
  const within = (place: string) => summaries.some((summary) => place === summary || isBelow(place, summary))
  return told.filter((error) => (isSummary(error) ? innermost.has(error.instancePath) : !within(error.instancePath))).slice(0, mostIssues).map(documentIssue)
}

/** Errors looked at; comparing more with one another would take long, and nobody reads them. */
const mostErrors = 1_000

const segments = (pointer: string): readonly string[] => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const documentIssue = ({ keyword, instancePath, params }: DocumentError): Issue => {
  const path = segments(instancePath)
  return { code: `document_${keyword}`, severity: 'error', path, params, message: documentWords(path, keyword, params) }
}
