import { Alert, Drawer, Loader, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImpactCategory, ImpactRun } from '../api/contract.ts'
import { impactExplanationQuery } from '../api/impact-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { ExplainedSides } from './ExplainedSides.tsx'
import classes from './impact.module.css'

interface HouseholdDrawerProps {
  readonly run: ImpactRun
  readonly categories: readonly ImpactCategory[]
  readonly household: string
  readonly onClose: () => void
}

/** One household under both rules, side by side; a page of its own on a phone. */
export const HouseholdDrawer = ({ run, categories, household, onClose }: HouseholdDrawerProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const phone = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const { data, error } = useQuery(impactExplanationQuery(run.id, household))
  const title = data ? data.name || t('households.unnamed') : t('loading')
  return (
    <Drawer opened onClose={onClose} position="right" size={phone ? '100%' : 'min(1120px, 92vw)'} title={<Text fw={600} fz="lg">{title}</Text>} closeButtonProps={{ 'aria-label': t('close') }}>
      {error && <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>}
      {!data && !error && <Loader size="sm" aria-label={t('loading')} />}
      {data && (
        <p className={classes['whose']}>
          {[data.place, data.unit.name].filter(Boolean).join(' · ')}
          {data.name && <> <Link to="/households" search={{ search: data.name, unit: data.unit.id }} className={classes['link'] ?? ''}>{t('impact.inRegister')}</Link></>}
        </p>
      )}
      {data && <ExplainedSides explanation={data} run={run} categories={categories} />}
    </Drawer>
  )
}
