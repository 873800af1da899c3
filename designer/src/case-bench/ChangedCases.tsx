import { writeCaseResult, type Literal } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './case-bench.module.css'
import type { ChangedCase, ChangedResult } from './judged-moves.ts'

/** Cases that come out otherwise once they are moved, with what becomes of each result and whether it is still as expected. */
export const ChangedCases = ({ changed }: { readonly changed: readonly ChangedCase[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly } = useDraft()
  const write = (name: string, value: Literal | undefined): string => (value === undefined ? t('bench.move.conflict') : read(writeCaseResult(assembly, name, value)))
  const became = ({ name, title, before, after }: ChangedResult): string => t('bench.move.became', { title: read(title), before: write(name, before), after: write(name, after) })
  return (
    <section aria-labelledby="changed-cases">
      <h3 id="changed-cases">{t('bench.move.changed', { count: changed.length })}</h3>
      <p className={classes['quiet']}>{t('bench.move.changedText')}</p>
      <ul className={classes['changed']}>
        {changed.map((each) => (
          <li key={each.example.id}>
            <div>{read(each.example.title) || t('bench.untitled')} <Standing changed={each} /></div>
            {each.results.map((result) => <div key={`${result.name} ${result.title.vi}`} className={classes['quiet']}>{became(result)}</div>)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Standing = ({ changed: { passedBefore, passes } }: { readonly changed: ChangedCase }) => {
  const { t } = useTranslation()
  if (passes) return <span className={classes['quiet']}>– {passedBefore ? t('bench.move.still') : t('bench.move.nowMet')}</span>
  return <strong className={passedBefore ? classes['wrong'] : classes['quiet']}>– {passedBefore ? t('bench.move.noLonger') : t('bench.move.stillFails')}</strong>
}
