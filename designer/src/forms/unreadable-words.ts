import type { Text } from '@tieuchi/runtime'
import { i18n } from '../app/i18n.ts'
import type { NumberProblem } from './number-text.ts'

type UnreadableKey = 'form.dayUnreadable' | 'form.partialDayUnreadable' | `form.number.${NumberProblem}`

/** Why a text cannot be read, in both languages: it outlives a change of language. */
export const unreadableMessage = (key: UnreadableKey, text: string): Text => ({ vi: i18n.getFixedT('vi')(key, { text }), en: i18n.getFixedT('en')(key, { text }) })
