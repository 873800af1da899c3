import type { CommonDocument, HouseholdInput } from '@tieuchi/runtime'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'

/** The id of a household of the workload, from which its number can be read again. */
export const householdId = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

export const numberOfHousehold = (id: string): number => Number.parseInt(id.slice(-12), 16)

/** How many units the households live in, in turn. */
export const units = 12

export const unitOfHousehold = (number: number): string => `unit-${number % units}`

/** A register of columns with the households of the workload. */
export const registerOf = (common: CommonDocument, inputs: Iterable<HouseholdInput>): RegisterColumns => {
  const register = new RegisterColumns(common)
  let number = 0
  for (const input of inputs) {
    register.put({ id: householdId(number), unit: unitOfHousehold(number), input })
    number += 1
  }
  return register
}
