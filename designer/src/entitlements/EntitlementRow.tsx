import { citationPhrase, entitlementStates, type Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { EntitlementLine, EntitlementReason } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { ValueBadge } from '../ui/ValueBadge.tsx'
import type { PlacedEntitlement } from './entitlement-groups.ts'
import classes from './entitlements.module.css'
import { EntitlementWhy } from './EntitlementWhy.tsx'

interface EntitlementRowProps {
  readonly entitlement: PlacedEntitlement
  readonly household: string
  readonly at: string
  /** What the heading above does not say: who gives it, or who receives it. */
  readonly beside: string
  readonly recipient: string
}

const tones = { granted: 'green', refused: 'grey', undetermined: 'undetermined' } as const

/** One entitlement: what became of it, on which terms, what decided or could still decide. */
export const EntitlementRow = ({ entitlement: { line, programme }, household, at, beside, recipient }: EntitlementRowProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { state, terms, citation, national } = line
  return (
    <li className={classes['row']}>
      <div className={classes['what']}>
        <div className={classes['name']}>{read(line.title)}</div>
        <div className={classes['quiet']}>{beside}</div>
      </div>
      <div className={classes['terms']}>
        {terms && <div className={classes['given']}>{read(terms)}</div>}
        <Decided line={line} />
        {citation && <div className={classes['quiet']}>{read(citationPhrase(citation))}</div>}
        {national && <div className={classes['note']}>{t('entitlements.national', { state: read(entitlementStates[national.state]), terms: national.terms ? `, ${read(national.terms)}` : '' })}</div>}
        <Grounds {...line} />
      </div>
      <div className={classes['state']}><ValueBadge tone={tones[state]}>{read(entitlementStates[state])}</ValueBadge></div>
      <EntitlementWhy household={household} name={{ at, programme: programme.programme, layer: line.layer, entitlement: line.id, ...(line.member !== undefined && { member: line.member }) }} label={`${read(line.title)}, ${recipient}`} />
    </li>
  )
}

/** What can still decide where it is open or its amount is; what refused it where it is refused. */
const Decided = ({ line: { state, missing, reasons } }: { readonly line: EntitlementLine }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (missing.length > 0) return <Named title={t('entitlements.toAsk')} texts={missing.map(({ title }) => title)} />
  if (state === 'granted' || reasons.length === 0) return null
  const write = ({ sentence, read: value }: EntitlementReason) => (value ? t('entitlements.reason', { sentence: read(sentence), value: read(value) }) : read(sentence))
  return <ul className={classes['plain']}>{reasons.map((reason) => <li key={reason.sentence.vi}>{write(reason)}</li>)}</ul>
}

const Named = ({ title, texts }: { readonly title: string; readonly texts: readonly Text[] }) => {
  const { read } = useLanguage()
  return <div className={classes['caution']}>{title} {[...new Set(texts.map(read))].join('; ')}</div>
}

/** What it rests on that the law leaves open, or that is taken for the time being. */
const Grounds = ({ title, open, assumed }: Pick<EntitlementLine, 'title' | 'open' | 'assumed'>) => {
  const { t } = useTranslation()
  // Its own name, below itself, would say nothing.
  const itself = { vi: t('entitlements.itself', { lng: 'vi' }), en: t('entitlements.itself', { lng: 'en' }) }
  const named = (texts: readonly Text[]): readonly Text[] => texts.map((text) => (text.vi === title.vi ? itself : text))
  return (
    <>
      {open.length > 0 && <Named title={t('entitlements.open')} texts={named(open)} />}
      {assumed.length > 0 && <Named title={t('entitlements.assumed')} texts={named(assumed)} />}
    </>
  )
}
