import { Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './reports.module.css'

interface LayerSelectProps {
  readonly local: Report['local']
  readonly layer: Report['layer']
  readonly onLayer: (layer: Report['layer']) => void
}

/** Whether figures are of what was decided by the national rules or by the local ones on top of them. */
export const LayerSelect = ({ local, layer, onLayer }: LayerSelectProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const data = [{ value: 'national', label: t('report.nationalRules') }, { value: 'local', label: local.map(({ title }) => read(title)).join('; ') }]
  return <Select label={t('report.layer')} data={data} value={layer ?? 'national'} onChange={(value) => onLayer(value === 'local' ? 'local' : undefined)} allowDeselect={false} w={280} />
}

/** The local rules that figures come from, each to be opened. */
export const LocalRules = ({ local }: Pick<LayerSelectProps, 'local'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <span>
      {t('report.locally')}{' '}
      {local.map(({ programme, hash, title }, index) => (
        <Fragment key={hash}>
          {index > 0 && '; '}
          <Link to="/policies/$programme/releases/$hash" params={{ programme, hash }} className={classes['inText'] ?? ''}>{read(title)}</Link>
        </Fragment>
      ))}
    </span>
  )
}
