import { Loader } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PresentPerson } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { PeopleInRail } from './PeopleInRail.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './draft.module.css'
import { useGate } from './use-gate.ts'

/** Beside every editor: what must still be done before the release can be published. */
export const GateRail = ({ others }: { readonly others: readonly PresentPerson[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft } = useDraft()
  const { gate, former } = useGate()
  const items = gate?.items ?? []
  return (
    <aside className={policies['rail']} aria-label={t('gate.title')}>
      <div className={classes['rail']}>
        <h2>{t('gate.title')}</h2>
        <output className={classes['quiet']}>
          {former ? <>{t('gate.judging')} <Loader size={12} aria-hidden /></> : gate && t('gate.progress', { met: items.filter(({ state }) => state === 'met').length, all: items.length })}
        </output>
        <ul className={classes['items']} data-former={former || undefined}>
          {items.map((item) => (
            <li key={item.id}>
              <div className={classes['itemTitle']}>
                <Link to="/drafts/$id" params={{ id: draft.id }} search={(search) => ({ ...search, tab: 'approval' as const })} hash={`gate-${item.id}`} className={classes['link'] ?? ''}>{read(item.title)}</Link>
                <span className={classes['mark']} data-state={item.state}>{t(`gate.state.${item.state}`)}</span>
              </div>
              <div className={classes['quiet']}>{read(item.sentence)}</div>
            </li>
          ))}
        </ul>
        <PeopleInRail others={others} />
      </div>
    </aside>
  )
}
