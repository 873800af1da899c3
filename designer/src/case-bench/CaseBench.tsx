import { formSet, generateForm, type CaseDocument, type Question } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import type { JumpTarget } from '../review/draft-form-props.ts'
import { sectionOf } from '../review/places.ts'
import { AssumeFields } from './AssumeFields.tsx'
import { BenchForm } from './BenchForm.tsx'
import { benchForm, withForm } from './bench-form.ts'
import { BenchHead } from './BenchHead.tsx'
import classes from './case-bench.module.css'
import { CaseResults } from './CaseResults.tsx'
import { GivenText } from './GivenText.tsx'
import { HistoryFields } from './HistoryFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { afterPress } from '../ui/after-press.ts'
import { useCaseJudgement } from './use-case-judgement.ts'
import { useCaseWriting, type CaseWriting } from './use-case-writing.ts'

/** One case of the draft: what is given on the left, as officers are asked it, and what the rules make of it on the right. */
export const CaseBench = ({ stored }: { readonly stored: CaseDocument }) => {
  const { assembly, others, writable } = useDraft()
  const { language } = useLanguage()
  const writing = useCaseWriting(stored)
  const { example } = writing
  const { forms } = assembly.release
  const [formId, setFormId] = useState(forms[0]?.id)
  const answered = fieldNames(example)
  const own = useMemo(
    () => withForm(assembly, benchForm(assembly, example.given, forms.find(({ id }) => id === formId))),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- of what is given only which questions have an answer plays a part
    [assembly, forms, formId, answered],
  )
  const form = useMemo(() => generateForm(formSet(own, own.release.forms[0]?.id ?? ''), language), [own, language])
  const judging = useCaseJudgement(own, others, example)
  const [section, setSection] = useState(form.sections[0]?.id ?? '')
  const [target, setTarget] = useState<JumpTarget>()
  const go = (question: Question): void => {
    setSection((current) => sectionOf(form, question) ?? current)
    setTarget({ ...question })
  }
  const shown = form.sections.some(({ id }) => id === section) ? section : (form.sections[0]?.id ?? '')
  return (
    <div className={classes['bench']} data-wide onBlur={() => afterPress(writing.leave)}>
      <div className={classes['given']}>
        {writable
          ? <>
            <BenchHead writing={writing} form={formId} onForm={setFormId} />
            <BenchForm own={own} form={form} writing={writing} judging={judging} section={shown} onSection={setSection} target={target} onTarget={setTarget} />
            <BesideForm writing={writing} />
          </>
          : <GivenText assembly={assembly} example={example} />}
      </div>
      <CaseResults writing={writing} judging={judging} {...(writable && { onGo: go })} />
    </div>
  )
}

/** What no form asks. */
const BesideForm = ({ writing }: { readonly writing: CaseWriting }) => <><PlaceFields writing={writing} /><HistoryFields writing={writing} /><AssumeFields writing={writing} /></>

/** The questions that a case answers, as one text. */
const fieldNames = ({ given: { household = {}, members = [], unit = {} } }: CaseDocument): string =>
  [...new Set([household, unit, ...members].flatMap((answers) => Object.keys(answers)))].toSorted().join(' ')
