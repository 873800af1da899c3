import { infixList, type Operator } from './operator.ts'

/** Stands for an operator of a package that is not installed: it can be read, and nothing can be concluded from it. */
export const notInstalled = (name: string): Operator => ({
  label: { vi: `${name} (gói mở rộng chưa cài)`, en: `${name} (package not installed)` },
  right: 'list',
  accepts: ['number', 'date', 'boolean', 'text', 'list'],
  sentence: infixList(`[${name}]`, `[${name}]`),
  compare: () => 'unknown',
  plan: (forms) => forms.unknown(),
})
