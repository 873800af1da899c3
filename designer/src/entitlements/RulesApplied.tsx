import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProgrammeEntitlements } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import classes from './entitlements.module.css'

/** Which releases judged, the local ones too. */
export const RulesApplied = ({ programmes }: { readonly programmes: readonly ProgrammeEntitlements[] }) => {
  const { t } = useTranslation()
  return (
    <section aria-label={t('entitlements.rules')}>
      <h2 className={classes['heading']}>{t('entitlements.rules')}</h2>
      <ul className={`${classes['plain']} ${classes['applied']}`}>{programmes.map((each) => <li key={each.programme}><AppliedRelease {...each} /></li>)}</ul>
    </section>
  )
}

export const AppliedRelease = ({ programme, release, local }: Pick<ProgrammeEntitlements, 'programme' | 'release' | 'local'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const from = ({ valid_from: day }: { readonly valid_from?: string }) => day !== undefined && <span className={classes['quiet']}> {t('entitlements.inForceFrom', { day: formatDay(day) })}</span>
  return (
    <>
      <Anchor fz="inherit" underline="always" renderRoot={(props) => <Link to="/policies/$programme/releases/$hash" params={{ programme, hash: release.hash }} {...props} />}>{read(release.title)}</Anchor>{from(release)}
      {local.map((each) => <span key={each.hash}>; {read(each.title)} ({each.unit}){from(each)}</span>)}
    </>
  )
}
