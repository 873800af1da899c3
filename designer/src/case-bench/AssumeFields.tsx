import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { assumableResults, memberTitle, type CaseDocument, type GivenResult, type Literal } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ChoiceBox } from '../ui/ChoiceBox.tsx'
import classes from './case-bench.module.css'
import { withExpected } from './expectations.ts'
import { LiteralBox } from './LiteralBox.tsx'
import type { CaseWriting } from './use-case-writing.ts'

interface Assumed {
  readonly name: string
  readonly member?: string
}

const assumedOf = ({ assume = {} }: CaseDocument): readonly (Assumed & { readonly value: Literal })[] =>
  Object.entries(assume).flatMap(([name, value]) => (typeof value === 'object' ? Object.entries(value).map(([member, each]) => ({ name, member, value: each })) : [{ name, value }]))

const withAssumed = (example: CaseDocument, of: Assumed, value: Literal | undefined): CaseDocument => {
  const { assume = {}, ...rest } = example
  const next = withExpected(assume, of, value)
  return Object.keys(next).length === 0 ? rest : { ...rest, assume: next }
}

/** What is put in place of being computed: a fact, a result or a rule. */
export const AssumeFields = ({ writing: { example, write } }: { readonly writing: CaseWriting }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly } = useDraft()
  const [chosen, setChosen] = useState<Assumed>()
  const { members = [] } = example.given
  const offered = assumableResults(assembly)
  const kindOf = (name: string): GivenResult | undefined => offered.find((each) => each.name === name)
  const titleOf = ({ name, member }: Assumed): string => {
    const title = kindOf(name)?.title
    const words = title ? read(title) : name
    return member === undefined ? words : `${words} – ${read(memberTitle(assembly, members, member))}`
  }
  const already = assumedOf(example)
  const set = (of: Assumed, value: Literal | undefined): void => {
    write((now) => withAssumed(now, of, value))
    setChosen(undefined)
  }
  const begun = chosen && kindOf(chosen.name)
  return (
    <section className={classes['beside']} aria-labelledby="bench-assume">
      <h3 id="bench-assume">{t('bench.assume')}</h3>
      <p className={classes['quiet']}>{t('bench.assumeHelp')}</p>
      {already.map(({ value, ...of }) => (
        <div key={`${of.name} ${of.member ?? ''}`} className={classes['assumed']}>
          <span>{titleOf(of)}</span>
          <LiteralBox assembly={assembly} label={titleOf(of)} kind={kindOf(of.name) ?? { type: undefined }} value={value} onValue={(next) => set(of, next)} />
          <ActionIcon variant="subtle" color="gray" aria-label={t('bench.assumeRemove', { title: titleOf(of) })} onClick={() => set(of, undefined)}><IconX size={16} aria-hidden /></ActionIcon>
        </div>
      ))}
      <div className={classes['assumed']}>
        <ChoiceBox
          label={t('bench.assumeAdd')} placeholder={t('bench.assumeAdd')} text={chosen ? titleOf({ name: chosen.name }) : ''}
          choices={offered.filter(({ ofMembers }) => !ofMembers || members.length > 0).map(({ name, title }) => ({ key: name, label: read(title), group: '' }))}
          onChoose={(name) => setChosen({ name, ...(kindOf(name)?.ofMembers && members[0] && { member: members[0].id }) })}
        />
        {begun?.ofMembers && <Select aria-label={t('bench.member')} data={members.map(({ id }) => ({ value: id, label: read(memberTitle(assembly, members, id)) }))} value={chosen?.member ?? null} onChange={(member) => member !== null && setChosen({ name: begun.name, member })} allowDeselect={false} />}
        {begun && <LiteralBox assembly={assembly} label={t('bench.assumeValue', { title: read(begun.title) })} kind={begun} value={undefined} onValue={(value) => set(chosen, value)} />}
      </div>
    </section>
  )
}
