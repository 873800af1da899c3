interface Joining {
  readonly and: string
  readonly or: string
  /** What is said in place of so many more that are not named. */
  readonly more: (count: number) => string
}

/** So many reasons are told of one household, and so many changes of one reason. */
const fewReasons = 2
const fewChanges = 2

/**
 * Why a result changes, in words. Each reason is enough by itself; of one that is made of several changes all have to be undone
 * together: “A và B”, “hoặc C”. Of many the first are named.
 */
export const tellReasons = (reasons: readonly (readonly string[])[], sentenceOf: (change: string) => string | undefined, { and, or, more }: Joining): readonly string[] => {
  const joined = (parts: readonly string[]): string =>
    (parts.length > fewChanges + 1 ? [...parts.slice(0, fewChanges), more(parts.length - fewChanges)] : parts).join(` ${and} `)
  const told = reasons.map((changes) => joined(changes.flatMap((change) => sentenceOf(change) ?? []).map(withoutStop))).filter((reason) => reason !== '')
  const named = told.length > fewReasons + 1 ? [...told.slice(0, fewReasons), more(told.length - fewReasons)] : told
  return named.map((reason, index) => (index === 0 ? reason : `${or} ${reason}`))
}

/** A sentence that another goes on with. */
const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '')
