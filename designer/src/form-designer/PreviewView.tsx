import { NativeSelect, SegmentedControl } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { checkRelease, explain, formSetAround, whyNot, type CaseDocument, type FormDocument, type Question, type ResultName } from '@tieuchi/runtime'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { withForm } from '../case-bench/bench-form.ts'
import { useCaseJudgement, type CaseJudgement, type CaseJudging } from '../case-bench/use-case-judgement.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { Findings } from '../findings/Findings.tsx'
import { ResultPanel } from '../results/ResultPanel.tsx'
import type { WhyNotBy } from '../results/result-panel-props.ts'
import classes from './form-designer.module.css'
import { PhoneFrame } from './PhoneFrame.tsx'
import { PrintDraftForm } from './PrintDraftForm.tsx'
import { PreviewForm, type PreviewState } from './PreviewForm.tsx'

const devices = ['desktop', 'phone'] as const
type Device = (typeof devices)[number]

const blank = (at: string): CaseDocument => ({ id: 'preview', title: { vi: '', en: '' }, at, given: { household: {}, members: [] }, expect: {} })

const begin = (example: CaseDocument): PreviewState => ({ example, section: undefined, target: undefined })

/** What was entered in a preview, by draft and form: one goes back and forth between it and what is designed. */
const tried = new Map<string, { readonly begun: string; readonly state: PreviewState }>()

/** The form as officers will fill it in, judged by the rules as they are in this draft, on a computer or a phone. */
export const PreviewView = ({ form }: { readonly form: FormDocument }) => {
  const { t } = useTranslation()
  const { common: { extended }, others, state: { document: { release } } } = useDraft()
  const errors = useMemo(() => checkRelease(extended, { ...release, forms: [form] }, others).filter(({ severity, path }) => severity === 'error' && path[0] === 'forms'), [extended, release, form, others])
  if (errors.length > 0) return <><p className={classes['needed']}>{t('design.previewUnsound')}</p><Findings issues={errors} /></>
  return <SoundPreview form={form} />
}

const SoundPreview = ({ form }: { readonly form: FormDocument }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly, common: { extended }, draft, others, state: { document: { release, valid_from: from } }, today } = useDraft()
  const { cases } = assembly.release
  const [device, setDevice] = useState<Device>('desktop')
  const place = `${draft.id} ${form.id}`
  const [begun, setBegun] = useState(() => tried.get(place)?.begun ?? '')
  const [state, setState] = useState(() => tried.get(place)?.state ?? begin(blank(from ?? today)))
  useEffect(() => void tried.set(place, { begun, state }), [place, begun, state])
  const own = useMemo(() => withForm(assembly, form), [assembly, form])
  const set = useMemo(() => formSetAround(assembly, form), [assembly, form])
  const judging = useCaseJudgement(own, others, state.example, set)
  const onState = useCallback((change: Partial<PreviewState>) => setState((before) => ({ ...before, ...change })), [])
  const choose = (id: string): void => {
    setBegun(id)
    setState(begin(cases.find((each) => each.id === id) ?? blank(from ?? today)))
  }
  const shown = useMemo(
    () => ({ common: extended, release, others, form, example: state.example, begun, target: state.target, language }),
    [extended, release, others, form, state.example, begun, state.target, language],
  )
  return (
    <>
      <div className={classes['previewTools']}>
        <NativeSelect label={t('design.previewWith')} value={begun} onChange={(event) => choose(event.currentTarget.value)} data={[{ value: '', label: t('design.previewBlank') }, ...cases.map(({ id, title }) => ({ value: id, label: read(title) }))]} maw={440} />
        <SegmentedControl
          aria-label={t('design.device')}
          value={device}
          onChange={(next) => setDevice(devices.find((each) => each === next) ?? 'desktop')}
          data={[
            { value: 'desktop', label: <Labelled icon={IconDeviceDesktop} text={t('design.device.desktop')} /> },
            { value: 'phone', label: <Labelled icon={IconDeviceMobile} text={t('design.device.phone')} /> },
          ]}
        />
        <PrintDraftForm form={form.id} />
      </div>
      <div className={classes['preview']}>
        {device === 'phone'
          ? <PhoneFrame shown={shown} onAnswered={(example) => onState({ example })} />
          : <div className={classes['paper']}><PreviewForm key={begun} own={own} form={set} state={state} judging={judging} onState={onState} /></div>}
        <PreviewAside judging={judging} onGo={(question) => onState({ target: { ...question } })} />
      </div>
    </>
  )
}

const Labelled = ({ icon: Shown, text }: { readonly icon: typeof IconDeviceDesktop; readonly text: string }) => <span className={classes['labelled']}><Shown size={16} aria-hidden /> {text}</span>

const PreviewAside = ({ judging: { judgement, unfinished }, onGo }: { readonly judging: CaseJudging; readonly onGo: (question: Question) => void }) => {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="preview-results">
      <h3 id="preview-results">{t('result.soFar')}</h3>
      {unfinished && <p className={classes['quiet']}>{t('bench.unfinishedHere')}</p>}
      {judgement && <PreviewResults judgement={judgement} onGo={onGo} />}
    </section>
  )
}

const PreviewResults = ({ judgement: { assembly, example, result: { evaluation } }, onGo }: { readonly judgement: CaseJudgement; readonly onGo: (question: Question) => void }) => {
  const explained = useMemo(() => evaluation && {
    explainResult: ({ id, member }: ResultName) => explain(evaluation, id, member),
    askWhyNot: ({ id, member }: ResultName, by: WhyNotBy) => whyNot(evaluation, id, { by, ...(member !== undefined && { member }) }),
  }, [evaluation])
  if (!evaluation || !explained) return null
  return <ResultPanel assembly={assembly} result={evaluation.result} members={example.given.members ?? []} {...explained} onGo={onGo} />
}
