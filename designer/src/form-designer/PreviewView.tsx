import { NativeSelect, SegmentedControl } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { explain, generateForm, whyNot, type Assembly, type CaseDocument, type FormDocument, type Question, type ResultName } from '@tieuchi/runtime'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { answersOf, withAnswers } from '../case-bench/case-content.ts'
import { withForm } from '../case-bench/bench-form.ts'
import { useCaseJudgement, type CaseJudgement } from '../case-bench/use-case-judgement.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ResultPanel } from '../results/ResultPanel.tsx'
import type { WhyNotBy } from '../results/result-panel-props.ts'
import { DraftForm } from '../review/DraftForm.tsx'
import type { JumpTarget } from '../review/draft-form-props.ts'
import { placeIssues, sectionOf } from '../review/places.ts'
import type { AnswerStore } from '../review/use-answer-changes.ts'
import { useUnreadableAnswers } from '../review/use-unreadable-answers.ts'
import classes from './form-designer.module.css'

const devices = ['desktop', 'phone'] as const
type Device = (typeof devices)[number]

const blank = (at: string): CaseDocument => ({ id: 'preview', title: { vi: '', en: '' }, at, given: { household: {}, members: [] }, expect: {} })

/** The form as officers will fill it in, by the same code, with the rules as they are in this draft. Nothing entered here is kept. */
export const PreviewView = ({ form }: { readonly form: FormDocument }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, state: { document: { valid_from: from } }, today } = useDraft()
  const { cases } = assembly.release
  const [device, setDevice] = useState<Device>('desktop')
  const [chosen, setChosen] = useState('')
  const [example, setExample] = useState(() => blank(from ?? today))
  const choose = (id: string): void => {
    setChosen(id)
    setExample(cases.find((each) => each.id === id) ?? blank(from ?? today))
  }
  return (
    <>
      <div className={classes['previewTools']}>
        <NativeSelect label={t('design.previewWith')} value={chosen} onChange={(event) => choose(event.currentTarget.value)} data={[{ value: '', label: t('design.previewBlank') }, ...cases.map(({ id, title }) => ({ value: id, label: read(title) }))]} maw={440} />
        <SegmentedControl
          aria-label={t('design.device')}
          value={device}
          onChange={(next) => setDevice(devices.find((each) => each === next) ?? 'desktop')}
          data={[
            { value: 'desktop', label: <Labelled icon={IconDeviceDesktop} text={t('design.device.desktop')} /> },
            { value: 'phone', label: <Labelled icon={IconDeviceMobile} text={t('design.device.phone')} /> },
          ]}
        />
      </div>
      <FilledPreview key={chosen} assembly={assembly} form={form} device={device} example={example} onExample={setExample} />
    </>
  )
}

const Labelled = ({ icon: Shown, text }: { readonly icon: typeof IconDeviceDesktop; readonly text: string }) => <span className={classes['labelled']}><Shown size={16} aria-hidden /> {text}</span>

interface FilledPreviewProps {
  readonly assembly: Assembly
  readonly form: FormDocument
  readonly device: Device
  readonly example: CaseDocument
  readonly onExample: (example: CaseDocument) => void
}

const FilledPreview = ({ assembly, form, device, example, onExample }: FilledPreviewProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { draft, others } = useDraft()
  const own = useMemo(() => withForm(assembly, form), [assembly, form])
  const generated = useMemo(() => generateForm(own, form.id, language), [own, form.id, language])
  const judging = useCaseJudgement(own, others, example)
  const [section, setSection] = useState(generated.sections[0]?.id ?? '')
  const [target, setTarget] = useState<JumpTarget>()
  const unreadable = useUnreadableAnswers('preview', `${draft.id}.${form.id}`)
  const answers = useMemo(() => answersOf(example.given), [example.given])
  const latest = useRef(example)
  const store = useMemo((): AnswerStore => ({
    getState: () => ({ content: answersOf(latest.current.given) }),
    change: (next) => {
      latest.current = withAnswers(latest.current, next)
      onExample(latest.current)
    },
  }), [onExample])
  const issues = useMemo(() => placeIssues([...unreadable.issues(answers.members), ...(judging.judgement?.issues ?? [])], answers.members), [unreadable, answers, judging.judgement])
  const shown = generated.sections.some(({ id }) => id === section) ? section : (generated.sections[0]?.id ?? '')
  const go = (question: Question): void => {
    setSection(sectionOf(generated, question) ?? shown)
    setTarget({ ...question })
  }
  return (
    <div className={classes['preview']}>
      <div className={classes['paper']} data-device={device}>
        <DraftForm assembly={own} form={generated} answers={answers} known={undefined} hidden={judging.judgement?.hidden} facts={judging.judgement?.facts} issues={issues} section={shown} target={target} onSection={setSection} onTarget={setTarget} store={store} unreadable={unreadable} />
      </div>
      <section aria-labelledby="preview-results">
        <h3 id="preview-results">{t('bench.results')}</h3>
        {judging.unfinished && <p className={classes['quiet']}>{t('bench.unfinishedHere')}</p>}
        {judging.judgement && <PreviewResults judgement={judging.judgement} onGo={go} />}
      </section>
    </div>
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
