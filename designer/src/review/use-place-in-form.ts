import type { GeneratedForm, Question } from '@tieuchi/runtime'
import { useCallback, useState } from 'react'
import type { JumpTarget } from './draft-form-props.ts'
import { sectionOf } from './places.ts'

/** The section that is open and the question to stand at, and how to get to one wherever it is. */
export const usePlaceInForm = (form: GeneratedForm) => {
  const [section, setSection] = useState(form.sections[0]?.id ?? '')
  const [target, setTarget] = useState<JumpTarget>()
  const go = useCallback((question: Question) => {
    setSection((current) => sectionOf(form, question) ?? current)
    setTarget({ ...question })
  }, [form])
  return { section, setSection, target, setTarget, go }
}
