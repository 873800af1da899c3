import type { Text } from '@tieuchi/runtime'
import { i18n } from '../app/i18n.ts'
import type { NewPartKind } from './new-parts.ts'

/** What a new part is called until somebody says otherwise, in both languages. */
export const wordsOfNew = (kind: NewPartKind): Text => ({ vi: i18n.getFixedT('vi')(`design.new.${kind}`), en: i18n.getFixedT('en')(`design.new.${kind}`) })
