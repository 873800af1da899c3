import { Chip, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures, ImpactRun } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { elementOfChange } from '../elements/element-of-path.ts'
import { tabOf, writeElement } from '../elements/element.ts'
import classes from './impact.module.css'
import { goToHouseholds, useImpactAddress } from './impact-address.ts'
import { changeFilter } from './impact-search.ts'
import { useCounts } from './use-counts.ts'

interface ChangesProps {
  readonly run: ImpactRun
  readonly changes: ImpactFigures['changes']
  readonly listed: boolean
}

/** The changes of the rules that somebody's result rests on, each with how many it is. */
export const Changes = ({ run, changes, listed }: ChangesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { households } = useCounts()
  const { search, step } = useImpactAddress()
  if (changes.length === 0) return null
  const choose = (id: string): void => {
    const next = changeFilter(search, id)
    step(next)
    if (next.change !== undefined) goToHouseholds()
  }
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('impact.changes')}</Title>
      <p className={classes['quiet']}>{t('impact.changesHelp')}</p>
      <ul className={classes['items']}>
        {changes.map(({ id, sentence, path, households: count }) => (
          <li key={id}>
            <span>{read(sentence)} <PlaceLink run={run} path={path} sentence={read(sentence)} /></span>
            {listed && count !== 0
              ? <Chip size="sm" radius="sm" variant="outline" checked={search.show === undefined && search.change === id} onChange={() => choose(id)}>{t('impact.narrow', { households: households(count) })}</Chip>
              : <span className={classes['quiet']}>{households(count)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Leads to where a change stands in the document. */
const PlaceLink = ({ run: { after, programme }, path, sentence }: { readonly run: ImpactRun; readonly path: readonly string[]; readonly sentence: string }) => {
  const { t } = useTranslation()
  const element = elementOfChange(path)
  if (!element) return null
  const look = { 'aria-label': t('compare.openOf', { title: sentence }), className: classes['link'] ?? '' }
  if (after.draft) return <Link to="/drafts/$id" params={{ id: after.draft.id }} search={{ tab: tabOf(element), on: writeElement(element) }} {...look}>{t('compare.open')}</Link>
  return <Link to="/policies/$programme/releases/$hash" params={{ programme, hash: after.hash }} search={{ tab: tabOf(element), on: writeElement(element) }} {...look}>{t('compare.open')}</Link>
}
