import type { Text } from '@tieuchi/runtime'
import { i18n } from '../app/i18n.ts'

type NewTitle = 'reportDesign.newColumn' | 'reportDesign.newGroup' | 'reportDesign.newTotal' | 'reportDesign.newRow' | 'reportDesign.allHouseholds' | 'reportDesign.piece.condition' | 'reportDesign.piece.fact'

/** Words that something new begins with, in both languages. */
export const newTitle = (key: NewTitle): Text => ({ vi: i18n.getFixedT('vi')(key), en: i18n.getFixedT('en')(key) })
