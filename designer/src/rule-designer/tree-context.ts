import type { Assembly, Condition, Issue, Subject } from '@tieuchi/runtime'
import { createContext, use, type ReactNode } from 'react'
import type { Along } from '../editor-store/commands/along.ts'
import type { ConditionSite } from '../editor-store/commands/logic-commands.ts'
import type { Readable } from '../readables/readables.ts'
import type { NodePath } from './condition-edits.ts'

/** What is being added and has nothing chosen yet: it is not part of the document. */
export interface Pending {
  /** The group it will stand in. */
  readonly group: NodePath
  readonly kind: 'condition' | 'members' | 'group'
  /** Told apart from one asked for before. */
  readonly at: number
}

/** A place among the children of a group. */
export interface Target {
  readonly group: NodePath
  readonly index: number
}

/** A condition in its place, as it is shown. */
export interface ConditionTreeProps {
  readonly site: ConditionSite
  readonly condition: Condition
  readonly assembly: Assembly
  readonly subject: Subject
  /** What the lint found in the piece. */
  readonly issues: readonly Issue[]
  readonly label: string
}

/** One condition as its editor shares it: where it stands, what it can read, and how it changes. */
export interface TreeEditing {
  readonly site: ConditionSite
  readonly assembly: Assembly
  readonly subject: Subject
  readonly condition: Condition
  /** What can be read here, of the household and of members. */
  readonly readables: readonly Readable[]
  readonly write: (condition: Condition, along?: Along) => void
  /** What the lint found at a node, and below it where it is no group. */
  readonly issuesAt: (path: NodePath, deep: boolean) => readonly Issue[]
  readonly pending: Pending | undefined
  readonly setPending: (pending: Omit<Pending, 'at'> | undefined) => void
  /** The comparison whose value is written next. */
  readonly fresh: string | undefined
  readonly setFresh: (id: string | undefined) => void
  /** Conditions stand within conditions: how a part is shown, and how a condition of its own. */
  readonly renderNode: (path: NodePath) => ReactNode
  readonly renderTree: (props: ConditionTreeProps) => ReactNode
}

export const TreeContext = createContext<TreeEditing | undefined>(undefined)

/** The condition this is a part of; outside one, a programmer's mistake. */
export const useTree = (): TreeEditing => {
  const value = use(TreeContext)
  if (!value) throw new Error('A part of a condition was shown outside one')
  return value
}
