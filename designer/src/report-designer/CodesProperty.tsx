import { ActionIcon, Button, Checkbox, Group } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import type { CodesBlock } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { Readable } from '../readables/readables.ts'
import { chosenReadable, FactSelect, useOffered } from './FactSelect.tsx'
import { codeBefore, withCode } from './code-rows.ts'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'

interface CodesPropertyProps {
  readonly desk: ReportDesk
  readonly block: CodesBlock
}

/** Rows are told apart by what has codes: of a list, or yes and no; of the head by a question. */
const hasCodes = ({ type, list, ofMembers, section }: Readable): boolean => (list !== undefined || type === 'boolean') && (!ofMembers || section === 'members')

interface CodeShown {
  readonly code: string
  readonly title: string
}

/** By what rows are told apart, and which of its codes have one. */
export const CodesProperty = ({ desk: { rules, actions }, block }: CodesPropertyProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const chosen = chosenReadable(useOffered(rules, hasCodes), block)
  const codes: readonly CodeShown[] = !chosen ? [] : chosen.list === undefined
    ? [{ code: 'true', title: t('build.yes') }, { code: 'false', title: t('build.no') }]
    : (rules.lists.get(chosen.list)?.entries ?? []).map(({ code, title }) => ({ code, title: read(title) }))
  const list = codes.map(({ code }) => code)
  const { codes: own, of: _of, ...plain } = block
  const shown = own ?? list
  const ordered = codes.toSorted((a, b) => placeIn(shown, a.code) - placeIn(shown, b.code))
  const write = (next: readonly string[] | undefined): void => {
    const { codes: _before, ...all } = block
    actions.writeBlock(next ? { ...block, codes: next } : all)
  }
  return (
    <>
      <FactSelect label={t('reportDesign.codesOf')} placeholder={t('reportDesign.codesChoose')} rules={rules} fact={block} isOffered={hasCodes} onFact={(fact) => actions.writeBlock({ ...plain, ...fact })} />
      {codes.length > 0 && (
        <fieldset className={classes['codes']}>
          <legend>{t('reportDesign.codesShown')}</legend>
          <Group gap="xs">
            <Button size="compact-xs" variant="default" disabled={shown.length === list.length} onClick={() => write(undefined)}>{t('reportDesign.codesAll')}</Button>
            <Button size="compact-xs" variant="default" disabled={shown.length === 1} onClick={() => write(shown.slice(0, 1))}>{t('reportDesign.codesOnlyFirst')}</Button>
          </Group>
          {ordered.map(({ code, title }) => {
            const at = shown.indexOf(code)
            return (
              <div key={code} className={classes['code']}>
                <Checkbox label={title} checked={at >= 0} disabled={at >= 0 && shown.length === 1} onChange={(event) => write(withCode(list, shown, code, event.currentTarget.checked))} />
                {at > 0 && <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={24} aria-label={t('reportDesign.codeUp', { title })} onClick={() => write(codeBefore(list, shown, code))}><IconArrowUp size={14} aria-hidden /></ActionIcon>}
              </div>
            )
          })}
        </fieldset>
      )}
    </>
  )
}

/** Codes without a row come behind those that have one. */
const placeIn = (shown: readonly string[], code: string): number => (shown.includes(code) ? shown.indexOf(code) : shown.length)
