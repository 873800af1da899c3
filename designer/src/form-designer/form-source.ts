import { describeSchema, releaseSchema, type FormDocument, type Issue } from '@tieuchi/runtime'
import { checkDocument } from '@tieuchi/runtime/validation/browser'

/** The schema of a form as a document of its own, with what each property is for. */
export const formSchema = { ...describeSchema('release', { $defs: releaseSchema.$defs }), $ref: '#/$defs/formDocument' }

/** What a text says: a form, what keeps it from being one, or that it is no JSON. */
export type ReadSource =
  | { readonly kind: 'form'; readonly form: FormDocument }
  | { readonly kind: 'wrong'; readonly issues: readonly Issue[] }
  | { readonly kind: 'broken' }

const otherId = (id: unknown, own: string): Issue => ({
  code: 'form_id_changed', severity: 'error', path: ['id'], params: { id, own },
  message: { vi: `Mã của biểu mẫu là “${own}” và không đổi được; hãy ghi lại mã này.`, en: `The id of the form is “${own}” and never changes; write it again.` },
})

/** Reads the text of a form. It keeps its id, and nothing that is no form becomes one. */
export const readSource = (text: string, id: string): ReadSource => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'broken' }
  }
  const issues = checkDocument(formSchema, value)
  if (issues.length > 0) return { kind: 'wrong', issues }
  const form = value as FormDocument
  return form.id === id ? { kind: 'form', form } : { kind: 'wrong', issues: [otherId(form.id, id)] }
}

/** What a part is comes first, what stands in it last; stored documents have their names in the order of the alphabet. */
const order = ['kind', 'id', 'field', 'fact', 'of', 'severity', 'title', 'label', 'text', 'help', 'vi', 'en', 'required', 'prefill', 'wide', 'lines', 'accept', 'most', 'visible', 'conditions', 'message', 'columns', 'sections', 'items', 'checks']

const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.indexOf('visible'))

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => place(a) - place(b))) : value

export const writeSource = (form: FormDocument): string => JSON.stringify(form, inOrder, 4)
