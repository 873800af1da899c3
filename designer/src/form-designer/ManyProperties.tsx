import { Button, Checkbox } from '@mantine/core'
import { IconFolderPlus } from '@tabler/icons-react'
import type { FieldItem, GroupedItem } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { holderKeyOf, keyOfPart, partsOf, type FormPart } from '../editor-store/commands/form-parts.ts'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { withPart } from './with-part.ts'

interface ManyPropertiesProps {
  readonly design: FormDesign
  readonly parts: readonly FormPart[]
}

const switches = ['required', 'prefill', 'wide'] as const

const isField = (part: FormPart): part is FieldItem => 'kind' in part && part.kind === 'field'

const isGrouped = (part: FormPart): part is GroupedItem => 'kind' in part && part.kind !== 'group' && part.kind !== 'roster'

/** What several parts have in common, said of all of them in one step. */
export const ManyProperties = ({ design: { form, actions }, parts }: ManyPropertiesProps) => {
  const { t } = useTranslation()
  const fields = parts.filter(isField)
  const say = (name: (typeof switches)[number], is: boolean): void => actions.write(Object.fromEntries(fields.map((part) => [keyOfPart(part), withPart(part, { [name]: is || undefined })])))
  const holders = new Set(partsOf(form).filter(({ part }) => parts.includes(part)).map(holderKeyOf))
  const grouped = parts.filter(isGrouped)
  const [holder] = holders
  const canGroup = holders.size === 1 && grouped.length === parts.length && (holder?.startsWith('section.') === true || holder?.startsWith('roster.') === true)
  return (
    <div className={classes['properties']}>
      <h3>{t('design.many', { count: parts.length })}</h3>
      {fields.length > 0 && (
        <div className={classes['ticks']}>
          {switches.map((name) => {
            const those = fields.filter((part) => part[name] === true).length
            return <Checkbox key={name} label={t(`design.${name}`)} checked={those === fields.length} indeterminate={those > 0 && those < fields.length} onChange={(event) => say(name, event.currentTarget.checked)} />
          })}
        </div>
      )}
      {canGroup && <Button size="compact-md" variant="default" leftSection={<IconFolderPlus size={16} aria-hidden />} onClick={actions.group}>{t('design.groupThese')}</Button>}
    </div>
  )
}
