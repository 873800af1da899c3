import {
  evaluateLayers, evaluationErrorText, formSet, formState, isEvaluationError, soundAnswers,
  type Assembly, type AssemblyLayers, type Evaluation, type FormState, type HouseholdInput, type Issue, type Moment, type Text,
} from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/browser'
import { useEffect, useRef, useState } from 'react'
import { afterClick } from '../ui/after-press.ts'

/** What the runtime says of the answers of one moment: the result, the questions not shown, and what is wrong. */
export interface Judgement {
  /** The national rules, which the form is of. */
  readonly assembly: Assembly
  readonly input: HouseholdInput
  readonly evaluation: Evaluation
  /** By the local rules, where there are any. */
  readonly local?: Evaluation
  readonly hidden: ReadonlySet<string>
  /** The facts the form shows, by the item that shows them. */
  readonly facts: FormState['facts']
  readonly issues: readonly Issue[]
  /** Questions to be answered before sending; shown when checking, never while typing. */
  readonly unanswered: readonly Issue[]
  /** Some answers are wrong in themselves, so they are neither judged nor saved. */
  readonly wrong: boolean
}

/** The evaluations of every layer there is, the national one first. */
export const layersOf = ({ evaluation, local }: Judgement): readonly Evaluation[] => [evaluation, ...(local ? [local] : [])]

const DELAY = 150

/** A wrong answer is judged as none; that it is wrong says enough. */
const withoutWrong = (unanswered: readonly Issue[], wrong: readonly Issue[]): readonly Issue[] => {
  const places = new Set(wrong.map(({ path }) => path.join('/')))
  return unanswered.filter(({ path }) => !places.has(path.join('/')))
}

/** Judges answers in the browser, by the code the server uses. Answers of a wrong type come out as issues. `attached` is as `formState` takes it. */
export const judge = async (layers: AssemblyLayers, form: string, input: HouseholdInput, moment: Moment, attached?: ReadonlySet<string>): Promise<Judgement> => {
  const assembly = layers.national
  const typed = checkInput(assembly.common, input)
  const sound = { ...input, ...soundAnswers({ household: input.household ?? {}, members: input.members ?? [] }, typed) }
  const [{ national: evaluation, local }, state] = await Promise.all([evaluateLayers(layers, { input: sound, moment }), formState(formSet(assembly, form, layers.contributors), sound, moment, attached)])
  return { assembly, input, evaluation, ...(local && { local }), hidden: new Set(state.hidden), facts: state.facts, issues: [...typed, ...state.issues], unanswered: withoutWrong(state.unanswered, typed), wrong: typed.length > 0 }
}

/** The latest judgement there is, and why there is none of the answers as they stand. */
export interface Judging {
  readonly judgement?: Judgement
  /** The rules cannot be applied to these answers; the last judgement says which questions to show. */
  readonly problem?: Text
}

/** Keeps the judgement of the answers up to date while they are typed; the latest answers win. */
export const useJudgement = (layers: AssemblyLayers, form: string, input: HouseholdInput, moment: Moment, attached: ReadonlySet<string> | undefined): Judging => {
  const [judging, setJudging] = useState<Judging>({})
  const [failure, setFailure] = useState<unknown>()
  const judged = useRef<AssemblyLayers>(undefined)
  useEffect(() => {
    let current = true
    const fail = (error: unknown) => afterClick(() => {
      if (!current) return
      if (isEvaluationError(error)) setJudging(({ judgement }) => ({ ...(judgement && { judgement }), problem: evaluationErrorText(layers.local ?? layers.national, error) }))
      else setFailure(error)
    })
    const run = () => {
      judged.current = layers
      judge(layers, form, input, moment, attached).then((judgement) => afterClick(() => current && setJudging({ judgement })), fail)
    }
    const timer = setTimeout(run, judged.current === layers ? DELAY : 0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [layers, form, input, moment, attached])
  if (failure !== undefined) throw failure
  return judging
}
