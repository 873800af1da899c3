import { IconAlertTriangle, IconCheck, IconQuestionMark, IconX, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../evidence/case-outcome.ts'
import classes from './case-bench.module.css'

const icons: Readonly<Record<CaseState, Icon>> = { passed: IconCheck, failed: IconX, undetermined: IconQuestionMark, unexpected: IconAlertTriangle }

/** Whether a case passes, by shape and word. */
export const CaseStateMark = ({ state }: { readonly state: CaseState }) => {
  const { t } = useTranslation()
  const Shape = icons[state]
  return <span className={classes['state']} data-state={state}><Shape size={14} stroke={2.5} aria-hidden /> {t(`bench.state.${state}`)}</span>
}
