const numbersOf = (version: string): readonly number[] => version.split('.').map(Number)

/** Whether an installed package means by a document what the version it was written for did: the same major one, not older. */
export const serves = (installed: string, wanted: string): boolean => {
  const [has, needs] = [numbersOf(installed), numbersOf(wanted)]
  if (has[0] !== needs[0]) return false
  const differing = needs.findIndex((number, place) => number !== has[place])
  return differing === -1 || (has[differing] ?? 0) > (needs[differing] ?? 0)
}
