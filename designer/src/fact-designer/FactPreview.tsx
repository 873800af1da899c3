import { Button, Modal, NativeSelect, Stack } from '@mantine/core'
import { formatValue, interpretCase, readExpected, type Assembly, type CaseDocument, type FactPiece, type Literal } from '@tieuchi/runtime'
import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { FindHousehold } from '../case-bench/FindHousehold.tsx'
import { caseOfRegister } from '../case-bench/register-case.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './fact-designer.module.css'

interface Previewed {
  /** Absent: the household as a whole. */
  readonly member?: string
  readonly value: Literal | undefined
}

const withPiece = (assembly: Assembly, piece: FactPiece): Assembly => ({
  ...assembly, pieces: new Map([...assembly.pieces].map(([id, each]) => [id, id === piece.id ? { ...each, piece } : each])),
})

const preview = async (assembly: Assembly, piece: FactPiece, example: CaseDocument): Promise<readonly Previewed[]> => {
  const interpreter = interpretCase(withPiece(assembly, piece), example)
  if (piece.of !== 'members') return [{ value: await readExpected(interpreter, piece.id) }]
  return Promise.all((example.given.members ?? []).map(async ({ id }) => ({ member: String(id), value: await readExpected(interpreter, piece.id, String(id)) })))
}

/** Cases looked through for one that tells something. */
const LOOKED_AT = 150

/** The first case that something comes out for; of those that leave all open, the first. */
const tellingCase = async (assembly: Assembly, piece: FactPiece): Promise<CaseDocument | undefined> => {
  for (const example of assembly.release.cases.slice(0, LOOKED_AT)) {
    const results = await preview(assembly, piece, example)
    if (results.some(({ value }) => value !== undefined && value !== 'undetermined' && value !== 'not_applicable')) return example
  }
  return assembly.release.cases[0]
}

/** Under this name stands the household of the register among the cases. */
const ofRegister = 'register'

/** What a calculation comes to for the household of a case, or one of the register, as it is typed. */
export const FactPreview = ({ piece }: { readonly piece: FactPiece }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly, permissions } = useDraft()
  const [taken, setTaken] = useState<CaseDocument>()
  const [finding, setFinding] = useState(false)
  const examples = [...(taken ? [taken] : []), ...assembly.release.cases]
  const [chosen, setChosen] = useState<string>()
  const told = useTold(piece, taken, chosen)
  const write = (value: Literal | undefined): string => {
    if (value === undefined || value === 'undetermined') return t('fact.undetermined')
    if (value === 'not_applicable') return t('fact.notApplicable')
    return typeof value === 'boolean' ? t(value ? 'build.yes' : 'build.no') : formatValue(value, { unit: piece.unit, list: piece.list, lists: assembly.lists, language })
  }
  return (
    <div className={classes['preview']}>
      <div className={classes['tried']}>
        {examples.length === 0
          ? <p className={classes['quiet']}>{t('fact.noCases')}</p>
          : <NativeSelect label={t('fact.preview')} value={told?.example.id ?? ''} onChange={(event) => setChosen(event.currentTarget.value)} data={examples.map(({ id, title }) => ({ value: id, label: read(title) }))} />}
        {permissions.includes('drafts.write') && <Button variant="default" onClick={() => setFinding(true)}>{t('bench.fromRegister')}</Button>}
      </div>
      <output aria-live="polite">
        {told?.results.map(({ member, value }, index) => <div key={member ?? ''}>{member === undefined ? t('fact.comesTo') : t('fact.memberComesTo', { number: index + 1 })} <strong>{write(value)}</strong></div>)}
      </output>
      {finding && (
        <Modal opened onClose={() => setFinding(false)} title={t('bench.fromRegister')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
          <Stack gap="md">
            <FindHousehold onTaken={(household) => {
              setTaken(caseOfRegister(ofRegister, household))
              setChosen(ofRegister)
              setFinding(false)
            }} />
          </Stack>
        </Modal>
      )}
    </div>
  )
}

interface Told {
  readonly example: CaseDocument
  readonly results: readonly Previewed[]
}

/** What it comes to for what was chosen, else for the first case that tells something; a moment behind the keys. */
const useTold = (piece: FactPiece, taken: CaseDocument | undefined, chosen: string | undefined): Told | undefined => {
  const { assembly } = useDraft()
  const [telling, setTelling] = useState<string>()
  const [told, setTold] = useState<Told>()
  const [shown, within] = [useDeferredValue(piece), useDeferredValue(assembly)]
  useEffect(() => {
    let current = true
    const tell = async (): Promise<void> => {
      const named = chosen !== undefined && chosen === taken?.id ? taken : within.release.cases.find(({ id }) => id === (chosen ?? telling))
      const example = named ?? (await tellingCase(within, shown))
      if (current && chosen === undefined) setTelling(example?.id)
      if (example && current) setTold({ example, results: await preview(within, shown, example) })
    }
    // A calculation that is not finished comes to nothing.
    tell().catch(() => current && setTold((before) => before && { ...before, results: [] }))
    return () => {
      current = false
    }
  }, [chosen, telling, taken, shown, within])
  return told
}
