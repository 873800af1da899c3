/** A place in the documents, from the root of the release; what all releases share begins with `common`. */
export type Path = readonly (string | number)[]
