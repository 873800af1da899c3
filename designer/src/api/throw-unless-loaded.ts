/** For what a page is about: where it cannot be loaded there is no page, but why and the way back. What was loaded once stays. */
export const throwUnlessLoaded = (_error: Error, { state }: { readonly state: { readonly data: unknown } }): boolean => state.data === undefined
