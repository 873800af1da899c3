import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImpactCategory } from '../api/contract.ts'
import { CategoryBadge } from './CategoryBadge.tsx'
import classes from './impact.module.css'

interface FromToProps {
  readonly categories: readonly ImpactCategory[]
  /** Categories by their place. */
  readonly from: number
  readonly to: number
}

/** From where to where a household moves; one badge where it stays. */
export const FromTo = ({ categories, from, to }: FromToProps) => {
  const { t } = useTranslation()
  if (from === to) return <CategoryBadge category={categories[to]} />
  return <span className={classes['change']}><CategoryBadge category={categories[from]} /> <span aria-hidden>→</span><VisuallyHidden>{t('impact.becomes')}</VisuallyHidden> <CategoryBadge category={categories[to]} /></span>
}
