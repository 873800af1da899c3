/** Which codes of a list have a row, in their order, as a document says it: nothing where all have one in the order of the list. */
const written = (list: readonly string[], shown: readonly string[]): readonly string[] | undefined => (shown.length === list.length && shown.every((code, at) => code === list[at]) ? undefined : shown)

const inOrderOf = (list: readonly string[], codes: readonly string[]): boolean => list.filter((code) => codes.includes(code)).every((code, at) => code === codes[at])

/** One more code with a row, or one less; one more stands where the list has it, as long as the others do. The last row stays. */
export const withCode = (list: readonly string[], shown: readonly string[], code: string, is: boolean): readonly string[] | undefined => {
  if (!is) return written(list, shown.length > 1 ? shown.filter((each) => each !== code) : shown)
  const all = shown.includes(code) ? shown : [...shown, code]
  return written(list, inOrderOf(list, shown) ? list.filter((each) => all.includes(each)) : all)
}

/** The row of a code one place before. */
export const codeBefore = (list: readonly string[], shown: readonly string[], code: string): readonly string[] | undefined => {
  const at = shown.indexOf(code)
  const before = shown[at - 1]
  return written(list, at > 0 && before !== undefined ? shown.toSpliced(at - 1, 2, code, before) : shown)
}
