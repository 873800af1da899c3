import { pieceTitle, type Assembly, type EvaluationResult, type Grounds } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './results.module.css'

const union = (grounds: readonly Grounds[], part: 'open' | 'assumed'): readonly string[] => [...new Set(grounds.flatMap((each) => each[part]))]

/** What the result rests on that is not certain: values the law leaves open, and values taken for the time being. */
export const GroundsNotes = ({ assembly, result }: { readonly assembly: Assembly; readonly result: EvaluationResult }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const all = [...result.outcomes, ...Object.values(result.member_outcomes).flat(), ...result.entitlements]
  const open = union(all, 'open')
  const assumed = union(all, 'assumed')
  const answersMissing = result.outcomes.some(({ state, missing }) => state === 'undetermined' && missing.length > 0)
  const titles = (names: readonly string[]) => <ul className={classes['plain']}>{names.map((name) => <li key={name}>{read(pieceTitle(assembly, name))}</li>)}</ul>
  return (
    <>
      {open.length > 0 && (
        <div className={classes['block']}>
          <div className={classes['caution']}>{t(answersMissing ? 'result.alsoOpenValues' : 'result.openValues')}</div>
          {titles(open)}
        </div>
      )}
      {assumed.length > 0 && (
        <details className={classes['block']}>
          <summary className={classes['caution']}>{t('result.assumed', { count: assumed.length })}</summary>
          {titles(assumed)}
        </details>
      )}
    </>
  )
}
