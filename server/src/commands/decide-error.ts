import type { Issue, Text } from '@tieuchi/runtime'
import { CommandError } from './command-error.ts'

/** Why no decision can be given: the command line, the file or the server, in words. */
export class DecideError extends CommandError {}

/** Problems of what was sent, each with the place it stands at in the file. */
export const issuesError = (file: string, issues: readonly Issue[]): DecideError => {
  return new DecideError({ vi: issues.map((issue) => issueLine(file, issue, 'vi')).join('\n'), en: issues.map((issue) => issueLine(file, issue, 'en')).join('\n') })
}

/** A problem in one line, after its place in the file. */
export const issueLine = (file: string, { path, message }: Issue, language: keyof Text): string => `${[file, path.join('.')].filter(Boolean).join(' › ')}: ${message[language]}`
