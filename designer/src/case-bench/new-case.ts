import type { CaseDocument, Text } from '@tieuchi/runtime'
import { randomId } from '../ui/random-id.ts'

/** A case in which nothing is known yet and nothing is expected. */
export const newCase = (title: Text, at: string): CaseDocument => ({ id: randomId(), title, at, given: {}, expect: {} })

/** The same case under an id and a title of its own. */
export const copyOfCase = (example: CaseDocument, titleOf: (title: Text) => Text): CaseDocument => ({ ...example, id: randomId(), title: titleOf(example.title) })
