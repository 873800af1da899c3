import type { Issue } from '@tieuchi/runtime'
import { StartError } from '../plugins/start-error.ts'

const mostShown = 20

/** The packs cannot be used. `path` of each issue starts with the file, seen from the folder of the packs. */
export class PackError extends StartError {
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    const shown = issues.slice(0, mostShown)
    const rest = issues.length - shown.length
    super({
      vi: ['Bộ quy định trong thư mục có lỗi:', ...shown.map(({ message }) => `  ${message.vi}`), ...(rest > 0 ? [`  … và ${rest} lỗi khác.`] : [])].join('\n'),
      en: ['The packs have errors:', ...shown.map(({ message }) => `  ${message.en}`), ...(rest > 0 ? [`  … and ${rest} more.`] : [])].join('\n'),
    })
    this.name = 'PackError'
    this.issues = issues
  }
}

interface PackProblem {
  readonly code: string
  readonly vi: string
  readonly en: string
}

/** A problem of a file as a whole or of a place within it. */
export const packIssue = (file: string, place: Issue['path'], { code, vi, en }: PackProblem): Issue => {
  const where = [file, ...place].join(' › ')
  return { code, severity: 'error', path: [file, ...place], params: {}, message: { vi: `${where}: ${vi}`, en: `${where}: ${en}` } }
}

const longestValue = 80

const shorten = (value: unknown): string => {
  const written = JSON.stringify(value) ?? ''
  return written.length > longestValue ? `${written.slice(0, longestValue)}…` : written
}

/** An issue of a document put where its part was read from, with the value found there. */
export const placedIssue = (issue: Issue, file: string, place: Issue['path'], value: unknown): Issue => {
  const where = [file, ...place].join(' › ')
  const found = value === undefined ? { vi: '', en: '' } : { vi: ` (giá trị: ${shorten(value)})`, en: ` (value: ${shorten(value)})` }
  return { ...issue, path: [file, ...place], message: { vi: `${where}${found.vi}: ${issue.message.vi}`, en: `${where}${found.en}: ${issue.message.en}` } }
}
