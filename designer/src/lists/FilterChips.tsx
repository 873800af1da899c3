import { Chip, VisuallyHidden } from '@mantine/core'
import classes from './lists.module.css'

export interface FilterChoice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface FilterChipsProps<Value extends string> {
  readonly label: string
  readonly choices: readonly FilterChoice<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
}

/** Narrows a list to one of a few choices, or to none of them. */
export const FilterChips = <Value extends string>({ label, choices, value, onChange }: FilterChipsProps<Value>) => (
  <fieldset className={classes['chips']}>
    <VisuallyHidden component="legend">{label}</VisuallyHidden>
    {choices.map((choice) => (
      <Chip key={choice.value} size="sm" radius="sm" variant="outline" checked={value === choice.value} onChange={(on) => onChange(on ? choice.value : undefined)}>{choice.label}</Chip>
    ))}
  </fieldset>
)
