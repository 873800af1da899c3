import type { Text } from '../../documents/text.ts'
import type { ExchangePart, Path } from './cell.ts'

/**
 * What an import says of something: `unsupported` forms have no such thing; `unreadable` what no question can be made of;
 * `renamed` a question or list got another id; `differs` the dictionary's own holds; `removed`, `edited` what was changed
 * outside since it was exported; `as_text` codes that were no text; `too_large`.
 */
export type ImportNoteCode = 'unsupported' | 'unreadable' | 'renamed' | 'differs' | 'removed' | 'edited' | 'as_text' | 'too_large'

/** Something that was not taken as it stands, and what to do about it. */
export interface ImportNote {
  readonly code: ImportNoteCode
  readonly document: ExchangePart
  readonly path: Path
  readonly value: unknown
  readonly message: Text
}
