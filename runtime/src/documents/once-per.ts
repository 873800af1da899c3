/**
 * Remembers what is computed from a document, for as long as the document lives. Documents never change: whoever edits one
 * makes another.
 */
export const oncePer = <Document extends object, Result extends object>(compute: (document: Document) => Result): ((document: Document) => Result) => {
  const memory = new WeakMap<Document, Result>()
  return (document) => {
    const before = memory.get(document)
    if (before !== undefined) return before
    const result = compute(document)
    memory.set(document, result)
    return result
  }
}
