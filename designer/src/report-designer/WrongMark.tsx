import { IconExclamationMark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './report-designer.module.css'

/** Beside what has something to be mended. */
export const WrongMark = () => {
  const { t } = useTranslation()
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing has no tag of its own that can be told
  return <IconExclamationMark size={16} className={classes['mark']} role="img" aria-label={t('reportDesign.wrong')} />
}
