import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { Literal } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './case-bench.module.css'
import type { CameOut } from './use-case-judgement.ts'

interface ExpectationNoteProps {
  readonly came: CameOut
  /** What came out, in words. */
  readonly words: string
  readonly expected: { readonly value: Literal; readonly words: string } | undefined
  readonly onRecord: () => void
}

/** Beside a result: whether it is the expected one; where nothing is expected of it, the way to expect it. */
export const ExpectationNote = ({ came, words, expected, onRecord }: ExpectationNoteProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (!expected) {
    const record = came.name.includes('.') ? t('bench.recordValue', { value: words }) : t('bench.record')
    return <Button variant="subtle" size="compact-sm" px={0} mr="md" aria-label={`${record}: ${read(came.title)}`} onClick={onRecord}>{record}</Button>
  }
  if (expected.value === came.value) return <div className={classes['state']} data-state="passed"><IconCheck size={14} stroke={2.5} aria-hidden /> {came.kind === 'entitlement' && came.name.includes('.') ? t('bench.partAsExpected', { value: words }) : t('bench.asExpected')}</div>
  return <div className={classes['state']} data-state="failed"><IconX size={14} stroke={2.5} aria-hidden /> {t('bench.expectedOther', { value: expected.words })}</div>
}
