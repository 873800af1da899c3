import { Alert, Button, Loader } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entitlementExplanationQuery, type EntitlementName } from '../api/entitlement-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { ExplanationTree } from '../results/ExplanationTree.tsx'
import classes from './entitlements.module.css'

interface EntitlementWhyProps {
  readonly household: string
  readonly name: EntitlementName
  /** What it is called, for those who hear the page. */
  readonly label: string
}

/** Opens why an entitlement came out as it did. */
export const EntitlementWhy = ({ household, name, label }: EntitlementWhyProps) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <>
      <Button className={classes['why'] ?? ''} variant="subtle" size="compact-sm" px={0} aria-expanded={opened} aria-label={t('result.whyOf', { name: label })} onClick={() => setOpened(!opened)} rightSection={<Chevron size={14} aria-hidden />}>{t('result.why')}</Button>
      {opened && <div className={classes['explanation']}><Explanation household={household} name={name} /></div>}
    </>
  )
}

const Explanation = ({ household, name }: Pick<EntitlementWhyProps, 'household' | 'name'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { data, error } = useQuery(entitlementExplanationQuery(household, name))
  if (error) return <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>
  return data ? <ExplanationTree node={data} /> : <Loader size="xs" aria-label={t('loading')} />
}
