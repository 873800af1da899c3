import { IconAlertCircle, IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './AskedMark.module.css'

/** How far a part of a form is, or what it asks of one member. */
export interface Asked {
  readonly errors: number
  /** What may be sent as it is with a reason. */
  readonly warnings: number
  /** How many questions have no answer. */
  readonly missing: number
  /** Whether anything is asked. */
  readonly asks: boolean
}

/** How far it is, by shape and word: what is wrong before what looks wrong, and that before what is missing. */
export const AskedMark = ({ errors, warnings, missing, asks }: Asked) => {
  const { t } = useTranslation()
  if (errors > 0) return <span className={classes['mark']} data-state="error"><IconAlertCircle size={14} aria-hidden />{t('form.errors', { count: errors })}</span>
  if (warnings > 0) return <span className={classes['mark']} data-state="warning"><IconAlertTriangle size={14} aria-hidden />{t('form.warnings', { count: warnings })}</span>
  if (!asks) return <span className={classes['mark']}>{t('sections.nothing')}</span>
  if (missing > 0) return <span className={classes['mark']}>{t('sections.missing', { count: missing })}</span>
  return <span className={classes['mark']} data-state="done"><IconCheck size={14} aria-hidden />{t('sections.done')}</span>
}
