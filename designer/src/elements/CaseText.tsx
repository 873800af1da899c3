import { formatOfField, memberTitle, momentOfCase, writeAnswer, type Answers, type Assembly, type CaseDocument } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useExpectedWords } from './use-expected-words.ts'
import { formatDay } from '../ui/day-text.ts'
import classes from './elements.module.css'

/** What a case says but for its expectation: a proposed one has none yet. */
export type CaseGiven = Omit<CaseDocument, 'expect'>

/** A worked example: the day, the answers given, and what must come out. */
export const CaseText = ({ assembly, example }: { readonly assembly: Assembly; readonly example: CaseDocument }) => {
  const { t } = useTranslation()
  return (
    <dl className={classes['facts']}>
      <CaseAnswers assembly={assembly} example={example} />
      <dt>{t('case.expected')}</dt><dd><Expected assembly={assembly} example={example} /></dd>
    </dl>
  )
}

/** The day and the answers of a case, as terms of a list. */
export const CaseAnswers = ({ assembly, example }: { readonly assembly: Assembly; readonly example: CaseGiven }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { household = {}, members = [], unit = {} } = example.given
  const lines = (answers: Answers): readonly string[] => Object.entries(answers).map(([id, answer]) => {
    const schema = assembly.fields.get(id)?.schema
    const written = writeAnswer(answer, { ...formatOfField(schema), lists: assembly.lists, language })
    return `${schema ? read(schema['x-label']) : id}: ${written}`
  })
  const shared = [...lines(unit), ...lines(household)]
  return (
    <>
      <dt>{t('case.day')}</dt><dd>{formatDay(momentOfCase(example).law_at)}</dd>
      {shared.length > 0 && <><dt>{t('case.household')}</dt><dd><Lines lines={shared} /></dd></>}
      {members.map((member) => {
        const { id, ...answers } = member
        return <div key={id} className={classes['pair']}><dt>{read(memberTitle(assembly, members, id))}</dt><dd><Lines lines={lines(answers)} /></dd></div>
      })}
    </>
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => <ul className={classes['plain']}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>

const Expected = ({ assembly, example }: { readonly assembly: Assembly; readonly example: CaseDocument }) => <Lines lines={useExpectedWords(assembly)(example)} />
