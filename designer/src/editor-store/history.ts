import { mergeDrafts, type DraftDocument } from '@tieuchi/runtime'
import { applyCommand, goesOnWith, type Command } from './command.ts'

/** What somebody else saved on top of what both had. */
interface Received {
  readonly base: DraftDocument
  readonly theirs: DraftDocument
}

interface Step {
  readonly command: Command
  readonly before: DraftDocument
  /** Came after this step and stays when it is undone. */
  readonly received?: readonly Received[]
}

/** A document with what was done to it and what was undone. Earlier documents share what stayed the same. */
export interface History {
  readonly document: DraftDocument
  readonly done: readonly Step[]
  /** The step to do again next comes last. */
  readonly undone: readonly Command[]
}

/** So many steps can be undone. */
const most = 200

export const beginHistory = (document: DraftDocument): History => ({ document, done: [], undone: [] })

/** Makes a change; what was undone before it cannot be done again. A command that changes nothing is no step. */
export const perform = (history: History, command: Command): History => {
  const document = applyCommand(history.document, command)
  if (document === history.document) return history
  const last = history.done.at(-1)
  if (last && !last.received && goesOnWith(last.command, command)) return { document, done: [...history.done.slice(0, -1), { ...last, command }], undone: [] }
  return { document, done: [...history.done, { command, before: history.document }].slice(-most), undone: [] }
}

/** Goes on from both sides put together: own steps can still be undone, what was undone cannot be done again. */
export const receive = ({ done }: History, document: DraftDocument, received: Received): History =>
  ({ document, done: done.map((step) => ({ ...step, received: [...(step.received ?? []), received] })), undone: [] })

export const undo = (history: History): History => {
  const last = history.done.at(-1)
  const before = last?.received?.reduce((document, { base, theirs }) => mergeDrafts(base, document, theirs).document, last.before) ?? last?.before
  return last && before ? { document: before, done: history.done.slice(0, -1), undone: [...history.undone, last.command] } : history
}

export const redo = (history: History): History => {
  const next = history.undone.at(-1)
  return next ? { ...perform(history, next), undone: history.undone.slice(0, -1) } : history
}

/** What is kept of a history: the commands, for each can be made again from the document it began with. */
export interface HistoryLog {
  readonly base: DraftDocument
  readonly done: readonly Command[]
  readonly undone: readonly Command[]
}

export const logOf = ({ document, done, undone }: History): HistoryLog => ({ base: done[0]?.before ?? document, done: done.map(({ command }) => command), undone })

/** The history a log was kept of. */
export const historyOf = ({ base, done, undone }: HistoryLog): History => ({ ...done.reduce(perform, beginHistory(base)), undone })
