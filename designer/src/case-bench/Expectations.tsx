import { ActionIcon, Button, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { expectableKinds, writeCaseResult, type Assembly, type CaseDocument, type Literal } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ChoiceBox } from '../ui/ChoiceBox.tsx'
import classes from './case-bench.module.css'
import { expectablesOf, expectedValue, isWorthExpecting, keyOfName, type Expectable, type ExpectedName } from './expectations.ts'
import { LiteralBox } from './LiteralBox.tsx'
import type { CameOut } from './use-case-judgement.ts'

interface ExpectationsProps {
  readonly assembly: Assembly
  readonly example: CaseDocument
  readonly cameOut: readonly CameOut[]
  /** Expects another value of a name, or nothing any more; absent where nothing can be changed. */
  readonly onExpect?: (name: ExpectedName, value: Literal | undefined) => void
  readonly onRecord?: (results: readonly CameOut[]) => void
}

/** What must come out, each beside what did; it can be taken over from what came out, or said before the rules say it. */
export const Expectations = ({ assembly, example, cameOut, onExpect, onRecord }: ExpectationsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const all = expectablesOf(assembly, example.given.members ?? [])
  const expected = all.filter((each) => expectedValue(example.expect, each) !== undefined)
  const others = cameOut.filter((each) => expectedValue(example.expect, each) === undefined)
  const main = others.filter(isWorthExpecting)
  return (
    <div className={classes['expectations']}>
      <h4>{t('bench.expected')}</h4>
      {expected.length === 0 && <p className={classes['needed']}>{t(onExpect ? 'bench.nothingExpected' : 'bench.nothingExpectedYet')}</p>}
      {expected.map((each) => <Line key={keyOfName(each)} assembly={assembly} expectable={each} expected={expectedValue(example.expect, each) ?? ''} came={cameOut.find((came) => keyOfName(came) === keyOfName(each))?.value} onExpect={onExpect} />)}
      {onRecord && (
        <Group gap="sm" mt="xs">
          {main.length > 0 && <Button size="compact-md" onClick={() => onRecord(main)}>{t('bench.recordAll')}</Button>}
          <div className={classes['more']}>
            <ChoiceBox label={t('bench.expectMore')} placeholder={t('bench.expectMore')} text="" onChoose={(key) => onRecord(others.filter((each) => keyOfName(each) === key))} choices={expectableKinds.flatMap((kind) => others.filter((each) => each.kind === kind).map((each) => ({
              key: keyOfName(each), label: read(each.title), hint: read(writeCaseResult(assembly, each.name, each.value)), group: t(`bench.kind.${kind}`),
            })))} />
          </div>
        </Group>
      )}
    </div>
  )
}

interface LineProps {
  readonly assembly: Assembly
  readonly expectable: Expectable
  readonly expected: Literal
  readonly came: Literal | undefined
  readonly onExpect: ExpectationsProps['onExpect']
}

/** One expectation; what came out stands below it where it is another. */
const Line = ({ assembly, expectable, expected, came, onExpect }: LineProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const title = read(expectable.title)
  const write = (value: Literal): string => read(writeCaseResult(assembly, expectable.name, value))
  const states = (['undetermined', 'not_applicable'] as const).map((code) => ({ code, title: write(code) }))
  const differs = came !== undefined && came !== expected
  return (
    <div className={classes['expectation']} data-differs={differs || undefined}>
      <span>{title}</span>
      {onExpect
        ? <Group gap={4} wrap="nowrap">
          <LiteralBox assembly={assembly} label={t('bench.expectedOf', { title })} kind={expectable} value={expected} states={states} onValue={(value) => onExpect(expectable, value)} />
          <ActionIcon variant="subtle" color="gray" aria-label={t('bench.unexpect', { title })} onClick={() => onExpect(expectable, undefined)}><IconX size={16} aria-hidden /></ActionIcon>
        </Group>
        : <strong>{write(expected)}</strong>}
      {differs && <span className={classes['wrong']}>{t('bench.cameInstead', { value: write(came) })}</span>}
    </div>
  )
}
