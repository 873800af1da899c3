import { formatValue } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { monthlyTotals, type PlacedEntitlement } from './entitlement-groups.ts'
import classes from './entitlements.module.css'

const noLists = new Map()

/** How much is granted, and what of it comes every month in money. */
export const MonthlyTotals = ({ entitlements }: { readonly entitlements: readonly PlacedEntitlement[] }) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const count = (state: string) => entitlements.filter(({ line }) => line.state === state).length
  const totals = monthlyTotals(entitlements)
  return (
    <section className={classes['totals']} aria-label={t('entitlements.inAll')}>
      <h2 className={classes['heading']}>{t('entitlements.inAll')}</h2>
      {totals.length > 0 && <div className={classes['amounts']}>
        {totals.map(({ bound, amount, entitlements: number }) => (
          <div key={bound}>
            <strong className={classes['amount']}>{t(`entitlements.bound.${bound}`, { amount: formatValue(amount, { unit: 'VND/month', lists: noLists, language }) })}</strong>
            <div className={classes['quiet']}>{t('entitlements.ofMoney', { count: number })}</div>
          </div>
        ))}
      </div>}
      <div>{t('entitlements.counts', { granted: count('granted'), undetermined: count('undetermined'), refused: count('refused') })}</div>
    </section>
  )
}
