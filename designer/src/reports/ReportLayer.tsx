import { Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './reports.module.css'

/** Local rules of several, each once. */
export const localOf = (those: readonly Pick<Report, 'local'>[]): Report['local'] => [...new Map(those.flatMap(({ local }) => local).map((each) => [each.hash, each])).values()]

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

/** By whose rules figures of several tables are: locally where any of them is. */
export const rulesOfAll = (those: readonly Pick<Report, 'local' | 'layer'>[]): Omit<LayerSelectProps, 'onLayer'> => ({ local: localOf(those), layer: those.some(({ layer }) => layer === 'local') ? 'local' : undefined })

/** By whose rules figures are, where local ones are in force beside the national ones. */
export const WhoseRules = ({ local, layer }: Omit<LayerSelectProps, 'onLayer'>) => {
  const { t } = useTranslation()
  if (local.length === 0) return null
  return layer === 'local' ? <LocalRules local={local} /> : <span>{t('report.nationally')}</span>
}

/** The local rules that figures come from, each to be opened. */
const LocalRules = ({ local }: Pick<LayerSelectProps, 'local'>) => {
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
