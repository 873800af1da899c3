import type { Text } from '@tieuchi/runtime'
import { i18n } from '../app/i18n.ts'

type NewTitle = 'reportDesign.newColumn' | 'reportDesign.newGroup' | 'reportDesign.newTotal' | 'reportDesign.newRow' | 'reportDesign.allHouseholds' | 'reportDesign.piece.condition' | 'reportDesign.piece.fact'

/** Words that stand only until somebody writes what it is called. */
const untilNamed: ReadonlySet<NewTitle> = new Set(['reportDesign.newColumn', 'reportDesign.newGroup', 'reportDesign.newRow', 'reportDesign.piece.condition', 'reportDesign.piece.fact'])

/** Words that something new begins with, in both languages; of what is to be named the English follows the Vietnamese until somebody writes it. */
export const newTitle = (key: NewTitle): Text => {
  const vi = i18n.getFixedT('vi')(key)
  return { vi, en: untilNamed.has(key) ? vi : i18n.getFixedT('en')(key) }
}
