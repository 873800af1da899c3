import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Expression } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { unwrittenValue } from '../../rule-designer/operands.ts'
import { useExpression } from '../expression-context.ts'
import classes from '../fact-designer.module.css'
import { BelowPart } from './BelowPart.tsx'
import type { PartsProps } from './parts-props.ts'

/** Any number of parts: a sum, a product, the least or the greatest. */
export const ListParts = (props: PartsProps) => {
  const { t } = useTranslation()
  const { write } = useExpression()
  const { choice, place, expression } = props
  const parts = (expression as unknown as Record<string, readonly Expression[]>)[choice] ?? []
  const change = (next: readonly Expression[]): void => write(place, { [choice]: next } as unknown as Expression)
  return (
    <>
      {parts.map((_part, index) => {
        const label = t('fact.partOf', { number: index + 1 })
        return (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no id; their place tells them apart
          <div key={index} className={classes['row']}>
            <BelowPart {...props} step={[choice, String(index)]} label={label} />
            {parts.length > 1 && <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={32} aria-label={t('fact.removePart', { label })} onClick={() => change(parts.toSpliced(index, 1))}><IconX size={16} aria-hidden /></ActionIcon>}
          </div>
        )
      })}
      <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => change([...parts, unwrittenValue])}>{t('fact.addPart')}</Button></div>
    </>
  )
}
