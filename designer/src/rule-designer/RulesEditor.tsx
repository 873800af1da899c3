import { Button, TextInput } from '@mantine/core'
import { IconClipboard, IconPlus } from '@tabler/icons-react'
import { proseOfPiece, suggestCode, type Rule, type RulesPiece } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { DragArea } from '../drag/DragArea.tsx'
import { Findings } from '../findings/Findings.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { randomId } from '../ui/random-id.ts'
import { matchesSearch } from '../ui/search-text.ts'
import { isUnwritten, unwritten, withFreshIds } from './condition-edits.ts'
import { NewRuleField } from './NewRuleField.tsx'
import { PieceTitle } from './PieceTitle.tsx'
import { RemovePiece } from './RemovePiece.tsx'
import { RuleCard } from './RuleCard.tsx'
import classes from './rule-designer.module.css'
import { useCopied, useCopy } from './use-copy.ts'

/** From this many rules on one looks for them by a word. */
const MANY = 8

/** After its title comes its condition. */
const focusRule = (id: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(id)}"] [data-add]`)?.focus())
}

/** What a rule that comes to a set says of itself: as the others, which may give their own code too. */
const eventFor = (rules: RulesPiece['rules'], id: string, { type, params }: Rule['event'] = { type: rules[0]?.event.type ?? 'met' }): Rule['event'] => {
  const ofEach = Object.keys(rules[0]?.event.params ?? {}).filter((name) => rules.every((rule) => rule.event.params?.[name] === rule.id))
  const said = { ...params, ...Object.fromEntries(ofEach.map((name) => [name, id])) }
  return { type, ...(Object.keys(said).length > 0 && { params: said }) }
}

/** The rules of a set, each opened in its place to be changed. */
export const RulesEditor = ({ piece }: { readonly piece: RulesPiece }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor } = useDraft()
  const findings = useFindings()({ kind: 'piece', id: piece.id })
  const [opened, setOpened] = useState<string>()
  const [search, setSearch] = useState('')
  const [naming, setNaming] = useState(false)
  const copied = useCopied()
  const { bring } = useCopy(assembly)
  const { rules } = piece
  const index = assembly.release.logic.findIndex(({ id }) => id === piece.id)
  const add = (rule: Omit<Rule, 'id' | 'event'> & Partial<Pick<Rule, 'event'>>, at: number, along = {}): void => {
    const id = suggestCode(rule.title.en || rule.title.vi, (code) => rules.some((each) => each.id === code)) || `rule_${rules.length + 1}`
    editor.perform({ name: 'rule.add', args: { set: piece.id, rule: { ...rule, id, event: eventFor(rules, id, rule.event) }, at, along } })
    setSearch('')
    setOpened(id)
    focusRule(id)
  }
  const addNew = (title: string): void => {
    setNaming(false)
    add({ title: { vi: title, en: title }, conditions: unwritten }, rules.length)
  }
  const paste = (): void => {
    if (!copied) return
    const { condition, rule, along } = bring(copied)
    add({ title: copied.title, ...rule, conditions: withFreshIds(condition, randomId) }, rules.length, along)
  }
  const drop = (dragged: unknown, onto: unknown): void => {
    const from = rules.findIndex(({ id }) => id === dragged)
    const to = Number(onto) > from ? Number(onto) - 1 : Number(onto)
    if (to !== from) editor.perform({ name: 'rule.move', args: { set: piece.id, rule: String(dragged), to } })
  }
  const sentences = useMemo(() => proseOfPiece(assembly, piece.id).items, [assembly, piece.id])
  const shown = rules.filter((rule) => matchesSearch(`${rule.title.vi} ${rule.title.en}`, search))
  return (
    <>
      <PieceTitle piece={piece} />
      <Findings issues={findings.filter(({ path }) => path[2] !== 'rules' || path.length < 4)} />
      {rules.length >= MANY && <TextInput label={t('rules.search')} value={search} onChange={(change) => setSearch(change.currentTarget.value)} maw={320} mb="md" type="search" />}
      {rules.length === 0 && <EmptyList title={t('rules.noRules')} text={t('rules.noRulesText')} />}
      <DragArea onDrop={drop}>
        <ol className={classes['rules']} aria-label={read(piece.title)}>
          {shown.map((rule) => {
            const at = rules.indexOf(rule)
            return (
              <RuleCard
                key={rule.id}
                piece={piece}
                rule={rule}
                at={at}
                sentence={isUnwritten(rule.conditions) ? undefined : sentences[at]?.text}
                open={opened === rule.id}
                onToggle={() => setOpened(opened === rule.id ? undefined : rule.id)}
                onDuplicate={() => add({ ...rule, conditions: withFreshIds(rule.conditions, randomId) }, at + 1)}
                issues={findings.filter(({ path }) => path[0] === 'logic' && path[1] === index && path[2] === 'rules' && path[3] === at)}
              />
            )
          })}
        </ol>
      </DragArea>
      {shown.length === 0 && rules.length > 0 && <output>{t('rules.noneFound')}</output>}
      <div className={classes['add']}>
        {naming
          ? <NewRuleField onTitle={addNew} onCancel={() => setNaming(false)} />
          : <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNaming(true)}>{t('rules.addRule')}</Button>}
        {copied && <Button variant="subtle" leftSection={<IconClipboard size={16} aria-hidden />} onClick={paste} maw={400}>{t('build.paste', { title: read(copied.title) })}</Button>}
      </div>
      <RemovePiece piece={piece} />
    </>
  )
}
