import { IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react'
import type { ExplanationNode, Truth } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import classes from './results.module.css'

/** True, false, not known, not applicable: a shape and a word, not a colour alone. */
export const TruthMark = ({ result }: { readonly result: ExplanationNode['result'] }) => {
  const { t } = useTranslation()
  const { Icon, word, name } = {
    true: { Icon: IconCheck, word: t('truth.true'), name: 'true' },
    false: { Icon: IconX, word: t('truth.false'), name: 'false' },
    unknown: { Icon: IconQuestionMark, word: t('truth.unknown'), name: 'unknown' },
    not_applicable: { Icon: IconMinus, word: t('truth.notApplicable'), name: 'not_applicable' },
  }[`${result}`]
  return <span className={classes['truth']} data-truth={name}><Icon size={14} stroke={2.5} aria-hidden /> {word}</span>
}

/** Whether a rule holds of the household, in a word alone: that it holds is neither good nor right. */
export const RuleMark = ({ result }: { readonly result: Truth }) => {
  const { t } = useTranslation()
  return <span className={classes['rule']}>{t(`rule.${result}`)}</span>
}
