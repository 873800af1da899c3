import { noAdditions, type CommonAdditions } from '../../documents/draft-document.ts'
import type { FormDocument } from '../../documents/form-document.ts'
import type { Text } from '../../documents/text.ts'
import { checkNesting } from '../../limits/check-limits.ts'
import type { Assembly } from '../../release/assembly.ts'
import type { Roots } from './edited-words.ts'
import type { ImportNote } from './import-note.ts'
import { NewIds } from './new-ids.ts'
import { NewLists } from './new-lists.ts'
import { annotationIn, readAnnotated, type Validate } from './read-annotated.ts'
import { PartReader } from './read-parts.ts'
import { ReadingLedger } from './reading-ledger.ts'
import { inBoth, nodeAt, takeTitle, type Reading } from './reading.ts'
import { below, isRecord } from './schema-node.ts'
import type { Settled } from './settle-dictionary.ts'

/** A form read from another tool. */
export interface ImportedForm {
  /** Absent where nothing in the schema can be asked. */
  readonly form?: FormDocument
  /** What the dictionary and the code lists lack, for the draft. */
  readonly additions: CommonAdditions
  /** Everything that was not taken, or not as it stands, with what to do: nothing is dropped without a word. */
  readonly notTaken: readonly ImportNote[]
}

export interface ImportTools {
  /** An id for what is new: ten random base32 characters. */
  readonly newId: () => string
  /** Either of the two validators. */
  readonly validate: Validate
}

const notObject: Text = { vi: 'Tệp không phải lược đồ của một nhóm câu hỏi; hãy chọn tệp JSON có “properties” ở ngoài cùng.', en: 'The file is no schema of a group of questions; choose a JSON file with “properties” at its root.' }

const nothingToAsk: Text = { vi: 'Lược đồ không có câu hỏi nào đọc được; hãy chọn tệp khác, hoặc tạo biểu mẫu bằng tay.', en: 'Nothing in the schema can be asked; choose another file, or make the form by hand.' }

/**
 * Reads a JSON Schema and the uiSchema beside it, as rjsf takes them. What `exportForm` wrote comes back as it was, but for
 * what was changed in between. Of foreign schemas groups become sections and groups, one list of objects the members,
 * enumerations code lists, and everything else questions; a question the dictionary has under the same name and of the same
 * type is that one. Never throws, whatever is given.
 */
export const importForm = ({ schema, uiSchema = {} }: { readonly schema: unknown; readonly uiSchema?: unknown }, assembly: Assembly, { newId, validate }: ImportTools): ImportedForm => {
  const roots: Roots = { schema: { part: 'schema', path: [], value: schema }, uiSchema: { part: 'uiSchema', path: [], value: uiSchema } }
  const ledger = new ReadingLedger()
  const reading: Reading = { assembly, newId, root: roots.schema, ledger, ids: new NewIds(assembly), lists: new NewLists(assembly) }
  const unsound = Object.values(roots).filter((root) => {
    const problem = checkNesting(root.value)[0]?.message ?? (isRecord(root.value) ? undefined : notObject)
    if (problem) ledger.leave(root, 'unreadable', problem)
    return problem !== undefined
  })
  if (unsound.length > 0) return { additions: noAdditions, notTaken: ledger.close({ schema: {}, uiSchema: {} }) }
  const { form, fields: { household, members } } = readRoots(reading, roots, validate)
  if (form.sections.length > 0) return { form, additions: { ...noAdditions, fields: { household, members, unit: {} }, lists: reading.lists.added }, notTaken: ledger.close({ schema, uiSchema }) }
  for (const root of Object.values(roots)) ledger.leave(root, 'unreadable', nothingToAsk)
  return { additions: noAdditions, notTaken: ledger.close({ schema, uiSchema }) }
}

const readRoots = (reading: Reading, roots: Roots, validate: Validate): Settled => {
  const annotation = annotationIn(reading, roots.uiSchema, validate)
  return annotation ? readAnnotated(reading, roots, annotation) : readForeign(reading, roots)
}

/** Versions of JSON Schema that say the same of what is read here. */
const knownVersion = /^https?:\/\/json-schema\.org\/(draft-0[4-7]|draft\/20\d\d-\d\d)\/schema#?$/

const readForeign = (reading: Reading, { schema, uiSchema }: Roots): Settled => {
  const node = nodeAt(reading, schema)
  const version = below(schema, '$schema')
  const type = node?.keyword('type')
  if (version && knownVersion.test(String(version.value))) reading.ledger.take(version)
  if (type?.value === 'object') reading.ledger.take(type)
  const words = node && takeTitle(reading, node, uiSchema)
  const title: Text = words === undefined ? { vi: 'Biểu mẫu nhập vào', en: 'Imported form' } : inBoth(words)
  const parts = new PartReader(reading)
  const sections = node ? parts.sections(node, uiSchema, title) : []
  return { form: { kind: 'form', id: reading.ids.forForm(words ?? ''), title, sections }, fields: parts.added }
}
