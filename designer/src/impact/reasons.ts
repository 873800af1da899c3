interface Joining {
  readonly and: string
  readonly or: string
}

/**
 * Why a result changes, in words. Each reason is enough by itself; of one that is made of several changes all have to be undone
 * together: “A và B”, “hoặc C”.
 */
export const tellReasons = (reasons: readonly (readonly string[])[], sentenceOf: (change: string) => string | undefined, { and, or }: Joining): readonly string[] =>
  reasons
    .map((changes) => changes.flatMap((change) => sentenceOf(change) ?? []).map(withoutStop).join(` ${and} `))
    .filter((told) => told !== '')
    .map((told, index) => (index === 0 ? told : `${or} ${told}`))

/** A sentence that another goes on with. */
const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '')
