import { citationPhrase, entitlementStates, entitlementTerms, memberTitle, type EntitlementResult } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ValueBadge } from '../ui/ValueBadge.tsx'
import type { ResultPanelProps } from './result-panel-props.ts'
import { useResultSurroundings } from './result-surroundings.ts'
import classes from './results.module.css'
import { WhyResult } from './WhyResult.tsx'

type EntitlementsProps = Pick<ResultPanelProps, 'assembly' | 'result' | 'members' | 'explainResult' | 'askWhyNot' | 'onGo' | 'layer'>

/** What the household and its members are entitled to; refused ones folded away, with their reasons. */
export const Entitlements = ({ result, layer, ...more }: EntitlementsProps) => {
  const { t } = useTranslation()
  const { entitlements } = result
  const { opened } = useResultSurroundings()
  if (entitlements.length === 0) return null
  const refused = entitlements.filter(({ state }) => state === 'refused')
  const others = entitlements.filter(({ state }) => state !== 'refused')
  const items = (of: readonly EntitlementResult[]) => (
    <ul className={classes['plain']}>{of.map((entitlement) => <EntitlementItem key={`${entitlement.id}-${entitlement.member ?? ''}`} entitlement={entitlement} layer={layer} opened={opened && result.outcomes.length === 0} {...more} />)}</ul>
  )
  return (
    <section className={classes['block']} aria-label={layer === undefined ? t('result.entitlements') : `${t('result.entitlements')} – ${layer}`}>
      <div className={classes['name']}>{t('result.entitlements')}</div>
      {items(others)}
      {refused.length > 0 && (
        <details className={classes['more']} open={opened}>
          <summary>{t('result.refused', { number: refused.length })}</summary>
          {items(refused)}
        </details>
      )}
    </section>
  )
}

const tones = { granted: 'green', refused: 'grey', undetermined: 'undetermined' } as const

const EntitlementItem = ({ assembly, entitlement, members, explainResult, askWhyNot, onGo, layer, opened }: Omit<EntitlementsProps, 'result'> & { readonly entitlement: EntitlementResult; readonly opened: boolean }) => {
  const { read } = useLanguage()
  const { id, member, state, title, citation } = entitlement
  const terms = entitlementTerms(assembly, entitlement)
  const { noteOf } = useResultSurroundings()
  const name = member === undefined ? read(title) : `${read(memberTitle(assembly, members, member))}: ${read(title)}`
  return (
    <li>
      <div className={classes['pair']}>
        <span>{name}</span>
        <ValueBadge tone={tones[state]}>{read(entitlementStates[state])}</ValueBadge>
      </div>
      <div className={classes['notes']}>{noteOf(id, member)}{noteOf(`${id}.level`, member)}{noteOf(`${id}.amount`, member)}</div>
      {state === 'granted' && (terms ?? citation) && (
        <div>
          {terms && read(terms)}
          {citation && <span className={classes['citation']}> ({read(citationPhrase(citation))})</span>}
        </div>
      )}
      <WhyResult id={id} member={member} opened={opened} label={layer === undefined ? name : `${name} – ${layer}`} explainResult={explainResult} askWhyNot={askWhyNot} onGo={onGo} />
    </li>
  )
}
