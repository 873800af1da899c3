import { citationPhrase, type Overlay, type Release } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './policies.module.css'

/** What a release is about: its summary, what it rests on, and what it holds. */
export const ReleaseFacts = ({ release, hash }: { readonly release: Release | Overlay; readonly hash?: string | undefined }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const counts = [
    t('release.count.parameters', { count: Object.keys(release.parameters).length }),
    t('release.count.rules', { count: release.logic.length }),
    ...('forms' in release ? [t('release.count.forms', { count: release.forms.length })] : []),
    t('release.count.cases', { count: release.cases.length }),
  ]
  return (
    <dl className={classes['facts']}>
      <dt>{t('release.changelog')}</dt>
      <dd>{read(release.changelog) || t('release.changelogEmpty')}</dd>
      <dt>{t('release.basis')}</dt>
      <dd>{release.legal_basis.length === 0 ? t('release.basisEmpty') : release.legal_basis.map((citation) => <div key={JSON.stringify(citation)}>{read(citationPhrase(citation))}</div>)}</dd>
      <dt>{t('release.counts')}</dt>
      <dd>{counts.join(' · ')}</dd>
      {hash !== undefined && <><dt>{t('release.hash')}</dt><dd className={classes['hash']}>{hash}</dd></>}
    </dl>
  )
}
