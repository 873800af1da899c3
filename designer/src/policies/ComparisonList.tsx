import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { changeGroups, type ToldChange } from './comparison.ts'
import classes from './policies.module.css'

interface ComparisonListProps {
  readonly changes: readonly ToldChange[]
  /** Behind a sentence: the way to what it is about. */
  readonly renderLink?: (change: ToldChange) => ReactNode
  /** Below a sentence: what was said about the change. */
  readonly renderBelow?: (change: ToldChange) => ReactNode
}

/** More cases than these are folded away: they would bury what is law. */
const mostCases = 12

/** Sentences grouped by document. */
export const ComparisonList = ({ changes, renderLink, renderBelow }: ComparisonListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (changes.length === 0) return <p>{t('compare.none')}</p>
  return (
    <>
      <output>{t('compare.count', { count: changes.length })}</output>
      {changeGroups.map((group) => {
        const own = changes.filter((change) => change.group === group)
        const list = (
          <ul className={classes['sentences']}>
            {own.map((change) => <li key={change.key}>{read(change.sentence)}{renderLink?.(change)}{renderBelow?.(change)}</li>)}
          </ul>
        )
        return own.length > 0 && (
          <section key={group} className={classes['section']}>
            <Title order={2} mb="sm">{t(`compare.group.${group}`)}</Title>
            {group === 'cases' && own.length > mostCases ? <details className={classes['folded']}><summary>{t('compare.count', { count: own.length })}</summary>{list}</details> : list}
          </section>
        )
      })}
    </>
  )
}
