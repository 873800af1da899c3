import { NativeSelect } from '@mantine/core'
import { eventCode, eventProperties, type Assembly, type Rule, type RulesPiece } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { listOfEvents } from './event-list.ts'
import classes from './rule-designer.module.css'

interface RuleCodesProps {
  readonly assembly: Assembly
  readonly piece: RulesPiece
  readonly rule: Rule
  readonly onRule: (rule: Rule) => void
}

/** As which entry of a list a rule that holds is counted, where a result lists the rules that hold. */
export const RuleCodes = ({ assembly, piece, rule, onRule }: RuleCodesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return eventProperties(piece).flatMap((property) => {
    const list = listOfEvents(assembly, piece.id, property)
    if (!list) return []
    const code = eventCode(rule, property) ?? ''
    const unknown = list.entries.every((entry) => entry.code !== code)
    return (
      <div key={property} className={classes['ruleCode']}>
        <NativeSelect
          label={t('rules.countedAs', { list: read(list.title) })}
          value={unknown ? '' : code}
          data={[...(unknown ? [{ value: '', label: t('rules.countedAsNone') }] : []), ...list.entries.map((entry) => ({ value: entry.code, label: read(entry.title) }))]}
          onChange={(event) => onRule({ ...rule, event: { ...rule.event, params: { ...rule.event.params, [property]: event.currentTarget.value } } })}
          maw={480}
        />
      </div>
    )
  })
}
