const focusable = 'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), button:not(:disabled)'

/** Brings a question into view and stands at its input: for yes/no and boxes the chosen one, else the first. */
export const focusQuestion = (id: string): void => {
  const cell = document.querySelector(`[data-question="${CSS.escape(id)}"]`)
  if (!cell) return
  cell.scrollIntoView({ block: 'center' })
  const input = cell.querySelector<HTMLElement>('input:checked') ?? cell.querySelector<HTMLElement>(focusable)
  input?.focus({ preventScroll: true })
}
