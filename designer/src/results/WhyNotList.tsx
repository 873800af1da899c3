import { Loader, SegmentedControl } from '@mantine/core'
import type { WhyNot } from '@tieuchi/runtime'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { ResultPanelProps, WhyNotBy } from './result-panel-props.ts'
import classes from './results.module.css'

interface WhyNotListProps extends Pick<ResultPanelProps, 'askWhyNot'> {
  readonly id: string
  readonly member: string | undefined
}

const ways: readonly WhyNotBy[] = ['facts', 'answers']

/** The smallest changes by which the result would be another; in what the rule reads, or in the answers beneath. */
export const WhyNotList = ({ id, member, askWhyNot }: WhyNotListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [by, setBy] = useState<WhyNotBy>('facts')
  const found = useWhyNot(askWhyNot, id, member, by)
  return (
    <div className={classes['whyNot']}>
      <SegmentedControl size="xs" aria-label={t('whyNot.by')} value={by} onChange={(value) => setBy(value === 'answers' ? 'answers' : 'facts')} data={ways.map((way) => ({ value: way, label: t(`whyNot.${way}`) }))} />
      <div aria-live="polite" aria-busy={found === undefined}>
        {found === undefined && <Loader size="xs" mt="xs" aria-label={t('whyNot.searching')} />}
        {found?.kind === 'found' && <ul className={classes['sets']}>{found.sets.map(({ sentence }) => <li key={sentence.vi}>{read(sentence)}</li>)}</ul>}
        {found && found.kind !== 'found' && <p>{read(found.sentence)}</p>}
        {found && 'complete' in found && !found.complete && <p className={classes['quiet']}>{t('whyNot.incomplete')}</p>}
      </div>
    </div>
  )
}

interface FoundChanges extends Pick<WhyNotListProps, 'askWhyNot'> {
  readonly by: WhyNotBy
  readonly answer: WhyNot
}

/** Asked anew whenever the evaluation is another one. The search comes after the page has shown that it goes on. */
const useWhyNot = (askWhyNot: WhyNotListProps['askWhyNot'], id: string, member: string | undefined, by: WhyNotBy): WhyNot | undefined => {
  const [found, setFound] = useState<FoundChanges>()
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      askWhyNot({ id, ...(member !== undefined && { member }) }, by).then((answer) => current && setFound({ askWhyNot, by, answer }), (error: unknown) => current && setFailure(error))
    }, 30)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [askWhyNot, id, member, by])
  if (failure !== undefined) throw failure
  return found?.askWhyNot === askWhyNot && found.by === by ? found.answer : undefined
}
