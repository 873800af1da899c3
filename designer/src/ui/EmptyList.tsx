import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface EmptyListProps {
  readonly title: string
  readonly text: string
  /** The one action that starts something. */
  readonly action?: ReactNode
}

/** In place of a list without entries: what would be here, and how it begins. */
export const EmptyList = ({ title, text, action }: EmptyListProps) => (
  <Stack align="start" gap="sm" py="lg" maw={560}>
    <Title order={2}>{title}</Title>
    <Text c="var(--quiet)">{text}</Text>
    {action}
  </Stack>
)
