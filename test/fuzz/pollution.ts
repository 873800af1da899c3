const watched: readonly object[] = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype, Promise.prototype, Map.prototype, Set.prototype, Object, Array]

const stateOf = (object: object): string => Reflect.ownKeys(object).map(String).join()

/** What every object inherits, as text; the same as long as nothing has polluted a prototype. */
export const prototypes = (): string => watched.map(stateOf).join('\n')
