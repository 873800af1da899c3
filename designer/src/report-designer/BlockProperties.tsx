import { Button, Menu, NativeSelect } from '@mantine/core'
import { IconRowInsertBottom } from '@tabler/icons-react'
import { blocksOf, sentenceOfBlock, type ConditionsBlock, type Numbering, type RowBlock } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { Findings } from '../findings/Findings.tsx'
import { WordsPair } from '../form-designer/WordsPair.tsx'
import { SourceFields, type Source } from '../rule-designer/SourceFields.tsx'
import { CodesProperty } from './CodesProperty.tsx'
import { ConditionRows } from './ConditionRows.tsx'
import { blockKinds } from './new-rows.ts'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { WhereProperty } from './WhereProperty.tsx'

const numberings: readonly Numbering[] = ['roman', 'arabic', 'letter']

interface BlockPropertiesProps {
  readonly desk: ReportDesk
  readonly block: RowBlock
}

const withSource = ({ citation: _citation, certainty: _certainty, note: _note, ...block }: RowBlock, source: Source): RowBlock => ({ ...block, ...source })

/** What is said of rows: what they are told apart by, how they are numbered, and what stands in each of them. */
export const BlockProperties = ({ desk, block }: BlockPropertiesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { actions, issues, reading, writable } = desk
  const { numbering: _numbering, ...unnumbered } = block
  return (
    <>
      <p className={classes['sentence']}>{read(sentenceOfBlock(reading, block))}</p>
      {block.kind === 'total' && <WordsPair label={t('reportDesign.rowTitle')} text={block.title} onText={(title) => title && actions.writeBlock({ ...block, title })} />}
      {block.kind === 'codes' && <CodesProperty desk={desk} block={block} />}
      {block.kind === 'households' && <WhereProperty desk={desk} place={[...placeOf(desk, block), 'where']} of="household" condition={block.where} label={t('reportDesign.listWhere')} title={t('reportDesign.rows.households')} none={t('reportDesign.everyone.households')} />}
      {block.kind === 'conditions' && <OfSelect desk={desk} block={block} />}
      {block.kind === 'conditions' && <ConditionRows desk={desk} block={block} place={placeOf(desk, block)} />}
      <NativeSelect
        label={t('reportDesign.numbering')}
        value={block.numbering ?? ''}
        onChange={(event) => {
          const numbering = numberings.find((each) => each === event.currentTarget.value)
          actions.writeBlock(numbering ? { ...block, numbering } : unnumbered)
        }}
        data={[{ value: '', label: t('reportDesign.numbering.none') }, ...numberings.map((value) => ({ value, label: t(`reportDesign.numbering.${value}`) }))]}
      />
      {writable && (block.kind === 'units' || block.kind === 'codes') && (
        <Menu position="bottom-start">
          <Menu.Target><Button size="compact-sm" variant="default" leftSection={<IconRowInsertBottom size={14} aria-hidden />}>{t('reportDesign.addWithin')}</Button></Menu.Target>
          <Menu.Dropdown>{blockKinds.map((kind) => <Menu.Item key={kind} onClick={() => actions.addBlock(kind, block.id)}>{t(`reportDesign.rows.${kind}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      <Findings issues={(issues.blocks.get(block.id) ?? []).filter(({ path }) => !path.includes('where'))} />
      <SourceFields source={block} onSource={(source) => actions.writeBlock(withSource(block, source))} />
    </>
  )
}

/** Where a block stands, by names. */
const placeOf = ({ report }: ReportDesk, { id }: RowBlock): readonly string[] => {
  const within = blocksOf(report).find(({ block }) => block.id === id)?.within ?? []
  return ['rows', ...within.flatMap((each) => [each.id, 'rows']), id]
}

const OfSelect = ({ desk: { actions }, block }: { readonly desk: ReportDesk; readonly block: ConditionsBlock }) => {
  const { t } = useTranslation()
  const { of: _of, ...ofHouseholds } = block
  return (
    <NativeSelect
      label={t('reportDesign.rowsOf')}
      value={block.of ?? 'household'}
      onChange={(event) => actions.writeBlock(event.currentTarget.value === 'members' ? { ...block, of: 'members' } : ofHouseholds)}
      data={[{ value: 'household', label: t('reportDesign.counted.households') }, { value: 'members', label: t('reportDesign.counted.members') }]}
    />
  )
}
