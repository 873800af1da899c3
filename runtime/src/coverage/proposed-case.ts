import type { Literal } from '../documents/condition-document.ts'
import type { HouseholdInput } from '../documents/input-document.ts'
import type { CaseDocument } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { hashDocument } from '../release/hash.ts'
import type { Position } from './position.ts'

/** What a proposed case is for: the place it reaches, and on which side; a question whose answer it leaves out. */
export type CasePurpose =
  | { readonly kind: 'threshold'; readonly path: string; readonly side: Position }
  | { readonly kind: 'branch'; readonly path: string; readonly side: 'true' | 'false' }
  | { readonly kind: 'row'; readonly path: string; readonly side: 'decided' }
  | { readonly kind: 'missing'; readonly path: string; readonly side: 'unknown' }

/**
 * A worked example whose expectation is left for a person: the same as a case but for `expect`. It is minimal: without any
 * one of its answers its result changes, is undetermined, or the case no longer serves its purpose.
 */
export interface ProposedCase extends Omit<CaseDocument, 'expect'> {
  readonly at: string
  readonly purpose: CasePurpose
  /** What the release makes of it today: the name of one result and its value. A suggestion, not an expectation. */
  readonly suggestion: Readonly<Record<string, Literal>>
}

/** A side of a place that no case was found for. */
export interface UnreachedPlace {
  readonly purpose: CasePurpose
  /** `open`: no value in the law; `outside`: no answers give such a value; `unread`: no result reads it; `not_found`: none within the search. */
  readonly code: 'open' | 'outside' | 'unread' | 'not_found'
  readonly sentence: Text
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

const idLength = 10

/** Ten base32 characters that depend on nothing but what is given. */
const derivedId = (content: unknown): string => {
  const digits = hashDocument(content)
  return Array.from({ length: idLength }, (_character, index) => alphabet[Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16) % alphabet.length] ?? 'a').join('')
}

/** The parts of a household in one order, however it was found. */
const inOrder = ({ household, members, unit, ...rest }: HouseholdInput): HouseholdInput => ({ ...(household && { household }), ...(members && { members }), ...(unit && { unit }), ...rest })

/** A proposed case with its derived id. */
export const proposedCase = (purpose: CasePurpose, title: Text, at: string, given: HouseholdInput, name: string, result: Literal): ProposedCase =>
  ({ id: derivedId({ purpose, at, given, name }), title, at, given: inOrder(given), purpose, suggestion: { [name]: result } })
