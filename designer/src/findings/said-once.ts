import type { Issue } from '@tieuchi/runtime'

/** What was found without what follows from it: while a value is not written yet, nothing else can be said of it. */
export const saidOnce = (issues: readonly Issue[]): readonly Issue[] => {
  const unwritten = new Set(issues.filter(({ code }) => code === 'value_unwritten').map(({ path }) => path.join('/')))
  return unwritten.size === 0 ? issues : issues.filter(({ code, path }) => code === 'value_unwritten' || !unwritten.has(path.join('/')))
}
