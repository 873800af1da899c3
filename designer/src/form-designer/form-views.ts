/** The ways a form is looked at, in their order; the address names the open one. */
export const formViews = ['design', 'preview', 'logic', 'source'] as const
export type FormView = (typeof formViews)[number]
export const isFormView = (value: unknown): value is FormView => formViews.some((view) => view === value)
