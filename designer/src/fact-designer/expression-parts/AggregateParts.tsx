import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { withinHistory, type Expression } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { unwritten } from '../../rule-designer/condition-edits.ts'
import { isOutOfSome } from '../expression-choices.ts'
import { useExpression } from '../expression-context.ts'
import { BelowPart } from './BelowPart.tsx'
import { OutcomePart } from './OutcomePart.tsx'
import type { PartsProps } from './parts-props.ts'
import { WherePart } from './WherePart.tsx'

/** Something of the members, or of earlier decisions: which of them, and what of each. */
export const AggregateParts = (props: PartsProps) => {
  const { t } = useTranslation()
  const { write } = useExpression()
  const { expression, place, assembly, choice } = props
  if (typeof expression !== 'object') return null
  const recorded = 'outcome' in expression && typeof expression.outcome === 'string' ? { outcome: expression.outcome } : undefined
  const within = { assembly: recorded && recorded.outcome !== '' ? withinHistory(assembly, recorded) : assembly, subject: choice.startsWith('members') ? 'members' : props.subject } as const
  const where = 'where' in expression ? expression.where : undefined
  const among = 'among' in expression ? expression.among : undefined
  const one = t(choice.startsWith('members') ? 'fact.ofMembers' : 'fact.ofDecisions')
  const add = (step: 'where' | 'among'): void => write(place, { ...expression, [step]: unwritten } as unknown as Expression)
  return (
    <>
      {choice.startsWith('history') && <OutcomePart {...props} />}
      {'value' in expression && <BelowPart {...props} assembly={within.assembly} subject={within.subject} step={['value']} label={t('fact.valueOf', { one })} />}
      {where !== undefined && <WherePart {...props} step="where" condition={where} within={within} label={t('fact.whereOf', { one })} />}
      {where === undefined && <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('where')}>{t('fact.addWhere', { one })}</Button></div>}
      {among !== undefined && <WherePart {...props} step="among" condition={among} within={within} label={t('fact.amongOf', { one })} />}
      {isOutOfSome(choice) && among === undefined && <div><Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('among')}>{t('fact.addAmong', { one })}</Button></div>}
    </>
  )
}
