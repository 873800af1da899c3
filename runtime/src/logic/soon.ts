/**
 * Something that is there, or comes once the engine has been asked. Nearly all of a household is there at once; promises for each of
 * its thousands of reads would take longer than the reads.
 */
export type Soon<T> = T | Promise<T>

/** Goes on with something once it is there. */
export const after = <T, Result>(soon: Soon<T>, goOn: (value: T) => Soon<Result>): Soon<Result> => (soon instanceof Promise ? soon.then(goOn) : goOn(soon))

/** Computes once for each key. */
export const remember = <Key, T>(memory: Map<Key, Soon<T>>, key: Key, compute: () => Soon<T>): Soon<T> => {
  const before = memory.get(key)
  if (before !== undefined) return before
  const value = compute()
  memory.set(key, value)
  // Whoever asks again finds it there; who asked meanwhile is told of a failure.
  if (value instanceof Promise) value.then((there) => memory.set(key, there), () => undefined)
  return value
}
