import type { Part } from './part.ts'
import { columns } from './parts/columns.ts'
import { engines } from './parts/engines.ts'
import { form } from './parts/form.ts'
import { impact } from './parts/impact.ts'
import { interpreter } from './parts/interpreter.ts'
import { plan } from './parts/plan.ts'
import { register } from './parts/register.ts'
import { scale } from './parts/scale.ts'
import { submissions } from './parts/submissions.ts'
import { whatIf } from './parts/what-if.ts'

/** Every part of the bench by its name; a new figure is a line of its part, a new part a line here. */
export const parts: Readonly<Record<string, Part>> = { plan, columns, engines, 'what-if': whatIf, scale, register, interpreter, submissions, form, impact }
