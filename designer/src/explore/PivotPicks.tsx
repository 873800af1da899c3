import { Pill, SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './explore.module.css'
import { pickedTitle, valuesOf } from './pivot-document.ts'
import { codedThings, columnThings, rowThings, type Things } from './pivot-things.ts'
import { byNothing, byYears, countedKinds, measureKinds, mostYears, writePicked, writeWhere, type Picked, type Pivot, type PivotSearch } from './pivot.ts'
import { PickedEditor } from './PickedEditor.tsx'
import { ThingSelect } from './ThingSelect.tsx'

interface PivotPicksProps {
  readonly pivot: Pivot
  readonly things: Things
  readonly years: number
  readonly onChange: (changes: PivotSearch) => void
}

/** What is counted, by what it is told apart, and of whom. */
export const PivotPicks = ({ pivot, things, years, onChange }: PivotPicksProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { rows, columns, counted, measure, value, part, where } = pivot
  const values = valuesOf(things, counted)
  const alone = columns === byYears || columns === byNothing
  /** What is only there of persons goes when households are counted. */
  const count = (next: Pivot['counted']): void => {
    const fits = (id: string): boolean => rowThings(things, next).some((thing) => thing.id === id)
    const left = where.filter(({ thing }) => fits(thing))
    onChange({
      counted: next, value: undefined, where: writeWhere(left),
      ...(!fits(rows) && { rows: 'units' }), ...(!alone && !fits(columns) && { columns: byNothing }), ...(part && !fits(part.thing) && { part: undefined }),
    })
  }
  return (
    <section className={classes['picks']} aria-label={t('explore.picks')}>
      <SegmentedControl aria-label={t('explore.counted')} value={counted} onChange={count} data={countedKinds.map((kind) => ({ value: kind, label: t(`explore.counted.${kind}`) }))} />
      <SegmentedControl aria-label={t('explore.measure')} value={measure} onChange={(next) => onChange({ measure: next })} data={measureKinds.filter((kind) => kind !== 'sum' || values.length > 0).map((kind) => ({ value: kind, label: t(`explore.measure.${kind}`) }))} />
      {measure === 'sum' && <Select label={t('explore.value')} data={values.map(({ fact, title }) => ({ value: fact, label: read(title) }))} value={value ?? null} onChange={(next) => next !== null && onChange({ value: next })} searchable allowDeselect={false} w={256} maw="100%" />}
      <ThingSelect label={t('explore.rows')} things={rowThings(things, counted)} value={rows} onChange={(next) => onChange({ rows: next })} />
      <ThingSelect label={t('explore.columns')} things={columnThings(things, counted)} value={columns} onChange={(next) => onChange({ columns: next })} before={[{ value: byNothing, label: t('explore.alone') }, { value: byYears, label: t('explore.byYears') }]} />
      {columns === byYears && <Select label={t('explore.years')} data={Array.from({ length: mostYears - 1 }, (_number, index) => String(index + 2))} value={String(years)} onChange={(next) => next !== null && onChange({ years: Number(next) })} allowDeselect={false} w={96} />}
      <div className={classes['filters']}>
        {measure === 'share' && alone && (
          <>
            {part && <ul aria-label={t('explore.part')}><PickedPill picked={part} things={things} before={t('explore.part')} onOff={() => onChange({ part: undefined })} /></ul>}
            {!part && <PickedEditor label={t('explore.pickPart')} things={codedThings(things, counted)} onPick={(picked) => onChange({ part: writePicked(picked) })} />}
          </>
        )}
        {where.length > 0 && <ul aria-label={t('explore.filters')}>{where.map((picked) => <PickedPill key={writePicked(picked)} picked={picked} things={things} onOff={() => onChange({ where: writeWhere(where.filter((each) => each !== picked)) })} />)}</ul>}
        <PickedEditor label={t('explore.addFilter')} things={codedThings(things, counted)} onPick={(picked) => onChange({ where: writeWhere([...where, picked]) })} />
      </div>
    </section>
  )
}

interface PickedPillProps {
  readonly picked: Picked
  readonly things: Things
  readonly before?: string
  readonly onOff: () => void
}

const PickedPill = ({ picked, things, before, onOff }: PickedPillProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const label = [before, read(pickedTitle(picked, things))].filter((part) => part !== undefined).join(': ')
  return <li><Pill size="md" className={classes['pill'] ?? ''} withRemoveButton removeButtonProps={{ 'aria-label': t('explore.off', { filter: label }), 'tabIndex': 0, 'aria-hidden': false }} onRemove={onOff}>{label}</Pill></li>
}
