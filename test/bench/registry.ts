import type { Part } from './part.ts'

/**
 * Every part of the bench by its name, read when it is asked for: a process that measures one holds the programs of no other. A new
 * figure is a line of its part, a new part a line here.
 */
export const parts: Readonly<Record<string, () => Promise<Part>>> = {
  plan: async () => (await import('./parts/plan.ts')).plan,
  columns: async () => (await import('./parts/columns.ts')).columns,
  engines: async () => (await import('./parts/engines.ts')).engines,
  'what-if': async () => (await import('./parts/what-if.ts')).whatIf,
  scale: async () => (await import('./parts/scale.ts')).scale,
  register: async () => (await import('./parts/register.ts')).register,
  interpreter: async () => (await import('./parts/interpreter.ts')).interpreter,
  submissions: async () => (await import('./parts/submissions.ts')).submissions,
  form: async () => (await import('./parts/form.ts')).form,
  'form-designer': async () => (await import('./parts/form-designer.ts')).formDesigner,
  'table-designer': async () => (await import('./parts/table-designer.ts')).tableDesigner,
  impact: async () => (await import('./parts/impact.ts')).impact,
  reports: async () => (await import('./parts/reports.ts')).reports,
  benefits: async () => (await import('./parts/benefits.ts')).benefits,
  api: async () => (await import('./parts/api.ts')).api,
}
