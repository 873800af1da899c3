import { checkRelease, formSet, formState, momentOfCase, readExpected, runCase, soundAnswers, type Assembly, type CaseDocument, type CaseResult, type FormSet, type FormState, type Issue, type Literal, type Release } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/browser'
import { useEffect, useRef, useState } from 'react'
import { expectablesOf, type Expectable } from './expectations.ts'

/** Something that came out, as a case can expect it. */
export interface CameOut extends Expectable {
  readonly value: Literal
}

/** What the rules make of a case as it stands on the bench. */
export interface CaseJudgement {
  readonly example: CaseDocument
  readonly assembly: Assembly
  readonly result: CaseResult
  readonly cameOut: readonly CameOut[]
  /** What not to show of the form. */
  readonly hidden: ReadonlySet<string>
  /** The facts the form shows. */
  readonly facts: FormState['facts']
  /** Answers of the wrong kind, and checks of the form that fail. */
  readonly issues: readonly Issue[]
}

/** The newest judgement, and whether the rules as they are now cannot judge anybody. */
export interface CaseJudging {
  readonly judgement?: CaseJudgement
  readonly unfinished?: boolean
}

const DELAY = 120

export interface CaseQuestion {
  /** With the form of the bench as its only one. */
  readonly assembly: Assembly
  /** The form it is filled in by; absent: the only one of the assembly. */
  readonly form?: FormSet | undefined
  readonly others: Readonly<Record<string, Release>>
  readonly example: CaseDocument
}

const cameOutOf = async (assembly: Assembly, { given }: CaseDocument, { evaluation }: CaseResult): Promise<readonly CameOut[]> => {
  if (!evaluation) return []
  const all = await Promise.all(expectablesOf(assembly, given.members ?? []).map(async (each) => ({ ...each, value: await readExpected(evaluation.interpreter, each.name, each.member) })))
  return all.flatMap(({ value, ...each }) => (value === undefined ? [] : [{ ...each, value }]))
}

/** Judges a case in the browser by the code the server uses; undefined where the draft has errors. */
export const judgeCase = async ({ assembly, form, others, example }: CaseQuestion): Promise<CaseJudgement | undefined> => {
  if (checkRelease(assembly.common, assembly.release, others).some(({ severity }) => severity === 'error')) return undefined
  const { household = {}, members = [] } = example.given
  const typed = checkInput(assembly.common, example.given)
  const sound = typed.length === 0 ? example : { ...example, given: { ...example.given, ...soundAnswers({ household, members }, typed) } }
  const [result, state] = await Promise.all([runCase(assembly, sound), formState(form ?? formSet(assembly, assembly.release.forms[0]?.id ?? ''), sound.given, momentOfCase(sound))])
  return { example, assembly, result, cameOut: await cameOutOf(assembly, sound, result), hidden: new Set(state.hidden), facts: state.facts, issues: [...typed, ...state.issues] }
}

/** Keeps the judgement of a case up to date while it is written; the latest wins, and what was known stays until then. */
export const useCaseJudgement = (assembly: Assembly, others: CaseQuestion['others'], example: CaseDocument, form?: FormSet): CaseJudging => {
  const [judging, setJudging] = useState<CaseJudging>({})
  const begun = useRef(false)
  useEffect(() => {
    let current = true
    const run = (): void => {
      begun.current = true
      // A document that has not the form of a release yet cannot judge anybody either.
      judgeCase({ assembly, form, others, example }).catch(() => undefined).then(
        (judgement) => current && setJudging((before) => (judgement ? { judgement } : { ...before, unfinished: true })),
        () => undefined,
      )
    }
    const timer = setTimeout(run, begun.current ? DELAY : 0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [assembly, form, others, example])
  return judging
}
