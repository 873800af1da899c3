import { bundleCommand } from './rules-bundle.ts'
import { checkCommand } from './rules-check.ts'
import { createCommand } from './rules-create.ts'
import { diffCommand } from './rules-diff.ts'
import { explainCommand } from './rules-explain.ts'
import { exportCommand } from './rules-export.ts'
import { extensionCommand } from './rules-extension.ts'
import { formCommand } from './rules-form.ts'
import { impactCommand } from './rules-impact.ts'
import { importCommand } from './rules-import.ts'
import { installCommand } from './rules-install.ts'
import { referenceCommand } from './rules-reference.ts'
import { schemaCommand } from './rules-schema.ts'
import { testCommand } from './rules-test.ts'

/** The commands of `rules`, in the order of the help. */
export const rulesCommands = { create: createCommand, check: checkCommand, test: testCommand, diff: diffCommand, explain: explainCommand, impact: impactCommand, schema: schemaCommand, reference: referenceCommand, export: exportCommand, import: importCommand, bundle: bundleCommand, install: installCommand, form: formCommand, extension: extensionCommand } as const
