import { assumableResults, formatValue, memberTitle, recordedOutcomes, type Assembly, type CaseDocument } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { CaseAnswers } from '../elements/CaseText.tsx'
import elements from '../elements/elements.module.css'
import { formatDay } from '../ui/day-text.ts'

/** What is given in a case, to be read: the answers, and what no form asks. */
export const GivenText = ({ assembly, example }: { readonly assembly: Assembly; readonly example: CaseDocument }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { given: { history, members = [] }, assume = {} } = example
  const outcomes = recordedOutcomes(assembly, (history ?? []).map(({ programme, outcome }) => `${programme}.${outcome}`))
  const decisions = (history ?? []).map(({ programme, outcome, value, from, to }) => {
    const of = outcomes.find(({ name }) => name === `${programme}.${outcome}`)
    const written = value === undefined ? t('result.undetermined') : formatValue(value, { list: of?.list, unit: of?.unit, lists: assembly.lists, language })
    return `${of ? read(of.title) : outcome}: ${written}, ${t(to === undefined ? 'bench.history.since' : 'bench.history.during', { from: formatDay(from), to: formatDay(to ?? from) })}`
  })
  const offered = assumableResults(assembly)
  const assumed = Object.entries(assume).flatMap(([name, value]) => {
    const of = offered.find((each) => each.name === name)
    const options = { list: of?.list, unit: of?.unit, lists: assembly.lists, language }
    const title = of ? read(of.title) : name
    if (typeof value !== 'object') return [`${title}: ${formatValue(value, options)}`]
    return Object.entries(value).map(([member, each]) => `${title} – ${read(memberTitle(assembly, members, member))}: ${formatValue(each, options)}`)
  })
  return (
    <dl className={elements['facts']}>
      <CaseAnswers assembly={assembly} example={example} />
      {history && <Lines title={t('bench.history')} lines={decisions.length === 0 ? [t('bench.history.none')] : decisions} />}
      {assumed.length > 0 && <Lines title={t('bench.assume')} lines={assumed} />}
    </dl>
  )
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <><dt>{title}</dt><dd><ul className={elements['plain']}>{lines.map((line) => <li key={line}>{line}</li>)}</ul></dd></>
)
