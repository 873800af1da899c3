import type { Assembly } from '@tieuchi/runtime'
import { dayOf } from '../../plugins/clock.ts'
import { assemblePack, dayOfRelease } from '../../policies/pack-assembly.ts'
import { isIssue } from '../../policies/pack-rules.ts'
import { CommandError } from '../command-error.ts'
import { selectPacks } from './pack-selection.ts'
import { getRulesOrThrow, readSelected } from './selected-packs.ts'

/** A release of the packs whose forms are exchanged, as it was named. */
export interface FormRelease {
  readonly named: string
  readonly assembly: Assembly
}

export function getFormRelease(named: string): FormRelease {
  const selected = readSelected(selectPacks(named))
  const entry = getRulesOrThrow(named, selected)
  const assembly = assemblePack(selected.packs, entry, dayOfRelease(entry, dayOf(new Date())))
  if (isIssue(assembly)) throw new CommandError(assembly.message)
  return { named, assembly }
}
