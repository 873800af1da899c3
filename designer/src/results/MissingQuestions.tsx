import { Anchor } from '@mantine/core'
import { questionTitle } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { ResultPanelProps } from './result-panel-props.ts'
import { distinctQuestions, keyOf } from './open-questions.ts'
import { useResultSurroundings } from './result-surroundings.ts'
import classes from './results.module.css'

const FEW = 6

/** The questions that can still decide an outcome or a benefit; nothing else needs to be asked for them. */
export const MissingQuestions = ({ assembly, result, members, onGo, layer }: Pick<ResultPanelProps, 'assembly' | 'result' | 'members' | 'onGo' | 'layer'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { asks } = useResultSurroundings()
  const [all, setAll] = useState(false)
  const questions = distinctQuestions([...result.outcomes.filter(({ state }) => state === 'undetermined'), ...result.entitlements])
  if (questions.length === 0) return null
  const shown = all ? questions : questions.slice(0, FEW)
  return (
    <section className={classes['block']} aria-label={layer === undefined ? t('result.ask') : `${t('result.ask')} – ${layer}`}>
      <div className={classes['name']}>{t('result.askCount', { count: questions.length })}</div>
      <ul className={`${classes['plain']} ${classes['questions']}`}>
        {shown.map((question) => {
          const title = read(questionTitle(assembly, members, question))
          return <li key={keyOf(question)}>{onGo && asks(question) ? <Anchor component="button" type="button" fz="inherit" ta="start" onClick={() => onGo(question)}>{title}</Anchor> : title}</li>
        })}
      </ul>
      {questions.length > shown.length && <div className={classes['more']}><Anchor component="button" type="button" fz="inherit" onClick={() => setAll(true)}>{t('result.askAll', { count: questions.length - shown.length })}</Anchor></div>}
    </section>
  )
}
