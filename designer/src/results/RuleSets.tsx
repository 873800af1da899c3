import { citationPhrase, pieceTitle, type Assembly, type RuleResult } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useResultSurroundings } from './result-surroundings.ts'
import classes from './results.module.css'
import { RuleMark } from './TruthMark.tsx'

/** The rules per set: how many hold, are open and do not hold, then each of them. */
export const RuleSets = ({ assembly, rules }: { readonly assembly: Assembly; readonly rules: readonly RuleResult[] }) => {
  const sets = [...new Set(rules.map(({ set }) => set))]
  return sets.map((set) => <RuleSet key={set} assembly={assembly} set={set} rules={rules.filter((rule) => rule.set === set)} />)
}

const RuleSet = ({ assembly, set, rules }: { readonly assembly: Assembly; readonly set: string; readonly rules: readonly RuleResult[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const holding = rules.filter(({ result }) => result === true)
  const open = rules.filter(({ result }) => result === 'unknown')
  const others = rules.filter(({ result }) => result === false)
  const { noteOf } = useResultSurroundings()
  const line = (rule: RuleResult) => (
    <li key={rule.id}>
      <RuleMark result={rule.result} /> {read(rule.title)}
      {rule.citation && <span className={classes['citation']}> ({read(citationPhrase(rule.citation))})</span>}
      {noteOf(`${set}.${rule.id}`)}
    </li>
  )
  return (
    <details className={classes['block']} open>
      <summary>
        <span className={classes['name']}>{read(pieceTitle(assembly, set))}</span>: {t('result.holding', { number: holding.length })}
        {open.length > 0 && `, ${t('result.unclear', { number: open.length })}`}, {t('result.notHolding', { number: others.length })}
      </summary>
      <ul className={classes['plain']}>{[...holding, ...open].map(line)}</ul>
      {others.length > 0 && (
        <details className={classes['more']}>
          <summary>{t('result.notHolding', { number: others.length })}</summary>
          <ul className={classes['plain']}>{others.map(line)}</ul>
        </details>
      )}
    </details>
  )
}
