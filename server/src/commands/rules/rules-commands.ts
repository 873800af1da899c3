import { checkCommand } from './rules-check.ts'
import { diffCommand } from './rules-diff.ts'
import { explainCommand } from './rules-explain.ts'
import { schemaCommand } from './rules-schema.ts'
import { testCommand } from './rules-test.ts'

/** The commands of `rules`, in the order of the help. */
export const rulesCommands = { check: checkCommand, test: testCommand, diff: diffCommand, explain: explainCommand, schema: schemaCommand } as const
