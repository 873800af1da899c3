import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { changeGroups, type ToldChange } from './comparison.ts'
import classes from './policies.module.css'

interface ComparisonListProps {
  readonly changes: readonly ToldChange[]
  /** Below a sentence: what was said about the change. */
  readonly renderBelow?: (change: ToldChange) => ReactNode
}

/** Sentences grouped by document. */
export const ComparisonList = ({ changes, renderBelow }: ComparisonListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (changes.length === 0) return <p>{t('compare.none')}</p>
  return (
    <>
      <output>{t('compare.count', { count: changes.length })}</output>
      {changeGroups.map((group) => {
        const own = changes.filter((change) => change.group === group)
        return own.length > 0 && (
          <section key={group} className={classes['section']}>
            <Title order={2} mb="sm">{t(`compare.group.${group}`)}</Title>
            <ul className={classes['sentences']}>
              {own.map((change) => <li key={change.key}>{read(change.sentence)}{renderBelow?.(change)}</li>)}
            </ul>
          </section>
        )
      })}
    </>
  )
}
