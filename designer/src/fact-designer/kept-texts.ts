/** Formulas that could not be read when their field was left, by where they belong: they wait there until they are mended or taken back. */
const kept = new Map<string, string>()

export const readKeptText = (place: string): string | undefined => kept.get(place)

export const keepText = (place: string, text: string | undefined): void => {
  if (text === undefined) kept.delete(place)
  else kept.set(place, text)
}
