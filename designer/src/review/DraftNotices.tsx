import type { AssemblyLayers, HouseholdInput } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Submission } from '../api/contract.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { MoveAction } from './newer-rules/MoveAction.tsx'
import { NewerRulesNotice } from './newer-rules/NewerRulesNotice.tsx'
import { RulesNotice } from './RulesNotice.tsx'
import type { AnswersAutosave, AnswersState } from './use-autosave.ts'
import type { useDraftActions } from './use-draft-actions.ts'
import { layersOf, type Judging } from './use-judgement.ts'

interface DraftNoticesProps {
  readonly submission: Submission
  readonly layers: AssemblyLayers
  readonly state: AnswersState
  readonly autosave: AnswersAutosave
  readonly input: HouseholdInput
  readonly judging: Judging
  readonly actions: ReturnType<typeof useDraftActions>
  readonly onHold: (holding: boolean) => void
}

/** What stands between the officer and sending: another person's version, rules that cannot judge, rules published since. */
export const DraftNotices = ({ submission, layers, state, autosave, input, judging: { judgement, problem }, actions, onHold }: DraftNoticesProps) => {
  const { t } = useTranslation()
  const results = useMemo(() => (judgement ? layersOf(judgement).map(({ result }) => result) : []), [judgement])
  return (
    <>
      {state.theirs && <ConflictNotice assembly={layers.national} state={state} theirs={state.theirs} onLoad={actions.loadTheirs} onHold={onHold} onSettle={(answers) => void autosave.settle(answers)} />}
      {problem && <RulesNotice problem={problem} />}
      {submission.newer && (
        <NewerRulesNotice submission={submission} newer={submission.newer} layers={layers} results={results} input={input} advice={t('newer.moveAdvice')} action={<MoveAction actions={actions} />} />
      )}
    </>
  )
}
