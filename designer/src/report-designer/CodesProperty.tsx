import { Checkbox, Select } from '@mantine/core'
import type { CodesBlock } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { readablesOf, type Readable } from '../readables/readables.ts'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'

interface CodesPropertyProps {
  readonly desk: ReportDesk
  readonly block: CodesBlock
}

/** Rows are told apart by what has codes: of a list, or yes and no. */
const hasCodes = ({ type, list, reference }: Readable): boolean => (list !== undefined || type === 'boolean') && reference.output === undefined && reference.as === undefined

/** By what rows are told apart, and which of its codes have one. */
export const CodesProperty = ({ desk: { reading, actions }, block }: CodesPropertyProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const readables = useMemo(() => readablesOf(reading, '').filter(hasCodes), [reading])
  const chosen = readables.find(({ reference, ofMembers }) => reference.fact === block.fact && ofMembers === (block.of === 'head'))
  const codes = codesOf(reading.lists, chosen, { yes: t('build.yes'), no: t('build.no') }, read)
  const shown = block.codes ?? codes.map(({ code }) => code)
  const { codes: _codes, of: _of, ...plain } = block
  const choose = (key: string | null): void => {
    const next = readables.find((each) => each.key === key)
    if (next) actions.writeBlock({ ...plain, fact: next.reference.fact, ...(next.ofMembers && { of: 'head' as const }) })
  }
  const show = (code: string, is: boolean): void => {
    const next = codes.map((each) => each.code).filter((each) => (each === code ? is : shown.includes(each)))
    const { codes: _before, ...all } = block
    actions.writeBlock(next.length === codes.length || next.length === 0 ? all : { ...block, codes: next })
  }
  const groups = Map.groupBy(readables, ({ section }) => section)
  return (
    <>
      <Select
        label={t('reportDesign.codesOf')}
        placeholder={t('reportDesign.codesChoose')}
        value={chosen?.key ?? null}
        onChange={choose}
        data={[...groups].map(([section, all]) => ({ group: t(`readable.${section}`), items: all.map(({ key, title, ofMembers }) => ({ value: key, label: ofMembers ? t('reportDesign.ofHead', { title: read(title) }) : read(title) })) }))}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('reportDesign.codesNone')}
      />
      {codes.length > 0 && (
        <fieldset className={classes['codes']}>
          <legend>{t('reportDesign.codesShown')}</legend>
          {codes.map(({ code, title }) => <Checkbox key={code} label={title} checked={shown.includes(code)} onChange={(event) => show(code, event.currentTarget.checked)} />)}
        </fieldset>
      )}
    </>
  )
}

const codesOf = (lists: ReportDesk['reading']['lists'], chosen: Readable | undefined, { yes, no }: { readonly yes: string; readonly no: string }, read: ReturnType<typeof useLanguage>['read']): readonly { readonly code: string; readonly title: string }[] => {
  if (!chosen) return []
  if (chosen.list === undefined) return [{ code: 'true', title: yes }, { code: 'false', title: no }]
  return (lists.get(chosen.list)?.entries ?? []).map(({ code, title }) => ({ code, title: read(title) }))
}
