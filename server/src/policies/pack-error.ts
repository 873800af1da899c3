import type { Issue, Text } from '@tieuchi/runtime'
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

/** A problem of the packs with the file it stands in. `path` is file and place, `message` names both before its reason. */
export interface PackIssue extends Issue {
  readonly file: string
  readonly place: Issue['path']
  /** What is wrong and what to do, without the place. */
  readonly reason: Text
}

interface PackProblem {
  readonly code: string
  readonly vi: string
  readonly en: string
}

/** A problem of a file as a whole or of a place within it. */
export const packIssue = (file: string, place: Issue['path'], { code, vi, en }: PackProblem): PackIssue =>
  standing({ code, severity: 'error', path: [], params: {}, message: { vi, en } }, file, place)

const longestValue = 80

const shorten = (value: unknown): string => {
  const written = JSON.stringify(value) ?? ''
  return written.length > longestValue ? `${written.slice(0, longestValue)}…` : written
}

/** An issue of a document put where its part was read from, with the value found there. */
export const placedIssue = (issue: Issue, file: string, place: Issue['path'], value: unknown): PackIssue =>
  standing(issue, file, place, value === undefined ? undefined : { vi: ` (giá trị: ${shorten(value)})`, en: ` (value: ${shorten(value)})` })

const standing = (issue: Issue, file: string, place: Issue['path'], { vi, en }: Text = { vi: '', en: '' }): PackIssue => {
  const where = [file, ...place].join(' › ')
  return { ...issue, path: [file, ...place], message: { vi: `${where}${vi}: ${issue.message.vi}`, en: `${where}${en}: ${issue.message.en}` }, file, place, reason: issue.message }
}
