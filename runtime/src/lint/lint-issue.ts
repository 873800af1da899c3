import type { Issue } from '../documents/issue.ts'
import type { LintCode } from './codes/lint-code.ts'
import { ownCodes, type OwnCode } from './lint-codes.ts'
import type { LintContext } from './lint-context.ts'
import type { Path } from './path.ts'
import { placeWords } from './place-words.ts'

/** What a message of each code is filled with. */
export type ParamsOf<Code extends OwnCode> = (typeof ownCodes)[Code] extends LintCode<infer Params> ? Params : never

/** A problem found by the lint, with its place in words. */
export const lintIssue = <Code extends OwnCode>(documents: Pick<LintContext, 'common' | 'release'>, code: Code, path: Path, params: ParamsOf<Code>): Issue => {
  const { severity, message } = ownCodes[code] as unknown as LintCode<ParamsOf<Code>>
  const given: object = params
  return { code, severity, path, params: { ...given }, message: message({ ...params, place: placeWords(documents, path) }) }
}

/** One family of checks. */
export type LintCheck = (context: LintContext) => readonly Issue[]
