import { Badge, type BadgeProps } from '@mantine/core'
import type { ReactNode } from 'react'

/** A state in a word, whole at any width, in the text colour of the page. */
export const StateBadge = ({ color, children }: { readonly color: NonNullable<BadgeProps['color']>; readonly children: ReactNode }) => (
  <Badge component="span" variant="light" color={color} tt="none" c="var(--mantine-color-text)" fw={500} miw="max-content">{children}</Badge>
)
