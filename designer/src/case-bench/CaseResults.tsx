import { explain, whyNot, writeCaseResult, type Question, type ResultName } from '@tieuchi/runtime'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { stateOfCase } from '../evidence/case-outcome.ts'
import { ResultPanel } from '../results/ResultPanel.tsx'
import type { WhyNotBy } from '../results/result-panel-props.ts'
import { ResultSurroundingsContext } from '../results/result-surroundings.ts'
import classes from './case-bench.module.css'
import { CaseStateMark } from './CaseStateMark.tsx'
import { ExpectationNote } from './ExpectationNote.tsx'
import { Expectations } from './Expectations.tsx'
import { expectedValue, isWorthExpecting, withExpected } from './expectations.ts'
import type { CameOut, CaseJudgement, CaseJudging } from './use-case-judgement.ts'
import type { CaseWriting } from './use-case-writing.ts'

interface CaseResultsProps {
  readonly writing: CaseWriting
  readonly judging: CaseJudging
  /** Jumps to a question; absent where nothing can be changed. */
  readonly onGo?: (question: Question) => void
}

/** What the rules make of the case, why, and whether it is what is expected. */
export const CaseResults = ({ writing, judging: { judgement, unfinished }, onGo }: CaseResultsProps) => {
  const { t } = useTranslation()
  return (
    <section className={classes['results']} aria-labelledby="bench-results">
      <div className={classes['resultsHead']}>
        <h3 id="bench-results">{t('bench.results')}</h3>
        <output>{judgement && <CaseStateMark state={stateOfCase(judgement.result)} />}</output>
      </div>
      {unfinished && <p className={classes['needed']}>{t('bench.unfinishedHere')}</p>}
      {judgement && <Judged writing={writing} judgement={judgement} onGo={onGo} />}
    </section>
  )
}

const Judged = ({ writing: { example, write }, judgement, onGo }: { readonly writing: CaseWriting; readonly judgement: CaseJudgement; readonly onGo: CaseResultsProps['onGo'] }) => {
  const { read } = useLanguage()
  const { assembly, result: { evaluation, issues }, cameOut } = judgement
  const writable = onGo !== undefined
  const explained = useMemo(() => evaluation && {
    explainResult: ({ id, member }: ResultName) => explain(evaluation, id, member),
    askWhyNot: ({ id, member }: ResultName, by: WhyNotBy) => whyNot(evaluation, id, { by, ...(member !== undefined && { member }) }),
  }, [evaluation])
  const record = useCallback((results: readonly CameOut[]): void => write((now) => ({ ...now, expect: results.reduce((expect, each) => withExpected(expect, each, each.value), now.expect) })), [write])
  const noteOf = useCallback((name: string, member?: string): ReactNode => {
    const came = cameOut.find((each) => each.name === name && each.member === member)
    if (!came) return null
    const expected = expectedValue(example.expect, came)
    if (expected === undefined && (!writable || !isWorthExpecting(came))) return null
    return <ExpectationNote came={came} expected={expected === undefined ? undefined : { value: expected, words: read(writeCaseResult(assembly, name, expected)) }} words={read(writeCaseResult(assembly, name, came.value))} onRecord={() => record([came])} />
  }, [cameOut, example.expect, writable, read, assembly, record])
  const surroundings = useMemo(() => ({ noteOf, opened: true, asks: () => true }), [noteOf])
  return (
    <>
      <Expectations assembly={assembly} example={example} cameOut={cameOut} {...(writable && { onExpect: (name, value) => write((now) => ({ ...now, expect: withExpected(now.expect, name, value) })), onRecord: record })} />
      {evaluation && explained
        ? <ResultSurroundingsContext value={surroundings}><ResultPanel assembly={assembly} result={evaluation.result} members={example.given.members ?? []} {...explained} onGo={onGo} /></ResultSurroundingsContext>
        : issues.map(({ message }) => <p key={message.vi} className={classes['wrong']}>{read(message)}</p>)}
    </>
  )
}
