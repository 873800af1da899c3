import { Checkbox } from '@mantine/core'
import type { CodesBlock } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { Readable } from '../readables/readables.ts'
import { chosenReadable, FactSelect, useOffered } from './FactSelect.tsx'
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
  const { codes: own, of: _of, ...plain } = block
  const shown = own ?? codes.map(({ code }) => code)
  const show = (code: string, is: boolean): void => {
    const next = codes.map((each) => each.code).filter((each) => (each === code ? is : shown.includes(each)))
    const { codes: _before, ...all } = block
    actions.writeBlock(next.length === codes.length || next.length === 0 ? all : { ...block, codes: next })
  }
  return (
    <>
      <FactSelect label={t('reportDesign.codesOf')} placeholder={t('reportDesign.codesChoose')} rules={rules} fact={block} isOffered={hasCodes} onFact={(fact) => actions.writeBlock({ ...plain, ...fact })} />
      {codes.length > 0 && (
        <fieldset className={classes['codes']}>
          <legend>{t('reportDesign.codesShown')}</legend>
          {codes.map(({ code, title }) => <Checkbox key={code} label={title} checked={shown.includes(code)} onChange={(event) => show(code, event.currentTarget.checked)} />)}
        </fieldset>
      )}
    </>
  )
}
