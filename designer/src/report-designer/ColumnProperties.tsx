import { NativeSelect, NumberInput } from '@mantine/core'
import { formatUnit, sentenceOfColumn, type FormulaColumn, type LeafColumn, type MeasureColumn, type ReportColumn, type ValueColumn } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { Findings } from '../findings/Findings.tsx'
import { SourceFields, type Source } from '../rule-designer/SourceFields.tsx'
import { WordsPair } from '../form-designer/WordsPair.tsx'
import { allColumns } from '../editor-store/commands/report-columns.ts'
import { columnKinds, countedOf, kindOfColumn, withCounted, withKind, type ColumnKind } from './column-kinds.ts'
import type { Readable } from '../readables/readables.ts'
import { FactSelect } from './FactSelect.tsx'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { ValueProperty } from './ValueProperty.tsx'
import { WhereProperty } from './WhereProperty.tsx'

interface ColumnPropertiesProps<Column extends ReportColumn = ReportColumn> {
  readonly desk: ReportDesk
  readonly column: Column
}

/** What is said of a column: its title, what it counts, how its number is written and what it rests on. */
export const ColumnProperties = ({ desk, column }: ColumnPropertiesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { actions, issues, reading } = desk
  const sentence = column.kind === 'group' ? undefined : sentenceOfColumn(reading, column)
  return (
    <>
      <WordsPair label={t('reportDesign.columnTitle')} text={column.title} onText={(title) => title && actions.writeColumn({ ...column, title })} />
      {column.kind !== 'group' && <KindSelect desk={desk} column={column} />}
      {sentence && <p className={classes['sentence']}>{read(sentence)}</p>}
      {column.kind === 'measure' && <MeasureProperties desk={desk} column={column} />}
      {column.kind === 'formula' && <ValueProperty key={column.id} desk={desk} place={[...placeOf(desk, column), 'formula']} of="household" label={t('reportDesign.formula')} sheet />}
      {column.kind === 'value' && <ValueOf desk={desk} column={column} />}
      {column.kind === 'text' && <WordsPair label={t('reportDesign.text')} text={column.text} onText={(text) => actions.writeColumn(withText(column, text))} long />}
      {(column.kind === 'measure' || column.kind === 'formula') && <NumberFormat desk={desk} column={column} />}
      <Findings issues={(issues.columns.get(column.id) ?? []).filter(({ path }) => !path.includes('where') && !path.includes('among') && !path.includes('formula') && !path.includes('value'))} />
      <SourceFields source={column} onSource={(source) => actions.writeColumn(withSource(column, source))} />
    </>
  )
}

const withText = ({ text: _before, ...column }: LeafColumn & { readonly kind: 'text' }, text: (LeafColumn & { readonly kind: 'text' })['text']): LeafColumn => ({ ...column, ...(text && { text }) })

const withSource = <Thing extends Source>({ citation: _citation, certainty: _certainty, note: _note, ...thing }: Thing, source: Source): Thing => ({ ...thing, ...source }) as Thing

/** Where a column stands, by names. */
const placeOf = ({ report }: ReportDesk, { id }: ReportColumn): readonly string[] => {
  const within = allColumns(report.columns).find(({ column }) => column.id === id)?.within ?? []
  return ['columns', ...within.flatMap((group) => [group.id, 'columns']), id]
}

const KindSelect = ({ desk: { actions }, column }: ColumnPropertiesProps<LeafColumn>) => {
  const { t } = useTranslation()
  const kind = kindOfColumn(column)
  return (
    <NativeSelect
      label={t('reportDesign.kind')}
      description={t(`reportDesign.kindHelp.${kind}`)}
      value={kind}
      onChange={(event) => actions.writeColumn(withKind(column, event.currentTarget.value as ColumnKind))}
      data={columnKinds.map((each) => ({ value: each, label: t(`reportDesign.kind.${each}`) }))}
    />
  )
}

const MeasureProperties = ({ desk, column }: ColumnPropertiesProps<MeasureColumn>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { actions } = desk
  const { measure } = column
  const counted = countedOf(measure)
  const of = counted === 'members' ? 'members' : 'household'
  const place = [...placeOf(desk, column), 'measure']
  const title = read(column.title)
  const { at: _at, ...without } = column
  return (
    <>
      <NativeSelect
        label={t('reportDesign.counted')}
        value={counted}
        onChange={(event) => actions.writeColumn({ ...column, measure: withCounted(measure, event.currentTarget.value === 'members' ? 'members' : 'households') })}
        data={(['households', 'members'] as const).map((value) => ({ value, label: t(`reportDesign.counted.${value}`) }))}
      />
      <NativeSelect
        label={t('reportDesign.at')}
        value={column.at ?? 'end'}
        onChange={(event) => actions.writeColumn(event.currentTarget.value === 'start' ? { ...column, at: 'start' } : without)}
        data={(['end', 'start'] as const).map((value) => ({ value, label: t(`reportDesign.at.${value}`) }))}
      />
      {'sum' in measure && <ValueProperty key={column.id} desk={desk} place={[...place, 'value']} of={of} label={t('reportDesign.value')} />}
      <WhereProperty key={`${column.id} where`} desk={desk} place={[...place, 'where']} of={of} condition={measure.where} label={t('share' in measure ? 'reportDesign.part' : 'reportDesign.where')} title={title} none={t('share' in measure ? 'reportDesign.partMissing' : `reportDesign.everyone.${counted}`)} />
      {'share' in measure && <WhereProperty key={`${column.id} among`} desk={desk} place={[...place, 'among']} of={of} condition={measure.among} label={t('reportDesign.among')} title={title} none={t(`reportDesign.everyone.${counted}`)} />}
    </>
  )
}

/** What can be written of one household; of members what is asked of the head. */
const isTold = ({ ofMembers, section }: Readable): boolean => !ofMembers || section === 'members'

const ValueOf = ({ desk: { rules, actions }, column }: ColumnPropertiesProps<ValueColumn>) => {
  const { t } = useTranslation()
  const { of: _of, ...plain } = column
  return <FactSelect label={t('reportDesign.valueOf')} placeholder={t('reportDesign.valueChoose')} rules={rules} fact={column} isOffered={isTold} onFact={(fact) => actions.writeColumn({ ...plain, ...fact })} />
}

/** Units figures are written with; a document may use others. */
const units = ['', 'percent', 'VND', 'VND/month', 'persons', 'm2'] as const

const mostDecimals = 6

const NumberFormat = ({ desk: { actions }, column }: ColumnPropertiesProps<MeasureColumn | FormulaColumn>) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { unit: _unit, ...withoutUnit } = column
  const { decimals: _decimals, ...withoutDecimals } = column
  const nameOf = (unit: string): string => (unit === '' ? t('reportDesign.noUnit') : formatUnit(unit, language).trim())
  return (
    <div className={classes['pair']}>
      <NativeSelect label={t('reportDesign.unit')} value={column.unit ?? ''} onChange={(event) => actions.writeColumn({ ...withoutUnit, ...(event.currentTarget.value !== '' && { unit: event.currentTarget.value }) })} data={[...new Set([...units, column.unit ?? ''])].map((value) => ({ value, label: nameOf(value) }))} />
      <NumberInput label={t('reportDesign.decimals')} value={column.decimals ?? 0} onChange={(value) => actions.writeColumn({ ...withoutDecimals, ...(Number(value) > 0 && { decimals: Math.min(mostDecimals, Math.trunc(Number(value))) }) })} min={0} max={mostDecimals} allowDecimal={false} clampBehavior="strict" />
    </div>
  )
}
