import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconCopy, IconCopyPlus, IconDots, IconTrash } from '@tabler/icons-react'
import { citationPhrase, type Issue, type Rule, type RulesPiece, type Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { DropLine } from '../drag/DropLine.tsx'
import { useDragGrip } from '../drag/use-drag-grip.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { Findings } from '../findings/Findings.tsx'
import { isUnwritten } from './condition-edits.ts'
import { ConditionTree } from './ConditionTree.tsx'
import classes from './rule-designer.module.css'
import { RuleCodes } from './RuleCodes.tsx'
import { SourceFields } from './SourceFields.tsx'
import { TextPair } from './TextPair.tsx'
import { useCopy } from './use-copy.ts'

interface RuleCardProps {
  readonly piece: RulesPiece
  readonly rule: Rule
  readonly at: number
  /** What the rule says; absent while nothing is written. */
  readonly sentence: Text | undefined
  readonly open: boolean
  readonly onToggle: () => void
  readonly onDuplicate: () => void
  /** What the lint found in this rule. */
  readonly issues: readonly Issue[]
}

/** One rule with its sentence; opened, everything of it is changed in its place. */
export const RuleCard = ({ piece, rule, at, sentence, open, onToggle, onDuplicate, issues }: RuleCardProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor } = useDraft()
  const { ref, grip } = useDragGrip(`rule ${rule.id}`, piece.id, rule.id)
  const title = read(rule.title)
  const replace = (next: Rule): void => editor.perform({ name: 'rule.replace', args: { set: piece.id, rule: next } })
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <li ref={ref} className={classes['rule']} data-open={open || undefined} data-rule={rule.id}>
      <DropLine id={`before ${rule.id}`} kind={piece.id} onto={at} />
      <div className={classes['ruleHead']}>
        {grip}
        <UnstyledButton className={classes['ruleTitle'] ?? ''} aria-expanded={open} aria-label={t(open ? 'rules.closeRule' : 'rules.openRule', { title })} onClick={onToggle}>
          <Chevron size={16} aria-hidden /><strong>{title}</strong>
        </UnstyledButton>
        {rule.citation && <span className={classes['quiet']}>{read(citationPhrase(rule.citation))}</span>}
        <RuleMenu piece={piece} rule={rule} at={at} onDuplicate={onDuplicate} />
      </div>
      {sentence && <p className={classes['sentence']}>{read(sentence)}.</p>}
      {!isUnwritten(rule.conditions) && <div className={classes['evidence']}><EvidenceLine piece={piece.id} part={rule.id} /></div>}
      {open && (
        <>
          <TextPair text={rule.title} onText={(next) => replace({ ...rule, title: next })} />
          <ConditionTree site={{ piece: piece.id, place: ['rules', rule.id, 'conditions'] }} condition={rule.conditions} assembly={assembly} subject={piece.of ?? 'household'} issues={issues} label={t('build.conditions')} />
          <RuleCodes assembly={assembly} piece={piece} rule={rule} onRule={replace} />
          <SourceFields source={rule} onSource={(source) => replace({ ...withoutSource(rule), ...source })} />
        </>
      )}
      <div className={classes['ruleFindings']}><Findings issues={open ? issues.filter(({ path }) => path[4] !== 'conditions') : issues} /></div>
      {at === piece.rules.length - 1 && <DropLine id={`behind ${rule.id}`} kind={piece.id} onto={at + 1} />}
    </li>
  )
}

const withoutSource = ({ citation: _citation, certainty: _certainty, note: _note, ...rule }: Rule): Rule => rule

const RuleMenu = ({ piece, rule, at, onDuplicate }: Pick<RuleCardProps, 'piece' | 'rule' | 'at' | 'onDuplicate'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor } = useDraft()
  const { copyRule } = useCopy(assembly)
  const move = (to: number): void => editor.perform({ name: 'rule.move', args: { set: piece.id, rule: rule.id, to } })
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={32} aria-label={t('build.node', { title: read(rule.title) })}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} disabled={at === 0} onClick={() => move(at - 1)}>{t('rules.up')}</Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} disabled={at === piece.rules.length - 1} onClick={() => move(at + 1)}>{t('rules.down')}</Menu.Item>
        <Menu.Item leftSection={<IconCopyPlus size={16} aria-hidden />} onClick={onDuplicate}>{t('build.duplicate')}</Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => copyRule(rule)}>{t('build.copy')}</Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} c="var(--error)" onClick={() => editor.perform({ name: 'rule.remove', args: { set: piece.id, rule: rule.id } })}>{t('rules.removeRule')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
