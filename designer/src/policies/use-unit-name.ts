import { useQuery } from '@tanstack/react-query'
import { unitsQuery } from '../api/people-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'

/** The name of a unit of the reader's area; undefined where it is of another. */
export const useUnitName = (): ((id: string) => string | undefined) => {
  const { at } = useReferenceDate()
  const units = useQuery(unitsQuery(at)).data
  return (id) => units?.find((unit) => unit.id === id)?.name
}
