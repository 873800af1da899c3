import { Alert, Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures, ImpactRun } from '../api/contract.ts'
import { isUnderWay } from '../api/impact-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { BigNumbers } from './BigNumbers.tsx'
import { Breakdowns } from './Breakdowns.tsx'
import { Changes } from './Changes.tsx'
import { FlowSection } from './FlowSection.tsx'
import { HouseholdList } from './HouseholdList.tsx'
import classes from './impact.module.css'
import { goToHouseholds, useImpactAddress } from './impact-address.ts'
import { isNarrowed } from './impact-search.ts'
import { NearLines } from './NearLines.tsx'
import { RunFacts } from './RunFacts.tsx'
import { RunProgress } from './RunProgress.tsx'
import { Undetermined } from './Undetermined.tsx'

/** Everything a run says: the numbers as they come, and every household with its reason. */
export const RunView = ({ run }: { readonly run: ImpactRun }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { state, figures, failure } = run
  return (
    <div className={classes['run']} data-wide>
      {isUnderWay(run) && <RunProgress run={run} />}
      {state === 'failed' && <Alert color="red" variant="outline" role="alert">{failure ? read(failure) : t('impact.failed')}</Alert>}
      {state === 'cancelled' && <Alert color="gray" variant="outline">{t(figures ? 'impact.cancelledPart' : 'impact.cancelled')}</Alert>}
      {!figures && <RunFacts run={run} />}
      {figures && figures.households === 0 && !isUnderWay(run) && <EmptyList title={t('impact.nobody')} text={t('impact.nobodyText')} />}
      {figures && figures.households > 0 && <Figures run={run} figures={figures} />}
    </div>
  )
}

const Figures = ({ run, figures }: { readonly run: ImpactRun; readonly figures: ImpactFigures }) => {
  const { t } = useTranslation()
  const { search } = useImpactAddress()
  const { persons, near } = run
  const done = run.state === 'done'
  const listed = persons && done
  const { categories, households, changed, matrix, money, changes, lines, undetermined } = figures
  return (
    <>
      <BigNumbers categories={categories} households={households} changed={changed} matrix={matrix} money={money} />
      <RunFacts run={run} />
      {listed && isNarrowed(search) && <p>{t('impact.narrowed')} <Anchor component="button" type="button" fz="inherit" onClick={goToHouseholds}>{t('impact.toHouseholds')}</Anchor></p>}
      {figures.veiled && <p className={classes['quiet']}>{t('impact.veiledNote')}</p>}
      {done && changed === 0 && <Alert color="teal" variant="outline">{t('impact.nothing')}</Alert>}
      <FlowSection categories={categories} matrix={matrix} households={households} listed={listed} />
      <Breakdowns figures={figures} listed={listed} />
      {done && <>
        <Changes run={run} changes={changes} listed={listed} />
        <NearLines near={near} lines={lines} listed={listed} />
        <Undetermined undetermined={undetermined} listed={listed} />
        {persons ? <HouseholdList run={run} figures={figures} /> : <p className={classes['section']}>{t('impact.noPersons')}</p>}
      </>}
    </>
  )
}
