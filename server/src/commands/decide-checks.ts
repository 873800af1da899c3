import { assemble, formDemands, formSet, wholeForms, type HouseholdInput, type Issue } from '@tieuchi/runtime'
import type { DecideAnswer } from './decide-answer.ts'

/** Hard checks of the form that the input fails: the decision stands, yet the form could not be sent like this. */
export async function failedChecks({ programme, response, common, releases, unit }: DecideAnswer, input: HouseholdInput): Promise<readonly Issue[]> {
  const release = releases[programme]
  const [form] = release ? wholeForms(release) : []
  if (!form) return []
  const assembly = assemble({ programme, layer: 'national', common, releases })
  const { issues } = await formDemands(formSet(assembly, form.id), { ...input, ...(unit && { unit: unit.attributes }) }, response.moment)
  return issues.filter(({ severity }) => severity === 'error')
}
