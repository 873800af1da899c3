import { ScrollArea, Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BigNumbers } from './BigNumbers.tsx'
import { Breakdowns } from './Breakdowns.tsx'
import { FlowMatrix } from './FlowMatrix.tsx'
import { FromTo } from './FromTo.tsx'
import classes from './impact.module.css'
import { useCounts } from './use-counts.ts'
import type { ReadyPreview } from './use-trial.ts'

interface TrialFiguresProps {
  readonly figures: ReadyPreview
  /** The value is the one that is written: there is nobody for whom it makes a difference. */
  readonly asWritten: boolean
}

/** What the value on trial would do: the numbers, the flow, also told apart, and the households for whom it makes a difference. */
export const TrialFigures = ({ figures: { categories, households, changed, matrix, breakdowns, band }, asWritten }: TrialFiguresProps) => {
  const { t } = useTranslation()
  return (
    <div className={classes['run']} data-wide>
      <BigNumbers categories={categories} households={households} changed={changed} matrix={matrix} />
      <section className={classes['section']}>
        <Title order={2}>{t('impact.flow')}</Title>
        <div className={classes['pair']}>
          <FlowMatrix categories={categories} matrix={matrix} households={households} />
          {!asWritten && <TrialBand band={band} categories={categories} />}
        </div>
      </section>
      <Breakdowns figures={{ breakdowns, categories, money: [] }} listed={false} />
    </div>
  )
}

/** Households that would come out otherwise than with the value as written. */
const TrialBand = ({ band, categories }: Pick<ReadyPreview, 'band' | 'categories'>) => {
  const { t } = useTranslation()
  const counts = useCounts()
  const more = band.total !== null && band.total > band.households.length
  return (
    <div>
      <h3>{t('impact.band')}</h3>
      <p className={classes['quiet']}>{band.total === 0 ? t('impact.bandNone') : t('impact.bandText', { households: counts.households(band.total) })}</p>
      {band.households.length > 0 && (
        <ScrollArea.Autosize mah={360} type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('impact.band') }}>
          <Table aria-label={t('impact.band')}>
            <Table.Thead><Table.Tr><Table.Th>{t('impact.column.name')}</Table.Th><Table.Th>{t('impact.column.result')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {band.households.map(({ id, name, place, unit, from, to }) => (
                <Table.Tr key={id}>
                  <Table.Td>{name || t('households.unnamed')}<div className={classes['quiet']}>{[place, unit].filter(Boolean).join(' · ')}</div></Table.Td>
                  <Table.Td><FromTo categories={categories} from={from} to={to} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {more && band.households.length > 0 && <p className={classes['quiet']}>{t('impact.bandMore', { number: counts.write(band.households.length) })}</p>}
    </div>
  )
}
