import { formatValue } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactCategory, ImpactFigures } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { Count } from './Count.tsx'
import { afterOf, beforeOf, moving, netOf, type Matrix, type Told } from './flow.ts'
import classes from './impact.module.css'
import { signed, useCounts } from './use-counts.ts'

interface BigNumbersProps {
  readonly categories: readonly ImpactCategory[]
  readonly households: number
  readonly changed: Told
  readonly matrix: Matrix
  readonly money?: ImpactFigures['money']
}

/** What matters at a glance: how many there are, how many change, by how much each category grows, and what it costs. */
export const BigNumbers = ({ categories, households, changed, matrix, money = [] }: BigNumbersProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { write, share } = useCounts()
  return (
    <dl className={classes['numbers']}>
      <Figure name={t('impact.register')} note={t('impact.registerNote')}>{write(households)}</Figure>
      <Figure name={t('impact.changed')} note={changed === null ? '' : t('impact.changedNote', { share: share(changed, households) })}><Count of={changed} /></Figure>
      {moving(matrix).map((index) => (
        <Figure key={index} name={read(categories[index]?.label ?? { vi: '', en: '' })} note={<><Count of={beforeOf(matrix, index)} /> → <Count of={afterOf(matrix, index)} /></>}>
          <Count of={netOf(matrix, index)} signed />
        </Figure>
      ))}
      {money.map((each) => <MoneyFigure key={each.entitlement} money={each} />)}
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly note: ReactNode
  /** Money needs the room of two. */
  readonly wide?: boolean
  readonly children: ReactNode
}

const Figure = ({ name, note, wide = false, children }: FigureProps) => (
  <div className={classes['figure']} data-span={wide || undefined}>
    <dt>{name}</dt>
    <dd className={classes['value']}>{children}</dd>
    <dd className={classes['quiet']}>{note}</dd>
  </div>
)

/** What an entitlement costs; of one without amounts how many it is granted to. */
const MoneyFigure = ({ money: { title, unit, before, after } }: { readonly money: ImpactFigures['money'][number] }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { write, writeSigned } = useCounts()
  const amount = (value: number): string => formatValue(value, { unit, lists: new Map(), language })
  const paid = before.amount !== 0 || after.amount !== 0
  return (
    <Figure
      wide
      name={read(title)}
      note={<>
        {paid && <>{t('impact.money', { before: amount(before.amount), after: amount(after.amount) })}<br /></>}
        {t('impact.granted', { before: write(before.granted), after: write(after.granted) })}
        {paid && after.unknown > 0 && <><br />{t('impact.amountUnknown', { count: after.unknown, number: write(after.unknown) })}</>}
        {after.undetermined > 0 && <><br />{t('impact.grantUndetermined', { count: after.undetermined, number: write(after.undetermined) })}</>}
      </>}
    >
      {paid ? signed(after.amount - before.amount, amount) : writeSigned(after.granted - before.granted)}
    </Figure>
  )
}
