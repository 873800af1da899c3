import type { DraftDocument, FieldSchema, Text } from '@tieuchi/runtime'
import type { Command, CommandName } from './command.ts'

export type Verb = 'add' | 'change' | 'move' | 'remove'

export type Changed =
  | 'draft' | 'title' | 'changelog' | 'basis' | 'period' | 'reads' | 'parameter' | 'piece' | 'rule' | 'condition' | 'table' | 'columns' | 'rows' | 'case' | 'cases'
  | 'field' | 'list' | 'entries' | 'form' | 'parts' | 'check' | 'report'

/** A command as people are told of it: what it does to what, and what that is called where it has a name. */
export interface ToldCommand {
  readonly verb: Verb
  readonly changed: Changed
  readonly title?: Text | undefined
}

const told: Readonly<Record<CommandName, readonly [Verb, Changed]>> = {
  'draft.replace': ['change', 'draft'],
  'release.title': ['change', 'title'],
  'release.changelog': ['change', 'changelog'],
  'release.legal_basis': ['change', 'basis'],
  'release.period': ['change', 'period'],
  'programme.reads': ['change', 'reads'],
  'parameter.add': ['add', 'parameter'],
  'parameter.replace': ['change', 'parameter'],
  'parameter.remove': ['remove', 'parameter'],
  'piece.add': ['add', 'piece'],
  'piece.replace': ['change', 'piece'],
  'piece.remove': ['remove', 'piece'],
  'rule.add': ['add', 'rule'],
  'rule.replace': ['change', 'rule'],
  'rule.remove': ['remove', 'rule'],
  'rule.move': ['move', 'rule'],
  'condition.write': ['change', 'condition'],
  'table.title': ['change', 'table'],
  'table.hit': ['change', 'table'],
  'table.otherwise': ['change', 'table'],
  'table.input.add': ['add', 'columns'],
  'table.output.add': ['add', 'columns'],
  'table.column.move': ['move', 'columns'],
  'table.column.remove': ['remove', 'columns'],
  'table.rows.insert': ['add', 'rows'],
  'table.rows.remove': ['remove', 'rows'],
  'table.rows.move': ['move', 'rows'],
  'table.write': ['change', 'table'],
  'cases.keep': ['add', 'cases'],
  'case.add': ['add', 'case'],
  'case.write': ['change', 'case'],
  'cases.move': ['move', 'cases'],
  'case.remove': ['remove', 'case'],
  'field.put': ['change', 'field'],
  'field.remove': ['remove', 'field'],
  'list.put': ['change', 'list'],
  'list.remove': ['remove', 'list'],
  'entries.put': ['change', 'entries'],
  'entry.end': ['change', 'entries'],
  'form.add': ['add', 'form'],
  'form.remove': ['remove', 'form'],
  'form.title': ['change', 'form'],
  'form.replace': ['change', 'form'],
  'form.insert': ['add', 'parts'],
  'form.write': ['change', 'parts'],
  'form.move': ['move', 'parts'],
  'form.group': ['change', 'parts'],
  'form.ungroup': ['change', 'parts'],
  'form.take': ['remove', 'parts'],
  'form.check.put': ['change', 'check'],
  'form.check.remove': ['remove', 'check'],
  'report.add': ['add', 'report'],
  'report.remove': ['remove', 'report'],
  'report.move': ['move', 'report'],
  'report.head': ['change', 'report'],
  'report.columns.insert': ['add', 'columns'],
  'report.columns.remove': ['remove', 'columns'],
  'report.columns.move': ['move', 'columns'],
  'report.column.replace': ['change', 'columns'],
  'report.columns.group': ['change', 'columns'],
  'report.columns.ungroup': ['change', 'columns'],
  'report.rows.insert': ['add', 'rows'],
  'report.rows.remove': ['remove', 'rows'],
  'report.rows.move': ['move', 'rows'],
  'report.rows.replace': ['change', 'rows'],
  'report.check.put': ['change', 'check'],
  'report.check.remove': ['remove', 'check'],
  'report.rules': ['change', 'report'],
}

interface Titled {
  readonly id: string
  readonly title: Text
}

const titleIn = (all: readonly Titled[], id: string | undefined): Text | undefined => all.find((each) => each.id === id)?.title

const fieldTitle = ({ additions: { fields } }: DraftDocument, id: string | undefined): Text | undefined =>
  id === undefined ? undefined : ([fields.household, fields.members, fields.unit] as readonly Readonly<Record<string, FieldSchema>>[]).find((each) => Object.hasOwn(each, id))?.[id]?.['x-label']

const ruleTitle = ({ release: { logic } }: DraftDocument, set: string, rule: string): Text | undefined => {
  const piece = logic.find(({ id }) => id === set)
  return piece?.kind === 'rules' ? titleIn(piece.rules, rule) : undefined
}

/** What the thing a command is about is called in the document it was given to. */
const titleOf = (document: DraftDocument, { name, args }: Command): Text | undefined => {
  const { release: { logic, forms, reports = [], cases, parameters }, additions } = document
  if (name === 'parameter.add' || name === 'parameter.replace') return args.parameter.title
  if (name === 'parameter.remove') return parameters[args.id]?.title
  if (name === 'piece.add' || name === 'piece.replace') return args.piece.title
  if (name === 'piece.remove') return titleIn(logic, args.id)
  if (name === 'rule.add' || name === 'rule.replace') return args.rule.title
  if (name === 'rule.remove' || name === 'rule.move') return ruleTitle(document, args.set, args.rule)
  if (name === 'condition.write') return 'field' in args.site ? fieldTitle(document, args.site.field) : 'form' in args.site ? titleIn(forms, args.site.form) : (args.site.place[0] === 'rules' && ruleTitle(document, args.site.piece, args.site.place[1] ?? '')) || titleIn(logic, args.site.piece)
  if (name === 'case.add' || name === 'case.write') return args.case.title
  if (name === 'case.remove') return titleIn(cases, args.id)
  if (name === 'field.put') return args.field['x-label']
  if (name === 'field.remove') return fieldTitle(document, args.id)
  if (name === 'list.put') return args.list.title
  if (name === 'form.add' || name === 'form.replace') return args.form.title
  if (name === 'report.add') return args.report.title
  if (name === 'report.remove' || name === 'report.move') return titleIn(reports, args.id)
  if (name === 'report.rules') return titleIn(reports, args.site.report)
  if ('report' in args) return titleIn(reports, args.report)
  if ('table' in args) return titleIn(logic, args.table)
  if ('form' in args) return titleIn(forms, args.form)
  if ('list' in args) return titleIn(additions.lists, args.list)
  return name === 'form.remove' ? titleIn(forms, args.id) : undefined
}

/** A command in the words of what it does, given to a document. */
export const tellCommand = (document: DraftDocument, command: Command): ToldCommand => {
  const [verb, changed] = told[command.name]
  const title = titleOf(document, command)
  return { verb, changed, ...(title && (title.vi !== '' || title.en !== '') && { title }) }
}
