import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures } from '../api/contract.ts'
import classes from './impact.module.css'
import { goToHouseholds, useImpactAddress } from './impact-address.ts'
import { onlyKind } from './impact-search.ts'
import { useLineWords } from './use-line-words.ts'

interface NearLinesProps {
  readonly near: number
  readonly lines: ImpactFigures['lines']
  readonly listed: boolean
}

/** Lines of the rules after that somebody comes close to. */
export const NearLines = ({ near, lines, listed }: NearLinesProps) => {
  const { t } = useTranslation()
  const words = useLineWords(near)
  const { step } = useImpactAddress()
  const show = (line: string): void => {
    step({ ...onlyKind('near'), line })
    goToHouseholds()
  }
  const close = lines.filter(({ lower, higher }) => lower !== 0 || higher !== 0)
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('impact.near')}</Title>
      {close.length === 0 && <p className={classes['quiet']}>{t('impact.nearNone')}</p>}
      <ul className={classes['items']}>
        {close.map((line) => (
          <li key={line.id}>
            <span><strong>{words.name(line)}</strong>: {words.sentence(line)}</span>
            {listed && <Button variant="default" size="compact-sm" aria-label={t('impact.listOf', { name: words.name(line) })} onClick={() => show(line.id)}>{t('impact.list')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
