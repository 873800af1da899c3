import { noGrounds } from '../values/grounds.ts'
import { anything } from '../values/value.ts'
import { those, type Aggregate, type AggregateNames } from './aggregate.ts'

/** Stands for an aggregate of a package that is not installed: it can be read, and nothing can be concluded from it. */
export const notInstalled = (name: string): Aggregate => {
  const names: AggregateNames = { label: { vi: `${name} (gói mở rộng chưa cài)`, en: `${name} (package not installed)` }, formula: { vi: name, en: name } }
  return {
    members: names,
    history: names,
    takes: 'value where?',
    gives: 'number',
    sentence: ({ noun, value, where }) => those(`[${name}] ${value.vi} của các ${noun.vi}`, `[${name}] of ${value.en} over the ${noun.many}`, where),
    compute: () => anything(noGrounds),
    plan: (forms) => forms.truth(forms.unknown()),
  }
}
